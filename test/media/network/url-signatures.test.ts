import { describe, expect, it } from 'vitest';
import { Signatures } from '../../../src/media/network/url-signatures.js';

const url = (path: string) => new URL(path, 'https://media.test/');

describe('Signatures', () => {
  it('replaces an old signature in the query, and changes no other URL', () => {
    const signatures = new Signatures();
    signatures.renew(url('film/a.m3u8?sig=1'), url('film/a.m3u8?sig=2'));
    expect(signatures.current(url('film/a.m3u8?sig=1')).href).toBe('https://media.test/film/a.m3u8?sig=2');
    expect(signatures.current(url('other/1.ts?sig=1')).href).toBe('https://media.test/other/1.ts?sig=2');
    const unsigned = url('film/1.ts?n=1');
    expect(signatures.current(unsigned)).toBe(unsigned);
  });

  it('replaces an old signature in the path', () => {
    const signatures = new Signatures();
    signatures.renew(url('sig=1/film/a.m3u8'), url('sig=2/film/a.m3u8'));
    expect(signatures.current(url('sig=1/film/low/1.ts?n=3')).href).toBe('https://media.test/sig=2/film/low/1.ts?n=3');
    expect(signatures.current(url('sig=9/film/1.ts')).href).toBe('https://media.test/sig=9/film/1.ts');
  });

  it('replaces all earlier signatures until clear() is called', () => {
    const signatures = new Signatures();
    signatures.renew(url('a.m3u8?sig=1'), url('a.m3u8?sig=2'));
    signatures.renew(url('a.m3u8?sig=2'), url('a.m3u8?sig=3'));
    expect(signatures.current(url('1.ts?sig=1')).search).toBe('?sig=3');
    expect(signatures.current(url('1.ts?sig=2')).search).toBe('?sig=3');
    signatures.clear();
    expect(signatures.current(url('1.ts?sig=1')).search).toBe('?sig=1');
  });
});
