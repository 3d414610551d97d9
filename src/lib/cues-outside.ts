import { overlappingRange, rangeAt, type TimeRange } from './time-ranges.js';

/** A cue with its times in seconds. */
interface Timed {
  readonly startTime: number;
  readonly endTime: number;
}

/** Returns the cues of which no part belongs to a withdrawn passage. */
export function cuesOutside<Cue extends Timed>(cues: ArrayLike<Cue>, passages: readonly TimeRange[]): ArrayLike<Cue> {
  if (passages.length === 0) return cues;
  return Array.from(cues).filter(({ startTime, endTime }) => !overlappingRange(passages, startTime, endTime));
}

/** Returns the chapters that do not begin in a withdrawn passage. A chapter around a passage keeps its title. */
export function chaptersOutside<Chapter extends Timed>(chapters: readonly Chapter[], passages: readonly TimeRange[]): readonly Chapter[] {
  return chapters.filter(({ startTime }) => !rangeAt(passages, startTime));
}
