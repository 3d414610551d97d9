import { describe, expect, it } from 'vitest';
import { keepLatency, type CatchUpContext } from '../../src/media/catch-up.js';
import { chosenRate } from '../../src/media/chosen-rate.js';

/** A channel of low latency, unless said otherwise, whose target is two seconds behind 100 s, played at its target. */
function watch(targetLatency = 2) {
  const video = Object.assign(new EventTarget(), {
    playbackRate: 1,
    defaultPlaybackRate: 1,
    currentTime: 98,
    seeking: false,
    paused: false,
    buffered: { length: 1, start: () => 60, end: () => 100 }
  });
  // Engines measure the latency at `timeupdate`.
  const measured = { latency: targetLatency };
  const engine = { latency: () => measured.latency, liveEdge: () => 98 };
  const stream = { current: { live: { targetLatency } } };
  const end = new AbortController();
  keepLatency({ video, session: { engine }, stream } as unknown as CatchUpContext, end.signal);
  const tell = (type: string) => video.dispatchEvent(new Event(type));
  const seek = (place: number) => {
    Object.assign(video, { currentTime: place, seeking: true });
    tell('seeking');
    video.seeking = false;
  };
  const measure = () => void (measured.latency = 100 - video.currentTime);
  const late = (seconds: number) => {
    measured.latency = targetLatency + seconds;
    tell('timeupdate');
    return video.playbackRate;
  };
  const rate = () => chosenRate(video as unknown as HTMLVideoElement);
  return { video, tell, seek, measure, late, rate };
}

describe('the latency of a live viewer', () => {
  it('leaves him in the past who went there, whenever the engine comes to measure it', () => {
    const { video, tell, seek, measure } = watch();
    seek(70);
    measure();
    tell('timeupdate');
    tell('seeked');
    tell('timeupdate');
    expect(video.currentTime).toBe(70);
  });

  it('brings him back who fell behind without having asked for it', () => {
    const { video, tell, measure } = watch();
    video.currentTime = 70;
    measure();
    tell('timeupdate');
    expect(video.currentTime).toBe(98);
  });

  it('brings him back who fell behind after he had returned', () => {
    const { video, tell, seek, measure } = watch();
    seek(70);
    seek(98);
    video.currentTime = 80;
    measure();
    tell('timeupdate');
    expect(video.currentTime).toBe(98);
  });

  it('makes up for much at a stride, for little in small steps, and tells of neither', () => {
    const { late, rate } = watch();
    for (const [seconds, speed] of [
      [3, 1.1],
      [0.9, 1.04],
      [0.2, 1.04],
      [0.05, 1],
      [0.2, 1],
      [-0.5, 0.96],
      [-1.5, 0.9]
    ] as const) {
      expect(late(seconds), `${seconds} s late`).toBe(speed);
      expect(rate()).toBe(1);
    }
  });

  it('strides on a channel of low latency only', () => {
    expect(watch(9).late(3)).toBe(1.04);
  });

  it('does not go faster than its reserve of picture allows', () => {
    const { video, late } = watch();
    Object.assign(video.buffered, { end: () => video.currentTime + 0.5 });
    expect(late(3)).toBe(1);
  });

  it('lets be the speed that a page chose, however small the change', () => {
    const { video, late, rate } = watch();
    for (const chosen of [1.02, 1.1, 2]) {
      video.playbackRate = chosen;
      expect(late(3)).toBe(chosen);
      expect(rate()).toBe(chosen);
    }
  });
});
