import { rangeAt, type TimeRange } from '../../lib/time-ranges.js';

/** Returns a time in seconds, or the end of the withdrawn passage that contains it. */
export const afterPassage = (passages: readonly TimeRange[], seconds: number): number => rangeAt(passages, seconds)?.end ?? seconds;
