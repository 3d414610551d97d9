import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlayerError } from '../../../src/media/error.js';
import { AttemptMonitor } from '../../../src/media/recovery/attempt-monitor.js';
import { HealthCounters } from '../../../src/media/recovery/health.js';
import { fakePage, FakeVideo } from '../../support/fake-video.js';

const url = 'https://media.example/live.m3u8';
const error = new PlayerError('network/unreachable', 'No connection.');
const notOnAir = new PlayerError('manifest/empty', 'No segments.');

/** A live HLS playlist of three segments. */
const playlist = (first: number, targetDuration = 2) =>
  `#EXTM3U\n#EXT-X-TARGETDURATION:${targetDuration}\n#EXT-X-MEDIA-SEQUENCE:${first}\n${'#EXTINF:2,\ns.ts\n'.repeat(3)}`;

/** Monitors an attempt to play a live stream, which rebuffers. A test may change the properties of the video and of the attempt. */
function monitorAttempt() {
  const page = fakePage();
  const video = new FakeVideo();
  video.readyState = 2;
  const lifetime = new AbortController();
  const attempt = { live: true, onRestart: vi.fn(), onChange: vi.fn() };
  const monitor = new AttemptMonitor({
    video: video.element,
    health: new HealthCounters(),
    signal: lifetime.signal,
    isLive: () => attempt.live,
    isRenewable: () => false,
    failAttempt: vi.fn(),
    onEncoderRestart: attempt.onRestart,
    onInterruptionChange: attempt.onChange
  });
  const load = (text: string, from = url) => monitor.recordManifest(from, new TextEncoder().encode(text).buffer);
  /** Loads the same playlist once a second, for some seconds. */
  const reload = (text: string, seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      vi.advanceTimersByTime(1000);
      load(text);
    }
  };
  return { page, video, lifetime, attempt, monitor, load, reload };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the interruption of an attempt', () => {
  it('begins when the video lacks data, and not when the first request fails', () => {
    const { video, monitor } = monitorAttempt();
    video.readyState = 3;
    monitor.recordRetry({}, 'reconnecting', error, 500);
    expect([monitor.isRetrying, monitor.interruption]).toEqual([true, null]);
    video.readyState = 2;
    expect(monitor.interruption).toEqual({ kind: 'reconnecting', error });
  });

  it('is "reconnecting" when one request has no connection and another waits for the channel', () => {
    const { monitor } = monitorAttempt();
    monitor.recordRetry({}, 'unavailable', notOnAir, 500);
    expect(monitor.interruption?.kind).toBe('unavailable');
    monitor.recordRetry({}, 'reconnecting', error, 500);
    expect(monitor.interruption?.kind).toBe('reconnecting');
  });

  it('ends when the last failed request succeeds', () => {
    const { monitor, attempt } = monitorAttempt();
    const [first, second] = [{}, {}];
    monitor.recordRetry(first, 'reconnecting', error, 500);
    monitor.recordRetry(second, 'reconnecting', error, 500);
    monitor.recordRetryEnd(first);
    expect([monitor.isRetrying, monitor.interruption?.error]).toEqual([true, error]);
    attempt.onChange.mockClear();
    monitor.recordRetryEnd(second);
    expect([monitor.isRetrying, monitor.interruption]).toEqual([false, null]);
    expect(attempt.onChange).toHaveBeenCalledOnce();
  });

  it('does not change when a request succeeds that had not failed', () => {
    const { monitor, attempt } = monitorAttempt();
    monitor.recordRetryEnd({});
    expect(attempt.onChange).not.toHaveBeenCalled();
  });

  it('has the time until the next retry, in seconds, of the latest failure of a request', () => {
    const { monitor } = monitorAttempt();
    const request = {};
    monitor.recordRetry(request, 'reconnecting', error, 4200);
    expect(monitor.interruption?.retryIn).toBe(5);
    monitor.recordRetry(request, 'reconnecting', error, 1000);
    expect(monitor.interruption?.retryIn).toBe(undefined);
  });

  it('is reported as changed at each event of the video that may start or end it', () => {
    const { video, attempt } = monitorAttempt();
    for (const type of ['waiting', 'playing', 'seeking', 'seeked', 'canplay', 'emptied']) video.dispatch(type);
    expect(attempt.onChange).toHaveBeenCalledTimes(6);
  });
});

describe('a live manifest', () => {
  it('is stale when it stays the same for more than seven seconds', () => {
    const { monitor, load, reload } = monitorAttempt();
    load(playlist(1));
    reload(playlist(1), 7);
    expect([monitor.isStale, monitor.interruption]).toEqual([false, null]);
    reload(playlist(1), 1);
    expect(monitor.isStale).toBe(true);
    expect(monitor.interruption).toMatchObject({ kind: 'unavailable', error: { code: 'manifest/empty' } });
  });

  it('is no longer stale when it changes', () => {
    const { monitor, load, reload } = monitorAttempt();
    load(playlist(1));
    reload(playlist(1), 8);
    reload(playlist(2), 1);
    expect([monitor.isStale, monitor.interruption]).toEqual([false, null]);
  });

  it('is not stale when nothing loads it, as in a paused player', () => {
    const { monitor, load } = monitorAttempt();
    load(playlist(1));
    vi.advanceTimersByTime(600_000);
    expect(monitor.isStale).toBe(false);
  });

  it('is stale after the duration of three segments when they are long, but after one minute at most', () => {
    for (const [targetDuration, seconds] of [
      [10, 30],
      [9999, 60]
    ] as const) {
      const { monitor, load, reload } = monitorAttempt();
      load(playlist(1, targetDuration));
      reload(playlist(1, targetDuration), seconds);
      expect(monitor.isStale, `after ${seconds} s`).toBe(false);
      reload(playlist(1, targetDuration), 1);
      expect(monitor.isStale, `after ${seconds + 1} s`).toBe(true);
    }
  });

  it('is never stale when the stream is on demand', () => {
    const { attempt, monitor, load, reload } = monitorAttempt();
    attempt.live = false;
    load(playlist(1));
    reload(playlist(1), 100);
    expect(monitor.isStale).toBe(false);
  });

  it('is ignored when it lists no live segments, or is too large', () => {
    const { attempt, load } = monitorAttempt();
    load(playlist(500));
    for (const text of ['#EXTM3U\n#EXT-X-STREAM-INF:\nlow.m3u8', `${playlist(1)}#EXT-X-ENDLIST`, playlist(1).padEnd(1_000_001)]) load(text);
    expect(attempt.onRestart).not.toHaveBeenCalled();
    expect(attempt.onChange).toHaveBeenCalledOnce();
  });

  it('reports a restarted encoder when its sequence numbers start again', () => {
    const { attempt, load } = monitorAttempt();
    load(playlist(500));
    load(playlist(1));
    expect(attempt.onRestart).toHaveBeenCalledOnce();
  });

  it('reports no restart when a server lags, or when another rendition has other sequence numbers', () => {
    const { attempt, load } = monitorAttempt();
    load(playlist(500));
    load(playlist(498));
    load(playlist(1), 'https://media.example/other.m3u8');
    expect(attempt.onRestart).not.toHaveBeenCalled();
  });
});

describe('a pending retry', () => {
  /** Returns whether a retry that is due in an hour starts at once after `act`. */
  async function startsAtOnceAfter(act: (monitored: ReturnType<typeof monitorAttempt>) => void): Promise<boolean> {
    const monitored = monitorAttempt();
    const onStart = vi.fn();
    monitored.monitor.retryScheduler.wait(3_600_000, new AbortController().signal).then(onStart, () => undefined);
    act(monitored);
    await vi.advanceTimersByTimeAsync(0);
    return onStart.mock.calls.length > 0;
  }

  it('starts at once when the network is available again, or the page is visible again', async () => {
    expect(await startsAtOnceAfter(({ page }) => page.window.dispatchEvent(new Event('online')))).toBe(true);
    expect(await startsAtOnceAfter(({ page }) => page.window.dispatchEvent(new Event('pageshow')))).toBe(true);
    expect(await startsAtOnceAfter(({ page }) => page.setHidden(false))).toBe(true);
  });

  it('starts at once when the viewer needs its data', async () => {
    for (const type of ['waiting', 'seeking', 'play'])
      expect(await startsAtOnceAfter(({ video }) => video.dispatch(type)), type).toBe(true);
  });

  it('keeps waiting when the page becomes hidden', async () => {
    expect(await startsAtOnceAfter(({ page }) => page.setHidden(true))).toBe(false);
  });

  it('does not start when the attempt has ended', async () => {
    const startedAtOnce = await startsAtOnceAfter(({ page, video, lifetime }) => {
      lifetime.abort();
      page.window.dispatchEvent(new Event('online'));
      video.dispatch('waiting');
    });
    expect(startedAtOnce).toBe(false);
  });
});
