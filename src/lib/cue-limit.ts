/** Maximum number of cues at a time that are rendered; browsers compare all of them with each other. */
export const maxCuesAtOnce = 50;

/** Maximum number of cues that are remembered. */
const maxRemembered = 20_000;

/** Length of a cell on level 0, in seconds. */
const baseCellSeconds = 2;
/** A cell of each level is this many times as long as one of the level before. */
const levelFactor = 8;
/** Number of levels. */
const levelCount = 20;

/**
 * Limits the cues that a track has at a time, in any order in which they are added.
 *
 * It divides the time line into cells and counts the cues in each. Short cues are counted in cells of 2 seconds, longer ones in cells of 16
 * seconds (level 1), 128 seconds (level 2) and so on, so that no cue is in more than nine cells.
 */
export class CueLimit {
  readonly #counts = new Map<string, number>();
  readonly #admitted = new Set<string>();

  /**
   * Returns whether a cue may be added: each cell of the cue has fewer than 50 others. The same cue is counted once, even when it is
   * removed and added again.
   */
  admits({ startTime, endTime, text }: { readonly startTime: number; readonly endTime: number; readonly text: string }): boolean {
    const key = [startTime, endTime, text].join();
    if (this.#admitted.has(key)) return true;
    const cells = cellsOf(startTime, endTime);
    if (cells.some((cell) => (this.#counts.get(cell) ?? 0) >= maxCuesAtOnce)) return false;
    // A live stream never ends; its older cues are removed.
    if (this.#admitted.size >= maxRemembered) for (const collection of [this.#admitted, this.#counts]) collection.clear();
    for (const cell of cells) this.#counts.set(cell, (this.#counts.get(cell) ?? 0) + 1);
    this.#admitted.add(key);
    return true;
  }
}

function cellsOf(start: number, end: number): string[] {
  let [level, cellSeconds] = [0, baseCellSeconds];
  for (; level < levelCount && (end - start) / cellSeconds > levelFactor; level++) cellSeconds *= levelFactor;
  const firstCell = Math.floor(start / cellSeconds);
  const lastCell = level === levelCount ? firstCell : Math.max(firstCell, Math.ceil(end / cellSeconds) - 1);
  return Array.from({ length: lastCell - firstCell + 1 }, (_, at) => `${level} ${firstCell + at}`);
}
