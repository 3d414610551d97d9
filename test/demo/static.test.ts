import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRange, resolvePath, mediaTypeOf } from '../../demo/server/static.mjs';

describe('parseRange()', () => {
  it.each([
    ['bytes=0-99', { first: 0, last: 99 }],
    ['bytes=900-', { first: 900, last: 999 }],
    ['bytes=900-5000', { first: 900, last: 999 }],
    ['bytes=-10', { first: 990, last: 999 }],
    ['bytes=-5000', { first: 0, last: 999 }],
    ['bytes=1000-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=9-3', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=0-1,5-9', 'whole'],
    ['lines=1-2', 'whole'],
    [undefined, 'whole']
  ])('returns the range of a file of 1,000 bytes for "%s"', (header, range) => {
    expect(parseRange(header, 1000)).toEqual(range);
  });
});

describe('resolvePath()', () => {
  const folder = join('/', 'srv', 'demo');

  it('returns the path of a file in the folder', () => {
    expect(resolvePath(folder, '/media/a%20b.vtt')).toBe(join(folder, 'media', 'a b.vtt'));
  });

  it.each([
    '/../secret',
    '/media/../../secret',
    '/%2e%2e/secret',
    '/..%2fsecret',
    '/%2e%2e%2fsecret',
    '/..\\secret',
    '/%5c..',
    '/.git/config',
    '/a%00.html',
    '/%zz'
  ])('returns nothing for %s', (path) => {
    expect(resolvePath(folder, path)).toBeUndefined();
  });
});

describe('mediaTypeOf()', () => {
  it('returns the media type of a file name', () => {
    expect(mediaTypeOf('master.m3u8')).toBe('application/vnd.apple.mpegurl');
    expect(mediaTypeOf('MANIFEST.MPD')).toBe('application/dash+xml');
    expect(mediaTypeOf('unknown')).toBe('application/octet-stream');
  });
});
