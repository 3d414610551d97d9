import { listen } from '../../lib/listen.js';

/**
 * Begins the playback of a video with `autoplay` when it can play. Firefox and WebKit wait until they can play through, which they do not
 * declare while a passage is missing from the buffer ahead.
 */
export function beginAutoplay(video: HTMLVideoElement, signal: AbortSignal): void {
  let mayBegin = video.paused;
  const begin = () => {
    if (mayBegin && video.autoplay && video.paused) void video.play().catch(() => undefined);
    mayBegin = false;
  };
  listen(video, 'canplay', begin, signal);
  listen(video, 'play pause', () => (mayBegin = false), signal);
}
