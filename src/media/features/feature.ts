import type { FeatureContext } from './feature-context.js';

/**
 * Defines one part of the player's state: its initial value, and a `setup` function that starts observing the video and returns the
 * commands.
 *
 * State is data and commands are functions; only the feature's file uses both. Values that change more often than `timeupdate` (4 Hz)
 * do not belong in the state, because the interface renders all of it at every change.
 */
export interface Feature<S extends object, C extends object = object> {
  readonly initial: S;
  /**
   * Starts observing and returns the commands; `set` takes the changed keys. When `context.signal` aborts, all listeners are removed.
   * Called once for the video; for a feature that follows receivers, once more for each receiver that plays.
   */
  setup(context: FeatureContext, set: (patch: Partial<S>) => void): C;
}

/** Returns its argument; infers the types of a feature written as one object literal. */
export const feature = <S extends object, C extends object = object>(definition: Feature<S, C>): Feature<S, C> => definition;
