import { vi } from 'vitest';
import { HealthCounters } from '../../../src/media/recovery/health.js';
import type { AttemptMonitor } from '../../../src/media/recovery/attempt-monitor.js';
import { StallWatchdog } from '../../../src/media/session/stall-watchdog.js';
import { fakePage, FakeVideo, timeRanges, type Ranges } from '../../support/fake-video.js';

/** For the tests of the stall watchdog, with fake timers: a watched video on demand that stalls at 10 s although 20 s are buffered; a test may change its properties. */
export function watch(buffered: Ranges = [[0, 30]]) {
  const page = fakePage();
  const video = new FakeVideo();
  video.reach(10);
  video.buffered = timeRanges(buffered);
  video.seekable = timeRanges([[0, 60]]);
  const life = new AbortController();
  const wake = vi.fn();
  const monitor = { live: false, isRetrying: false, stale: false, loading: false, lastMedia: performance.now(), retryScheduler: { wake } };
  const session = {
    shouldPlay: true,
    liveEdge: null as number | null,
    gapEnd: null as number | null,
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
    signal: life.signal,
    shouldPlay: () => session.shouldPlay,
    livePosition: () => session.liveEdge,
    gapEnd: () => session.gapEnd,
    output: () => ({ bufferedEnd: () => session.bufferedEnd, end: session.end }),
    play: session.play,
    rebuild: session.rebuild
  });
  watchdog.sync();
  const pass = (seconds: number) => void vi.advanceTimersByTime(seconds * 1000);
  /** Advances playback and the clock alike. */
  const playFor = (seconds: number) => {
    for (let tick = 0; tick < seconds * 4; tick += 1) {
      video.reach(video.currentTime + 0.25);
      pass(0.25);
    }
  };
  return { page, video, life, wake, monitor, session, health, watchdog, pass, playFor };
}
