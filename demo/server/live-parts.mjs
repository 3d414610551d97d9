import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cutFragment, readFragment, writeChunk } from './cmaf-samples.mjs';
import { readTimescale } from './cmaf.mjs';
import { epochMs, videoSegmentOf, segmentSeconds } from './live.mjs';

/** The number of parts of a segment, each a CMAF chunk that can be played as soon as it is available. */
export const partsPerSegment = 4;
const partMs = (segmentSeconds * 1000) / partsPerSegment;

/** Returns when part `part` (from 0) of segment `number` is complete, in milliseconds since 1970. */
export const partReadyTime = (/** @type {number} */ number, /** @type {number} */ part) =>
  epochMs + (number * partsPerSegment + part + 1) * partMs;

/** Returns the segment and the index (from 0) of the newest complete part at `now`. @param {number} now */
export function newestPart(now) {
  const count = Math.floor((now - epochMs) / partMs) - 1;
  return { number: Math.floor(count / partsPerSegment), part: count % partsPerSegment };
}

/**
 * Returns the parts of segment `number` of a track, from the video's segments in `folder`.
 * @param {string} folder
 * @param {string} track
 * @param {number} number
 */
export async function partsOf(folder, track, number) {
  const { file, shiftSeconds } = videoSegmentOf(number);
  const [init, media] = await Promise.all([readFile(join(folder, track, 'init.mp4')), readFile(join(folder, track, `${file}.m4s`))]);
  const timescale = readTimescale(init);
  return cutFragment(readFragment(media), partsPerSegment).map((piece, index) => ({
    seconds: piece.samples.reduce((sum, { duration }) => sum + duration, 0) / timescale,
    // Only the first video part starts with a keyframe. Every audio part is independent.
    independent: index === 0 || track.startsWith('audio'),
    bytes: writeChunk({ ...piece, sequence: number * partsPerSegment + index, time: piece.time + BigInt(shiftSeconds * timescale) })
  }));
}
