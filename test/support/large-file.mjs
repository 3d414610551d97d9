import { readFileSync } from 'node:fs';
import { boxes, findBox, readTimescale, shiftSegment } from '../../demo/server/cmaf.mjs';

const folder = new URL('../../demo/media/cmaf/video-240/', import.meta.url);
const baseCount = 32;
const segmentSeconds = 2;

const readSegmentFile = (/** @type {string} */ name) => readFileSync(new URL(name, folder));

/** @typedef {{ head: Buffer, filler: number, tail: Buffer }} LargeSegment a segment in two parts, and the number of bytes between them */

/**
 * Adds bytes to the first sample of a segment: a NAL unit of filler data (ITU-T H.264, 7.4.1), which decoders discard.
 * @param {Buffer} segment @param {number} filler
 * @returns {LargeSegment}
 */
function enlarge(segment, filler) {
  const copy = Buffer.from(segment);
  const [moof, trun, mdat] = ['moof', 'trun', 'mdat'].map((type) => findBox(copy, type));
  const flags = copy.readUInt32BE(trun.body);
  if ((flags & 0x201) !== 0x201) throw new Error('the samples need a data offset and sizes of their own');
  const sizeOffset = trun.body + 12 + (flags & 4 ? 4 : 0) + (flags & 0x100 ? 4 : 0);
  const size = copy.readUInt32BE(sizeOffset);
  const sampleEnd = moof.start + copy.readInt32BE(trun.body + 8) + size;
  copy.writeUInt32BE(size + filler, sizeOffset);
  copy.writeUInt32BE(mdat.end - mdat.start + filler, mdat.start);
  return { head: copy.subarray(0, sampleEnd), filler, tail: copy.subarray(sampleEnd) };
}

/** Returns the init segment of the demo video with another duration. @param {number} seconds */
function initSegment(seconds) {
  const init = Buffer.from(readSegmentFile('init.mp4'));
  for (const { type, body } of boxes(init)) if (type === 'mdhd') init.writeUInt32BE(seconds * readTimescale(init), body + 16);
  return init;
}

/**
 * Returns a fragmented MP4 file of any size, whose bytes are created when they are read: the demo video, repeated, with filler data.
 * @param {{ bytes: number, bytesPerSecond: number }} options about how large it is, and its bit rate
 */
export function largeFile({ bytes, bytesPerSecond }) {
  const baseSegments = Array.from({ length: baseCount }, (_, index) => {
    const segment = readSegmentFile(`${index + 1}.m4s`);
    return enlarge(segment, Math.max(0, bytesPerSecond * segmentSeconds - segment.length));
  });
  const sizeOf = (/** @type {LargeSegment} */ { head, filler, tail }) => head.length + filler + tail.length;
  const count = Math.ceil(bytes / (bytesPerSecond * segmentSeconds));
  const init = initSegment(count * segmentSeconds);
  const ticksPerRound = BigInt(baseCount * segmentSeconds * readTimescale(init));
  const fillerChunk = Buffer.alloc(65_536, 0xff);

  /** @param {number} index */
  function* segmentBytes(index) {
    const { head, filler, tail } = baseSegments[index % baseCount];
    // `shiftSegment` reads only the box headers in `head`. The remaining data is yielded below.
    const shiftedSegment = shiftSegment(
      Buffer.concat([head, Buffer.alloc(filler), tail]),
      ticksPerRound * BigInt(Math.floor(index / baseCount)),
      index + 1
    );
    yield shiftedSegment.subarray(0, head.length);
    if (filler > 0) {
      const nal = Buffer.alloc(5);
      nal.writeUInt32BE(filler - 4, 0);
      nal[4] = 12;
      yield nal;
      for (let remaining = filler - 6; remaining > 0; remaining -= fillerChunk.length)
        yield fillerChunk.subarray(0, Math.min(remaining, fillerChunk.length));
      yield Buffer.of(0x80);
    }
    yield tail;
  }

  const starts = [init.length];
  for (let index = 0; index < count; index += 1) starts.push(starts[index] + sizeOf(baseSegments[index % baseCount]));
  return {
    size: /** @type {number} */ (starts.at(-1)),
    seconds: count * segmentSeconds,
    /** Yields the bytes from `first` on. @param {number} first */
    *from(first) {
      if (first < init.length) yield init.subarray(first);
      const firstSegment = Math.max(
        0,
        starts.findLastIndex((start) => start <= first)
      );
      for (let index = firstSegment; index < count; index += 1) {
        let offset = starts[index];
        for (const part of segmentBytes(index)) {
          if (offset + part.length > first) yield part.subarray(Math.max(0, first - offset));
          offset += part.length;
        }
      }
    }
  };
}
