import type { MediaPlayerClass } from 'dashjs';
import { listen } from '../../../lib/listen.js';
import { clearSeekTarget } from './seek-sync.js';

/** The part of dash.js's event about a request that is used here. */
interface RequestEvent {
  readonly request: { readonly mediaType: string };
}

interface AppendedSegment {
  readonly mediaType: string;
  /** In seconds; NaN for an init segment. */
  readonly startTime: number;
  readonly representationId: string;
}

/**
 * Returns a function that shows a representation, by its id, from the playback position on; undefined cancels a choice that waits.
 *
 * dash.js replaces its buffer, but the browser has decoded a part of the old segment and would continue at the next key frame. So the video
 * seeks to the playback position when the new segment is buffered. dash.js may stall when it replaces its buffer during a seek or during
 * another replacement, so a choice waits for the end of either; the last choice counts.
 */
export function replaceAtPosition(
  player: MediaPlayerClass,
  video: HTMLVideoElement,
  signal: AbortSignal
): (id: string | undefined) => void {
  let chosenId: string | undefined;
  /** The representation whose segment is to replace that at the playback position. */
  let awaitedId: string | undefined;
  /** Whether dash.js has emptied its buffer, and has not filled it at the playback position. */
  let isReplacing = false;
  const replace = () => {
    if (chosenId === undefined || awaitedId !== undefined || video.seeking) return;
    // Before anything is buffered, dash.js has nothing to replace.
    isReplacing = video.buffered.length > 0 && player.getCurrentRepresentationForType('video')?.id !== chosenId;
    if (isReplacing) awaitedId = chosenId;
    player.setRepresentationForTypeById('video', chosenId, true);
    chosenId = undefined;
  };
  // When dash.js handles a seek at about the same time, it requests two segments at once, and would seek to the second if that arrives first.
  player.on('fragmentLoadingStarted', ({ request }: RequestEvent) => {
    if (isReplacing && request.mediaType === 'video') clearSeekTarget(player);
  });
  player.on('bytesAppendedEndFragment', ({ mediaType, startTime, representationId }: AppendedSegment) => {
    if (mediaType !== 'video' || !(startTime <= video.currentTime)) return;
    isReplacing = false;
    if (representationId !== awaitedId) return;
    awaitedId = undefined;
    const position = video.currentTime;
    video.currentTime = position;
  });
  listen(video, 'seeking', () => void (awaitedId = undefined), signal);
  listen(video, 'seeked', replace, signal);
  return (id) => {
    chosenId = id;
    replace();
  };
}
