/** Something that is on for a while; seconds, from `startTime` up to `endTime`. */
export interface Timed {
  readonly startTime: number;
  readonly endTime: number;
}

/** Finds what is on at a moment in a list that is sorted by `startTime`, as a `TextTrackCueList` is, however long the list. */
export class CueIndex<Cue extends Timed> {
  readonly #cues: readonly Cue[];
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** The latest end up to each cue: before the first that lies in the past, nothing is on. */
  readonly #latest: Float64Array;

  constructor(cues: ArrayLike<Cue>) {
    this.#cues = Array.from(cues);
    this.#starts = Float64Array.from(this.#cues, ({ startTime }) => startTime);
    this.#ends = Float64Array.from(this.#cues, ({ endTime }) => endTime);
    let latest = -Infinity;
    this.#latest = this.#ends.map((end) => (latest = Math.max(latest, end)));
  }

  /** What was indexed is still what the list holds, as far as can be seen without reading all of it. */
  fits(cues: ArrayLike<Cue>): boolean {
    const last = this.#cues.length - 1;
    return cues.length === last + 1 && cues[0] === this.#cues[0] && cues[last] === this.#cues[last];
  }

  /** The index of the last cue that has begun; -1 before the first. */
  lastBegun(time: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** What is on, by its start; of more than `most`, the latest. */
  at(time: number, most = Infinity): Cue[] {
    const found: Cue[] = [];
    for (let i = this.lastBegun(time); i >= 0 && this.#latest[i]! > time && found.length < most; i--) {
      if (this.#ends[i]! > time) found.unshift(this.#cues[i]!);
    }
    return found;
  }

  /** Seconds at which something begins or ends next; Infinity when nothing does. */
  nextChange(time: number): number {
    const begun = this.lastBegun(time);
    let next = this.#starts[begun + 1] ?? Infinity;
    for (let i = begun; i >= 0 && this.#latest[i]! > time; i--) if (this.#ends[i]! > time) next = Math.min(next, this.#ends[i]!);
    return next;
  }
}
