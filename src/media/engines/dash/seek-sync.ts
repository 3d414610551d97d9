import type { MediaPlayerClass, MediaPlayerEvent } from 'dashjs';
import { listen } from '../../../lib/listen.js';

/** The part of dash.js's `StreamProcessor` that is used here. */
interface StreamProcessor {
  getBufferController(): { setSeekTarget?(seconds: number): void } | null;
}

/**
 * Keeps dash.js's seek target equal to that of the viewer.
 *
 * dash.js remembers a target that is not buffered and seeks to it once it is, even if the viewer has returned to a buffered position
 * meanwhile. So the target is cleared as soon as the video seeks elsewhere, and when the video arrives there. While dash.js corrects a
 * position (for example where the audio starts later), it takes the next seek for its own and fetches nothing there. So it is notified of
 * that seek.
 */
export function syncSeeks(player: MediaPlayerClass, video: HTMLVideoElement, signal: AbortSignal): void {
  let lastTarget = NaN;
  player.on('playbackSeeking', ({ seekTime }) => (lastTarget = seekTime ?? NaN));
  const forget = () => {
    for (const processor of (player.getActiveStream()?.getStreamProcessors() ?? []) as StreamProcessor[])
      processor.getBufferController()?.setSeekTarget?.(NaN);
  };
  const notify = (seekTime: number) => {
    // A later seek has its own event. A seek that has ended counts too: the captions at its target may still be missing.
    const isReplaced = video.seeking && video.currentTime !== seekTime;
    if (signal.aborted || isReplaced || lastTarget === seekTime) return;
    player.trigger('playbackSeeking' as unknown as MediaPlayerEvent, { seekTime }, {});
  };
  listen(video, 'seeking seeked', forget, signal);
  // dash.js listens to the same event; in the next task it is known whether it handled the seek.
  listen(video, 'seeking', () => void setTimeout(notify, 0, video.currentTime), signal);
}
