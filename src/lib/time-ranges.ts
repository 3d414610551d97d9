/** A range of the media's timeline, in seconds. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** Returns the ranges in their order, which is ascending. */
export const rangesOf = (ranges: TimeRanges): TimeRange[] =>
  Array.from({ length: ranges.length }, (_, index) => ({ start: ranges.start(index), end: ranges.end(index) }));
