import { describe, expect, it } from 'vitest';
import { CueLimit } from '../../src/lib/cue-limit.js';

type Make = (at: number) => readonly [start: number, end: number];
const admitted = (count: number, make: Make): number => {
  const limit = new CueLimit();
  return Array.from({ length: count }, (_, at) => make(at)).filter(([startTime, endTime], at) =>
    limit.admits({ startTime, endTime, text: `${at}` })
  ).length;
};

describe('CueLimit', () => {
  it.each<[string, Make]>([
    ['that follow each other', (at) => [at * 1.7, at * 1.7 + 1.6]],
    ['of a clock that counts from 1970', (at) => [1.7e9 + at, 1.7e9 + at + 4]],
    ['of an hour each, one every five minutes', (at) => [at * 300, at * 300 + 3600]],
    ['of a tenth of a second', (at) => [at / 10, at / 10 + 0.1]]
  ])('admits all cues %s', (_, make) => expect(admitted(20_000, make)).toBe(20_000));

  it.each<[string, Make]>([
    ['with the same times', () => [0, 9]],
    ['with the same start and no end', () => [5, Infinity]],
    ['with ascending starts and no end', (at) => [at / 100, Infinity]],
    ['with descending starts and no end', (at) => [6000 - at / 10, Infinity]]
  ])('admits 50 cues %s', (_, make) => expect(admitted(60_000, make)).toBe(50));

  it('admits at most 50 of each duration with descending starts and one end', () => {
    expect(admitted(60_000, (at) => [60_000 - at, 60_001])).toBeLessThanOrEqual(50 * 7);
  });

  it('forgets the cues of a live stream in time', () => {
    const limit = new CueLimit();
    const admit = (at: number) => limit.admits({ startTime: at, endTime: at + 1, text: `${at}` });
    expect(Array.from({ length: 45_000 }, (_, at) => admit(at))).not.toContain(false);
    const { length } = Array.from({ length: 60 }, (_, at) => limit.admits({ startTime: 1, endTime: 2, text: `late ${at}` })).filter(
      Boolean
    );
    expect(length).toBe(50);
  });

  it('admits a cue again that was removed', () => {
    const limit = new CueLimit();
    const cue = { startTime: 0, endTime: 1, text: 'a' };
    expect(Array.from({ length: 200 }, () => limit.admits(cue))).not.toContain(false);
  });
});
