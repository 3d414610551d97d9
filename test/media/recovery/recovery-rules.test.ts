import { describe, expect, it } from 'vitest';
import {
  afterFailedAttempt,
  afterFailedFirstRequest,
  afterFailedRequest,
  backoff,
  type FailedRequest,
  type FailureReason
} from '../../../src/media/recovery/recovery-rules.js';
import { limits } from '../../../src/media/recovery/limits.js';

const request: FailedRequest = {
  kind: 'segment',
  reason: 'connection-failed',
  earlierFailures: 0,
  elapsed: 0,
  rebufferedFor: 0,
  lacksData: true,
  live: false
};

describe('afterFailedFirstRequest()', () => {
  const failure = { reason: 'connection-failed', earlierFailures: 0, elapsed: 0, retryAfter: 0 } as const;

  it('retries a failed connection twice, after longer and longer pauses', () => {
    expect(afterFailedFirstRequest(failure, 1)).toBe(500);
    expect(afterFailedFirstRequest({ ...failure, earlierFailures: 1 }, 1)).toBe(1000);
    expect(afterFailedFirstRequest({ ...failure, earlierFailures: 2 })).toBeUndefined();
  });

  it('retries a timeout once, without a pause', () => {
    expect(afterFailedFirstRequest({ ...failure, reason: 'timeout' })).toBe(0);
    expect(afterFailedFirstRequest({ ...failure, reason: 'timeout', earlierFailures: 1 })).toBeUndefined();
  });

  it('retries a busy server as long as the next try starts within the limit, and waits for Retry-After', () => {
    const busy = { ...failure, reason: 'server-busy', earlierFailures: 9 } as const;
    expect(afterFailedFirstRequest(busy, 1)).toBe(2000);
    expect(afterFailedFirstRequest({ ...busy, retryAfter: 3000 }, 1)).toBe(3000);
    expect(afterFailedFirstRequest({ ...busy, retryAfter: limits.firstRequestWindowMs }, 1)).toBeUndefined();
    expect(afterFailedFirstRequest({ ...busy, elapsed: limits.firstRequestWindowMs - 2000 }, 1)).toBeUndefined();
  });

  it.each(['not-authorised', 'client-error', 'truncated', 'unusable-body', 'unavailable', 'not-retryable'] as const)(
    'gives up at once: %s',
    (reason) => expect(afterFailedFirstRequest({ ...failure, reason })).toBeUndefined()
  );
});

describe('afterFailedRequest()', () => {
  const maxTries = 1000;
  /** Returns after how many retries a segment on demand is given up while media are buffered; `maxTries` if it is not given up. */
  const retriesBeforeGivingUp = (reason: FailureReason) => {
    for (let earlierFailures = 0; earlierFailures < maxTries; earlierFailures++)
      if (afterFailedRequest({ ...request, reason, earlierFailures, lacksData: false }) === 'give-up-request') return earlierFailures;
    return maxTries;
  };

  it.each(['connection-failed', 'timeout', 'server-busy', 'not-authorised', 'unusable-body', 'unavailable'] as const)(
    'does not give up a segment that fails for the reason %s, while media are buffered',
    (reason) => expect(retriesBeforeGivingUp(reason)).toBe(maxTries)
  );

  it.each([
    ['client-error', 2],
    ['truncated', 1],
    ['not-retryable', 0]
  ] as const)('gives up a segment that fails for the reason %s after %i retries', (reason, retries) => {
    expect(retriesBeforeGivingUp(reason)).toBe(retries);
  });

  it('retries a live segment within 8 seconds while media are buffered', () => {
    expect(afterFailedRequest({ ...request, live: true, lacksData: false, earlierFailures: 20 }, 1)).toEqual({
      pause: limits.maxLivePauseWhileBufferedMs
    });
  });

  it('gives up a missing segment at once when several were skipped before, but not in a live channel', () => {
    const missing = { ...request, reason: 'client-error', earlierFailures: 0, skipped: limits.skipsBeforeFastSkip } as const;
    expect(afterFailedRequest(missing)).toBe('give-up-request');
    expect(afterFailedRequest({ ...missing, skipped: limits.skipsBeforeFastSkip - 1 })).toHaveProperty('pause');
    expect(afterFailedRequest({ ...missing, live: true })).toHaveProperty('pause');
    expect(afterFailedRequest({ ...missing, reason: 'server-busy' })).toHaveProperty('pause');
  });

  it('retries about once a second during rebuffering, and after longer and longer pauses otherwise', () => {
    expect(afterFailedRequest({ ...request, earlierFailures: 9 }, 1)).toEqual({ pause: 1000 });
    expect(afterFailedRequest({ ...request, earlierFailures: 9, lacksData: false }, 1)).toEqual({ pause: 15_000 });
    expect(backoff(0, 15_000, 0)).toBe(250);
  });

  it('fails the attempt when rebuffering exceeds the limit, except for a live stream', () => {
    expect(afterFailedRequest({ ...request, rebufferedFor: limits.maxRebufferingMs })).toBe('fail-attempt');
    expect(afterFailedRequest({ ...request, rebufferedFor: 1e9, live: true })).toHaveProperty('pause');
  });

  it('retries a request that is not authorised like other failures, unless the page can renew the URL', () => {
    const refused = { ...request, reason: 'not-authorised' } as const;
    expect(afterFailedRequest(refused, 1)).toEqual({ pause: 500 });
    expect(afterFailedRequest({ ...refused, rebufferedFor: limits.maxRebufferingMs })).toBe('fail-attempt');
    expect(afterFailedRequest({ ...refused, rebufferedFor: 1e9, live: true })).toHaveProperty('pause');
    expect(afterFailedRequest({ ...refused, renewable: true })).toBe('fail-attempt');
    expect(afterFailedRequest({ ...request, reason: 'server-busy', renewable: true })).toHaveProperty('pause');
  });

  it('retries captions that are not authorised once, although the page can renew the URL', () => {
    const captions = { ...request, kind: 'text', reason: 'not-authorised', renewable: true } as const;
    expect(afterFailedRequest(captions)).toHaveProperty('pause');
    expect(afterFailedRequest({ ...captions, earlierFailures: 1 })).toBe('give-up-request');
  });

  it('gives up a missing segment at its second failure when another rendition lacks it too', () => {
    const missing = { ...request, reason: 'client-error', missingElsewhere: true } as const;
    expect(afterFailedRequest(missing)).toHaveProperty('pause');
    expect(afterFailedRequest({ ...missing, earlierFailures: 1 })).toBe('give-up-request');
  });

  it('retries captions once', () => {
    const captions = { ...request, kind: 'text' } as const;
    expect(afterFailedRequest(captions)).toHaveProperty('pause');
    expect(afterFailedRequest({ ...captions, earlierFailures: 1 })).toBe('give-up-request');
  });

  it('waits for Retry-After at most 8 seconds while rebuffering on demand', () => {
    const busy = { ...request, reason: 'server-busy', retryAfter: 60_000 } as const;
    expect(afterFailedRequest(busy)).toEqual({ pause: limits.maxRetryAfterWhileRebufferingMs });
    expect(afterFailedRequest({ ...busy, lacksData: false })).toEqual({ pause: limits.maxRetryAfterMs });
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
    expect(afterFailedRequest({ ...request, reason: 'client-error', live: true, elapsed: limits.liveSegmentGraceMs })).toBe(
      'give-up-request'
    );
    expect(
      afterFailedRequest({ ...request, reason: 'client-error', live: true, elapsed: limits.liveSegmentGraceMs, missingBefore: 1 })
    ).toHaveProperty('pause');
    expect(
      afterFailedRequest({ ...request, reason: 'client-error', live: true, elapsed: limits.maxLiveSegmentWaitMs, missingBefore: 9 })
    ).toBe('give-up-request');
  });

  it('respects Retry-After within limits', () => {
    expect(afterFailedRequest({ ...request, reason: 'server-busy', retryAfter: 3000 }, 0)).toEqual({ pause: 3000 });
    expect(afterFailedRequest({ ...request, reason: 'server-busy', retryAfter: 1e9, live: true }, 0)).toEqual({
      pause: limits.maxRetryAfterMs
    });
  });
});

describe('afterFailedAttempt()', () => {
  const failedAttempt = {
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
  ] as const)('%s', (_, facts, expected) => expect(afterFailedAttempt({ ...failedAttempt, ...facts }).type).toBe(expected));
});
