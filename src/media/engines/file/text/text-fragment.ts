import { boxesIn, findContent } from './boxes.js';
import { maxSamples, type TextFragments, type TextSample } from './text-index.js';

/** Reads numbers one after the other; zero where the content ends. */
class Fields {
  readonly #content: DataView;
  #at: number;

  constructor(content: DataView, at: number) {
    this.#content = content;
    this.#at = at;
  }

  get restBytes(): number {
    return Math.max(0, this.#content.byteLength - this.#at);
  }

  number(bytes: 4 | 8 = 4): number {
    const at = this.#at;
    const content = this.#content;
    this.#at += bytes;
    if (this.#at > content.byteLength) return 0;
    return bytes === 4 ? content.getUint32(at) : Number(content.getBigUint64(at));
  }
}

/** Returns the flags of a full box (ISO/IEC 14496-12, 4.2). */
const flagsOf = (content: DataView): number => new Fields(content, 0).number() & 0xffffff;

/** Returns the texts of a track that a `moof` box at this position of the file describes (ISO/IEC 14496-12, 8.8), in their order. */
export function readTextFragment(moof: DataView, position: number, track: TextFragments): TextSample[] {
  return boxesIn(moof).flatMap(({ type, content }) => (type === 'traf' ? samplesOf(content, position, track) : []));
}

function samplesOf(traf: DataView, moofPosition: number, track: TextFragments): TextSample[] {
  const [header, decodeTime] = [findContent(traf, 'tfhd'), findContent(traf, 'tfdt')];
  if (!header || !decodeTime || decodeTime.byteLength < 8) return [];
  const fields = new Fields(header, 4);
  if (fields.number() !== track.trackId) return [];
  const flags = flagsOf(header);
  const base = flags & 0x1 ? fields.number(8) : moofPosition;
  if (flags & 0x2) fields.number();
  const duration = flags & 0x8 ? fields.number() : track.duration;
  const size = flags & 0x10 ? fields.number() : track.size;
  const samples: TextSample[] = [];
  let time = new Fields(decodeTime, 4).number(decodeTime.getUint8(0) === 1 ? 8 : 4);
  let at = base;
  for (const { type, content } of boxesIn(traf)) {
    if (type !== 'trun') continue;
    const run = new Fields(content, 4);
    const runFlags = flagsOf(content);
    const count = run.number();
    // The offset is a signed number.
    if (runFlags & 0x1) at = base + (run.number() | 0);
    if (runFlags & 0x4) run.number();
    const rowBytes = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => runFlags & flag).length;
    const rows = rowBytes === 0 ? count : Math.min(count, Math.floor(run.restBytes / rowBytes));
    for (let row = 0; row < rows && samples.length < maxSamples; row++) {
      const units = runFlags & 0x100 ? run.number() : duration;
      const bytes = runFlags & 0x200 ? run.number() : size;
      if (runFlags & 0x400) run.number();
      const offset = runFlags & 0x800 ? run.number() | 0 : 0;
      const toSeconds = (value: number) => value / track.timescale + track.shift;
      samples.push({ position: at, size: bytes, start: toSeconds(time + offset), end: toSeconds(time + offset + units) });
      [at, time] = [at + bytes, time + units];
    }
  }
  return samples;
}
