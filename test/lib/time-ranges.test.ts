import { expect, it } from 'vitest';
import { rangesOf } from '../../src/lib/time-ranges.js';

it('rangesOf() returns all ranges in their order', () => {
  const pairs = [
    [0, 1.5],
    [2, 4]
  ] as const;
  const ranges: TimeRanges = { length: 2, start: (index) => pairs[index]![0], end: (index) => pairs[index]![1] };
  expect(rangesOf(ranges)).toEqual([
    { start: 0, end: 1.5 },
    { start: 2, end: 4 }
  ]);
  expect(rangesOf({ ...ranges, length: 0 })).toEqual([]);
});
