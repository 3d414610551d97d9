import { listen } from '../../lib/listen.js';
import { rangesOf } from '../../lib/time-ranges.js';

/**
 * Calls `start` once: when playback is requested, or when a seek needs media that is not buffered. The engine's own seek to `startTime`
 * (seconds) does not count.
 */
export function whenUsed(video: HTMLVideoElement, startTime: number, start: () => void, signal: AbortSignal): void {
  const waiting = new AbortController();
  const onUse = () => {
    waiting.abort();
    start();
  };
  if (!video.paused) return onUse();
  const lifetime = AbortSignal.any([signal, waiting.signal]);
  listen(video, 'play', onUse, lifetime);
  const isBuffered = (time: number) => rangesOf(video.buffered).some(({ start: from, end }) => time >= from && time < end);
  const onSeeking = () => {
    const { currentTime: time } = video;
    if (Math.abs(time - startTime) > 1 && !isBuffered(time)) onUse();
  };
  listen(video, 'seeking', onSeeking, lifetime);
}
