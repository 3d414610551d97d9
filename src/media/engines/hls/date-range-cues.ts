import type Hls from 'hls.js';

/**
 * Keeps the cues that hls.js adds for EXT-X-DATERANGE while it creates their track.
 *
 * They would be lost: a browser clears the cues of a new `<track>` once it has read its empty file, and hls.js adds no cue twice.
 */
export function keepFirstDateRangeCues(hls: Hls, events: typeof Hls.Events, video: HTMLVideoElement): void {
  hls.once(events.LEVEL_UPDATED, () => {
    const element = video.querySelector<HTMLTrackElement>('track[kind=metadata]');
    const cues = [...(element?.track.cues ?? [])];
    const restore = () => cues.filter((cue) => !cue.track).forEach((cue) => element?.track.addCue(cue));
    for (const emptied of ['load', 'error']) element?.addEventListener(emptied, restore, { once: true });
  });
}
