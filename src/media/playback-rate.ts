/** The playback rate that the player has set for latency control, not the viewer. */
const held = new WeakMap<HTMLVideoElement, number>();

/** Returns the viewer's playback rate, whatever rate latency control has set. */
export const chosenRate = (video: HTMLVideoElement): number =>
  video.playbackRate === held.get(video) ? video.defaultPlaybackRate : video.playbackRate;

/** Sets a temporary playback rate for latency control; 1 ends it. */
export function holdRate(video: HTMLVideoElement, rate: number): void {
  held.set(video, rate === 1 ? NaN : rate);
  if (video.playbackRate !== rate) video.playbackRate = rate;
}
