/** The speed that is being held here, and that nobody chose. */
const held = new WeakMap<HTMLVideoElement, number>();

/** The speed that the viewer chose, whatever is being made up for. */
export const chosenRate = (video: HTMLVideoElement): number =>
  video.playbackRate === held.get(video) ? video.defaultPlaybackRate : video.playbackRate;

/** Plays at a speed that nobody chose; 1 is normal, and held by nobody. */
export function holdRate(video: HTMLVideoElement, rate: number): void {
  held.set(video, rate === 1 ? NaN : rate);
  if (video.playbackRate !== rate) video.playbackRate = rate;
}
