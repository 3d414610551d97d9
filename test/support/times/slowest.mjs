import { cpus } from 'node:os';

/** @typedef {import('./add-times.mjs').Times & { readonly step: string }} Row */

const seconds = (/** @type {number} */ milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`.padStart(9);

/**
 * The lines that list the slowest files and the slowest tests of a run, at most `limit` of each. A test that ran twice counts with both runs.
 * @param {readonly Row[]} rows @param {number} limit
 * @returns {string[]}
 */
export function slowestLines(rows, limit) {
  const [files, tests] = /** @type {const} */ ([new Map(), new Map()]);
  for (const { step, file, test, milliseconds } of rows) {
    const sums = test === undefined ? files : tests;
    const name = `${step}: ${file}${test === undefined ? '' : ` › ${test}`}`;
    sums.set(name, (sums.get(name) ?? 0) + milliseconds);
  }
  const lines = (/** @type {ReadonlyMap<string, number>} */ sums) =>
    [...sums]
      .sort(([, first], [, second]) => second - first)
      .slice(0, limit)
      .map(([name, time]) => `${seconds(time)}  ${name}`);
  return ['Slowest files:', ...lines(files), 'Slowest tests:', ...lines(tests)];
}

/**
 * Begins to measure; the returned function tells which share of the time since then the processors of this machine had nothing to do, because
 * the tests waited, in percent.
 * @returns {() => number}
 */
export function measureIdleShare() {
  const sums = () => {
    const all = cpus().map(({ times }) => times);
    const idle = all.reduce((sum, times) => sum + times.idle, 0);
    return { idle, total: all.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, idle) };
  };
  const before = sums();
  return () => {
    const after = sums();
    const total = after.total - before.total;
    return total > 0 ? Math.round((100 * (after.idle - before.idle)) / total) : 0;
  };
}
