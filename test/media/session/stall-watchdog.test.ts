import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { timeRanges } from '../../support/fake-video.js';
import { watch } from './watch.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a video that stalls with data buffered', () => {
  it('is nudged after one and a half seconds', () => {
    const { video, health, pass } = watch();
    pass(1.25);
    expect(video.seeks).toEqual([]);
    pass(0.25);
    expect(video.seeks).toEqual([10.1]);
    expect(health.current.nudges).toBe(1);
  });

  it('gets a new engine when three nudges changed nothing', () => {
    const { video, session, pass } = watch();
    pass(5.75);
    expect([video.seeks.length, session.rebuild.mock.calls.length]).toEqual([3, 0]);
    pass(0.25);
    expect([video.seeks.length, session.rebuild.mock.calls.length]).toEqual([3, 1]);
  });

  it('is nudged again, and keeps its engine, when playback has advanced since', () => {
    const { video, session, pass, playFor } = watch();
    for (let stall = 0; stall < 4; stall += 1) {
      pass(4.5);
      playFor(0.25);
    }
    expect(video.seeks).toHaveLength(12);
    expect(session.rebuild).not.toHaveBeenCalled();
  });

  it('is left alone as long as it advances', () => {
    const { video, session, playFor } = watch([[0, 100]]);
    playFor(60);
    expect(video.seeks).toEqual([]);
    expect(session.rebuild).not.toHaveBeenCalled();
  });
});

describe('a video that stalls without data', () => {
  it('gets a new engine when no media arrive and no request is being retried', () => {
    const { session, pass } = watch([[0, 10]]);
    pass(4.25);
    expect(session.rebuild).not.toHaveBeenCalled();
    pass(0.25);
    expect(session.rebuild).toHaveBeenCalledOnce();
  });

  it('keeps its engine when media still arrive', () => {
    const { monitor, session, pass } = watch([[0, 10]]);
    for (let second = 0; second < 60; second += 1) {
      monitor.lastMedia = performance.now();
      pass(1);
    }
    expect(session.rebuild).not.toHaveBeenCalled();
  });

  it('keeps its engine when a request is being retried or the channel does not advance', () => {
    for (const excuse of [{ isRetrying: true }, { stale: true, live: true }]) {
      const { monitor, session, pass } = watch([[0, 10]]);
      Object.assign(monitor, excuse);
      pass(60);
      expect(session.rebuild).not.toHaveBeenCalled();
    }
  });

  it('jumps over a gap ahead: at once if it is tiny, otherwise when the data may no longer come', () => {
    for (const [next, seconds] of [
      [10.5, 0.5],
      [14, 3]
    ] as const) {
      const { video, health, pass } = watch([
        [0, 10],
        [next, 30],
        [40, 50]
      ]);
      pass(seconds - 0.25);
      expect(video.seeks).toEqual([]);
      pass(0.25);
      expect(video.seeks).toEqual([next + 0.05]);
      expect(health.current.jumps).toBe(1);
    }
  });

  it('gets a new engine when no media arrive for a seek, although the viewer goes on seeking', () => {
    const { video, session, pass } = watch([[0, 10]]);
    video.seeking = true;
    for (let tick = 1; tick <= 18; tick += 1) {
      expect(session.rebuild).not.toHaveBeenCalled();
      video.reach(20 + tick);
      video.dispatch('seeking');
      pass(0.25);
    }
    expect(session.rebuild).toHaveBeenCalledOnce();
  });

  it('jumps over segments that were skipped without waiting for data', () => {
    const { video, session, pass } = watch([[0, 10]]);
    session.gapEnd = 14;
    pass(0.25);
    expect(video.seeks).toEqual([14.05]);
  });

  it('jumps to the live edge when its position has left the live window', () => {
    const { video, monitor, session, pass } = watch([]);
    monitor.live = true;
    session.liveEdge = 95;
    video.seekable = timeRanges([[40, 100]]);
    pass(0.5);
    expect(video.seeks).toEqual([95]);
  });
});

describe('a video that stalls at the end of its media', () => {
  const atEnd = (bufferedEnd: number | null, current = 59.96) => {
    const watched = watch([[0, 59.97]]);
    watched.video.duration = 60;
    watched.video.reach(current);
    watched.pass(0.25);
    watched.monitor.lastMedia = -10_000;
    watched.session.bufferedEnd = bufferedEnd;
    return watched;
  };

  it('ends, and keeps its engine', () => {
    const { session, pass } = atEnd(60);
    pass(0.5);
    expect(session.end).toHaveBeenCalled();
    expect(session.rebuild).not.toHaveBeenCalled();
  });

  it('ends where a shorter track has no more media', () => {
    const { video, session, pass } = atEnd(60, 50);
    video.buffered = timeRanges([[0, 50]]);
    pass(0.5);
    expect(session.end).toHaveBeenCalled();
  });

  it('does not end while media are loading, or far from the end', () => {
    for (const [loading, bufferedEnd] of [
      [true, 60],
      [false, 49]
    ] as const) {
      const { video, monitor, session, pass } = atEnd(bufferedEnd, 40);
      video.buffered = timeRanges([[0, 40]]);
      Object.assign(monitor, { loading });
      pass(4);
      expect(session.end).not.toHaveBeenCalled();
    }
  });

  it('seeks to the end when the end was declared and the browser stalls just before it', () => {
    const { video, session, pass } = atEnd(null);
    pass(3);
    expect(video.seeks).toEqual([60]);
    expect(session.rebuild).not.toHaveBeenCalled();
  });

  it('is not taken for the end while skipped segments are followed by media that have not loaded yet', () => {
    const { video, session, pass } = atEnd(56, 50);
    video.buffered = timeRanges([[0, 50]]);
    session.gapEnd = 54;
    pass(0.25);
    expect(session.end).not.toHaveBeenCalled();
    expect(video.seeks).toEqual([54.05]);
  });

  it('seeks back to media when the manifest is longer than its media', () => {
    const { video, pass } = atEnd(10, 58);
    video.buffered = timeRanges([[0, 10]]);
    pass(1.5);
    expect(video.seeks).toEqual([55.5]);
  });
});

describe('a video that is paused or has ended', () => {
  it('is asked to play at most three times when the browser has paused it', () => {
    const { video, session, health, pass } = watch();
    video.paused = true;
    pass(60);
    expect(session.play).toHaveBeenCalledTimes(3);
    expect(health.current.replays).toBe(3);
    expect([video.seeks.length, session.rebuild.mock.calls.length]).toEqual([0, 0]);
  });

  it('is left alone, without a timer, when the viewer has paused it', () => {
    const { video, session, pass } = watch();
    Object.assign(session, { shouldPlay: false });
    video.paused = true;
    video.dispatch('pause');
    expect(vi.getTimerCount()).toBe(0);
    pass(60);
    expect(session.play).not.toHaveBeenCalled();
  });

  it('is left alone, without a timer, at its end', () => {
    const { video, session, pass } = watch();
    Object.assign(video, { ended: true, paused: true });
    pass(60);
    expect(vi.getTimerCount()).toBe(0);
    expect([session.play.mock.calls.length, session.rebuild.mock.calls.length]).toEqual([0, 0]);
  });

  it('gets a new engine when it reports `ended` during playback', () => {
    const { video, session, pass } = watch();
    video.ended = true;
    video.dispatch('ended');
    pass(1.25);
    expect(session.rebuild).not.toHaveBeenCalled();
    pass(0.25);
    expect(session.rebuild).toHaveBeenCalledOnce();
  });
});

describe('a stall that is not one', () => {
  it('is not counted while the page is hidden', () => {
    const { page, video, pass } = watch();
    pass(1.25);
    page.setHidden(true);
    expect(vi.getTimerCount()).toBe(0);
    pass(60);
    page.setHidden(false);
    pass(1.25);
    expect(video.seeks).toEqual([]);
    pass(0.25);
    expect(video.seeks).toHaveLength(1);
  });

  it('is not counted, and retries start at once, when the device was asleep', () => {
    const { video, wake, pass } = watch();
    pass(1.25);
    // Only the wall clock advances while some computers sleep.
    vi.setSystemTime(Date.now() + 3_600_000);
    pass(1.5);
    expect(wake).toHaveBeenCalledOnce();
    expect(video.seeks).toEqual([]);
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 3_600_000);
    pass(1.5);
    expect(wake).toHaveBeenCalledTimes(2);
    expect(video.seeks).toEqual([]);
  });

  it('ends when audio has bridged a gap in the video track, by a seek to the same position', () => {
    const { video, pass } = watch([
      [0, 9.9],
      [10.2, 30]
    ]);
    video.reach(10.3);
    pass(0.25);
    expect(video.seeks).toEqual([10.3]);
  });

  it('ends without a seek when the viewer went over the gap, but not over the next one', () => {
    const { video, pass } = watch([
      [0, 9.9],
      [10.2, 12],
      [12.2, 30]
    ]);
    video.reach(10.3);
    video.dispatch('seeking');
    pass(0.25);
    expect(video.seeks).toEqual([]);
    video.reach(12.1);
    pass(0.25);
    video.reach(12.3);
    pass(0.25);
    expect(video.seeks).toEqual([12.3]);
  });
});

describe('the watchdog', () => {
  it('stops for good when the attempt ends, whether the page is hidden then or not', () => {
    for (const hidden of [false, true]) {
      const { page, video, life, watchdog, session, pass } = watch();
      page.setHidden(hidden);
      life.abort();
      page.setHidden(false);
      video.dispatch('playing');
      watchdog.sync();
      expect(vi.getTimerCount()).toBe(0);
      pass(60);
      expect([video.seeks.length, session.rebuild.mock.calls.length]).toEqual([0, 0]);
    }
  });
});
