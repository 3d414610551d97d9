import { expect } from 'chai';
import type { JetPlayer } from '../../../src/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';

/** The number of characters of the larger text; the smaller one has half as many. */
const textLength = 1_000_000;

/** The limit for the ratio of the gaps: a linear parser blocks the page twice as long for twice the text, a quadratic one four times. */
const ratioLimit = 3;

/** The gap in milliseconds up to which the browser itself may be the cause. */
const minGapMs = 40;

/** The MIME type of a text. WebVTT is loaded as a track of the player, the others as its `src`. */
type TextType = 'application/vnd.apple.mpegurl' | 'application/dash+xml' | 'text/vtt';

/** Returns a text of about `length` characters from distinct pieces, each built from its number. */
const numberedPieces = (length: number, piece: (index: number) => string): string =>
  Array.from({ length: Math.ceil(length / piece(10_000).length) }, (_, index) => piece(index)).join('');

const segmentUrl = new URL('/media/cmaf/video-240/1.m4s', location.href).href;
const initSegmentUrl = new URL('/media/cmaf/video-240/init.mp4', location.href).href;
const mediaPlaylistHeader = `#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-MAP:URI="${initSegmentUrl}"\n#EXT-X-PROGRAM-DATE-TIME:2030-01-01T00:00:00Z\n`;
const dateTimeAt = (index: number): string => new Date(Date.UTC(2030, 0, 1) + index * 500).toISOString();
const dateRangeTag = (index: number): string =>
  `#EXT-X-DATERANGE:ID="${index}",START-DATE="${dateTimeAt(index)}",CLASS="a",END-ON-NEXT=YES,X-A="b"\n`;

const adaptationSetStart = '<AdaptationSet mimeType="video/mp4" codecs="avc1.42c00d"><SegmentTemplate media="$Number$.m4s" duration="2"/>';
const mpdWithPeriod = (periodContent: string): string =>
  `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT10S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011"><Period>${periodContent}</Period></MPD>`;
const cueTime = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 23);

/** Every text, with the start of its test's title. */
export const worstTexts: readonly (readonly [title: string, type: TextType, make: (length: number) => string])[] = [
  [
    'a playlist of segments and date ranges',
    'application/vnd.apple.mpegurl',
    (length) =>
      `${mediaPlaylistHeader}${numberedPieces(length / 2, () => `#EXTINF:2,\n${segmentUrl}\n`)}${numberedPieces(length / 2, dateRangeTag)}#EXT-X-ENDLIST\n`
  ],
  [
    'a playlist of codecs',
    'application/vnd.apple.mpegurl',
    (length) => `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="${numberedPieces(length, (index) => `avc1.${index},`)}"\na.m3u8\n`
  ],
  [
    'an MPD of inherited elements',
    'application/dash+xml',
    (length) =>
      mpdWithPeriod(
        `${adaptationSetStart}${numberedPieces(length / 2, () => '<SupplementalProperty/>')}${numberedPieces(length / 2, () => '<Representation/>')}</AdaptationSet>`
      )
  ],
  ['an MPD of nested elements', 'application/dash+xml', (length) => mpdWithPeriod('<a>'.repeat(length / 7) + '</a>'.repeat(length / 7))],
  [
    'captions',
    'text/vtt',
    (length) => `WEBVTT\n\n${numberedPieces(length, (index) => `${cueTime(index)} --> ${cueTime(index + 1)}\na\n\n`)}`
  ],
  [
    'captions with the same times',
    'text/vtt',
    (length) => `WEBVTT\n\n${numberedPieces(length, () => '00:00:00.000 --> 00:00:09.000\na\n\n')}`
  ],
  [
    'SubRip captions',
    'text/vtt',
    (length) =>
      numberedPieces(
        length,
        (index) => `${index + 1}\n${cueTime(index).replace('.', ',')} --> ${cueTime(index + 1).replace('.', ',')}\n{\\an8}<font>&a\n\n`
      )
  ]
];

/** Returns the longest time, in milliseconds, in which no other task of the page could run during `work`. */
async function longestGapMs(work: () => Promise<void>): Promise<number> {
  let longestMs = 0;
  let lastRun = performance.now();
  const measureGap = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - lastRun);
    lastRun = now;
  };
  const timer = setInterval(measureGap, 0);
  await work();
  await new Promise((resolve) => setTimeout(resolve));
  measureGap();
  clearInterval(timer);
  return longestMs;
}

/** The texts that `npm test` tests: at least one of each type. */
const representativeTitles = ['a playlist of segments and date ranges', 'a playlist of codecs', 'an MPD of nested elements', 'captions'];

export const isRepresentative = ([title]: (typeof worstTexts)[number]): boolean => representativeTitles.includes(title);

/** Defines the tests of `texts`. */
export function testGaps(texts: typeof worstTexts): void {
  describe('a page with a player', () => {
    expectNoThirdPartyRequests();

    /** Returns the longest gap, in milliseconds, while a new player reads `text`. */
    async function measureReadGapMs(type: TextType, text: string): Promise<number> {
      const moduleUrl = '/dist/jet-player.js';
      await import(moduleUrl);
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
        return await longestGapMs(async () => {
          document.body.append(element);
          const isRead = () => (isCaptions ? [...element.textTracks].some(({ cues }) => cues && cues.length > 0) : element.duration > 0);
          await until('the text is parsed, or rejected', () => failed || isRead());
        });
      } finally {
        element.remove();
        URL.revokeObjectURL(url);
      }
    }

    for (const [title, type, make] of texts) {
      it(`is blocked for a time proportional to the length of ${title}`, async function () {
        this.timeout(120_000);
        const [half, whole] = [make(textLength / 2), make(textLength)];
        let [halfGapMs, wholeGapMs] = [Infinity, Infinity];
        // The first read also loads the engine's code, and a busy machine can only lengthen a gap.
        await measureReadGapMs(type, half);
        for (let round = 0; round < 15 && (round < 2 || wholeGapMs >= ratioLimit * Math.max(halfGapMs, minGapMs)); round++) {
          halfGapMs = Math.min(halfGapMs, await measureReadGapMs(type, half));
          wholeGapMs = Math.min(wholeGapMs, await measureReadGapMs(type, whole));
        }
        expect(wholeGapMs / Math.max(halfGapMs, minGapMs), `${wholeGapMs} ms against ${halfGapMs} ms`).to.be.lessThan(ratioLimit);
      });
    }
  });
}
