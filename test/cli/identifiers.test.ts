import { describe, expect, it } from 'vitest';
import { identifiersIn } from '../../src/cli/audit/identifiers.js';
import { request } from './example.js';

const page = new URL('https://page.test/news/film?id=1');
const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
/** The identifiers in a request, each as kind, place and name. */
const identifiersOf = (url: string, changes = {}) =>
  identifiersIn(request(url, changes), page).map(({ kind, where, name }) => [kind, where, name].join(' ').trim());

describe('identifiersIn()', () => {
  it.each<[string, string, string[]]>([
    [
      'a CMCD session and content',
      'https://a.test/1.m4s?CMCD=bl%3D100%2Ccid%3D%22film%22%2Csid%3D%22viewer-42%22',
      ['cmcd query cid', 'cmcd query sid']
    ],
    ['no identifier in CMCD without ids', 'https://a.test/1.m4s?CMCD=bl%3D100%2Cot%3Dv', []],
    ['the primary id of HLS interstitials', `https://a.test/ad.m3u8?_HLS_primary_id=${id}`, ['hls-primary-id query _HLS_primary_id']],
    ['a UUID in a query', `https://a.test/?v=${id}`, ['uuid query v']],
    ['a UUID in a path', `https://a.test/u/${id}/1.ts`, ['uuid path']],
    ['the URL of the page', `https://a.test/?url=${encodeURIComponent('https://page.test/news/film')}`, ['page-url query url']],
    ['the URL of the page, encoded twice', `https://a.test/?u=${encodeURIComponent(encodeURIComponent(page.href))}`, ['page-url query u']],
    ['a long hexadecimal value', 'https://a.test/?t=0123456789abcdef0123456789', ['token query t']],
    ['a long base64 value', 'https://a.test/?t=dGhpcyBpcyBhIHRva2Vu9Zz0', ['token query t']],
    ['no identifier in a value of words', 'https://a.test/?title=a-council-meeting-about-the-delta', []],
    ['no identifier in a long number', 'https://a.test/?t=123456789012345678901234567890', []],
    ['no identifier in a hashed file name', 'https://a.test/chunks/hls-0123456789abcdef01234567.js', []],
    ['no identifier in the origin of the page', 'https://a.test/?o=https%3A%2F%2Fpage.test', []]
  ])('finds %s', (_, url, expected) => expect(identifiersOf(url)).toEqual(expected));

  it('finds identifiers in CMCD headers and in bodies', () => {
    expect(identifiersOf('https://a.test/', { cmcd: ['CMCD-Session: sid="x"'] })).toEqual(['cmcd header sid']);
    expect(identifiersOf('https://a.test/', { body: `{"page":"${page.href}","viewer":"${id}"}` })).toEqual(['page-url body', 'uuid body']);
  });

  it('truncates the value that it shows', () => {
    expect(identifiersIn(request(`https://a.test/?v=${id}`), page)[0]?.shown).toBe('3f2504… (36 characters)');
  });
});
