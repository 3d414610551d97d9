import type { MediaPlayerClass, MediaPlayerEvent } from 'dashjs';
import { listen } from '../../../lib/listen.js';
import { leaveEndToVideo, type GetTimeToStreamEnd } from './last-period-end.js';

/** The part of dash.js's `StreamProcessor` that is used here. */
interface StreamProcessor {
  getBufferController(): { setSeekTarget?(seconds: number): void } | null;
}

/** The part of dash.js's `PlaybackController` that is replaced here. */
interface PlaybackController {
  /** `internal` is a correction by dash.js itself. */
  seek(seconds: number, stickToBuffered?: boolean, internal?: boolean, adjustLiveDelay?: boolean): void;
  getTimeToStreamEnd: GetTimeToStreamEnd;
}

/** Makes dash.js forget where it wants to seek when that is buffered. */
export function clearSeekTarget(player: MediaPlayerClass): void {
  for (const processor of (player.getActiveStream()?.getStreamProcessors() ?? []) as StreamProcessor[])
    processor.getBufferController()?.setSeekTarget?.(NaN);
}

/** The largest difference between a position that was set and the one that the video reports. */
const maxRoundingErrorSeconds = 0.01;

/**
 * Keeps dash.js's seek target equal to that of the viewer. Must be called before dash.js is initialized.
 *
 * - dash.js remembers a target that is not buffered, and seeks to it when it is buffered, even if the viewer has sought elsewhere
 *   meanwhile. So its target is cleared whenever the video seeks, and when a seek ends.
 * - dash.js corrects some positions, for example where the audio starts later. It then takes the viewer's next seek for its own correction,
 *   and fetches nothing at its target. So it is notified of that seek.
 * - dash.js seeks back from an end that it declares itself, so the end is left to the video.
 * - The video reports a seek in a later task. A correction by dash.js before that task would undo the seek, so it is left out.
 * - A position that the page sets before the metadata is one to which the video seeks with them (HTML, default playback start position).
 *   dash.js seeks to its own start position then, so the video seeks once more.
 */
export function syncSeeks(player: MediaPlayerClass, video: HTMLVideoElement, signal: AbortSignal): void {
  let lastTarget = NaN;
  /** Where the video seeks to as far as dash.js knows. */
  let expectedPosition = NaN;
  // False until dash.js has sought, because `expectedPosition` is NaN.
  const hasSoughtElsewhere = () => video.seeking && Math.abs(video.currentTime - expectedPosition) > maxRoundingErrorSeconds;
  player.on('playbackSeeking', ({ seekTime }) => (lastTarget = expectedPosition = seekTime ?? NaN));
  const controller = function (this: { parent: PlaybackController }) {
    const { seek, getTimeToStreamEnd } = this.parent;
    const seekUnlessReplaced: PlaybackController['seek'] = (seconds, stickToBuffered, internal, adjustLiveDelay) => {
      if (internal && hasSoughtElsewhere()) return;
      expectedPosition = seconds;
      seek(seconds, stickToBuffered, internal, adjustLiveDelay);
    };
    // dash.js accepts one extension of this class.
    return { seek: seekUnlessReplaced, getTimeToStreamEnd: leaveEndToVideo(player, getTimeToStreamEnd) } satisfies PlaybackController;
  };
  player.extend('PlaybackController', controller, true);
  const notify = (seekTime: number) => {
    // A later seek has its own event. A seek that has ended counts too: the captions at its target may still be missing.
    const isReplaced = video.seeking && video.currentTime !== seekTime;
    if (signal.aborted || isReplaced || lastTarget === seekTime) return;
    player.trigger('playbackSeeking' as unknown as MediaPlayerEvent, { seekTime }, {});
  };
  const keepEarlyPosition = () => {
    const { currentTime } = video;
    // dash.js seeks in a later listener of the same event.
    if (hasSoughtElsewhere()) setTimeout(() => signal.aborted || (video.currentTime = currentTime));
  };
  listen(video, 'loadedmetadata', keepEarlyPosition, signal);
  listen(video, 'seeking seeked', () => clearSeekTarget(player), signal);
  // dash.js listens to the same event; in the next task it is known whether it handled the seek.
  listen(video, 'seeking', () => void setTimeout(notify, 0, video.currentTime), signal);
}
