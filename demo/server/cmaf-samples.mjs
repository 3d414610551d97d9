import { findBox } from './cmaf.mjs';

/** @typedef {{ bytes: Buffer, duration: number, flags: number }} Sample */
/** @typedef {{ track: number, sequence: number, time: bigint, samples: Sample[] }} Fragment times in ticks */

/** The flags of a `trun` box that say which fields it contains (ISO/IEC 14496-12, 8.8.8). */

const presenceFlags = { dataOffset: 1, firstFlags: 4, duration: 0x100, size: 0x200, flags: 0x400 };

/**
 * Reads a segment of one fragment, one track and one run, without B-frames, as `demo/media/make.mjs` makes them (ISO/IEC 14496-12,
 * 8.8).
 * @param {Buffer} segment
 * @returns {Fragment}
 */
export function readFragment(segment) {
  const content = (/** @type {string} */ type) => {
    const { body, end } = findBox(segment, type);
    return segment.subarray(body, end);
  };
  const [tfhd, trun, data] = [content('tfhd'), content('trun'), content('mdat')];
  const defaults = { duration: tfhd.readUInt32BE(8), flags: tfhd.readUInt32BE(16) };
  const presentFields = trun.readUInt32BE(0) & 0xffffff;
  let offset = 8;
  /** @param {number} flag @param {number} defaultValue */
  const next = (flag, defaultValue) => (presentFields & flag ? trun.readUInt32BE((offset += 4) - 4) : defaultValue);
  next(presenceFlags.dataOffset, 0);
  const firstSampleFlags = next(presenceFlags.firstFlags, defaults.flags);
  let sampleEnd = 0;
  const samples = Array.from({ length: trun.readUInt32BE(4) }, (_, index) => {
    const duration = next(presenceFlags.duration, defaults.duration);
    const size = next(presenceFlags.size, 0);
    const flags = next(presenceFlags.flags, index === 0 ? firstSampleFlags : defaults.flags);
    sampleEnd += size;
    return { bytes: data.subarray(sampleEnd - size, sampleEnd), duration, flags };
  });
  return { track: tfhd.readUInt32BE(4), sequence: content('mfhd').readUInt32BE(4), time: content('tfdt').readBigUInt64BE(4), samples };
}

/**
 * Returns a box with a four-letter type.
 * @param {string} type
 * @param {(Buffer | number[])[]} content
 */
export function box(type, ...content) {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)));
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

/** @param {number[]} values */
export function u32(...values) {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value >>> 0, index * 4));
  return bytes;
}

/**
 * Writes a fragment as one CMAF chunk; `extra` are further boxes of its track fragment.
 * @param {Fragment} fragment
 * @param {Buffer[]} [extra]
 */
export function writeChunk({ track, sequence, time, samples }, extra = []) {
  const start = Buffer.alloc(8);
  start.writeBigUInt64BE(time);
  const run = u32(...samples.flatMap(({ bytes, duration, flags }) => [duration, bytes.length, flags]));
  /** @param {number} offset of the data, from the start of the moof */
  const moof = (offset) =>
    box(
      'moof',
      box('mfhd', u32(0, sequence)),
      box(
        'traf',
        box('tfhd', u32(0x020000, track)),
        box('tfdt', u32(0x01000000), start),
        box('trun', u32(0x000701, samples.length, offset), run),
        ...extra
      )
    );
  return Buffer.concat([moof(moof(0).length + 8), box('mdat', ...samples.map(({ bytes }) => bytes))]);
}

/**
 * Cuts a fragment into `count` parts of about equal duration.
 * @param {Fragment} fragment
 * @param {number} count
 * @returns {Fragment[]}
 */
export function cutFragment({ samples, time, ...rest }, count) {
  const totalTicks = samples.reduce((sum, { duration }) => sum + duration, 0);
  /** @type {Fragment[]} */
  const pieces = [];
  let elapsedTicks = 0;
  for (const sample of samples) {
    const index = Math.floor((elapsedTicks * count) / totalTicks);
    pieces[index] ??= { ...rest, time: time + BigInt(elapsedTicks), samples: [] };
    pieces[index].samples.push(sample);
    elapsedTicks += sample.duration;
  }
  return pieces;
}
