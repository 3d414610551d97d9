/** A cue with a start and an end in seconds; it is active from `startTime` up to `endTime`. */
export interface Timed {
  readonly startTime: number;
  readonly endTime: number;
}

/** Finds the active cues at a time in a list sorted by `startTime`, as a `TextTrackCueList` is, however long the list. */
export class CueIndex<Cue extends Timed> {
  readonly #cues: readonly Cue[];
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** The latest end up to each cue: cues before the first end after the given time are not active. */
  readonly #latest: Float64Array;

  constructor(cues: ArrayLike<Cue>) {
    this.#cues = Array.from(cues);
    this.#starts = Float64Array.from(this.#cues, ({ startTime }) => startTime);
    this.#ends = Float64Array.from(this.#cues, ({ endTime }) => endTime);
    let latest = -Infinity;
    this.#latest = this.#ends.map((end) => (latest = Math.max(latest, end)));
  }

  /** Whether the list still matches the index, as far as can be seen without reading all of it. */
  fits(cues: ArrayLike<Cue>): boolean {
    const last = this.#cues.length - 1;
    return cues.length === last + 1 && cues[0] === this.#cues[0] && cues[last] === this.#cues[last];
  }

  /** The index of the last cue that has started; -1 before the first. */
  lastBegun(time: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The active cues, by their start; the latest ones if there are more than `most`. */
  at(time: number, most = Infinity): Cue[] {
    const found: Cue[] = [];
    for (let i = this.lastBegun(time); i >= 0 && this.#latest[i]! > time && found.length < most; i--) {
      if (this.#ends[i]! > time) found.unshift(this.#cues[i]!);
    }
    return found;
  }

  /** Seconds at which the next cue starts or ends; Infinity if there is none. */
  nextChange(time: number): number {
    const begun = this.lastBegun(time);
    let next = this.#starts[begun + 1] ?? Infinity;
    for (let i = begun; i >= 0 && this.#latest[i]! > time; i--) if (this.#ends[i]! > time) next = Math.min(next, this.#ends[i]!);
    return next;
  }
}
