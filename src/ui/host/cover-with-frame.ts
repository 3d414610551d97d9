import { listen } from '../../lib/listen.js';
import type { PlayerElement } from './player-element.js';

/**
 * Covers the video with its current frame until the next source has one, because a video without data is black. A frame that must have masks
 * is not taken.
 */
export function coverWithFrame(player: PlayerElement): void {
  const { video } = player;
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0 || player.masks) return;
  const frame = document.createElement('canvas');
  Object.assign(frame, { width: video.videoWidth, height: video.videoHeight, slot: 'poster', ariaHidden: 'true' });
  frame.getContext('2d')?.drawImage(video, 0, 0);
  Object.assign(frame.style, { objectFit: getComputedStyle(video).objectFit, background: '#000' });
  player.append(frame);
  const coverLifetime = new AbortController();
  coverLifetime.signal.addEventListener('abort', () => frame.remove(), { once: true });
  listen(player, 'loadeddata error', () => coverLifetime.abort(), coverLifetime.signal);
}
