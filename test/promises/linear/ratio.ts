/** Characters of the larger text; the smaller one has half. */
const size = 1_000_000;

/** A linear parser takes twice as long for twice the text, a quadratic one four times. */
export const limit = 3;

/**
 * The limit for eight times the text, as the growth for twice the text: a linear parser has 2, a quadratic one 4. If three times the time
 * passes from half a megabyte to a megabyte, this is 2.7 or more, so below this value the comparison of the two is known to pass.
 */
const unsuspicious = 2.5;

/**
 * Milliseconds for an eighth of a text beyond which the whole is not read if the growth up to the eighth is clear: a quadratic part that is
 * not visible in the eighth is too small in the whole to exceed the limit.
 */
const [long, plain] = [60, 2.2];

/** Milliseconds below which a clock is too coarse; a shorter run is repeated until it takes this long. */
const shortest = 3;

/** A run that takes longer, in milliseconds, is not repeated unless it fails. */
const slow = 300;

/** CPU time of this process in milliseconds, without other processes. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of `times` runs. */
function timeOf(run: () => unknown, times: number): number {
  const begun = spent();
  for (let i = 0; i < times; i++) run();
  return spent() - begun;
}

/** How often a run is repeated to make the clock precise enough. */
const repeatsOf = (once: number): number => Math.min(1000, Math.ceil(shortest / Math.max(once, 0.001)));

/** The time of one run: the shortest of `rounds` measurements. */
function shortestOf(run: () => unknown, rounds: number): number {
  const once = timeOf(run, 1);
  if (once > slow) return once;
  const times = repeatsOf(once);
  return Math.min(...Array.from({ length: rounds }, () => timeOf(run, times) / times));
}

/**
 * How much longer `read` takes for a text of `length` characters than for a part of it, half by default: of interleaved runs the shortest.
 */
function ratioAt<Input>(
  make: (length: number) => Input,
  read: (input: Input) => unknown,
  length: number,
  rounds: number,
  parts = 2
): number {
  const [part, whole] = [make(length / parts), make(length)];
  timeOf(() => read(part), 1);
  const once = timeOf(() => read(part), 1);
  const times = repeatsOf(once);
  let [least, most] = [Infinity, Infinity];
  for (let round = 0; round < (once > slow ? 1 : rounds); round++) {
    least = Math.min(
      least,
      timeOf(() => read(part), times)
    );
    most = Math.min(
      most,
      timeOf(() => read(whole), times)
    );
  }
  return most / Math.max(least, 0.001);
}

/**
 * The growth for twice the text, from one run of a whole text and a few of an eighth of it. Infinity if the eighth already shows, against
 * an eighth of its own, that the whole would take minutes: so a quadratic parser is found in seconds and not in hours.
 */
function growthOf<Input>(make: (length: number) => Input, read: (input: Input) => unknown): number {
  const [tiny, eighth] = [make(size / 64), make(size / 8)];
  const least = shortestOf(() => read(tiny), 2);
  const middle = shortestOf(() => read(eighth), 3);
  // A quadratic parser needs 64 times as long; one that stops at a limit of steps may need 40 times as long up to the limit.
  if (middle > 1500 && middle > 50 * least) return Infinity;
  const early = Math.cbrt(middle / Math.max(least, 0.001));
  if (middle > long && early < plain) return early;
  const whole = make(size);
  const ratio = () => Math.cbrt(timeOf(() => read(whole), 1) / Math.max(middle, 0.001));
  const first = ratio();
  // The first run compiles code and collects garbage, so it is not measured.
  return first < unsuspicious ? first : Math.min(first, ratio());
}

/**
 * The ratio of the times for a text of a megabyte and for one of half a megabyte. It is measured if the growth from an eighth of a megabyte
 * to a whole one is suspicious; else that growth is returned. A machine that is busy with other work, or that collects garbage, can
 * lengthen one of them, so the comparison is repeated until it is below the limit; at last with a quarter and an eighth of a megabyte,
 * where a linear parser takes four and eight times as long and a quadratic one 16 and 64 times, so the root of that is taken: a larger text
 * that no longer fits into a cache of the processor counts less there. A quadratic parser fails each time.
 */
export function ratioOf<Input>(make: (length: number) => Input, read: (input: Input) => unknown): number {
  let ratio = growthOf(make, read);
  if (ratio < unsuspicious || ratio === Infinity) return ratio;
  ratio = Infinity;
  for (let tried = 0; tried < 6 && ratio >= limit; tried++) ratio = Math.min(ratio, ratioAt(make, read, size, 3 + tried));
  for (let tried = 0; tried < 4 && ratio >= limit; tried++) ratio = Math.min(ratio, Math.sqrt(ratioAt(make, read, size, 3, 4)));
  for (let tried = 0; tried < 3 && ratio >= limit; tried++) ratio = Math.min(ratio, Math.cbrt(ratioAt(make, read, size, 3, 8)));
  return ratio;
}

/** The largest ratio of a few comparisons: one clear measurement is enough for a canary, and a busy machine can only hide it. */
export function largestRatioOf<Input>(make: (length: number) => Input, read: (input: Input) => unknown, length: number): number {
  let ratio = 0;
  for (let tried = 0; tried < 24 && ratio < limit; tried++) ratio = Math.max(ratio, ratioAt(make, read, length, 3));
  return ratio;
}

/** Repeats `text` up to `length` characters, in one piece of memory, because joining is not part of the measurement. */
export const repeat = (text: string, length: number): string => Buffer.from(text.repeat(Math.ceil(length / text.length))).toString();
