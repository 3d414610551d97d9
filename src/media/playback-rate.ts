/** The temporary playback rate that the player has set; NaN, which equals no rate, when latency control has ended its own. */
const temporaryRates = new WeakMap<HTMLVideoElement, number>();

/** The viewer's playback rate during `overrideRate`, which restores it when it ends. */
const viewerRates = new WeakMap<HTMLVideoElement, number>();

/** Returns the viewer's playback rate, also while the player has set a temporary one. */
export const chosenRate = (video: HTMLVideoElement): number =>
  video.playbackRate === temporaryRates.get(video) ? (viewerRates.get(video) ?? video.defaultPlaybackRate) : video.playbackRate;

/**
 * Sets a temporary playback rate for latency control; 1 ends it. Call it only while the viewer's rate is 1, because 1 is also the rate that
 * it restores. Does nothing during `overrideRate`.
 */
export function setCatchUpRate(video: HTMLVideoElement, rate: number): void {
  if (viewerRates.has(video)) return;
  temporaryRates.set(video, rate === 1 ? NaN : rate);
  if (video.playbackRate !== rate) video.playbackRate = rate;
}

/**
 * Sets a temporary playback rate for the viewer, or ends it with null: the rate before it comes back, unless the browser or the page has
 * changed the rate meanwhile.
 */
export function overrideRate(video: HTMLVideoElement, rate: number | null): void {
  const chosen = chosenRate(video);
  const isUnchanged = viewerRates.has(video) && video.playbackRate === temporaryRates.get(video);
  if (rate === null) {
    viewerRates.delete(video);
    temporaryRates.delete(video);
    if (isUnchanged) video.playbackRate = chosen;
    return;
  }
  viewerRates.set(video, chosen);
  temporaryRates.set(video, rate);
  video.playbackRate = rate;
}
