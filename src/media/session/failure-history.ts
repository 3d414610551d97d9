import { limits } from '../recovery/limits.js';

/** The failures of one source, which limit how often it gets a new engine. */
export class FailureHistory {
  /** When the source got new engines, in milliseconds of `performance.now()`. */
  #rebuilds: number[] = [];
  #rebuildsWithoutProgress = 0;
  #damageSkips = 0;
  /** Playback position, in seconds, at which the previous engine failed; NaN on a live stream, and before the first failure. */
  #position = NaN;
  #hasFailed = false;

  /** Whether an engine has failed. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** The facts about earlier failures, for `afterFailedAttempt`. */
  get counts(): { readonly rebuilds: number; readonly rebuildsWithoutProgress: number; readonly damageSkips: number } {
    return { rebuilds: this.#rebuilds.length, rebuildsWithoutProgress: this.#rebuildsWithoutProgress, damageSkips: this.#damageSkips };
  }

  /** Adds a failure at a playback position in seconds, or at NaN, which is equal to no other position. */
  add(position: number): void {
    this.#rebuildsWithoutProgress = Math.abs(position - this.#position) < 1 ? this.#rebuildsWithoutProgress + 1 : 0;
    if (this.#rebuildsWithoutProgress === 0) this.#damageSkips = 0;
    this.#position = position;
    this.#hasFailed = true;
    const now = performance.now();
    this.#rebuilds = this.#rebuilds.filter((at) => now - at < limits.rebuildWindowMs);
  }

  /** Counts a new engine for the source. */
  addRebuild(): void {
    this.#rebuilds.push(performance.now());
  }

  /** Counts a new engine that starts after damaged media, at a position in seconds. A failure there is one without progress. */
  addSkipTo(position: number): void {
    this.#damageSkips += 1;
    this.#position = position;
  }
}
