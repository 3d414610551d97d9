/** A range of the media's timeline, in seconds; it contains `start`, and not `end`. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** Returns the ranges as an array, in ascending order. */
export const rangesOf = (ranges: TimeRanges): TimeRange[] =>
  Array.from({ length: ranges.length }, (_, index) => ({ start: ranges.start(index), end: ranges.end(index) }));

/** Returns the first range that contains a time in seconds. */
export const rangeAt = (ranges: readonly TimeRange[], seconds: number): TimeRange | undefined =>
  ranges.find(({ start, end }) => seconds >= start && seconds < end);

/** Returns the first range that has a part between two times in seconds, or contains both when they are equal. */
export const overlappingRange = (ranges: readonly TimeRange[], from: number, to: number): TimeRange | undefined =>
  ranges.find(({ start, end }) => from < end && (to > start || from >= start));

/** Returns the range that contains the whole time between two times in seconds. */
export const containingRange = (ranges: readonly TimeRange[], from: number, to: number): TimeRange | undefined =>
  ranges.find(({ start, end }) => from >= start && to <= end);

/** Returns a time in seconds on the timeline without the ranges, which are in ascending order and do not overlap. */
export const timeWithout = (ranges: readonly TimeRange[], seconds: number): number =>
  ranges.reduce((time, { start, end }) => (seconds > start ? time - (Math.min(seconds, end) - start) : time), seconds);

/** Returns the time in seconds that is `seconds` on the timeline without the ranges. At a range, it is the time after the range. */
export const timeWith = (ranges: readonly TimeRange[], seconds: number): number =>
  ranges.reduce((time, { start, end }) => (time >= start ? time + (end - start) : time), seconds);

/**
 * Returns the target in seconds of a seek from one time to another that must not end in a range. A seek back skips the range, because from
 * the end of the range a viewer could otherwise not get back to what lies before it.
 */
export const seekTarget = (ranges: readonly TimeRange[], from: number, to: number): number =>
  to < from && rangeAt(ranges, to) ? timeWith(ranges, Math.max(0, timeWithout(ranges, from) - (from - to))) : to;
