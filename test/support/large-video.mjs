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
function words(values) {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

/** Returns the 32-bit words of a content from a byte on. @param {Buffer} content @param {number} [from] */
const wordsOf = (content, from = 0) =>
  Array.from({ length: (content.length - from) >> 2 }, (_, index) => content.readUInt32BE(from + index * 4));

/** @param {Buffer} content @param {readonly string[]} path */
const inside = (content, path) =>
  path.reduce((found, name) => /** @type {Box} */ (boxesOf(found).find(({ type }) => type === name)).content, content);

/** Where the words are that hold a duration, in version 0. @type {Record<string, number>} */
const durations = { mvhd: 4, tkhd: 5, mdhd: 4, elst: 2 };
const parents = new Set(['trak', 'edts', 'mdia', 'minf', 'stbl']);

/** The samples in a row with one offset. @typedef {{ at: number, sizes: number[] }} Chunk */

/** Returns the chunks of a track. @param {Buffer} trak @returns {Chunk[]} */
function chunksOf(trak) {
  const table = (/** @type {string} */ name) => inside(trak, ['mdia', 'minf', 'stbl', name]);
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
 * Returns the demo's video as a larger file, whose bytes are made when they are read: played `repeat` times in a row, with `filler` bytes that
 * decoders skip (a NAL unit of type 12) in each video sample.
 * @param {{ filler: number, repeat: number }} options
 * @returns {{ size: number, read(start: number, end: number): Buffer }}
 */
export function largeVideo({ filler, repeat }) {
  const nal = Buffer.alloc(filler, 0xff);
  nal.writeUInt32BE(filler - 4);
  nal[4] = 12;
  const moov = inside(video, ['moov']);
  const tracks = boxesOf(moov).flatMap(({ type, content }) => (type === 'trak' ? [chunksOf(content)] : []));
  const order = tracks.flatMap((chunks, track) => chunks.map((chunk, index) => ({ ...chunk, track, index }))).sort((a, b) => a.at - b.at);
  const lengthOf = (/** @type {{ track: number, sizes: number[] }} */ { track, sizes }) =>
    sizes.reduce((sum, size) => sum + size, track === 0 ? filler : 0);
  const round = order.reduce((sum, chunk) => sum + lengthOf(chunk), 0);
  /** The offset of each chunk from the start of a round. */
  const offsets = tracks.map((chunks) => new Array(chunks.length).fill(0));
  const starts = [];
  let end = 0;
  for (const chunk of order) {
    starts.push((offsets[chunk.track][chunk.index] = end));
    end += lengthOf(chunk);
  }

  /** @param {Buffer} content @param {number} mediaStart @param {number} track @returns {Buffer} */
  function rewrite(content, mediaStart, track = -1) {
    return Buffer.concat(
      boxesOf(content).map(({ type, content: inner }) => {
        if (type === 'trak') track += 1;
        const rounds = Array.from({ length: repeat }, (_, index) => index);
        const all = (/** @type {readonly number[]} */ list, /** @type {number} */ step) =>
          rounds.flatMap((index) => list.map((value) => value + index * step));
        const list = (/** @type {readonly number[]} */ head, /** @type {readonly number[]} */ entries, width = 1) =>
          box(type, words([...head, entries.length / width, ...entries]));
        if (parents.has(type)) return box(type, rewrite(inner, mediaStart, track));
        if (type in durations) {
          const copy = Buffer.from(inner);
          const at = /** @type {number} */ (durations[type]) * 4;
          copy.writeUInt32BE(copy.readUInt32BE(at) * repeat, at);
          return box(type, copy);
        }
        const entries = wordsOf(inner, type === 'stsz' ? 12 : 8);
        const chunks = tracks[track] ?? [];
        const samples = chunks.reduce((sum, { sizes }) => sum + sizes.length, 0);
        if (type === 'stts')
          return list(
            [0],
            rounds.flatMap(() => entries),
            2
          );
        if (type === 'stss') return list([0], all(entries, samples));
        if (type === 'stsc')
          return list(
            [0],
            rounds.flatMap((index) => entries.map((value, at) => (at % 3 ? value : value + index * chunks.length))),
            3
          );
        if (type === 'stsz') return list([0, 0], all(track === 0 ? entries.map((size) => size + filler) : entries, 0));
        if (type === 'stco')
          return list(
            [0],
            all(offsets[track] ?? [], round).map((offset) => offset + mediaStart)
          );
        return /^(sgpd|sbgp|udta)$/.test(type) ? Buffer.alloc(0) : box(type, inner);
      })
    );
  }
  const ftyp = box('ftyp', inside(video, ['ftyp']));
  const head = (/** @type {number} */ mediaStart) =>
    Buffer.concat([ftyp, box('moov', rewrite(moov, mediaStart)), words([round * repeat + 8]), Buffer.from('mdat')]);
  const mediaStart = head(0).length;
  const front = head(mediaStart);
  const size = mediaStart + round * repeat;
  return {
    size,
    read(start, end) {
      const parts = [front.subarray(start, end)];
      for (let at = Math.max(start, mediaStart); at < Math.min(end, size);) {
        const within = (at - mediaStart) % round;
        let [low, high] = [0, starts.length];
        while (high - low > 1) {
          const middle = (low + high) >> 1;
          if (starts[middle] <= within) low = middle;
          else high = middle;
        }
        const chunk = /** @type {typeof order[number]} */ (order[low]);
        const bytes = video.subarray(chunk.at, chunk.at + chunk.sizes.reduce((sum, each) => sum + each, 0));
        const whole = chunk.track === 0 ? Buffer.concat([bytes, nal]) : bytes;
        const from = within - starts[low];
        parts.push(whole.subarray(from, from + end - at));
        at += Math.min(whole.length - from, end - at);
      }
      return Buffer.concat(parts);
    }
  };
}
