/** How often the player has recovered from each kind of fault since it was created. */
export interface Health {
  /** Retried requests. */
  readonly retries: number;
  /** Missing segments, and damaged media, that were skipped. */
  readonly skips: number;
  /** Switches to another rendition or audio track because a segment was missing in the current one only. */
  readonly swaps: number;
  /** Seeks over gaps in the buffer, or back into the seekable range of a live stream. */
  readonly jumps: number;
  /** Number of times a stalled video was nudged by a small seek. */
  readonly nudges: number;
  /** Number of times `play` was called because the browser had paused the video. */
  readonly replays: number;
  /** Decoder resets. */
  readonly resets: number;
  /** New engines for the same source. */
  readonly rebuilds: number;
  /** Number of times the player went on to the next source. */
  readonly sources: number;
  /** URL renewals requested from the page. */
  readonly renewals: number;
  /** Restarts of live encoders. */
  readonly restarts: number;
}

/** Counts each kind of recovery; tests read the counters as well. */
export class HealthCounters {
  readonly #counts = {
    retries: 0,
    skips: 0,
    swaps: 0,
    jumps: 0,
    nudges: 0,
    replays: 0,
    resets: 0,
    rebuilds: 0,
    sources: 0,
    renewals: 0,
    restarts: 0
  };

  get current(): Health {
    return { ...this.#counts };
  }

  count(what: keyof Health): void {
    this.#counts[what] += 1;
  }
}
