import type { MediaPlayerClass, MediaPlayerEvent } from 'dashjs';
import { listen } from '../../../lib/listen.js';

/** As much of dash.js's loading of one type of media as is asked here. */
interface Loading {
  getBufferController(): { setSeekTarget?(seconds: number): void } | null;
}

/**
 * Lets dash.js go where the viewer goes.
 *
 * It remembers a place it has nothing of until it has, and goes there then, even if the viewer went back to what is buffered meanwhile;
 * so it is made to forget, as soon as the video goes elsewhere, and when it is there. And while it corrects a place, as where the sound
 * begins a little later, it takes the next seek for its own and fetches nothing there; so it is told.
 */
export function followSeeks(player: MediaPlayerClass, video: HTMLVideoElement, signal: AbortSignal): void {
  let heard = NaN;
  player.on('playbackSeeking', ({ seekTime }) => (heard = seekTime ?? NaN));
  const forget = () => {
    for (const loading of (player.getActiveStream()?.getStreamProcessors() ?? []) as Loading[])
      loading.getBufferController()?.setSeekTarget?.(NaN);
  };
  const tell = () => {
    const { seeking, currentTime: seekTime } = video;
    if (signal.aborted || !seeking || heard === seekTime) return;
    player.trigger('playbackSeeking' as unknown as MediaPlayerEvent, { seekTime }, {});
  };
  listen(video, 'seeking seeked', forget, signal);
  // It listens to the same event, and has heard of the seek, or not, when the next task begins.
  listen(video, 'seeking', () => void setTimeout(tell), signal);
}
