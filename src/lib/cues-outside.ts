import { overlappingRange, type TimeRange } from './time-ranges.js';

/** A cue with its times in seconds. */
interface Timed {
  readonly startTime: number;
  readonly endTime: number;
}

/** Returns the cues of which no part is in one of the passages. */
export function cuesOutside<Cue extends Timed>(cues: ArrayLike<Cue>, passages: readonly TimeRange[]): ArrayLike<Cue> {
  if (passages.length === 0) return cues;
  return Array.from(cues).filter(({ startTime, endTime }) => !overlappingRange(passages, startTime, endTime));
}
