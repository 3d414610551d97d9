import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/ui/sharing/parse-time.js';
import { linkAt } from '../../../src/ui/sharing/link-at.js';

describe('linkAt()', () => {
  it.each([
    ['https://a.example/b', { start: 12 }, 'https://a.example/b#t=12'],
    ['https://a.example/b', { start: 12, end: 34 }, 'https://a.example/b#t=12,34'],
    ['https://a.example/b', { start: 12.37, end: 34.32 }, 'https://a.example/b#t=12.3,34.4'],
    ['https://a.example/b', { start: 12.3, end: 34.4 }, 'https://a.example/b#t=12.3,34.4'],
    ['https://a.example/b?v=1', { start: 0 }, 'https://a.example/b?v=1#t=0'],
    ['https://a.example/#/watch/1', { start: 5 }, 'https://a.example/#/watch/1&t=5'],
    ['https://a.example/#t=90&x=1', { start: 5 }, 'https://a.example/#x=1&t=5']
  ])('returns for %s and %o the link %s', (url, range, link) => expect(linkAt(url, range)).toBe(link));
});

describe('parseTime()', () => {
  it.each([
    ['90', 90],
    ['1:30', 90],
    [' 0:01:30 ', 90],
    ['1:02:03.5', 3723.5],
    ['', undefined],
    ['1:', undefined],
    ['-5', undefined],
    ['1:2:3:4', undefined],
    ['soon', undefined]
  ])('returns for "%s" the seconds %s', (text, seconds) => expect(parseTime(text)).toBe(seconds));
});
