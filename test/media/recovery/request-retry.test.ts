import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlayerError } from '../../../src/media/error.js';
import type { AttemptMonitor } from '../../../src/media/recovery/attempt-monitor.js';
import { RequestFailure } from '../../../src/media/recovery/fetch-once.js';
import type { FailureReason } from '../../../src/media/recovery/recovery-rules.js';
import { RequestRetry } from '../../../src/media/recovery/request-retry.js';

/** Retries a segment request with pauses that take no time. */
function retrySegment(lacksData: boolean) {
  const monitor = {
    lacksData,
    isLive: false,
    isRenewable: false,
    health: { count: vi.fn() },
    retryScheduler: { wait: () => Promise.resolve(), wake: vi.fn() },
    recordRetry: vi.fn(),
    recordRetryEnd: vi.fn(),
    failAttempt: vi.fn()
  };
  const retry = new RequestRetry(monitor as unknown as AttemptMonitor, 'segment', new AbortController().signal, () => ({
    missingElsewhere: false,
    missingBefore: 0,
    skipped: 0
  }));
  /** Lets the request fail again after some seconds; returns whether the attempt has failed then. */
  const failAfter = async (seconds: number) => {
    vi.advanceTimersByTime(seconds * 1000);
    await retry.onFailure(new RequestFailure('server-busy', new PlayerError('network/http', 'The server answered with an error (503).')));
    return monitor.failAttempt.mock.calls.length > 0;
  };
  return { monitor, retry, failAfter };
}

describe('RequestRetry', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('fails the attempt at the first failure after twelve seconds of rebuffering', async () => {
    const { failAfter } = retrySegment(true);
    expect([await failAfter(6), await failAfter(5.9), await failAfter(0.2)]).toEqual([false, false, true]);
  });

  it('does not count a pause during which media were buffered', async () => {
    const { monitor, failAfter } = retrySegment(false);
    await failAfter(1);
    monitor.lacksData = true;
    expect([await failAfter(15), await failAfter(11.9), await failAfter(0.2)]).toEqual([false, false, true]);
  });

  it('counts from zero again when playback has continued in between', async () => {
    const { monitor, failAfter } = retrySegment(true);
    await failAfter(11);
    monitor.lacksData = false;
    await failAfter(1);
    monitor.lacksData = true;
    expect([await failAfter(5), await failAfter(11), await failAfter(2)]).toEqual([false, false, true]);
  });

  it('does not count the time between a success with data and a failure long afterwards', async () => {
    const { monitor, retry, failAfter } = retrySegment(true);
    monitor.lacksData = false;
    retry.onSuccess();
    vi.advanceTimersByTime(60_000);
    monitor.lacksData = true;
    expect([await failAfter(0), await failAfter(11.9), await failAfter(0.2)]).toEqual([false, false, true]);
  });

  it('counts from a success on when playback has lacked data since then', async () => {
    const { retry, failAfter } = retrySegment(true);
    await failAfter(11);
    retry.onSuccess();
    expect([await failAfter(11.9), await failAfter(0.2)]).toEqual([false, true]);
  });

  /** Returns how often the pauses of other requests end when a request succeeds after a failure. */
  const wakesAfter = async (reason: FailureReason) => {
    const { monitor, retry } = retrySegment(false);
    await retry.onFailure(new RequestFailure(reason, new PlayerError('network/unreachable', 'The server cannot be reached.')));
    expect(monitor.retryScheduler.wake).not.toHaveBeenCalled();
    retry.onSuccess();
    retry.onSuccess();
    return monitor.retryScheduler.wake.mock.calls.length;
  };

  it.each(['connection-failed', 'timeout', 'unusable-body'] as const)(
    'ends the pauses of other requests once when it succeeds after a failure with the reason %s',
    async (reason) => expect(await wakesAfter(reason)).toBe(1)
  );

  it.each(['server-busy', 'client-error'] as const)(
    'does not end the pauses of other requests when it succeeds after a failure with the reason %s',
    async (reason) => expect(await wakesAfter(reason)).toBe(0)
  );
});
