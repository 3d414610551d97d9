import { describe, expect, it } from 'vitest';
import { BoundedMap } from '../../src/lib/bounded-map.js';

describe('BoundedMap', () => {
  it('removes the entry that was set longest ago', () => {
    const removed: number[] = [];
    const map = new BoundedMap<string, number>(2, (value) => removed.push(value));
    map.set('a', 1).set('b', 2).set('a', 3).set('c', 4);
    expect([...map]).toEqual([
      ['a', 3],
      ['c', 4]
    ]);
    expect(removed).toEqual([2]);
  });

  it('passes nothing to onRemove when an entry is replaced or deleted', () => {
    const removed: number[] = [];
    const map = new BoundedMap<string, number>(1, (value) => removed.push(value));
    map.set('a', 1).set('a', 2).delete('a');
    map.set('b', 3).clear();
    expect(removed).toEqual([]);
  });
});
