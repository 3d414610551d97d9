/** The number of characters of the larger text; the smaller one has half as many. */
const textLength = 1_000_000;

/** The upper limit for `ratioOf`: a linear parser takes twice as long for twice the text, a quadratic one four times. */
export const ratioLimit = 3;

/**
 * The growth, per doubling of the text, below which a parser is certainly linear. It is measured over eight times the text: a linear parser
 * has 2, a quadratic one 4. A parser that takes three times as long for a megabyte as for half of it has 2.7 or more.
 */
const clearlyLinearGrowth = 2.5;

/**
 * If an eighth of a text takes longer than `clearEighthMs`, and the growth up to it is below `clearEighthGrowth`, the whole text is not
 * read: a quadratic part that is not visible in the eighth is too small in the whole to exceed the limit.
 */
const [clearEighthMs, clearEighthGrowth] = [60, 2.2];

/** The shortest time in milliseconds that the clock measures well enough; a shorter run is repeated until it takes this long. */
const minMeasurableMs = 3;

/** A run that takes longer than this, in milliseconds, is repeated only if it exceeds the limit. */
const longRunMs = 300;

/** Returns the CPU time of this process, in milliseconds: other processes do not add to it. */
function cpuTimeMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Returns the CPU time of `times` runs, in milliseconds. */
function measureMs(run: () => unknown, times: number): number {
  const startMs = cpuTimeMs();
  for (let i = 0; i < times; i++) run();
  return cpuTimeMs() - startMs;
}

/** Returns how often a run is repeated to make the clock precise enough. */
const repeatsOf = (onceMs: number): number => Math.min(1000, Math.ceil(minMeasurableMs / Math.max(onceMs, 0.001)));

/** Returns the time of one run, in milliseconds: the shortest of `rounds` measurements. */
function shortestRunMs(run: () => unknown, rounds: number): number {
  const onceMs = measureMs(run, 1);
  if (onceMs > longRunMs) return onceMs;
  const times = repeatsOf(onceMs);
  return Math.min(...Array.from({ length: rounds }, () => measureMs(run, times) / times));
}

/**
 * Returns how many times as long `read` takes for a text of `length` characters as for a part of it, which is half by default. It compares
 * the shortest of the interleaved runs of each.
 */
function ratioAt<Input>(
  make: (length: number) => Input,
  read: (input: Input) => unknown,
  length: number,
  rounds: number,
  parts = 2
): number {
  const [part, whole] = [make(length / parts), make(length)];
  measureMs(() => read(part), 1);
  const onceMs = measureMs(() => read(part), 1);
  const times = repeatsOf(onceMs);
  let [partMs, wholeMs] = [Infinity, Infinity];
  for (let round = 0; round < (onceMs > longRunMs ? 1 : rounds); round++) {
    partMs = Math.min(
      partMs,
      measureMs(() => read(part), times)
    );
    wholeMs = Math.min(
      wholeMs,
      measureMs(() => read(whole), times)
    );
  }
  return wholeMs / Math.max(partMs, 0.001);
}

/** Returns whether a quarter of the text takes more than `ratioLimit` times as long as an eighth of it. */
function isTooSlowForQuarter<Input>(make: (length: number) => Input, read: (input: Input) => unknown, eighthMs: number): boolean {
  const quarter = make(textLength / 4);
  return measureMs(() => read(quarter), 1) > ratioLimit * eighthMs;
}

/**
 * Returns the growth per doubling of the text, from a run of the whole text and a few of an eighth of it. Returns Infinity if the eighth,
 * compared with an eighth of itself and with a quarter, already shows that the whole would take minutes: a quadratic parser is found in
 * seconds, not hours.
 */
function growthOf<Input>(make: (length: number) => Input, read: (input: Input) => unknown): number {
  const [tiny, eighth] = [make(textLength / 64), make(textLength / 8)];
  const tinyMs = shortestRunMs(() => read(tiny), 2);
  const eighthMs = shortestRunMs(() => read(eighth), 3);
  // A quadratic parser needs 64 times as long; one that stops at a limit of steps may, too, up to the limit, but no longer for a quarter.
  if (eighthMs > 1500 && eighthMs > 50 * tinyMs && isTooSlowForQuarter(make, read, eighthMs)) return Infinity;
  const growthUpToEighth = Math.cbrt(eighthMs / Math.max(tinyMs, 0.001));
  if (eighthMs > clearEighthMs && growthUpToEighth < clearEighthGrowth) return growthUpToEighth;
  const whole = make(textLength);
  const measureGrowth = () => Math.cbrt(measureMs(() => read(whole), 1) / Math.max(eighthMs, 0.001));
  const firstGrowth = measureGrowth();
  // The first run compiles code and collects garbage, so it is not measured.
  return firstGrowth < clearlyLinearGrowth ? firstGrowth : Math.min(firstGrowth, measureGrowth());
}

/**
 * Returns the ratio of the times for a text of a megabyte and for half of it. The two are compared only if the growth from an eighth of a
 * megabyte to a whole one is not clearly linear; otherwise that growth is returned.
 *
 * Other work of the machine, or garbage collection, can lengthen one of the times, so the comparison is repeated until it is below the
 * limit. The last comparisons are with a quarter and with an eighth of the text: a linear parser takes four and eight times as long for the
 * whole, a quadratic one 16 and 64 times, and the square or cube root is returned. There it counts less that a larger text no longer fits
 * into a cache of the processor. A quadratic parser exceeds the limit in every comparison.
 */
export function ratioOf<Input>(make: (length: number) => Input, read: (input: Input) => unknown): number {
  let ratio = growthOf(make, read);
  if (ratio < clearlyLinearGrowth || ratio === Infinity) return ratio;
  ratio = Infinity;
  for (let attempt = 0; attempt < 6 && ratio >= ratioLimit; attempt++)
    ratio = Math.min(ratio, ratioAt(make, read, textLength, 3 + attempt));
  for (let attempt = 0; attempt < 4 && ratio >= ratioLimit; attempt++)
    ratio = Math.min(ratio, Math.sqrt(ratioAt(make, read, textLength, 3, 4)));
  for (let attempt = 0; attempt < 3 && ratio >= ratioLimit; attempt++)
    ratio = Math.min(ratio, Math.cbrt(ratioAt(make, read, textLength, 3, 8)));
  return ratio;
}

/** Returns the largest ratio of a few comparisons: one clear measurement is enough for a canary, and a busy machine can only hide it. */
export function largestRatioOf<Input>(make: (length: number) => Input, read: (input: Input) => unknown, length: number): number {
  let ratio = 0;
  for (let attempt = 0; attempt < 24 && ratio < ratioLimit; attempt++) ratio = Math.max(ratio, ratioAt(make, read, length, 3));
  return ratio;
}

/** Repeats `text` up to `length` characters, in one piece of memory: its first reader would otherwise spend time on joining the pieces. */
export const repeatToLength = (text: string, length: number): string =>
  Buffer.from(text.repeat(Math.ceil(length / text.length))).toString();
