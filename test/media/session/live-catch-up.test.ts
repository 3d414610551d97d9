import { describe, expect, it } from 'vitest';
import { startLiveCatchUp } from '../../../src/media/session/live-catch-up.js';
import type { Load } from '../../../src/media/session/load.js';
import { chosenRate } from '../../../src/media/playback-rate.js';

/** Starts live catch-up in a channel, by default of low latency. The channel plays at 98 s, and its live edge is at 100 s. */
function watchChannel(targetLatency = 2) {
  const video = Object.assign(new EventTarget(), {
    playbackRate: 1,
    defaultPlaybackRate: 1,
    currentTime: 98,
    seeking: false,
    paused: false,
    buffered: { length: 1, start: () => 60, end: () => 100 }
  });
  // An engine measures the latency at `timeupdate`, so a test sets it separately.
  const measured = { latency: targetLatency };
  const engine = { latency: () => measured.latency, livePosition: () => 98 };
  const stream = { current: { live: { targetLatency } } };
  const lifetime = new AbortController();
  startLiveCatchUp({ video, session: { engine, stream }, signal: lifetime.signal } as unknown as Load);
  const dispatch = (type: string) => video.dispatchEvent(new Event(type));
  const seek = (position: number) => {
    Object.assign(video, { currentTime: position, seeking: true });
    dispatch('seeking');
    video.seeking = false;
  };
  const measure = () => void (measured.latency = 100 - video.currentTime);
  const rateWhenLate = (seconds: number) => {
    measured.latency = targetLatency + seconds;
    dispatch('timeupdate');
    return video.playbackRate;
  };
  const reportedRate = () => chosenRate(video as unknown as HTMLVideoElement);
  return { video, dispatch, seek, measure, rateWhenLate, reportedRate };
}

describe('live catch-up', () => {
  it('does not seek to the live edge after the viewer seeked back', () => {
    const { video, dispatch, seek, measure } = watchChannel();
    seek(70);
    measure();
    dispatch('timeupdate');
    dispatch('seeked');
    dispatch('timeupdate');
    expect(video.currentTime).toBe(70);
  });

  it('seeks to the live edge when playback fell behind without a seek', () => {
    const { video, dispatch, measure } = watchChannel();
    video.currentTime = 70;
    measure();
    dispatch('timeupdate');
    expect(video.currentTime).toBe(98);
  });

  it('seeks to the live edge when playback fell behind after the viewer returned to it', () => {
    const { video, dispatch, seek, measure } = watchChannel();
    seek(70);
    seek(98);
    video.currentTime = 80;
    measure();
    dispatch('timeupdate');
    expect(video.currentTime).toBe(98);
  });

  it('does not seek after the first seek to the live edge, when the engine still reports the latency of the position before it', () => {
    const { video, dispatch, seek, measure } = watchChannel();
    video.currentTime = 0;
    measure();
    seek(97.7);
    dispatch('seeked');
    dispatch('timeupdate');
    expect(video.currentTime).toBe(97.7);
  });

  it('changes the playback rate by up to 10 % for a large delay and 4 % for a small one, without a change of chosenRate()', () => {
    const { rateWhenLate, reportedRate } = watchChannel();
    for (const [seconds, speed] of [
      [3, 1.1],
      [0.9, 1.04],
      [0.2, 1.04],
      [0.05, 1],
      [0.2, 1],
      [-0.5, 0.96],
      [-1.5, 0.9]
    ] as const) {
      expect(rateWhenLate(seconds), `${seconds} s late`).toBe(speed);
      expect(reportedRate()).toBe(1);
    }
  });

  it('changes the playback rate by 4 % at most when the target latency is not low', () => {
    expect(watchChannel(9).rateWhenLate(3)).toBe(1.04);
  });

  it('does not raise the playback rate when the buffer is short', () => {
    const { video, rateWhenLate } = watchChannel();
    Object.assign(video.buffered, { end: () => video.currentTime + 0.5 });
    expect(rateWhenLate(3)).toBe(1);
  });

  it('keeps a playback rate that the page has set', () => {
    const { video, rateWhenLate, reportedRate } = watchChannel();
    for (const pageRate of [1.02, 1.1, 2]) {
      video.playbackRate = pageRate;
      expect(rateWhenLate(3)).toBe(pageRate);
      expect(reportedRate()).toBe(pageRate);
    }
  });
});
