import { listen } from '../lib/listen.js';
import type { Player } from '../media/index.js';

/** Begins the next film at `start` seconds; 0 is where the engine begins. */
export function beginAt(player: Player, video: HTMLVideoElement, start: number, signal: AbortSignal): void {
  if (!(start > 0)) return;
  video.addEventListener('loadedmetadata', () => player.time.seek(start), { once: true, signal });
}

/** Pauses when playing crosses `end()` seconds; whoever goes on from there, or seeks past it, is left alone. */
export function endAt(video: HTMLVideoElement, end: () => number, signal: AbortSignal): void {
  let before = 0;
  const check = () => {
    const crossed = before < end() && video.currentTime >= end();
    before = video.currentTime;
    if (crossed && !video.seeking) video.pause();
  };
  listen(video, 'timeupdate', check, signal);
  listen(video, 'seeking', () => (before = video.currentTime), signal);
}
