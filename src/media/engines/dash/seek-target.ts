import type { MediaPlayerClass } from 'dashjs';
import { listen } from '../../../lib/listen.js';

/** As much of dash.js's loading of one type of media as is asked here. */
interface Loading {
  getBufferController(): { setSeekTarget?(seconds: number): void } | null;
}

/**
 * Lets dash.js forget where it was to go, as soon as the video goes elsewhere, and when it is there.
 *
 * It remembers a place it has nothing of until it has, and goes there then, even if the viewer went back to what is buffered meanwhile.
 */
export function forgetOldSeeks(player: MediaPlayerClass, video: HTMLVideoElement, signal: AbortSignal): void {
  const forget = () => {
    for (const loading of (player.getActiveStream()?.getStreamProcessors() ?? []) as Loading[])
      loading.getBufferController()?.setSeekTarget?.(NaN);
  };
  listen(video, 'seeking seeked', forget, signal);
}
