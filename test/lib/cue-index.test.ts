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
  ])('activeAt(%d) returns the cues that are active then: from their start until before their end', (time, positions) =>
    expect(index.activeAt(time)).toEqual(positions.map((position) => cues[position]))
  );

  it.each([
    [-9, -2],
    [-2, 0],
    [0, 1],
    [2.5, 3],
    [4, 5],
    [5, 10],
    [10, Infinity]
  ])('nextChange(%d) returns the time of the next change: %d', (time, next) => expect(index.nextChange(time)).toBe(next));

  it('activeAt() returns the latest cues when it may not return all', () => expect(index.activeAt(3, 1)).toEqual([cues[2]]));

  it('isIndexOf() returns whether a list is the one that the index was created from', () => {
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
        const active = list.filter(({ startTime, endTime }) => startTime <= time && endTime > time);
        expect(new CueIndex(list).activeAt(time)).toEqual(active);
        const changes = [
          ...list.map(({ startTime }) => startTime).filter((start) => start > time),
          ...active.map(({ endTime }) => endTime)
        ];
        expect(new CueIndex(list).nextChange(time)).toBe(Math.min(...changes));
      })
    );
  });
});
