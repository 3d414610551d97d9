import type { PlayerError } from '../error.js';

/** What the viewer is to be told while there is no picture and no error: the player tries, or the channel is not there. */
export interface Trouble {
  readonly kind: 'reconnecting' | 'waiting';
  /** What is in the way. */
  readonly error: PlayerError;
  /** Seconds from the beginning of this pause until the next try, where they are worth telling. */
  readonly pause?: number;
}

/** Shorter pauses are over before they are read. */
const worthTelling = 3000;

export const troubleOf = (kind: Trouble['kind'], error: PlayerError, ms: number): Trouble => ({
  kind,
  error,
  ...(ms >= worthTelling && { pause: Math.ceil(ms / 1000) })
});
