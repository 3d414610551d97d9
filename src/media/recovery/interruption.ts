import type { PlayerError } from '../error.js';

/** Why playback waits although there is no fatal error: the player is reconnecting, or the live channel is not on the air. */
export interface Interruption {
  readonly kind: 'reconnecting' | 'unavailable';
  /** The cause of the interruption. */
  readonly error: PlayerError;
  /** Seconds from the start of this interruption until the next retry; undefined when they are too few to show. */
  readonly retryIn?: number;
}

/** A shorter pause is not shown, because it ends before it can be read. */
const minShownPauseMs = 3000;

/** Returns an interruption that lasts until the next retry, `pauseMs` milliseconds from now. */
export const interruptionOf = (kind: Interruption['kind'], error: PlayerError, pauseMs: number): Interruption => ({
  kind,
  error,
  ...(pauseMs >= minShownPauseMs && { retryIn: Math.ceil(pauseMs / 1000) })
});
