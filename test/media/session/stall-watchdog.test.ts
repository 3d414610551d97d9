import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { timeRanges } from '../../support/fake-video.js';
import { startWatchdog } from './watchdog-fixture.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a video that stalls with data buffered', () => {
  it('is nudged after one and a half seconds', () => {
    const { video, health, advance } = startWatchdog();
    advance(1.25);
    expect(video.seeks).toEqual([]);
    advance(0.25);
    expect(video.seeks).toEqual([10.1]);
    expect(health.current.nudges).toBe(1);
  });

  it('gets a new engine when it still stalls after three nudges', () => {
    const { video, session, advance } = startWatchdog();
    advance(5.75);
    expect([video.seeks.length, session.rebuild.mock.calls.length]).toEqual([3, 0]);
    advance(0.25);
    expect([video.seeks.length, session.rebuild.mock.calls.length]).toEqual([3, 1]);
  });

  it('is nudged again, and keeps its engine, when playback has advanced since', () => {
    const { video, session, advance, playFor } = startWatchdog();
    for (let stall = 0; stall < 4; stall += 1) {
      advance(4.5);
      playFor(0.25);
    }
    expect(video.seeks).toHaveLength(12);
    expect(session.rebuild).not.toHaveBeenCalled();
  });

  it('gets no seek and no new engine as long as it advances', () => {
    const { video, session, playFor } = startWatchdog([[0, 100]]);
    playFor(60);
    expect(video.seeks).toEqual([]);
    expect(session.rebuild).not.toHaveBeenCalled();
  });
});

describe('a video that stalls without data', () => {
  it('gets a new engine when no media arrive and no request is being retried', () => {
    const { session, advance } = startWatchdog([[0, 10]]);
    advance(4.25);
    expect(session.rebuild).not.toHaveBeenCalled();
    advance(0.25);
    expect(session.rebuild).toHaveBeenCalledOnce();
  });

  it('keeps its engine when media still arrive', () => {
    const { monitor, session, advance } = startWatchdog([[0, 10]]);
    for (let second = 0; second < 60; second += 1) {
      monitor.lastMediaAt = performance.now();
      advance(1);
    }
    expect(session.rebuild).not.toHaveBeenCalled();
  });

  it('keeps its engine when a request is being retried or the channel does not advance', () => {
    for (const reason of [{ isRetrying: true }, { isStale: true, isLive: true }]) {
      const { monitor, session, advance } = startWatchdog([[0, 10]]);
      Object.assign(monitor, reason);
      advance(60);
      expect(session.rebuild).not.toHaveBeenCalled();
    }
  });

  it('jumps over a gap ahead: at once when it is tiny, otherwise after three seconds', () => {
    for (const [next, seconds] of [
      [10.5, 0.5],
      [14, 3]
    ] as const) {
      const { video, health, advance } = startWatchdog([
        [0, 10],
        [next, 30],
        [40, 50]
      ]);
      advance(seconds - 0.25);
      expect(video.seeks).toEqual([]);
      advance(0.25);
      expect(video.seeks).toEqual([next + 0.05]);
      expect(health.current.jumps).toBe(1);
    }
  });

  it('gets a new engine when no media arrive for a seek, although the viewer goes on seeking', () => {
    const { video, session, advance } = startWatchdog([[0, 10]]);
    video.seeking = true;
    for (let tick = 1; tick <= 18; tick += 1) {
      expect(session.rebuild).not.toHaveBeenCalled();
      video.reach(20 + tick);
      video.dispatch('seeking');
      advance(0.25);
    }
    expect(session.rebuild).toHaveBeenCalledOnce();
  });

  it('jumps over segments that were skipped without waiting for data', () => {
    const { video, session, advance } = startWatchdog([[0, 10]]);
    session.skippedUntil = 14;
    advance(0.25);
    expect(video.seeks).toEqual([14.05]);
  });

  it('jumps to the live edge when its position has left the live window', () => {
    const { video, monitor, session, advance } = startWatchdog([]);
    monitor.isLive = true;
    session.livePosition = 95;
    video.seekable = timeRanges([[40, 100]]);
    advance(0.5);
    expect(video.seeks).toEqual([95]);
  });
});

describe('a video that stalls at the end of its media', () => {
  const stallAtEnd = (bufferedEnd: number | null, position = 59.96) => {
    const watched = startWatchdog([[0, 59.97]]);
    watched.video.duration = 60;
    watched.video.reach(position);
    watched.advance(0.25);
    watched.monitor.lastMediaAt = -10_000;
    watched.session.bufferedEnd = bufferedEnd;
    return watched;
  };

  it('ends, and keeps its engine', () => {
    const { session, advance } = stallAtEnd(60);
    advance(0.5);
    expect(session.end).toHaveBeenCalled();
    expect(session.rebuild).not.toHaveBeenCalled();
  });

  it('ends where a shorter track has no more media', () => {
    const { video, session, advance } = stallAtEnd(60, 50);
    video.buffered = timeRanges([[0, 50]]);
    advance(0.5);
    expect(session.end).toHaveBeenCalled();
  });

  it('does not end while media are loading, or far from the end', () => {
    for (const [hasPendingRequests, bufferedEnd] of [
      [true, 60],
      [false, 49]
    ] as const) {
      const { video, monitor, session, advance } = stallAtEnd(bufferedEnd, 40);
      video.buffered = timeRanges([[0, 40]]);
      Object.assign(monitor, { hasPendingRequests });
      advance(4);
      expect(session.end).not.toHaveBeenCalled();
    }
  });

  it('seeks to the end when the end was declared and the browser stalls just before it', () => {
    const { video, session, advance } = stallAtEnd(null);
    advance(3);
    expect(video.seeks).toEqual([60]);
    expect(session.rebuild).not.toHaveBeenCalled();
  });

  it('does not end while media after skipped segments have not loaded yet', () => {
    const { video, session, advance } = stallAtEnd(56, 50);
    video.buffered = timeRanges([[0, 50]]);
    session.skippedUntil = 54;
    advance(0.25);
    expect(session.end).not.toHaveBeenCalled();
    expect(video.seeks).toEqual([54.05]);
  });

  it('neither ends nor seeks back directly after a seek, although earlier seeks have taken long', () => {
    for (const bufferedEnd of [10, 56]) {
      const { video, session, advance } = stallAtEnd(null, 20);
      video.buffered = timeRanges([[0, 10]]);
      video.seeking = true;
      advance(2);
      session.bufferedEnd = bufferedEnd;
      video.reach(58);
      video.dispatch('seeking');
      advance(0.25);
      expect([video.seeks, session.end.mock.calls.length], `buffered up to ${bufferedEnd} s`).toEqual([[], 0]);
      advance(1.25);
      expect([video.seeks, session.end.mock.calls.length > 0], 'canary').toEqual(bufferedEnd === 10 ? [[55.5], false] : [[], true]);
    }
  });

  it('seeks back to media when the manifest is longer than its media', () => {
    const { video, advance } = stallAtEnd(10, 58);
    video.buffered = timeRanges([[0, 10]]);
    advance(1.5);
    expect(video.seeks).toEqual([55.5]);
  });
});

describe('a video that is paused or has ended', () => {
  it('is asked to play at most three times when the browser has paused it', () => {
    const { video, session, health, advance } = startWatchdog();
    video.paused = true;
    advance(60);
    expect(session.play).toHaveBeenCalledTimes(3);
    expect(health.current.replays).toBe(3);
    expect([video.seeks.length, session.rebuild.mock.calls.length]).toEqual([0, 0]);
  });

  it('gets no command and needs no timer when the viewer has paused it', () => {
    const { video, session, advance } = startWatchdog();
    Object.assign(session, { shouldPlay: false });
    video.paused = true;
    video.dispatch('pause');
    expect(vi.getTimerCount()).toBe(0);
    advance(60);
    expect(session.play).not.toHaveBeenCalled();
  });

  it('gets no command and needs no timer at its end', () => {
    const { video, session, advance } = startWatchdog();
    Object.assign(video, { ended: true, paused: true });
    advance(60);
    expect(vi.getTimerCount()).toBe(0);
    expect([session.play.mock.calls.length, session.rebuild.mock.calls.length]).toEqual([0, 0]);
  });

  it('gets a new engine when it reports `ended` during playback', () => {
    const { video, session, advance } = startWatchdog();
    video.ended = true;
    video.dispatch('ended');
    advance(1.25);
    expect(session.rebuild).not.toHaveBeenCalled();
    advance(0.25);
    expect(session.rebuild).toHaveBeenCalledOnce();
  });
});

describe('the time of a stall', () => {
  it('is not counted while the page is hidden', () => {
    const { page, video, advance } = startWatchdog();
    advance(1.25);
    page.setHidden(true);
    expect(vi.getTimerCount()).toBe(0);
    advance(60);
    page.setHidden(false);
    advance(1.25);
    expect(video.seeks).toEqual([]);
    advance(0.25);
    expect(video.seeks).toHaveLength(1);
  });

  it('is not counted, and retries start at once, when the device was asleep', () => {
    const { video, wake, advance } = startWatchdog();
    advance(1.25);
    // While some computers sleep, only the wall clock advances.
    vi.setSystemTime(Date.now() + 3_600_000);
    advance(1.5);
    expect(wake).toHaveBeenCalledOnce();
    expect(video.seeks).toEqual([]);
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 3_600_000);
    advance(1.5);
    expect(wake).toHaveBeenCalledTimes(2);
    expect(video.seeks).toEqual([]);
  });
});

describe('a video that plays over a gap in its video track', () => {
  it('gets a seek to its current position', () => {
    const { video, advance } = startWatchdog([
      [0, 9.9],
      [10.2, 30]
    ]);
    video.reach(10.3);
    advance(0.25);
    expect(video.seeks).toEqual([10.3]);
  });

  it('gets no seek when the viewer has sought over the gap, but one at the next gap', () => {
    const { video, advance } = startWatchdog([
      [0, 9.9],
      [10.2, 12],
      [12.2, 30]
    ]);
    video.reach(10.3);
    video.dispatch('seeking');
    advance(0.25);
    expect(video.seeks).toEqual([]);
    video.reach(12.1);
    advance(0.25);
    video.reach(12.3);
    advance(0.25);
    expect(video.seeks).toEqual([12.3]);
  });
});

describe('the watchdog', () => {
  it('does not start again after the attempt has ended, whether the page was hidden then or not', () => {
    for (const hidden of [false, true]) {
      const { page, video, lifetime, watchdog, session, advance } = startWatchdog();
      page.setHidden(hidden);
      lifetime.abort();
      page.setHidden(false);
      video.dispatch('playing');
      watchdog.sync();
      expect(vi.getTimerCount()).toBe(0);
      advance(60);
      expect([video.seeks.length, session.rebuild.mock.calls.length]).toEqual([0, 0]);
    }
  });
});
