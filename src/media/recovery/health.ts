/** What the player did to go on playing, counted since it was made. */
export interface Health {
  /** Requests made once more. */
  readonly retries: number;
  /** Segments that were given up on and left out. */
  readonly skips: number;
  /** Renditions and sound tracks left because a segment was only missing there. */
  readonly swaps: number;
  /** Holes in the buffer, or a live window left behind, that were jumped. */
  readonly jumps: number;
  /** Small pushes to a video that stood still. */
  readonly nudges: number;
  /** Times playing was asked for again after the browser had stopped it. */
  readonly replays: number;
  /** Decoders that were given the stream once more. */
  readonly resets: number;
  /** New engines for the same source. */
  readonly rebuilds: number;
  /** Times the next source was taken. */
  readonly sources: number;
  /** Fresh addresses that the page was asked for. */
  readonly renewals: number;
  /** Live channels that began anew. */
  readonly restarts: number;
}

/** A counter for each thing that recovery does; also what tests look at. */
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
