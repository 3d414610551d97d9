const escapeSequences = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');

/** Matches a line of @web/test-runner, Playwright or vitest that names a failed test or file. */
const failureLine = /❌|𐄂|✘|^ *(?:×|FAIL) |^ +\d+\) /;

/** How many lines after such a line are shown: the error message and the first entries of its stack. */
const linesAfterFailure = 8;

/**
 * Returns the lines of a step's output that name failed tests, each with the lines after it. Returns at most `limit` lines, the last ones,
 * because the runners repeat the failures at the end.
 * @param {string} output @param {number} [limit]
 * @returns {string[]}
 */
export function failedLines(output, limit = 80) {
  const lines = output.replace(escapeSequences, '').split('\n');
  const shownIndexes = new Set();
  lines.forEach((line, index) => {
    if (failureLine.test(line)) for (let next = index; next <= index + linesAfterFailure; next += 1) shownIndexes.add(next);
  });
  return lines.filter((line, index) => shownIndexes.has(index) && line.trim()).slice(-limit);
}

/**
 * Returns the lines of a step's output that name tests which passed only in a retry: "Flaky: …" of the browser suites, and the list that
 * Playwright prints under "N flaky".
 * @param {string} output
 * @returns {string[]}
 */
export function flakyLines(output) {
  const lines = output.replace(escapeSequences, '').split('\n');
  const flakyComponentLines = lines.filter((line) => line.startsWith('Flaky:'));
  const start = lines.findLastIndex((line) => /^ +\d+ flaky$/.test(line));
  if (start < 0) return flakyComponentLines;
  const end = lines.findIndex((line, index) => index > start && !/^ {4}/.test(line));
  return [...flakyComponentLines, ...lines.slice(start + 1, end < 0 ? lines.length : end).map((line) => `Flaky: ${line.trim()}`)];
}
