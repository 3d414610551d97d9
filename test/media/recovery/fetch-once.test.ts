import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../../src/media/recovery/fetch-once.js';

describe('parseRetryAfter()', () => {
  it('returns milliseconds for a number of seconds and for a date', () => {
    expect(parseRetryAfter('2')).toBe(2000);
    expect(parseRetryAfter(new Date(5000).toUTCString(), 1000)).toBe(4000);
  });

  it('returns 0 without the header, for another text, and for a date in the past', () => {
    expect([parseRetryAfter(null), parseRetryAfter('soon'), parseRetryAfter(new Date(1000).toUTCString(), 5000)]).toEqual([0, 0, 0]);
  });
});
