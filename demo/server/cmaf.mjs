/** @typedef {{ type: string, start: number, body: number, end: number }} Box offsets in bytes; `body` is after size and type */

const containers = new Set(['moov', 'trak', 'mdia', 'moof', 'traf']);

/**
 * Yields all boxes of an ISO base media file or segment, containers before their content (ISO/IEC 14496-12, 4.2).
 * @param {Buffer} file
 * @returns {Generator<Box>}
 */
export function* boxes(file, start = 0, end = file.length) {
  for (let at = start; at + 8 <= end;) {
    const size = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (size < 8 || at + size > end) throw new Error(`box ${type} at ${at} does not fit`);
    yield { type, start: at, body: at + 8, end: at + size };
    if (containers.has(type)) yield* boxes(file, at + 8, at + size);
    at += size;
  }
}

/**
 * Returns the first box of a type, at any depth. @throws Error if there is none
 * @param {Buffer} file
 * @param {string} type
 */
export function findBox(file, type) {
  for (const box of boxes(file)) if (box.type === type) return box;
  throw new Error(`no ${type} box`);
}

/**
 * Returns the ticks per second of an init segment with one track.
 * @param {Buffer} init
 */
export function readTimescale(init) {
  const { body } = findBox(init, 'mdhd');
  return init.readUInt32BE(body + (init[body] === 1 ? 20 : 12));
}

/**
 * Returns the decode time of a segment's first sample, in ticks.
 * @param {Buffer} segment
 */
export function readDecodeTime(segment) {
  const { body } = findBox(segment, 'tfdt');
  return segment[body] === 1 ? segment.readBigUInt64BE(body + 4) : BigInt(segment.readUInt32BE(body + 4));
}

/**
 * Returns a copy of a segment that is `ticks` later, with fragment sequence numbers from `sequence`.
 * @throws Error for the 32 bit forms of tfdt and sidx, which a long timeline would overflow
 * @param {Buffer} segment
 * @param {bigint} ticks
 * @param {number} sequence
 */
export function shiftSegment(segment, ticks, sequence) {
  const copy = Buffer.from(segment);
  let number = sequence;
  for (const { type, body } of boxes(copy)) {
    if (type === 'mfhd') {
      copy.writeUInt32BE(number >>> 0, body + 4);
      number += 1;
    }
    // In tfdt the time follows version and flags; in sidx, reference_ID and timescale precede it.
    const at = type === 'tfdt' ? body + 4 : type === 'sidx' ? body + 12 : 0;
    if (!at) continue;
    if (copy[body] !== 1) throw new Error(`${type} is 32 bit`);
    copy.writeBigUInt64BE(copy.readBigUInt64BE(at) + ticks, at);
  }
  return copy;
}
