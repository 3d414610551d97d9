import { listen } from '../../lib/listen.js';

/**
 * Calls `onPause` when the video pauses, except while it seeks to begin again after its end: WebKitGTK may then report the end a second time
 * and pause. The watchdog continues such a video. Removing a source fires `emptied` and no `pause`.
 */
export function onIntendedPause(video: HTMLVideoElement, onPause: () => void, signal: AbortSignal): void {
  let hasEnded = false;
  listen(video, 'ended seeked emptied', ({ type }) => (hasEnded = type === 'ended'), signal);
  listen(video, 'pause', () => (hasEnded && video.seeking) || onPause(), signal);
}
