import { expect, it } from 'vitest';
import { rangesOf, seekTarget, timeWith, timeWithout } from '../../src/lib/time-ranges.js';

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

const passages = [
  { start: 10, end: 14 },
  { start: 20, end: 30 }
];

it('timeWithout() and timeWith() convert between the timelines with and without ranges', () => {
  for (const [seconds, without] of [
    [0, 0],
    [9, 9],
    [14, 10],
    [19, 15],
    [30, 16],
    [40, 26]
  ] as const)
    expect([timeWithout(passages, seconds), timeWith(passages, without)]).toEqual([without, seconds]);
  expect([10, 12, 20, 29].map((seconds) => timeWithout(passages, seconds))).toEqual([10, 10, 16, 16]);
  expect([timeWithout([], 5), timeWith([], 5)]).toEqual([5, 5]);
});

it('seekTarget() skips a range when a seek back would end in it, so that a viewer can get back over the range', () => {
  expect(seekTarget(passages, 31, 26)).toBe(16);
  expect(seekTarget(passages, 16, 11)).toBe(7);
  expect(seekTarget([{ start: 0, end: 20 }], 21, 16)).toBe(20);
});

it('seekTarget() changes no other target', () => {
  for (const [from, to] of [
    [31, 30],
    [31, 19],
    [5, 12],
    [5, 7]
  ] as const)
    expect(seekTarget(passages, from, to)).toBe(to);
});
