import { describe, expect, it } from 'vitest';
import { CueLimit } from '../../src/lib/cue-limit.js';

/** Returns the times of a cue, in seconds. */
type TimesOf = (index: number) => readonly [start: number, end: number];
/** Returns how many of these cues a new limit admits. */
const countAdmitted = (count: number, timesOf: TimesOf): number => {
  const limit = new CueLimit();
  return Array.from({ length: count }, (_, index) => timesOf(index)).filter(([startTime, endTime], index) =>
    limit.admits({ startTime, endTime, text: `${index}` })
  ).length;
};

describe('CueLimit', () => {
  it.each<[string, TimesOf]>([
    ['that follow each other', (index) => [index * 1.7, index * 1.7 + 1.6]],
    ['of a clock that counts from 1970', (index) => [1.7e9 + index, 1.7e9 + index + 4]],
    ['of an hour each, one every five minutes', (index) => [index * 300, index * 300 + 3600]],
    ['of a tenth of a second', (index) => [index / 10, index / 10 + 0.1]]
  ])('admits all cues %s', (_, timesOf) => expect(countAdmitted(20_000, timesOf)).toBe(20_000));

  it.each<[string, TimesOf]>([
    ['with the same times', () => [0, 9]],
    ['with the same start and no end', () => [5, Infinity]],
    ['with ascending starts and no end', (index) => [index / 100, Infinity]],
    ['with descending starts and no end', (index) => [6000 - index / 10, Infinity]]
  ])('admits 50 cues %s', (_, timesOf) => expect(countAdmitted(60_000, timesOf)).toBe(50));

  it('admits at most 350 cues with descending starts and the same end: 50 for each of seven levels of duration', () => {
    expect(countAdmitted(60_000, (index) => [60_000 - index, 60_001])).toBeLessThanOrEqual(50 * 7);
  });

  it('forgets the old cues of a live stream, and then admits 50 new cues at an old time', () => {
    const limit = new CueLimit();
    const admitAt = (second: number) => limit.admits({ startTime: second, endTime: second + 1, text: `${second}` });
    expect(Array.from({ length: 45_000 }, (_, second) => admitAt(second))).not.toContain(false);
    const { length } = Array.from({ length: 60 }, (_, index) => limit.admits({ startTime: 1, endTime: 2, text: `late ${index}` })).filter(
      Boolean
    );
    expect(length).toBe(50);
  });

  it('admits the same cue any number of times, because it may have been removed in between', () => {
    const limit = new CueLimit();
    const cue = { startTime: 0, endTime: 1, text: 'a' };
    expect(Array.from({ length: 200 }, () => limit.admits(cue))).not.toContain(false);
  });
});
