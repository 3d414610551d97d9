import { listen } from '../../lib/listen.js';

/**
 * Calls `onPause` when the video pauses, except after its end until it plays again: WebKitGTK may then report the end a second time and
 * pause. The watchdog continues such a video. Removing a source fires `emptied` and no `pause`.
 */
export function onIntendedPause(video: HTMLVideoElement, onPause: () => void, signal: AbortSignal): void {
  let hasEnded = false;
  listen(video, 'ended emptied', ({ type }) => (hasEnded = type === 'ended'), signal);
  listen(video, 'playing', () => (hasEnded &&= video.seeking), signal);
  listen(video, 'pause', () => hasEnded || onPause(), signal);
}
