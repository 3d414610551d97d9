import { listen } from '../../lib/listen.js';
import { overlappingRange, type TimeRange } from '../../lib/time-ranges.js';

const removedCues = new WeakSet<TextTrackCue>();

/** Whether a cue has no track, and belongs to no withdrawn passage: the browser has removed it. */
export const isLost = (cue: TextTrackCue): boolean => !cue.track && !removedCues.has(cue);

/**
 * Removes the cues of passages from the text tracks of a video, except chapters, so that neither the browser renders them nor the page
 * receives them.
 */
export function removeCues(video: HTMLVideoElement, passages: readonly TimeRange[], signal: AbortSignal): void {
  if (passages.length === 0) return;
  const observedTracks = new WeakSet<TextTrack>();
  const clean = () => {
    for (const track of video.textTracks) {
      if (track.kind === 'chapters') continue;
      if (!observedTracks.has(track)) listen(track, 'cuechange', clean, signal);
      observedTracks.add(track);
      const cues = Array.from(track.cues ?? []);
      for (const cue of cues) {
        if (!overlappingRange(passages, cue.startTime, cue.endTime)) continue;
        removedCues.add(cue);
        track.removeCue(cue);
      }
    }
  };
  listen(video.textTracks, 'addtrack change', clean, signal);
  listen(video, 'timeupdate seeking seeked loadeddata canplay', clean, signal);
  // The `load` event of a track element does not bubble, so it is handled in the capture phase.
  video.addEventListener('load', clean, { capture: true, signal });
  clean();
}
