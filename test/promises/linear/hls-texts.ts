import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { linearTimePatches } from '../../../build/linear-time-patches.mjs';
import { largestRatioOf, ratioLimit, repeatToLength } from './ratio.js';

/** The text parsers in hls.js. */
export interface HlsReaders {
  AttrList: { parseAttrList(input: string): Record<string, string> };
  M3U8Parser: {
    resolve(url: string, playlistUrl: string): string;
    parseMasterPlaylist(text: string, playlistUrl: string): object;
    parseMasterPlaylistMedia(text: string, playlistUrl: string, parsed: object): object;
    parseLevelPlaylist(text: string, playlistUrl: string, id: number, type: string, levelId: number, variables: null): object;
  };
  parseWebVTT(
    bytes: ArrayBuffer,
    initPts: { baseTime: number; timescale: number },
    cc: object,
    index: number,
    offset: number,
    onCues: (cues: { text: string }[]) => void,
    onError: () => void
  ): void;
  addCueToTrack(track: object, cue: object): void;
  mergeDetails(before: object, after: object, logger: object): void;
  ID3TrackController: new (hls: object) => MetadataCues;
}

interface Cue {
  id: string;
  startTime: number;
  endTime: number;
  track?: object;
}

/** The members of hls.js's `ID3TrackController` that the tests use. */
interface MetadataCues {
  hls: object;
  mediaHeader: object;
  id3Track: { track: LinearSearchTrack };
  updateDateRangeCues(details: object, removeOld?: boolean): void;
  onFragParsingMetadata(event: string, data: object): void;
}

/** A text track that finds a cue with a linear search, as browsers do. */
class LinearSearchTrack {
  readonly mode = 'hidden';
  readonly cues = Object.assign([] as Cue[], {
    getCueById(this: Cue[], id: string) {
      return this.find((cue) => cue.id === id) ?? null;
    }
  });
  addCue(cue: Cue): void {
    cue.track = this;
    this.cues.push(cue);
  }
  removeCue(): void {}
}

const hlsSourcePath = (file: string) => fileURLToPath(new URL(`../../../node_modules/hls.js/src/${file}.ts`, import.meta.url));

const entryCode = `export { AttrList } from '${hlsSourcePath('utils/attr-list')}';
  export { default as M3U8Parser } from '${hlsSourcePath('loader/m3u8-parser')}';
  export { parseWebVTT } from '${hlsSourcePath('utils/webvtt-parser')}';
  export { addCueToTrack } from '${hlsSourcePath('utils/texttrack-utils')}';
  export { mergeDetails } from '${hlsSourcePath('utils/level-helper')}';
  export { ID3TrackController } from '${hlsSourcePath('controller/id3-track-controller')}';`;

const disabledFeatures = Object.fromEntries(
  ['VARIABLE_SUBSTITUTION', 'EME_DRM', 'INTERSTITIALS', 'CMCD', 'CONTENT_STEERING', 'M2TS_ADVANCED_CODECS', 'MEDIA_CAPABILITIES'].map(
    (name) => [`__USE_${name}__`, 'false']
  )
);

/** Loads hls.js's parsers from its sources, changed by `replacements`. */
async function loadHlsReaders(replacements: readonly (readonly string[])[]): Promise<HlsReaders> {
  const { outputFiles } = await build({
    stdin: { contents: entryCode, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { ...disabledFeatures, __VERSION__: '""' },
    banner: {
      js: 'const self = globalThis; self.VTTCue ??= class { constructor(s, e, t) { this.startTime = s; this.endTime = e; this.text = t; } };'
    },
    plugins: [
      {
        name: 'replace',
        setup({ onLoad }) {
          onLoad({ filter: /(hls\.js\/src|url-toolkit)\/.*\.[jt]s$/ }, async ({ path }) => ({
            contents: replacements.reduce((text, [found, instead]) => text.replace(found!, () => instead!), await readFile(path, 'utf8')),
            loader: path.endsWith('.ts') ? 'ts' : 'js'
          }));
        }
      }
    ]
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`)) as HlsReaders;
}

export const playlistUrl = 'https://media.test/a/m.m3u8';
const repeatedText =
  (piece: string, before = '', after = '') =>
  (length: number): string =>
    Buffer.from(before + repeatToLength(piece, length) + after).toString();
const twoHalves =
  (one: (length: number) => string, other: (length: number) => string) =>
  (length: number): string =>
    one(length / 2) + other(length / 2);

const multivariantHeader = '#EXTM3U\n';
export const mediaHeader = '#EXTM3U\n#EXT-X-TARGETDURATION:2\n';
export const webVttHeader = 'WEBVTT\n\n00:00.000 --> 00:09.000\n';

const readMultivariantPlaylist =
  ({ M3U8Parser }: HlsReaders) =>
  (playlist: string) =>
    M3U8Parser.parseMasterPlaylistMedia(playlist, playlistUrl, M3U8Parser.parseMasterPlaylist(playlist, playlistUrl));
const readMediaPlaylist =
  ({ M3U8Parser }: HlsReaders) =>
  (playlist: string) =>
    M3U8Parser.parseLevelPlaylist(playlist, playlistUrl, 0, 'main', 0, null);
export const readCueTexts = ({ parseWebVTT }: HlsReaders, file: string): string[] => {
  let cues: { text: string }[] = [];
  const bytes = new TextEncoder().encode(file).buffer;
  parseWebVTT(
    bytes,
    { baseTime: 0, timescale: 1 },
    { 0: { start: 0 }, ccOffset: 0, presentationOffset: 0 },
    0,
    0,
    (found) => (cues = found),
    () => {}
  );
  return cues.map((cue) => cue.text);
};

const silentLogger = { warn() {}, log() {}, info() {} };

/** Returns the metadata cues that `read` adds to their text track. */
function collectMetadataCues({ ID3TrackController }: HlsReaders, read: (metadata: MetadataCues) => void): Cue[] {
  const config = { enableDateRangeMetadataCues: true, enableEmsgMetadataCues: true, enableID3MetadataCues: true };
  const metadata = new ID3TrackController({ config, on() {}, off() {} });
  const track = new LinearSearchTrack();
  Object.assign(metadata, { mediaHeader: {}, id3Track: { track } });
  read(metadata);
  return track.cues;
}

export const readDateRangeCues = (readers: HlsReaders, playlist: string): Cue[] =>
  collectMetadataCues(readers, (metadata) => metadata.updateDateRangeCues(readMediaPlaylist(readers)(playlist), true));

/** Returns the bytes of an ID3 tag with `frameCount` text frames, each of a few bytes. */
function makeId3Tag(frameCount: number): Uint8Array {
  const frame = [...'TXXX'].map((letter) => letter.charCodeAt(0)).concat(0, 0, 0, 4, 0, 0, 3, 97, 0, 98);
  const size = frameCount * frame.length;
  const parts = [21, 14, 7, 0].map((shift) => (size >> shift) & 127);
  return Uint8Array.from([73, 68, 51, 3, 0, 0, ...parts, ...Array.from({ length: frameCount }, () => frame).flat()]);
}

/** Makes a text of `length` characters from distinct pieces, each built from its number. */
const numberedPieces =
  (piece: (index: number) => string, before = '', after = '') =>
  (length: number): string => {
    const count = Math.ceil(length / piece(10_000).length);
    return Buffer.from(before + Array.from({ length: count }, (_, index) => piece(index)).join('') + after).toString();
  };

export const datedMediaHeader = `${mediaHeader}#EXT-X-PROGRAM-DATE-TIME:2030-01-01T00:00:00Z\n`;
export const dateTimeAt = (index: number): string => new Date(Date.UTC(2030, 0, 1) + index * 500).toISOString();
const dateRangeTag = (index: number, otherAttributes: string): string =>
  `#EXT-X-DATERANGE:ID="${index}",START-DATE="${dateTimeAt(index)}",${otherAttributes}\n`;

/** Reads a playlist with a discontinuity before each segment, and then its reload without any. */
function reloadPlaylist(readers: HlsReaders, playlist: string): unknown {
  const [before, after] = [playlist.replaceAll('#EXTINF', '#EXT-X-DISCONTINUITY\n#EXTINF'), playlist].map(readMediaPlaylist(readers));
  return readers.mergeDetails(before!, after!, silentLogger);
}

export const worstTexts: readonly (readonly [
  name: string,
  read: (readers: HlsReaders) => (text: string) => unknown,
  make: (length: number) => string
])[] = [
  [
    'a variant without an equals sign',
    readMultivariantPlaylist,
    repeatedText('a', `${multivariantHeader}#EXT-X-STREAM-INF:`, '\nv.m3u8\n')
  ],
  ['a variant of odd quotes', readMultivariantPlaylist, repeatedText('a="b,', `${multivariantHeader}#EXT-X-STREAM-INF:`, '\nv.m3u8\n')],
  ['a variant of equals signs', readMultivariantPlaylist, repeatedText('=', `${multivariantHeader}#EXT-X-STREAM-INF:`, '\nv.m3u8\n')],
  ['a variant without a URL', readMultivariantPlaylist, repeatedText('\n', `${multivariantHeader}#EXT-X-STREAM-INF:`)],
  ['variants without attributes', readMultivariantPlaylist, repeatedText('#EXT-X-STREAM-INF:\n', multivariantHeader)],
  ['comments after a variant', readMultivariantPlaylist, repeatedText('#\n', `${multivariantHeader}#EXT-X-STREAM-INF:a=b\n`)],
  [
    'groups of many variants',
    readMultivariantPlaylist,
    twoHalves(repeatedText('#EXT-X-STREAM-INF:A=1\na\n', multivariantHeader), repeatedText('#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="x"\n'))
  ],
  [
    'a URL with many parent directories',
    readMultivariantPlaylist,
    twoHalves(repeatedText('a/', `${multivariantHeader}#EXT-X-STREAM-INF:A=1\n`), repeatedText('../'))
  ],
  ['a URL of dots', readMultivariantPlaylist, repeatedText('./', `${multivariantHeader}#EXT-X-STREAM-INF:A=1\n`)],
  ['codecs', readMultivariantPlaylist, repeatedText(',', `${multivariantHeader}#EXT-X-STREAM-INF:CODECS="`, '"\na\n')],
  ['spaces in a playlist', readMediaPlaylist, repeatedText(' ', mediaHeader)],
  ['spaces after a segment', readMediaPlaylist, repeatedText(' ', `${mediaHeader}#EXTINF:`)],
  ['a title without an end', readMediaPlaylist, repeatedText('a ', `${mediaHeader}#EXTINF:1,`)],
  ['segments', readMediaPlaylist, repeatedText('#EXTINF:1,\na\n', mediaHeader)],
  ['blank lines', readMediaPlaylist, repeatedText('\n', mediaHeader)],
  ['a tag without a colon', readMediaPlaylist, repeatedText('#', mediaHeader)],
  ['a key without an equals sign', readMediaPlaylist, repeatedText('a', `${mediaHeader}#EXT-X-KEY:`)],
  [
    'sequence tags among segments',
    readMediaPlaylist,
    twoHalves(repeatedText('#EXTINF:1,\na\n', mediaHeader), repeatedText('#EXT-X-DISCONTINUITY-SEQUENCE:0\n'))
  ],
  [
    'tags of a delta update',
    readMediaPlaylist,
    repeatedText('#EXT-X-SKIP:SKIPPED-SEGMENTS=0,RECENTLY-REMOVED-DATERANGES="a"\n', mediaHeader)
  ],
  [
    'a date range of many tags',
    readMediaPlaylist,
    (length) =>
      mediaHeader + Array.from({ length: length / 40 }, (_, index) => `#EXT-X-DATERANGE:ID="a",X-${index}="${'b'.repeat(12)}"`).join('\n')
  ],
  [
    'distinct codecs',
    readMultivariantPlaylist,
    numberedPieces((index) => `avc1.${index},`, `${multivariantHeader}#EXT-X-STREAM-INF:CODECS="`, '"\na\n')
  ],
  [
    'date ranges over segments',
    readMediaPlaylist,
    twoHalves(
      repeatedText('#EXTINF:1,\na\n', datedMediaHeader),
      numberedPieces((index) => dateRangeTag(index, 'DURATION=1'))
    )
  ],
  [
    'date ranges that end with the next',
    (readers) => (playlist) => readDateRangeCues(readers, playlist),
    numberedPieces((index) => dateRangeTag(index, 'CLASS="a",END-ON-NEXT=YES,X-A="b"'), `${datedMediaHeader}#EXTINF:1,\na\n`)
  ],
  [
    'discontinuities that a reload removes',
    (readers) => (playlist) => reloadPlaylist(readers, playlist),
    repeatedText('#EXTINF:1,\na\n', mediaHeader)
  ],
  [
    'a delta update that skips unknown segments',
    (readers) => (playlist) =>
      readers.mergeDetails(readMediaPlaylist(readers)(`${mediaHeader}#EXTINF:1,\na\n`), readMediaPlaylist(readers)(playlist), silentLogger),
    (length) => `${mediaHeader}#EXT-X-SKIP:SKIPPED-SEGMENTS=${Math.round(length / 10)}\n#EXTINF:1,\na\n`
  ],
  [
    'cues that are added to a track',
    ({ addCueToTrack }) =>
      (names) => {
        const track = new LinearSearchTrack();
        for (const id of names.split(' ')) addCueToTrack(track, { id });
        return track.cues.length;
      },
    numberedPieces((index) => `${index} `)
  ],
  [
    'metadata without an end',
    (readers) => (frames) => {
      const samples = [{ type: 'org.id3', pts: 0, duration: Infinity, data: makeId3Tag(frames.length / 20) }];
      return collectMetadataCues(readers, (metadata) => metadata.onFragParsingMetadata('', { samples }));
    },
    repeatedText('a')
  ],
  ['line breaks in a cue', (readers) => (file) => readCueTexts(readers, file), repeatedText('<br>', webVttHeader)],
  ['spaces in a cue', (readers) => (file) => readCueTexts(readers, file), repeatedText(' ', `${webVttHeader}a`, 'b')],
  ['arrows', (readers) => (file) => readCueTexts(readers, file), repeatedText('-->\n', webVttHeader)],
  ['cues', (readers) => (file) => readCueTexts(readers, file), repeatedText('00:00.000 --> 00:09.000\na\n\n', 'WEBVTT\n\n')]
];

export const [patchedReaders, originalReaders] = await Promise.all([loadHlsReaders(linearTimePatches['hls.js']), loadHlsReaders([])]);

/** Expects that hls.js without the replacements takes quadratic time for the text `name` with `length` characters. */
export function expectQuadratic(name: string, length: number): void {
  const [, read, make] = worstTexts.find(([textName]) => textName === name)!;
  expect(largestRatioOf(make, read(originalReaders), length)).toBeGreaterThanOrEqual(ratioLimit);
}

/** The canary of each text for which a replacement exists, with its length in characters. `npm test` runs the first three. */
export const canaries = [
  ['a variant without an equals sign', 16_000],
  ['spaces in a playlist', 8000],
  ['date ranges over segments', 100_000],
  ['spaces in a cue', 16_000],
  ['distinct codecs', 60_000],
  ['discontinuities that a reload removes', 100_000],
  ['cues that are added to a track', 40_000]
] as const;

/** The number of canaries that `npm test` runs. */
export const representativeCount = 3;
