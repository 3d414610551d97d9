/** A cue with a start and an end in seconds; it is active from `startTime` up to `endTime`. */
export interface Timed {
  readonly startTime: number;
  readonly endTime: number;
}

/**
 * Finds the active cues at a time in a list sorted by `startTime`, such as a `TextTrackCueList`. The time that a search takes grows with
 * the logarithm of the list's length.
 */
export class CueIndex<Cue extends Timed> {
  readonly #cues: readonly Cue[];
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** For each cue, the latest end time of it and all cues before it; a search backwards stops where this time has passed. */
  readonly #latestEnds: Float64Array;

  constructor(cues: ArrayLike<Cue>) {
    this.#cues = Array.from(cues);
    this.#starts = Float64Array.from(this.#cues, ({ startTime }) => startTime);
    this.#ends = Float64Array.from(this.#cues, ({ endTime }) => endTime);
    let latest = -Infinity;
    this.#latestEnds = this.#ends.map((end) => (latest = Math.max(latest, end)));
  }

  /** Whether `cues` is still the indexed list, judged by its length, its first and its last cue. */
  isIndexOf(cues: ArrayLike<Cue>): boolean {
    const lastIndex = this.#cues.length - 1;
    return cues.length === lastIndex + 1 && cues[0] === this.#cues[0] && cues[lastIndex] === this.#cues[lastIndex];
  }

  /** Returns the index of the last cue that has started at `time` (seconds), or -1. */
  lastStarted(time: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Returns the cues that are active at `time` (seconds), sorted by their start; if there are more than `limit`, the latest ones. */
  activeAt(time: number, limit = Infinity): Cue[] {
    const activeCues: Cue[] = [];
    for (let i = this.lastStarted(time); i >= 0 && this.#latestEnds[i]! > time && activeCues.length < limit; i--) {
      if (this.#ends[i]! > time) activeCues.unshift(this.#cues[i]!);
    }
    return activeCues;
  }

  /** Returns the time in seconds after `time` at which the next cue starts or an active one ends; Infinity if there is none. */
  nextChange(time: number): number {
    const lastStartedIndex = this.lastStarted(time);
    let nextTime = this.#starts[lastStartedIndex + 1] ?? Infinity;
    for (let i = lastStartedIndex; i >= 0 && this.#latestEnds[i]! > time; i--)
      if (this.#ends[i]! > time) nextTime = Math.min(nextTime, this.#ends[i]!);
    return nextTime;
  }
}
