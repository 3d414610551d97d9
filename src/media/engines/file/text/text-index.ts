import { bytesOf } from '../../../../lib/bytes-of.js';
import { canonicalLanguage } from '../../../../lib/language.js';
import { boxesIn, findContent, subview, rowsOf } from './boxes.js';

/** Where a text is in the file, and when it is shown, in seconds. */
export interface TextSample {
  readonly position: number;
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

/** How the fragments of a file describe a text track, and what they say when they leave out a value (ISO/IEC 14496-12, 8.8.3). */
export interface TextFragments {
  readonly trackId: number;
  /** Units per second. */
  readonly timescale: number;
  /** Seconds by which an edit list shifts the track. */
  readonly shift: number;
  /** Of a sample, in units. */
  readonly duration: number;
  /** Of a sample, in bytes. */
  readonly size: number;
}

/** A text track inside a file. */
export interface FileText {
  readonly format: 'tx3g' | 'wvtt';
  readonly kind: 'subtitles' | 'chapters';
  /** Text, never markup; empty when the file has none. */
  readonly label: string;
  /** BCP 47, or empty. */
  readonly language: string;
  /** Those in the index, in the order of the file. */
  readonly samples: readonly TextSample[];
  /** Undefined when the file is not fragmented. */
  readonly fragments: TextFragments | undefined;
}

/** Maximum number of texts of a track; further ones are ignored. */
export const maxSamples = 20_000;
/** Sample entries of texts (3GPP TS 26.245; ISO/IEC 14496-30; QuickTime), and how they are written. */
const formats: ReadonlyMap<string, FileText['format']> = new Map([
  ['tx3g', 'tx3g'],
  ['text', 'tx3g'],
  ['wvtt', 'wvtt']
]);

const textOf = (view: DataView | undefined): string => (view ? new TextDecoder().decode(bytesOf(view)).replace(/\0.*$/s, '') : '');

/** Returns the text tracks that a `moov` box describes. */
export function readTextIndex(moov: DataView): FileText[] {
  const traks = boxesIn(moov).flatMap(({ type, content }) => (type === 'trak' ? [content] : []));
  const chapters = new Set(traks.flatMap((trak) => trackNumbersIn(findContent(trak, 'tref', 'chap'))));
  const timescale = timescaleOf(findContent(moov, 'mvhd'));
  return traks.flatMap((trak): FileText[] => {
    const table = findContent(trak, 'mdia', 'minf', 'stbl');
    const [entry] = boxesIn(subview(findContent(trak, 'mdia', 'minf', 'stbl', 'stsd') ?? new DataView(new ArrayBuffer(0)), 8));
    const format = formats.get(entry?.type ?? '');
    const header = findContent(trak, 'tkhd');
    if (!table || !format || !header || header.byteLength < 24) return [];
    const id = header.getUint32(header.getUint8(0) === 1 ? 20 : 12);
    const kind = chapters.has(id) ? 'chapters' : 'subtitles';
    // A QuickTime text track that no other track names as its chapters is not a caption.
    if (entry?.type === 'text' && kind !== 'chapters') return [];
    const samples = samplesOf(table, trak, timescale);
    const fragments = fragmentsOf(moov, trak, id, timescale);
    return [{ format, kind, label: labelOf(trak), language: canonicalLanguage(languageOf(trak)), samples, fragments }];
  });
}

/** Returns the track numbers in a reference. */
const trackNumbersIn = (content: DataView | undefined): number[] =>
  content ? Array.from({ length: content.byteLength >> 2 }, (_, index) => content.getUint32(index * 4)) : [];

/** Returns the units per second in a header. */
function timescaleOf(header: DataView | undefined): number {
  const offset = header && header.byteLength > 0 && header.getUint8(0) === 1 ? 20 : 12;
  return header && header.byteLength >= offset + 4 ? header.getUint32(offset) || 1 : 1;
}

/** Returns the name of a track, unless a program wrote it. */
function labelOf(trak: DataView): string {
  const name = textOf(findContent(trak, 'udta', 'name'));
  const handler = findContent(trak, 'mdia', 'hdlr');
  const handlerName = handler ? textOf(subview(handler, 20)) : '';
  return name || (/handler$/i.test(handlerName) ? '' : handlerName);
}

/** Returns the language: of the extended tag, or three letters of five bits each (ISO/IEC 14496-12, 8.4.2 and 8.4.6). */
function languageOf(trak: DataView): string {
  const extended = findContent(trak, 'mdia', 'elng');
  if (extended) return textOf(subview(extended, 4));
  const header = findContent(trak, 'mdia', 'mdhd');
  const offset = header && header.byteLength > 0 && header.getUint8(0) === 1 ? 32 : 20;
  const packed = header && header.byteLength >= offset + 2 ? header.getUint16(offset) : 0;
  const language = String.fromCharCode(...[10, 5, 0].map((shift) => 0x60 + ((packed >> shift) & 0x1f)));
  return /^[a-z]{3}$/.test(language) && language !== 'und' ? language : '';
}

/** Returns the time in seconds by which an edit list shifts a track. */
function shiftOf(trak: DataView, movieTimescale: number, timescale: number): number {
  const list = findContent(trak, 'edts', 'elst');
  if (!list || list.byteLength < 8 || list.getUint8(0) !== 0) return 0;
  let shift = 0;
  for (const [duration = 0, time = 0] of rowsOf(list, 3)) {
    // An empty edit delays the track.
    if (time !== 0xffffffff) return shift - time / timescale;
    shift += duration / movieTimescale;
  }
  return shift;
}

/** Returns what the index says about the fragments of a track; undefined when it announces none. */
function fragmentsOf(moov: DataView, trak: DataView, trackId: number, movieTimescale: number): TextFragments | undefined {
  const announced = boxesIn(findContent(moov, 'mvex') ?? subview(moov, 0, 0)).find(
    ({ type, content }) => type === 'trex' && content.byteLength >= 20 && content.getUint32(4) === trackId
  );
  if (!announced) return undefined;
  const timescale = timescaleOf(findContent(trak, 'mdia', 'mdhd'));
  const [duration, size] = [announced.content.getUint32(12), announced.content.getUint32(16)];
  return { trackId, timescale, shift: shiftOf(trak, movieTimescale, timescale), duration, size };
}

function samplesOf(table: DataView, trak: DataView, movieTimescale: number): TextSample[] {
  const timescale = timescaleOf(findContent(trak, 'mdia', 'mdhd'));
  const sizes = findContent(table, 'stsz');
  if (!sizes || sizes.byteLength < 12) return [];
  const count = Math.min(sizes.getUint32(8), maxSamples);
  const sizeOf = (index: number) => sizes.getUint32(4) || (16 + index * 4 <= sizes.byteLength ? sizes.getUint32(12 + index * 4) : 0);
  const largeOffsets = rowsOf(findContent(table, 'co64'), 2).map(([high = 0, low = 0]) => high * 2 ** 32 + low);
  const chunks = largeOffsets.length > 0 ? largeOffsets : rowsOf(findContent(table, 'stco'), 1).map(([offset = 0]) => offset);
  const durations = rowsOf(findContent(table, 'stts'), 2);
  const runs = rowsOf(findContent(table, 'stsc'), 3);
  const samples: TextSample[] = [];
  let time = shiftOf(trak, movieTimescale, timescale);
  let [run, entry, usedCount] = [0, 0, 0];
  for (let chunk = 0; chunk < chunks.length; chunk++) {
    if (runs[run + 1]?.[0] === chunk + 1) run += 1;
    let at = chunks[chunk]!;
    for (let inChunk = runs[run]?.[1] ?? 0; inChunk > 0; inChunk--) {
      if (samples.length >= count) return samples;
      while (durations[entry] && usedCount >= durations[entry]![0]!) [entry, usedCount] = [entry + 1, 0];
      usedCount += 1;
      const [size, end] = [sizeOf(samples.length), time + (durations[entry]?.[1] ?? 0) / timescale];
      samples.push({ position: at, size, start: time, end });
      [at, time] = [at + size, end];
    }
  }
  return samples;
}
