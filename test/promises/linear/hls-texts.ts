import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { linearTimePatches } from '../../../build/linear-time-patches.mjs';
import { largestRatioOf, limit, repeat } from './ratio.js';

/** The text parsers in hls.js. */
export interface Readers {
  AttrList: { parseAttrList(input: string): Record<string, string> };
  M3U8Parser: {
    resolve(url: string, base: string): string;
    parseMasterPlaylist(text: string, base: string): object;
    parseMasterPlaylistMedia(text: string, base: string, parsed: object): object;
    parseLevelPlaylist(text: string, base: string, id: number, type: string, levelId: number, variables: null): object;
  };
  parseWebVTT(
    bytes: ArrayBuffer,
    initPts: { baseTime: number; timescale: number },
    cc: object,
    index: number,
    offset: number,
    done: (cues: { text: string }[]) => void,
    failed: () => void
  ): void;
  addCueToTrack(track: object, cue: object): void;
  mergeDetails(before: object, after: object, logger: object): void;
  ID3TrackController: new (hls: object) => Metadata;
}

interface Cue {
  id: string;
  startTime: number;
  endTime: number;
  track?: object;
}

/** The members of hls.js's metadata cues that are called here. */
interface Metadata {
  hls: object;
  media: object;
  id3Track: { track: Track };
  updateDateRangeCues(details: object, removeOld?: boolean): void;
  onFragParsingMetadata(event: string, data: object): void;
}

/** A text track that finds a cue with a linear search, as browsers do. */
class Track {
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

const inHls = (file: string) => fileURLToPath(new URL(`../../../node_modules/hls.js/src/${file}.ts`, import.meta.url));

const entry = `export { AttrList } from '${inHls('utils/attr-list')}';
  export { default as M3U8Parser } from '${inHls('loader/m3u8-parser')}';
  export { parseWebVTT } from '${inHls('utils/webvtt-parser')}';
  export { addCueToTrack } from '${inHls('utils/texttrack-utils')}';
  export { mergeDetails } from '${inHls('utils/level-helper')}';
  export { ID3TrackController } from '${inHls('controller/id3-track-controller')}';`;

const flags = Object.fromEntries(
  ['VARIABLE_SUBSTITUTION', 'EME_DRM', 'INTERSTITIALS', 'CMCD', 'CONTENT_STEERING', 'M2TS_ADVANCED_CODECS', 'MEDIA_CAPABILITIES'].map(
    (name) => [`__USE_${name}__`, 'false']
  )
);

/** Loads hls.js's parsers from its sources, with the replacements that the build applies. */
async function readersWith(replacements: readonly (readonly string[])[]): Promise<Readers> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { ...flags, __VERSION__: '""' },
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
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`)) as Readers;
}

export const base = 'https://media.test/a/m.m3u8';
const text =
  (piece: string, before = '', after = '') =>
  (length: number): string =>
    Buffer.from(before + repeat(piece, length) + after).toString();
const both =
  (one: (length: number) => string, other: (length: number) => string) =>
  (length: number): string =>
    one(length / 2) + other(length / 2);

const master = '#EXTM3U\n';
export const media = '#EXTM3U\n#EXT-X-TARGETDURATION:2\n';
export const vtt = 'WEBVTT\n\n00:00.000 --> 00:09.000\n';

const readMaster =
  ({ M3U8Parser }: Readers) =>
  (playlist: string) =>
    M3U8Parser.parseMasterPlaylistMedia(playlist, base, M3U8Parser.parseMasterPlaylist(playlist, base));
const readMedia =
  ({ M3U8Parser }: Readers) =>
  (playlist: string) =>
    M3U8Parser.parseLevelPlaylist(playlist, base, 0, 'main', 0, null);
export const cuesOf = ({ parseWebVTT }: Readers, file: string): string[] => {
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

const silent = { warn() {}, log() {}, info() {} };

/** Returns the metadata cues that `read` adds to their track. */
function metadataOf({ ID3TrackController }: Readers, read: (metadata: Metadata) => void): Cue[] {
  const config = { enableDateRangeMetadataCues: true, enableEmsgMetadataCues: true, enableID3MetadataCues: true };
  const metadata = new ID3TrackController({ config, on() {}, off() {} });
  const track = new Track();
  Object.assign(metadata, { media: {}, id3Track: { track } });
  read(metadata);
  return track.cues;
}

export const cuesOfDates = (readers: Readers, playlist: string): Cue[] =>
  metadataOf(readers, (metadata) => metadata.updateDateRangeCues(readMedia(readers)(playlist), true));

/** Returns the bytes of an ID3 tag with this number of text frames, each of a few bytes. */
function id3(frames: number): Uint8Array {
  const frame = [...'TXXX'].map((letter) => letter.charCodeAt(0)).concat(0, 0, 0, 4, 0, 0, 3, 97, 0, 98);
  const size = frames * frame.length;
  const parts = [21, 14, 7, 0].map((shift) => (size >> shift) & 127);
  return Uint8Array.from([73, 68, 51, 3, 0, 0, ...parts, ...Array.from({ length: frames }, () => frame).flat()]);
}

/** A text of `length` characters with distinct pieces, each built from its number. */
const pieces =
  (piece: (at: number) => string, before = '', after = '') =>
  (length: number): string => {
    const count = Math.ceil(length / piece(10_000).length);
    return Buffer.from(before + Array.from({ length: count }, (_, at) => piece(at)).join('') + after).toString();
  };

export const dated = `${media}#EXT-X-PROGRAM-DATE-TIME:2030-01-01T00:00:00Z\n`;
export const date = (at: number): string => new Date(Date.UTC(2030, 0, 1) + at * 500).toISOString();
const range = (at: number, more: string): string => `#EXT-X-DATERANGE:ID="${at}",START-DATE="${date(at)}",${more}\n`;

/** A playlist that is reloaded, first with a discontinuity before each segment and then with none. */
function reloaded(readers: Readers, playlist: string): unknown {
  const [before, after] = [playlist.replaceAll('#EXTINF', '#EXT-X-DISCONTINUITY\n#EXTINF'), playlist].map(readMedia(readers));
  return readers.mergeDetails(before!, after!, silent);
}

export const worst: readonly (readonly [
  name: string,
  read: (readers: Readers) => (text: string) => unknown,
  make: (length: number) => string
])[] = [
  ['a variant without an equals sign', readMaster, text('a', `${master}#EXT-X-STREAM-INF:`, '\nv.m3u8\n')],
  ['a variant of odd quotes', readMaster, text('a="b,', `${master}#EXT-X-STREAM-INF:`, '\nv.m3u8\n')],
  ['a variant of equals signs', readMaster, text('=', `${master}#EXT-X-STREAM-INF:`, '\nv.m3u8\n')],
  ['a variant without a URL', readMaster, text('\n', `${master}#EXT-X-STREAM-INF:`)],
  ['variants without attributes', readMaster, text('#EXT-X-STREAM-INF:\n', master)],
  ['comments after a variant', readMaster, text('#\n', `${master}#EXT-X-STREAM-INF:a=b\n`)],
  ['groups of many variants', readMaster, both(text('#EXT-X-STREAM-INF:A=1\na\n', master), text('#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="x"\n'))],
  ['a URL with many parent directories', readMaster, both(text('a/', `${master}#EXT-X-STREAM-INF:A=1\n`), text('../'))],
  ['a URL of dots', readMaster, text('./', `${master}#EXT-X-STREAM-INF:A=1\n`)],
  ['codecs', readMaster, text(',', `${master}#EXT-X-STREAM-INF:CODECS="`, '"\na\n')],
  ['spaces in a playlist', readMedia, text(' ', media)],
  ['spaces after a segment', readMedia, text(' ', `${media}#EXTINF:`)],
  ['a title without an end', readMedia, text('a ', `${media}#EXTINF:1,`)],
  ['segments', readMedia, text('#EXTINF:1,\na\n', media)],
  ['blank lines', readMedia, text('\n', media)],
  ['a tag without a colon', readMedia, text('#', media)],
  ['a key without an equals sign', readMedia, text('a', `${media}#EXT-X-KEY:`)],
  ['sequence tags among segments', readMedia, both(text('#EXTINF:1,\na\n', media), text('#EXT-X-DISCONTINUITY-SEQUENCE:0\n'))],
  ['tags of a delta update', readMedia, text('#EXT-X-SKIP:SKIPPED-SEGMENTS=0,RECENTLY-REMOVED-DATERANGES="a"\n', media)],
  [
    'a date range of many tags',
    readMedia,
    (length) => media + Array.from({ length: length / 40 }, (_, at) => `#EXT-X-DATERANGE:ID="a",X-${at}="${'b'.repeat(12)}"`).join('\n')
  ],
  ['distinct codecs', readMaster, pieces((at) => `avc1.${at},`, `${master}#EXT-X-STREAM-INF:CODECS="`, '"\na\n')],
  [
    'date ranges over segments',
    readMedia,
    both(
      text('#EXTINF:1,\na\n', dated),
      pieces((at) => range(at, 'DURATION=1'))
    )
  ],
  [
    'date ranges that end with the next',
    (readers) => (playlist) => cuesOfDates(readers, playlist),
    pieces((at) => range(at, 'CLASS="a",END-ON-NEXT=YES,X-A="b"'), `${dated}#EXTINF:1,\na\n`)
  ],
  ['discontinuities that a reload removes', (readers) => (playlist) => reloaded(readers, playlist), text('#EXTINF:1,\na\n', media)],
  [
    'a delta update that skips unknown segments',
    (readers) => (playlist) => readers.mergeDetails(readMedia(readers)(`${media}#EXTINF:1,\na\n`), readMedia(readers)(playlist), silent),
    (length) => `${media}#EXT-X-SKIP:SKIPPED-SEGMENTS=${Math.round(length / 10)}\n#EXTINF:1,\na\n`
  ],
  [
    'cues that are added to a track',
    ({ addCueToTrack }) =>
      (names) => {
        const track = new Track();
        for (const id of names.split(' ')) addCueToTrack(track, { id });
        return track.cues.length;
      },
    pieces((at) => `${at} `)
  ],
  [
    'metadata without an end',
    (readers) => (frames) => {
      const samples = [{ type: 'org.id3', pts: 0, duration: Infinity, data: id3(frames.length / 20) }];
      return metadataOf(readers, (metadata) => metadata.onFragParsingMetadata('', { samples }));
    },
    text('a')
  ],
  ['line breaks in a cue', (readers) => (file) => cuesOf(readers, file), text('<br>', vtt)],
  ['spaces in a cue', (readers) => (file) => cuesOf(readers, file), text(' ', `${vtt}a`, 'b')],
  ['arrows', (readers) => (file) => cuesOf(readers, file), text('-->\n', vtt)],
  ['cues', (readers) => (file) => cuesOf(readers, file), text('00:00.000 --> 00:09.000\na\n\n', 'WEBVTT\n\n')]
];

export const [ours, theirs] = await Promise.all([readersWith(linearTimePatches['hls.js']), readersWith([])]);

/** Expects that hls.js without the replacements takes quadratic time for a text of so many characters. */
export function expectQuadratic(name: string, length: number): void {
  const [, read, make] = worst.find(([known]) => known === name)!;
  expect(largestRatioOf(make, read(theirs), length)).toBeGreaterThanOrEqual(limit);
}

/** The canary of each text that the replacements are for, with its length in characters. `npm test` reads the first three. */
export const canaries = [
  ['a variant without an equals sign', 16_000],
  ['spaces in a playlist', 8000],
  ['date ranges over segments', 100_000],
  ['spaces in a cue', 16_000],
  ['distinct codecs', 60_000],
  ['date ranges that end with the next', 100_000],
  ['discontinuities that a reload removes', 100_000],
  ['cues that are added to a track', 40_000],
  ['metadata without an end', 200_000]
] as const;

/** How many of the canaries `npm test` runs. */
export const most = 3;
