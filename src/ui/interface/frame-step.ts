import type { View } from '../view.js';

/** Frames per second of a video whose manifest does not specify them. */
const assumedFrameRate = 25;

/** Seeks to the next frame of a paused video, or to the previous one with -1. */
export function stepFrame({ player, state: { quality, time } }: View, direction: 1 | -1): void {
  const frameRate = quality.renditions.find(({ id }) => id === quality.playing)?.frameRate || assumedFrameRate;
  // The margin covers a position that is a rounding error before the start of a frame.
  const frame = Math.floor(time.current * frameRate + 0.01);
  // The middle of a frame, because a position at its start can be rounded to the frame before it.
  player.time.seek((frame + direction + 0.5) / frameRate);
}
