import type { TimeRange } from '../../lib/time-ranges.js';

/** Where playback can continue after a passage, in seconds. */
const positions = new WeakMap<TimeRange, number>();

/**
 * Records that the media after a passage begin later than the passage ends, because the frames between depend on frames of the passage.
 * Tracks differ in this; the latest of their positions counts.
 */
export function recordResumePosition(passage: TimeRange, seconds: number): void {
  positions.set(passage, Math.max(resumePosition(passage), seconds));
}

/** Returns where playback can continue after a passage, in seconds: at its end, as long as nothing else is known. */
export const resumePosition = (passage: TimeRange): number => positions.get(passage) ?? passage.end;
