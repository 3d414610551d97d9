import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * How long a file took, or one test in it.
 * @typedef {{ readonly file: string, readonly test?: string, readonly milliseconds: number }} Times
 */

/**
 * Appends rows to the file that `npm test` names in `TEST_TIMES`, one line each; does nothing if `TEST_TIMES` is not set. The reporter of
 * each runner calls it.
 * @param {readonly Times[]} rows
 */
export function addTimes(rows) {
  const file = process.env.TEST_TIMES;
  if (file) appendFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/**
 * Returns the rows that `addTimes` wrote to a file; none if the file does not exist.
 * @param {string} file @returns {Times[]}
 */
export function readTimes(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => /** @type {Times} */ (JSON.parse(line)));
}
