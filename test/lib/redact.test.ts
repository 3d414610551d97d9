import { describe, expect, it } from 'vitest';
import { redactCause, redactText, redactUrl } from '../../src/lib/redact.js';

describe('redactUrl()', () => {
  it.each([
    ['https://a.test/film.m3u8', 'https://a.test/film.m3u8'],
    ['https://me:pass@a.test/film.m3u8?token=x#y', 'https://a.test/film.m3u8?…'],
    ['https://a.test/token=x&expires=1/film.m3u8', 'https://a.test/token=…&expires=…/film.m3u8'],
    ['https://a.test/film;session=x/1.ts', 'https://a.test/film;session=…/1.ts'],
    [`https://a.test/${'a'.repeat(3000)}`, `https://a.test/${'a'.repeat(1999)}…`],
    [`https://a.test/${'a/'.repeat(995)}token=secret-that-is-long`, `https://a.test/${'a/'.repeat(995)}token=……`],
    ['https://a.test/a==b', 'https://a.test/a=…'],
    ['data:text/plain,x', 'data:…'],
    ['no address', 'an address that cannot be read']
  ])('returns %s without its secrets: %s', (url, redacted) => expect(redactUrl(url)).toBe(redacted));
});

describe('redactText()', () => {
  it.each([
    ['https://a.test/1.ts?token=x is not available', 'https://a.test/1.ts?… is not available'],
    ['(https://a.test/1.ts?token=x).', '(https://a.test/1.ts?…).'],
    ['/film/1.ts?token=x is missing', '/film/1.ts?… is missing'],
    ['Is it there? No.', 'Is it there? No.'],
    ['Is it??there=now no?', 'Is it?… no?']
  ])('redacts the URLs in %s', (text, redacted) => expect(redactText(text)).toBe(redacted));
});

describe('redactCause()', () => {
  it('redacts the causes of an error, and returns an error without a URL unchanged', () => {
    const withoutUrl = new Error('nothing');
    expect(redactCause(withoutUrl)).toBe(withoutUrl);
    const redacted = redactCause(new TypeError('x', { cause: new Error('https://a.test/?token=x') })) as Error;
    expect([redacted.name, (redacted.cause as Error).message]).toEqual(['TypeError', 'https://a.test/?…']);
    expect(redacted.stack).not.toContain('token=x');
  });
});
