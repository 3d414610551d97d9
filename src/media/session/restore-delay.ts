import { listen } from '../../lib/listen.js';

/**
 * Seeks to a distance to the live edge, in seconds, when the next engine can play, because it may start its live timeline elsewhere.
 * `savedAt` is when the distance was measured, in milliseconds of `performance.now()`. Another source on the `session` cancels it.
 */
export function restoreDelay(
  behindEdge: number,
  savedAt: number,
  video: HTMLVideoElement,
  session: EventTarget,
  signal: AbortSignal
): void {
  const restoring = new AbortController();
  const seek = () => {
    if (video.seekable.length === 0) return;
    restoring.abort();
    const target = video.seekable.end(video.seekable.length - 1) - behindEdge - (performance.now() - savedAt) / 1000;
    video.currentTime = Math.max(target, video.seekable.start(0));
  };
  listen(video, 'canplay', seek, AbortSignal.any([restoring.signal, signal]));
  listen(session, 'source', () => restoring.abort(), restoring.signal);
}
