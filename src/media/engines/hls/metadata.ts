import type Hls from 'hls.js';

/**
 * Keeps the cues that hls.js makes of EXT-X-DATERANGE in the moment in which it makes their track.
 *
 * A browser that has read the empty file of a new `<track>` forgets what was in it before, and hls.js never adds the same cue twice.
 */
export function keepFirstCues(hls: Hls, events: typeof Hls.Events, video: HTMLVideoElement): void {
  hls.once(events.LEVEL_UPDATED, () => {
    const element = video.querySelector<HTMLTrackElement>('track[kind=metadata]');
    const cues = [...(element?.track.cues ?? [])];
    const restore = () => cues.filter((cue) => !cue.track).forEach((cue) => element?.track.addCue(cue));
    for (const emptied of ['load', 'error']) element?.addEventListener(emptied, restore, { once: true });
  });
}
