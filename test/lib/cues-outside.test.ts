import { expect, it } from 'vitest';
import { cuesOutside } from '../../src/lib/cues-outside.js';

const passages = [{ start: 10, end: 20 }];
const cue = (startTime: number, endTime: number) => ({ startTime, endTime });

it('cuesOutside() leaves out every cue that has a part in a passage', () => {
  const outside = [cue(0, 10), cue(20, 25), cue(30, 30)];
  const inside = [cue(9, 10.1), cue(12, 13), cue(19.9, 25), cue(5, 30), cue(10, 10), cue(15, 15)];
  expect(cuesOutside([...outside, ...inside], passages)).toEqual(outside);
});

it('cuesOutside() returns the same list when there are no passages', () => {
  const cues = [cue(0, 1)];
  expect(cuesOutside(cues, [])).toBe(cues);
});
