import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cutFragment, readFragment, writeChunk } from './cmaf-samples.mjs';
import { readTimescale } from './cmaf.mjs';
import { epoch, filmPlace, segmentSeconds } from './live.mjs';

/** The number of parts of a segment, each a CMAF chunk that can be played as soon as it is available. */
export const partsPerSegment = 4;
const partMs = (segmentSeconds * 1000) / partsPerSegment;

/** When part `part` (from 0) of segment `number` is complete, in milliseconds since 1970. */
export const partReady = (/** @type {number} */ number, /** @type {number} */ part) =>
  epoch + (number * partsPerSegment + part + 1) * partMs;

/** The newest complete part at `now`: its segment and its index in it, from 0. @param {number} now */
export function newestPart(now) {
  const count = Math.floor((now - epoch) / partMs) - 1;
  return { number: Math.floor(count / partsPerSegment), part: count % partsPerSegment };
}

/**
 * The parts of segment `number` of a track, made from the video's in `folder`.
 * @param {string} folder
 * @param {string} track
 * @param {number} number
 */
export async function partsOf(folder, track, number) {
  const { file, later } = filmPlace(number);
  const [init, media] = await Promise.all([readFile(join(folder, track, 'init.mp4')), readFile(join(folder, track, `${file}.m4s`))]);
  const timescale = readTimescale(init);
  return cutFragment(readFragment(media), partsPerSegment).map((piece, index) => ({
    seconds: piece.samples.reduce((sum, { duration }) => sum + duration, 0) / timescale,
    // Only the first starts with a frame that needs no other; every audio part does.
    independent: index === 0 || track.startsWith('audio'),
    bytes: writeChunk({ ...piece, sequence: number * partsPerSegment + index, time: piece.time + BigInt(later * timescale) })
  }));
}
