import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * How long a file took, or one test of it.
 * @typedef {{ readonly file: string, readonly test?: string, readonly milliseconds: number }} Times
 */

/**
 * Appends rows to the file that `npm test` names in `TEST_TIMES`, one line each; does nothing in a run without it. The reporter of each runner
 * calls it.
 * @param {readonly Times[]} rows
 */
export function addTimes(rows) {
  const file = process.env.TEST_TIMES;
  if (file) appendFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/**
 * The rows of such a file; none if it does not exist.
 * @param {string} file @returns {Times[]}
 */
export function readTimes(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => /** @type {Times} */ (JSON.parse(line)));
}
