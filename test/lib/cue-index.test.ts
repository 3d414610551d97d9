import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CueIndex, type Timed } from '../../src/lib/cue-index.js';

const cue = (startTime: number, endTime: number): Timed => ({ startTime, endTime });

describe('CueIndex', () => {
  const cues = [cue(-2, 1), cue(0, 10), cue(2, 4), cue(3, 3), cue(4, 2), cue(5, Infinity)];
  const index = new CueIndex(cues);

  it.each([
    [-3, []],
    [-2, [0]],
    [0.5, [0, 1]],
    [1, [1]],
    [3, [1, 2]],
    [4, [1]],
    [1e9, [5]]
  ])('returns the cues that are active at %d, from their start until before their end', (time, on) =>
    expect(index.activeAt(time)).toEqual(on.map((at) => cues[at]))
  );

  it.each([
    [-9, -2],
    [-2, 0],
    [0, 1],
    [2.5, 3],
    [4, 5],
    [5, 10],
    [10, Infinity]
  ])('returns the next change after %d', (time, next) => expect(index.nextChange(time)).toBe(next));

  it('returns at most the requested number of cues, the latest ones', () => expect(index.activeAt(3, 1)).toEqual([cues[2]]));

  it('detects whether a list still matches the index', () => {
    expect(index.isIndexOf(cues)).toBe(true);
    expect(index.isIndexOf(cues.slice(1))).toBe(false);
    expect(index.isIndexOf([...cues.slice(0, -1), cue(5, 6)])).toBe(false);
    expect(new CueIndex<Timed>([]).isIndexOf([])).toBe(true);
  });

  it('returns the same cues as a linear search for any list', () => {
    const times = fc.integer({ min: -20, max: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(times, times)), times, (pairs, time) => {
        const list = pairs.map(([start, end]) => cue(start, end)).sort((a, b) => a.startTime - b.startTime);
        const on = list.filter(({ startTime, endTime }) => startTime <= time && endTime > time);
        expect(new CueIndex(list).activeAt(time)).toEqual(on);
        const changes = [...list.map(({ startTime }) => startTime).filter((start) => start > time), ...on.map(({ endTime }) => endTime)];
        expect(new CueIndex(list).nextChange(time)).toBe(Math.min(...changes));
      })
    );
  });
});
