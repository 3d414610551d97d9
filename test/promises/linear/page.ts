import { expect } from 'chai';
import type { JetPlayer } from '../../../src/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';

/** Characters of the larger text; the smaller one has half. */
const size = 1_000_000;

/** A linear parser blocks the page twice as long for twice the text, a quadratic one four times. */
const limit = 3;

/** Milliseconds below which a gap may be caused by the browser itself. */
const least = 40;

/** The MIME type of a text, which is loaded as the player's `src` or as its track. */
type Given = 'application/vnd.apple.mpegurl' | 'application/dash+xml' | 'text/vtt';

/** Pieces built from their number, with `length` characters in total. */
const pieces = (length: number, piece: (at: number) => string): string =>
  Array.from({ length: Math.ceil(length / piece(10_000).length) }, (_, at) => piece(at)).join('');

const segment = new URL('/media/cmaf/video-240/1.m4s', location.href).href;
const init = new URL('/media/cmaf/video-240/init.mp4', location.href).href;
const media = `#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-MAP:URI="${init}"\n#EXT-X-PROGRAM-DATE-TIME:2030-01-01T00:00:00Z\n`;
const date = (at: number): string => new Date(Date.UTC(2030, 0, 1) + at * 500).toISOString();
const range = (at: number): string => `#EXT-X-DATERANGE:ID="${at}",START-DATE="${date(at)}",CLASS="a",END-ON-NEXT=YES,X-A="b"\n`;

const set = '<AdaptationSet mimeType="video/mp4" codecs="avc1.42c00d"><SegmentTemplate media="$Number$.m4s" duration="2"/>';
const mpd = (inner: string): string =>
  `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT10S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011"><Period>${inner}</Period></MPD>`;
const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 23);

/** Every text, by its title. */
export const worst: readonly (readonly [title: string, type: Given, make: (length: number) => string])[] = [
  [
    'a playlist of segments and date ranges',
    'application/vnd.apple.mpegurl',
    (length) => `${media}${pieces(length / 2, () => `#EXTINF:2,\n${segment}\n`)}${pieces(length / 2, range)}#EXT-X-ENDLIST\n`
  ],
  [
    'a playlist of codecs',
    'application/vnd.apple.mpegurl',
    (length) => `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="${pieces(length, (at) => `avc1.${at},`)}"\na.m3u8\n`
  ],
  [
    'an MPD of inherited elements',
    'application/dash+xml',
    (length) =>
      mpd(`${set}${pieces(length / 2, () => '<SupplementalProperty/>')}${pieces(length / 2, () => '<Representation/>')}</AdaptationSet>`)
  ],
  ['an MPD of nested elements', 'application/dash+xml', (length) => mpd('<a>'.repeat(length / 7) + '</a>'.repeat(length / 7))],
  ['captions', 'text/vtt', (length) => `WEBVTT\n\n${pieces(length, (at) => `${clock(at)} --> ${clock(at + 1)}\na\n\n`)}`],
  ['captions with the same times', 'text/vtt', (length) => `WEBVTT\n\n${pieces(length, () => '00:00:00.000 --> 00:00:09.000\na\n\n')}`],
  [
    'SubRip captions',
    'text/vtt',
    (length) =>
      pieces(length, (at) => `${at + 1}\n${clock(at).replace('.', ',')} --> ${clock(at + 1).replace('.', ',')}\n{\\an8}<font>&a\n\n`)
  ]
];

/** Returns the longest time, in milliseconds, in which no other task of the page could run during `work`. */
async function longestGap(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 0);
  await work();
  await new Promise((resolve) => setTimeout(resolve));
  look();
  clearInterval(timer);
  return longest;
}

/** The texts that `npm test` tests, of each type. */
const most = ['a playlist of segments and date ranges', 'a playlist of codecs', 'an MPD of nested elements', 'captions'];

export const isRepresentative = ([title]: (typeof worst)[number]): boolean => most.includes(title);

/** Describes the tests of some of the texts. */
export function testGaps(texts: typeof worst): void {
  describe('a hostile file of a megabyte blocks the page for a time proportional to its length', () => {
    expectNoThirdPartyRequests();

    /** Returns the longest gap while a new player reads a text. */
    async function gapOf(type: Given, text: string): Promise<number> {
      const address = '/dist/jet-player.js';
      await import(address);
      const url = URL.createObjectURL(new Blob([text], { type }));
      const element: JetPlayer = document.createElement('jet-player');
      let failed = false;
      element.addEventListener('jet-error', () => (failed = true));
      const isCaptions = type === 'text/vtt';
      if (isCaptions) {
        const track = Object.assign(document.createElement('track'), {
          kind: 'captions',
          srclang: 'en',
          label: 'English',
          src: url,
          default: true
        });
        element.append(track);
      } else element.setAttribute('type', type);
      element.setAttribute('src', isCaptions ? '/media/film.mp4' : url);
      try {
        return await longestGap(async () => {
          document.body.append(element);
          const read = () => (isCaptions ? [...element.textTracks].some(({ cues }) => cues && cues.length > 0) : element.duration > 0);
          await until('the text is parsed, or rejected', () => failed || read());
        });
      } finally {
        element.remove();
        URL.revokeObjectURL(url);
      }
    }

    for (const [title, type, make] of texts) {
      it(title, async function () {
        this.timeout(120_000);
        const [half, whole] = [make(size / 2), make(size)];
        let [shorter, longer] = [Infinity, Infinity];
        // The first read also loads the engine's code, and a busy machine can only lengthen a gap.
        await gapOf(type, half);
        for (let round = 0; round < 15 && (round < 2 || longer >= limit * Math.max(shorter, least)); round++) {
          shorter = Math.min(shorter, await gapOf(type, half));
          longer = Math.min(longer, await gapOf(type, whole));
        }
        expect(longer / Math.max(shorter, least), `${longer} ms against ${shorter} ms`).to.be.lessThan(limit);
      });
    }
  });
}
