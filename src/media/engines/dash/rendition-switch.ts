import type { MediaPlayerClass } from 'dashjs';
import { listen } from '../../../lib/listen.js';

interface AppendedSegment {
  readonly mediaType: string;
  /** In seconds; NaN for an init segment. */
  readonly startTime: number;
  readonly representationId: string;
}

/**
 * Returns a function that shows a representation from the playback position on. dash.js replaces its buffer, but the browser has decoded a
 * part of the old segment and would continue at the next key frame. So this function seeks to the playback position when the new segment is
 * buffered.
 */
export function replaceAtPosition(player: MediaPlayerClass, video: HTMLVideoElement, signal: AbortSignal): (id: string) => void {
  let awaitedId: string | undefined;
  player.on('bytesAppendedEndFragment', ({ mediaType, startTime, representationId }: AppendedSegment) => {
    if (mediaType !== 'video' || representationId !== awaitedId || !(startTime <= video.currentTime)) return;
    awaitedId = undefined;
    const position = video.currentTime;
    video.currentTime = position;
  });
  listen(video, 'seeking', () => void (awaitedId = undefined), signal);
  return (id) => {
    awaitedId = player.getCurrentRepresentationForType('video')?.id === id ? undefined : id;
    player.setRepresentationForTypeById('video', id, true);
  };
}
