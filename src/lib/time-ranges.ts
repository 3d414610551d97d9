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
