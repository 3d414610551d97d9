import type { TimeRange } from '../../lib/time-ranges.js';

/**
 * Where the media after a passage can be decoded, in seconds, for each range of `session.withdrawn`. The range itself is the key, so a copy
 * of it has no entry.
 */
const starts = new WeakMap<TimeRange, number>();

/**
 * Records that the media after a passage can be decoded only from this time on, because the frames between depend on frames of the passage.
 * Tracks differ in this; the latest of their times counts.
 */
export function recordDecodableStart(passage: TimeRange, seconds: number): void {
  starts.set(passage, Math.max(decodableStart(passage), seconds));
}

/** Returns from which time on the media after a passage can be decoded, in seconds: its end, as long as nothing else is known. */
export const decodableStart = (passage: TimeRange): number => starts.get(passage) ?? passage.end;
