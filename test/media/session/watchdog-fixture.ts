import { vi } from 'vitest';
import { HealthCounters } from '../../../src/media/recovery/health.js';
import type { AttemptMonitor } from '../../../src/media/recovery/attempt-monitor.js';
import { StallWatchdog } from '../../../src/media/session/stall-watchdog.js';
import { fakePage, FakeVideo, timeRanges, type Ranges } from '../../support/fake-video.js';

/**
 * Starts the stall watchdog, for tests with fake timers. Its video on demand stalls at 10 s, and the next 20 s are buffered. A test may
 * change the properties of the video, the monitor and the session.
 */
export function startWatchdog(buffered: Ranges = [[0, 30]]) {
  const page = fakePage();
  const video = new FakeVideo();
  video.reach(10);
  video.buffered = timeRanges(buffered);
  video.seekable = timeRanges([[0, 60]]);
  const lifetime = new AbortController();
  const wake = vi.fn();
  const monitor = {
    isLive: false,
    isRetrying: false,
    isStale: false,
    hasPendingRequests: false,
    lastMediaAt: performance.now(),
    retryScheduler: { wake }
  };
  const session = {
    shouldPlay: true,
    livePosition: null as number | null,
    skippedUntil: null as number | null,
    bufferedEnd: null as number | null,
    end: vi.fn(),
    play: vi.fn(),
    rebuild: vi.fn()
  };
  const health = new HealthCounters();
  const watchdog = new StallWatchdog({
    video: video.element,
    monitor: monitor as unknown as AttemptMonitor,
    health,
    signal: lifetime.signal,
    shouldPlay: () => session.shouldPlay,
    livePosition: () => session.livePosition,
    skippedUntil: () => session.skippedUntil,
    output: () => ({ bufferedEnd: () => session.bufferedEnd, end: session.end }),
    play: session.play,
    rebuild: session.rebuild
  });
  watchdog.sync();
  const advance = (seconds: number) => void vi.advanceTimersByTime(seconds * 1000);
  /** Advances the playback position and the clock by the same time. */
  const playFor = (seconds: number) => {
    for (let tick = 0; tick < seconds * 4; tick += 1) {
      video.reach(video.currentTime + 0.25);
      advance(0.25);
    }
  };
  return { page, video, lifetime, wake, monitor, session, health, watchdog, advance, playFor };
}
