/** Maximum number of cues at a time that players draw; browsers compare all of them with each other. */
export const maxCues = 50;

/** Seconds of a cell for short cues, and how much longer the cells for longer cues are, each time. */
const [width, factor] = [2, 8];

/** Levels of cells; a cell of the last one has every time. */
const levels = 20;

/**
 * Limits the cues that a track has at a time, in any order in which they are added. It counts the cues in cells of time, whose width fits
 * the duration of the cue, so that a cue is in nine cells at most.
 */
export class CueLimit {
  readonly #counts = new Map<string, number>();
  readonly #admitted = new Set<string>();

  /** Whether a cue may be added: fewer than 50 of about its duration are at its time. The same cue is counted once, even when it is removed and added again. */
  admits({ startTime, endTime, text }: { readonly startTime: number; readonly endTime: number; readonly text: string }): boolean {
    const name = [startTime, endTime, text].join();
    if (this.#admitted.has(name)) return true;
    const cells = cellsOf(startTime, endTime);
    if (cells.some((cell) => (this.#counts.get(cell) ?? 0) >= maxCues)) return false;
    for (const cell of cells) this.#counts.set(cell, (this.#counts.get(cell) ?? 0) + 1);
    this.#admitted.add(name);
    return true;
  }
}

function cellsOf(start: number, end: number): string[] {
  let [level, cell] = [0, width];
  for (; level < levels && (end - start) / cell > factor; level++) cell *= factor;
  const first = Math.floor(start / cell);
  const last = level === levels ? first : Math.max(first, Math.ceil(end / cell) - 1);
  return Array.from({ length: last - first + 1 }, (_, at) => `${level} ${first + at}`);
}
