/** A range of the media's timeline, in seconds. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** Returns the ranges as an array, in ascending order. */
export const rangesOf = (ranges: TimeRanges): TimeRange[] =>
  Array.from({ length: ranges.length }, (_, index) => ({ start: ranges.start(index), end: ranges.end(index) }));
