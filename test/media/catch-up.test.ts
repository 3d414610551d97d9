import { describe, expect, it } from 'vitest';
import { keepLatency, type CatchUpContext } from '../../src/media/catch-up.js';

/** A low-latency channel whose target is two seconds behind 100 s, played at its target. */
function watch() {
  const video = Object.assign(new EventTarget(), {
    playbackRate: 1,
    defaultPlaybackRate: 1,
    currentTime: 98,
    seeking: false,
    paused: false,
    buffered: { length: 0 }
  });
  // Engines measure the latency at `timeupdate`.
  const measured = { latency: 2 };
  const engine = { latency: () => measured.latency, liveEdge: () => 98 };
  const stream = { current: { live: { targetLatency: 2 } } };
  const end = new AbortController();
  keepLatency({ video, session: { engine }, stream } as unknown as CatchUpContext, end.signal);
  const tell = (type: string) => video.dispatchEvent(new Event(type));
  const seek = (place: number) => {
    Object.assign(video, { currentTime: place, seeking: true });
    tell('seeking');
    video.seeking = false;
  };
  const measure = () => void (measured.latency = 100 - video.currentTime);
  return { video, tell, seek, measure };
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
});
