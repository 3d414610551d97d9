/** The playback rate that the player has set for a while, not the viewer. */
const held = new WeakMap<HTMLVideoElement, number>();

/** The viewer's playback rate, which comes back when `overrideRate` ends. */
const suspended = new WeakMap<HTMLVideoElement, number>();

/** Returns the viewer's playback rate, whatever rate the player has set for a while. */
export const chosenRate = (video: HTMLVideoElement): number =>
  video.playbackRate === held.get(video) ? (suspended.get(video) ?? video.defaultPlaybackRate) : video.playbackRate;

/** Sets a temporary playback rate for latency control; 1 ends it. Does nothing during `overrideRate`. */
export function holdRate(video: HTMLVideoElement, rate: number): void {
  if (suspended.has(video)) return;
  held.set(video, rate === 1 ? NaN : rate);
  if (video.playbackRate !== rate) video.playbackRate = rate;
}

/**
 * Sets a temporary playback rate for the viewer, or ends it with null: the rate before it comes back, unless the browser or the page has
 * changed the rate meanwhile.
 */
export function overrideRate(video: HTMLVideoElement, rate: number | null): void {
  const chosen = chosenRate(video);
  const isHeld = suspended.has(video) && video.playbackRate === held.get(video);
  if (rate === null) {
    suspended.delete(video);
    held.delete(video);
    if (isHeld) video.playbackRate = chosen;
    return;
  }
  suspended.set(video, chosen);
  held.set(video, rate);
  video.playbackRate = rate;
}
