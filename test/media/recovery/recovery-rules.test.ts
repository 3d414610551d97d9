import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../../src/media/recovery/fetch-once.js';
import { TruncationCheck, isNotMedia } from '../../../src/media/recovery/segment-check.js';
import { liveEpoch, hasRestarted } from '../../../src/media/recovery/live-restart.js';
import { afterFailedRequest, afterFailedAttempt, backoff, limits, type FailedRequest } from '../../../src/media/recovery/recovery-rules.js';
import { nextStallAction, type StallSnapshot } from '../../../src/media/recovery/stall-rules.js';

const request: FailedRequest = {
  kind: 'segment',
  reason: 'connection-failed',
  earlierFailures: 0,
  elapsed: 0,
  rebufferedFor: 0,
  rebuffering: true,
  live: false
};
const snapshot: StallSnapshot = {
  stalledFor: 0,
  paused: false,
  ended: false,
  seeking: false,
  position: 10,
  bufferedAhead: 0,
  nextRangeStart: null,
  skippedUntil: null,
  seekable: null,
  live: false,
  livePosition: null,
  duration: NaN,
  bufferedEnd: null,
  loading: false,
  waitExpected: false,
  noMediaFor: 0,
  actionsTaken: 0
};

describe('afterFailedRequest()', () => {
  it('gives up a missing segment at once when several were skipped before, but not in a live channel', () => {
    const missing = { ...request, reason: 'client-error', earlierFailures: 0, skipped: limits.skipsBeforeFastSkip } as const;
    expect(afterFailedRequest(missing)).toBe('give-up-request');
    expect(afterFailedRequest({ ...missing, skipped: limits.skipsBeforeFastSkip - 1 })).toHaveProperty('pause');
    expect(afterFailedRequest({ ...missing, live: true })).toHaveProperty('pause');
    expect(afterFailedRequest({ ...missing, reason: 'server-busy' })).toHaveProperty('pause');
  });

  it('retries about once a second during rebuffering, and after longer and longer pauses otherwise', () => {
    expect(afterFailedRequest({ ...request, earlierFailures: 9 }, 1)).toEqual({ pause: 1000 });
    expect(afterFailedRequest({ ...request, earlierFailures: 9, rebuffering: false }, 1)).toEqual({ pause: 15_000 });
    expect(backoff(0, 15_000, 0)).toBe(250);
  });

  it('fails the attempt when rebuffering exceeds the limit, except for a live stream', () => {
    expect(afterFailedRequest({ ...request, rebufferedFor: limits.maxRebuffering })).toBe('fail-attempt');
    expect(afterFailedRequest({ ...request, rebufferedFor: 1e9, live: true })).toHaveProperty('pause');
  });

  it('requests a missing segment three times, and a live one as long as it may still appear', () => {
    expect([0, 1].map((earlierFailures) => typeof afterFailedRequest({ ...request, reason: 'client-error', earlierFailures }))).toEqual([
      'object',
      'object'
    ]);
    expect(afterFailedRequest({ ...request, reason: 'client-error', earlierFailures: 2 })).toBe('give-up-request');
    expect(afterFailedRequest({ ...request, reason: 'client-error', live: true, earlierFailures: 5, elapsed: 1000 })).toHaveProperty(
      'pause'
    );
    expect(afterFailedRequest({ ...request, reason: 'client-error', live: true, elapsed: limits.liveSegmentGrace })).toBe(
      'give-up-request'
    );
    expect(
      afterFailedRequest({ ...request, reason: 'client-error', live: true, elapsed: limits.liveSegmentGrace, missingBefore: 1 })
    ).toHaveProperty('pause');
    expect(afterFailedRequest({ ...request, reason: 'client-error', live: true, elapsed: limits.maxLivePause, missingBefore: 9 })).toBe(
      'give-up-request'
    );
  });

  it('respects Retry-After within limits', () => {
    expect(afterFailedRequest({ ...request, reason: 'server-busy', retryAfter: 3000 }, 0)).toEqual({ pause: 3000 });
    expect(afterFailedRequest({ ...request, reason: 'server-busy', retryAfter: 1e9, live: true }, 0)).toEqual({
      pause: limits.maxRetryAfter
    });
    expect([
      parseRetryAfter('2'),
      parseRetryAfter('soon'),
      parseRetryAfter(null),
      parseRetryAfter(new Date(5000).toUTCString(), 1000)
    ]).toEqual([2000, 0, 0, 4000]);
  });
});

describe('afterFailedAttempt()', () => {
  const source = {
    code: 'network/unreachable',
    retryable: true,
    live: false,
    played: true,
    hasNextSource: false,
    rebuilds: 0,
    rebuildsWithoutProgress: 0,
    damageSkips: 0,
    livePolls: 0,
    renewable: false
  } as const;

  it.each([
    ['plays the next source if there is one', { hasNextSource: true }, 'next'],
    ['ends without another source', {}, 'end'],
    ['waits for a live channel', { live: true }, 'wait'],
    ['renews the URL that the server refused', { code: 'source/not-authorised', renewable: true }, 'renew'],
    ['creates the engine again after a decoding error', { code: 'media/decode' }, 'rebuild'],
    ['ends when a new engine fails at the same position', { code: 'engine/failed', rebuildsWithoutProgress: 1 }, 'end'],
    ['skips media that two engines cannot decode', { code: 'media/decode', rebuildsWithoutProgress: 1 }, 'skip'],
    ['ends when the media after four skips are damaged too', { code: 'media/decode', rebuildsWithoutProgress: 1, damageSkips: 4 }, 'end'],
    ['plays the next source before it skips anything', { code: 'media/decode', rebuildsWithoutProgress: 1, hasNextSource: true }, 'next'],
    ['creates an engine again that failed before the first frame', { code: 'engine/failed', played: false }, 'rebuild'],
    ['ends when a second engine fails before the first frame', { code: 'engine/failed', played: false, rebuilds: 1 }, 'end'],
    ['plays the next source before a new engine', { code: 'engine/failed', played: false, hasNextSource: true }, 'next'],
    ['ends when the policy blocks a live channel', { code: 'policy/blocked', retryable: false, live: true }, 'end']
  ] as const)('%s', (_, facts, expected) => expect(afterFailedAttempt({ ...source, ...facts }).do).toBe(expected));
});

describe('nextStallAction()', () => {
  it.each([
    ['plays when the video is paused although playback is requested', { paused: true, stalledFor: 600 }, { do: 'play' }],
    ['creates the engine again when the video reports its end during playback', { ended: true, stalledFor: 1600 }, { do: 'rebuild' }],
    ['jumps over skipped segments', { skippedUntil: 12, stalledFor: 600 }, { do: 'jump', to: 12.05 }],
    ['does not jump over a gap at once', { nextRangeStart: 12, stalledFor: 600 }, { do: 'none' }],
    ['nudges when media are buffered', { bufferedAhead: 5, stalledFor: 1600 }, { do: 'nudge', to: 10.1 }],
    ['creates the engine again when no media arrive', { stalledFor: 5000, noMediaFor: 5000 }, { do: 'rebuild' }],
    ['waits as long as a wait is expected', { stalledFor: 60_000, noMediaFor: 60_000, waitExpected: true }, { do: 'none' }]
  ] as const)('%s', (_, facts, action) => expect(nextStallAction({ ...snapshot, ...facts })).toEqual(action));
});

describe('checks of a segment and of a live playlist', () => {
  const box = (size: number, type: string) => Uint8Array.of(0, 0, 0, size, ...new TextEncoder().encode(type), ...new Uint8Array(size - 8));

  it('TruncationCheck reports a truncated segment and not a complete one', () => {
    const check = new TruncationCheck();
    check.add(box(16, 'moof'));
    expect(check.truncated).toBe(false);
    check.add(box(40, 'mdat').subarray(0, 20));
    expect(check.truncated).toBe(true);
  });

  it('isNotMedia() returns true for an HTML page and false for media', () => {
    expect(isNotMedia(new TextEncoder().encode('\n<!DOCTYPE html><html>'))).toBe(true);
    expect(isNotMedia(box(16, 'moof'))).toBe(false);
  });

  it('hasRestarted() reports an encoder that restarted, and not a playlist that is slightly old', () => {
    const playlistFrom = (first: number) => liveEpoch(`#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:${first}\n${'#EXTINF:2,\na.ts\n'.repeat(10)}`)!;
    expect(hasRestarted(playlistFrom(1000), playlistFrom(0))).toBe(true);
    expect(hasRestarted(playlistFrom(1000), playlistFrom(999))).toBe(false);
  });
});
