import type { TimeRange } from '../../lib/time-ranges.js';

/** A region of the frame that must not be shown during a part of the timeline. */
export interface Mask extends TimeRange {
  /** The left and upper edge, in percent of the width and the height of the frame. */
  readonly x: number;
  readonly y: number;
  /** In percent of the width and the height of the frame. */
  readonly width: number;
  readonly height: number;
}

/**
 * Hides the video, and draws its frames, with opaque masks, in its place until the signal aborts. Resolves when no frame can be seen without
 * its masks.
 * @throws any error when that is not possible; the player then plays nothing
 */
export type DrawMasks = (masks: readonly Mask[], signal: AbortSignal) => Promise<void>;

/** Returns the masks that apply to any moment between two times in seconds. */
export const masksBetween = (masks: readonly Mask[], from: number, to: number): readonly Mask[] =>
  masks.filter(({ start, end }) => start <= to && end >= from);
