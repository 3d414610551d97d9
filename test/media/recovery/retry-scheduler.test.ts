import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RetryScheduler } from '../../../src/media/recovery/retry-scheduler.js';

describe('RetryScheduler', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Waits with a scheduler several times at once; returns the milliseconds at which each wait ended, in the order of their end. */
  function waitAll(pauses: readonly number[]) {
    const scheduler = new RetryScheduler();
    const lifetime = new AbortController();
    const start = performance.now();
    const ends: number[] = [];
    const errors: unknown[] = [];
    for (const pause of pauses)
      void scheduler.wait(pause, lifetime.signal).then(
        () => ends.push(performance.now() - start),
        (reason) => errors.push(reason)
      );
    return { scheduler, lifetime, ends, errors };
  }

  it('ends a pause after its time', async () => {
    const { ends } = waitAll([1000]);
    await vi.advanceTimersByTimeAsync(999);
    expect(ends).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ends).toEqual([1000]);
  });

  it('keeps retries 400 ms apart that would start at the same time', async () => {
    const { ends } = waitAll([1000, 1000, 1000]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(ends).toEqual([1000, 1400, 1800]);
  });

  it('ends all pauses when it wakes, one retry after the other', async () => {
    const { scheduler, ends } = waitAll([10_000, 20_000]);
    await vi.advanceTimersByTimeAsync(500);
    scheduler.wake();
    await vi.advanceTimersByTimeAsync(5000);
    expect(ends).toEqual([500, 900]);
  });

  it('rejects with the reason of the signal, and then waits no longer', async () => {
    const { lifetime, ends, errors } = waitAll([1000, 2000]);
    lifetime.abort('ended');
    await vi.advanceTimersByTimeAsync(5000);
    expect([ends, errors]).toEqual([[], ['ended', 'ended']]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
