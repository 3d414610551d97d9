import { describe, expect, it } from 'vitest';
import { readAttributes } from '../../src/policy/attribute-list.js';

const read = (list: string) => Object.entries(readAttributes(list));

describe('readAttributes()', () => {
  it('reads quoted and plain values', () => {
    expect(read('URI="a,b=c.m3u8",BANDWIDTH=100, NAME="",RESOLUTION=1x2')).toEqual([
      ['URI', 'a,b=c.m3u8'],
      ['BANDWIDTH', '100'],
      ['NAME', ''],
      ['RESOLUTION', '1x2']
    ]);
  });

  it('returns the last value of a repeated name', () => {
    expect(read('URI="a",URI="b"')).toEqual([['URI', 'b']]);
  });

  it('reads an attribute after a malformed one, and no attribute inside a quoted value', () => {
    expect(read('A="b"c,URI=d')).toEqual([
      ['A', '"b"c'],
      ['URI', 'd']
    ]);
    expect(read('A="b"c,URI="d"')).toEqual([['A', 'b"c,URI="d']]);
    expect('URI' in readAttributes('A="b,URI=c"')).toBe(false);
  });

  it('reads a truncated list', () => {
    expect(read('')).toEqual([]);
    expect(read('10.0,title')).toEqual([]);
    expect(read('URI=')).toEqual([['URI', '']]);
    expect(read('URI="a,b')).toEqual([['URI', '"a']]);
  });

  it('reads attributes with the names of object properties', () => {
    expect(readAttributes('A=1').constructor).toBe(undefined);
    expect(readAttributes('__proto__=1')['__proto__']).toBe('1');
  });
});
