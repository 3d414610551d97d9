import { describe, expect, it } from 'vitest';
import { failureReasonOfStatus, parseRetryAfter } from '../../../src/media/recovery/fetch-once.js';

describe('failureReasonOfStatus()', () => {
  it.each([
    [401, 'not-authorised'],
    [403, 'not-authorised'],
    [404, 'client-error'],
    [408, 'server-busy'],
    [410, 'client-error'],
    [425, 'server-busy'],
    [429, 'server-busy'],
    [451, 'client-error'],
    [500, 'server-busy'],
    [503, 'server-busy']
  ])('returns the reason of status %i: %s', (status, reason) => {
    expect(failureReasonOfStatus(status)).toBe(reason);
  });
});

describe('parseRetryAfter()', () => {
  it('returns milliseconds for a number of seconds and for a date', () => {
    expect(parseRetryAfter('2')).toBe(2000);
    expect(parseRetryAfter(new Date(5000).toUTCString(), 1000)).toBe(4000);
  });

  it('returns 0 without the header, for another text, and for a date in the past', () => {
    expect([parseRetryAfter(null), parseRetryAfter('soon'), parseRetryAfter(new Date(1000).toUTCString(), 5000)]).toEqual([0, 0, 0]);
  });
});
