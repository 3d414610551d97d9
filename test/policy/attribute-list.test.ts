import { describe, expect, it } from 'vitest';
import { readAttributes } from '../../src/policy/attribute-list.js';

const entriesOf = (list: string) => Object.entries(readAttributes(list));

describe('readAttributes()', () => {
  it('reads quoted and plain values', () => {
    expect(entriesOf('URI="a,b=c.m3u8",BANDWIDTH=100, NAME="",RESOLUTION=1x2')).toEqual([
      ['URI', 'a,b=c.m3u8'],
      ['BANDWIDTH', '100'],
      ['NAME', ''],
      ['RESOLUTION', '1x2']
    ]);
  });

  it('returns the last value of a repeated name', () => {
    expect(entriesOf('URI="a",URI="b"')).toEqual([['URI', 'b']]);
  });

  it('reads an attribute after a malformed one, and no attribute inside a quoted value', () => {
    expect(entriesOf('A="b"c,URI=d')).toEqual([
      ['A', '"b"c'],
      ['URI', 'd']
    ]);
    expect(entriesOf('A="b"c,URI="d"')).toEqual([['A', 'b"c,URI="d']]);
    expect('URI' in readAttributes('A="b,URI=c"')).toBe(false);
  });

  it('reads the complete attributes of a truncated list', () => {
    expect(entriesOf('')).toEqual([]);
    expect(entriesOf('10.0,title')).toEqual([]);
    expect(entriesOf('URI=')).toEqual([['URI', '']]);
    expect(entriesOf('URI="a,b')).toEqual([['URI', '"a']]);
  });

  it('reads an attribute whose name is that of an object property, and inherits none', () => {
    expect(readAttributes('A=1').constructor).toBe(undefined);
    expect(readAttributes('__proto__=1')['__proto__']).toBe('1');
  });
});
