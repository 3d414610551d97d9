import type { PlayerError } from '../error.js';

/** Why playback waits although there is no fatal error: the player is reconnecting, or the live channel is not on the air. */
export interface Interruption {
  readonly kind: 'reconnecting' | 'unavailable';
  /** The cause of the interruption. */
  readonly error: PlayerError;
  /** Seconds from the start of this interruption until the next retry; undefined when too short to show. */
  readonly retryIn?: number;
}

/** Milliseconds below which a pause is not shown because it ends before it can be read. */
const minShownPause = 3000;

export const interruptionOf = (kind: Interruption['kind'], error: PlayerError, ms: number): Interruption => ({
  kind,
  error,
  ...(ms >= minShownPause && { retryIn: Math.ceil(ms / 1000) })
});
