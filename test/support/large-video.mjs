import { readFileSync } from 'node:fs';

/** A minute of H.264 and AAC, with one video sample in each chunk, and without reordered frames. */
const video = readFileSync(new URL('../../demo/media/film.mp4', import.meta.url));

/** A box and its content (ISO/IEC 14496-12, 4.2). @typedef {{ type: string, content: Buffer }} Box */

/** @param {Buffer} bytes @returns {Box[]} */
function boxesOf(bytes) {
  const boxes = [];
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at))
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, at + bytes.readUInt32BE(at)) });
  return boxes;
}

/** @param {string} type @param {Buffer} content */
function box(type, content) {
  const header = Buffer.from(`\0\0\0\0${type}`, 'latin1');
  header.writeUInt32BE(content.length + 8);
  return Buffer.concat([header, content]);
}

/** @param {readonly number[]} values */
function concatWords(values) {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

/** Returns the 32-bit words of a content, beginning with `firstByte`. @param {Buffer} content @param {number} [firstByte] */
const wordsOf = (content, firstByte = 0) =>
  Array.from({ length: (content.length - firstByte) >> 2 }, (_, index) => content.readUInt32BE(firstByte + index * 4));

/** @param {Buffer} content @param {readonly string[]} path */
const contentAt = (content, path) =>
  path.reduce((found, name) => /** @type {Box} */ (boxesOf(found).find(({ type }) => type === name)).content, content);

/** The index of the 32-bit word that contains the duration, in version 0 of each box. @type {Record<string, number>} */
const durationWords = { mvhd: 4, tkhd: 5, mdhd: 4, elst: 2 };
const containerTypes = new Set(['trak', 'edts', 'mdia', 'minf', 'stbl']);

/** Consecutive samples: their offset in the file, and the size of each. @typedef {{ at: number, sizes: number[] }} Chunk */

/** Returns the chunks of a track. @param {Buffer} trak @returns {Chunk[]} */
function chunksOf(trak) {
  const table = (/** @type {string} */ name) => contentAt(trak, ['mdia', 'minf', 'stbl', name]);
  const sizes = wordsOf(table('stsz'), 12);
  const runs = wordsOf(table('stsc'), 8);
  let [run, samples] = [0, 0];
  return wordsOf(table('stco'), 8).map((at, index) => {
    if (runs[run + 3] === index + 1) run += 3;
    const count = runs[run + 1] ?? 0;
    return { at, sizes: sizes.slice(samples, (samples += count)) };
  });
}

/**
 * Returns the demo's video as a larger file, whose bytes are created when they are read: the video `repeat` times in a row, with `filler`
 * bytes that decoders skip (a NAL unit of type 12) in each video sample.
 * @param {{ filler: number, repeat: number }} options
 * @returns {{ size: number, read(start: number, end: number): Buffer }}
 */
export function largeVideo({ filler, repeat }) {
  const nal = Buffer.alloc(filler, 0xff);
  nal.writeUInt32BE(filler - 4);
  nal[4] = 12;
  const moov = contentAt(video, ['moov']);
  const tracks = boxesOf(moov).flatMap(({ type, content }) => (type === 'trak' ? [chunksOf(content)] : []));
  const orderedChunks = tracks
    .flatMap((chunks, track) => chunks.map((chunk, index) => ({ ...chunk, track, index })))
    .sort((a, b) => a.at - b.at);
  const chunkLength = (/** @type {{ track: number, sizes: number[] }} */ { track, sizes }) =>
    sizes.reduce((sum, size) => sum + size, track === 0 ? filler : 0);
  const roundLength = orderedChunks.reduce((sum, chunk) => sum + chunkLength(chunk), 0);
  /** The offset of each chunk from the start of a round. */
  const offsets = tracks.map((chunks) => new Array(chunks.length).fill(0));
  const starts = [];
  let end = 0;
  for (const chunk of orderedChunks) {
    starts.push((offsets[chunk.track][chunk.index] = end));
    end += chunkLength(chunk);
  }

  /** @param {Buffer} content @param {number} mediaStart @param {number} track @returns {Buffer} */
  function rewrite(content, mediaStart, track = -1) {
    return Buffer.concat(
      boxesOf(content).map(({ type, content: inner }) => {
        if (type === 'trak') track += 1;
        const rounds = Array.from({ length: repeat }, (_, index) => index);
        const repeatValues = (/** @type {readonly number[]} */ list, /** @type {number} */ step) =>
          rounds.flatMap((index) => list.map((value) => value + index * step));
        const tableBox = (/** @type {readonly number[]} */ headWords, /** @type {readonly number[]} */ entries, width = 1) =>
          box(type, concatWords([...headWords, entries.length / width, ...entries]));
        if (containerTypes.has(type)) return box(type, rewrite(inner, mediaStart, track));
        if (type in durationWords) {
          const copy = Buffer.from(inner);
          const at = /** @type {number} */ (durationWords[type]) * 4;
          copy.writeUInt32BE(copy.readUInt32BE(at) * repeat, at);
          return box(type, copy);
        }
        const entries = wordsOf(inner, type === 'stsz' ? 12 : 8);
        const chunks = tracks[track] ?? [];
        const samples = chunks.reduce((sum, { sizes }) => sum + sizes.length, 0);
        if (type === 'stts')
          return tableBox(
            [0],
            rounds.flatMap(() => entries),
            2
          );
        if (type === 'stss') return tableBox([0], repeatValues(entries, samples));
        if (type === 'stsc')
          return tableBox(
            [0],
            rounds.flatMap((index) => entries.map((value, at) => (at % 3 ? value : value + index * chunks.length))),
            3
          );
        if (type === 'stsz') return tableBox([0, 0], repeatValues(track === 0 ? entries.map((size) => size + filler) : entries, 0));
        if (type === 'stco')
          return tableBox(
            [0],
            repeatValues(offsets[track] ?? [], roundLength).map((offset) => offset + mediaStart)
          );
        return /^(sgpd|sbgp|udta)$/.test(type) ? Buffer.alloc(0) : box(type, inner);
      })
    );
  }
  const ftyp = box('ftyp', contentAt(video, ['ftyp']));
  const createHeader = (/** @type {number} */ mediaStart) =>
    Buffer.concat([ftyp, box('moov', rewrite(moov, mediaStart)), concatWords([roundLength * repeat + 8]), Buffer.from('mdat')]);
  const mediaStart = createHeader(0).length;
  const fileHeader = createHeader(mediaStart);
  const size = mediaStart + roundLength * repeat;
  return {
    size,
    read(start, end) {
      const parts = [fileHeader.subarray(start, end)];
      for (let at = Math.max(start, mediaStart); at < Math.min(end, size);) {
        const offsetInRound = (at - mediaStart) % roundLength;
        let [low, high] = [0, starts.length];
        while (high - low > 1) {
          const middle = (low + high) >> 1;
          if (starts[middle] <= offsetInRound) low = middle;
          else high = middle;
        }
        const chunk = /** @type {typeof orderedChunks[number]} */ (orderedChunks[low]);
        const mediaBytes = video.subarray(chunk.at, chunk.at + chunk.sizes.reduce((sum, each) => sum + each, 0));
        const chunkBytes = chunk.track === 0 ? Buffer.concat([mediaBytes, nal]) : mediaBytes;
        const chunkOffset = offsetInRound - starts[low];
        parts.push(chunkBytes.subarray(chunkOffset, chunkOffset + end - at));
        at += Math.min(chunkBytes.length - chunkOffset, end - at);
      }
      return Buffer.concat(parts);
    }
  };
}
