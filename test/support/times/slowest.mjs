import { cpus } from 'node:os';

/** @typedef {import('./add-times.mjs').Times & { readonly step: string }} Row */

const seconds = (/** @type {number} */ milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`.padStart(9);

/**
 * Returns the lines that list the slowest files and the slowest tests of a run, at most `limit` of each. The times of a test that ran twice
 * are added.
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
 * Starts a measurement, and returns a function. It returns the percentage of the time since then in which the processors of this machine
 * were idle, because the tests waited.
 * @returns {() => number}
 */
export function measureIdleShare() {
  const cpuTimes = () => {
    const all = cpus().map(({ times }) => times);
    const idle = all.reduce((sum, times) => sum + times.idle, 0);
    return { idle, total: all.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, idle) };
  };
  const start = cpuTimes();
  return () => {
    const end = cpuTimes();
    const total = end.total - start.total;
    return total > 0 ? Math.round((100 * (end.idle - start.idle)) / total) : 0;
  };
}
