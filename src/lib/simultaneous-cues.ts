import { maxCuesAtOnce } from './cue-limit.js';
import { sliceLength, type Slices } from './slices.js';

/** A timing line of a WebVTT cue, as tolerant as the parser of browsers (WebVTT, 6.3). */
const timing = /^\s*(?:(\d{1,9}):)?(\d\d):(\d\d)\.(\d{3})\s*-->\s*(?:(\d{1,9}):)?(\d\d):(\d\d)\.(\d{3})/;

/** Returns seconds for hours, minutes, seconds and thousandths. */
const seconds = ([hours = '0', minutes, whole, thousandths]: readonly (string | undefined)[]): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;

/**
 * Drops the cues of a WebVTT file that start while 50 others are active, by removing the `-->` of their timing lines. The remaining cues
 * are assigned to 50 lanes; within a lane, cues do not overlap.
 */
export function* limitSimultaneousCues(text: string): Slices<string> {
  const lines = text.split('\n');
  const cues: { at: number; start: number; end: number }[] = [];
  for (const [at, line] of lines.entries()) {
    if (at % sliceLength === 0) yield;
    const [, ...parts] = (line.includes('-->') && timing.exec(line)) || [];
    if (parts.length > 0) cues.push({ at, start: seconds(parts.slice(0, 4)), end: seconds(parts.slice(4)) });
  }
  if (cues.length <= maxCuesAtOnce) return text;
  cues.sort((one, other) => one.start - other.start);
  const ends = new Float64Array(maxCuesAtOnce);
  let lane = 0;
  for (const [index, { at, start, end }] of cues.entries()) {
    if (index % sliceLength === 0) yield;
    let triedLanes = 0;
    for (; triedLanes < maxCuesAtOnce && ends[lane]! > start; triedLanes++) lane = (lane + 1) % maxCuesAtOnce;
    if (triedLanes === maxCuesAtOnce) lines[at] = lines[at]!.replaceAll('-->', '');
    else ends[lane] = end;
  }
  return lines.join('\n');
}
