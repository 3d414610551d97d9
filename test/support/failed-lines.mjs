const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');

/** A line of @web/test-runner, Playwright or vitest that names a failed test or file. */
const failure = /❌|𐄂|✘|^ *(?:×|FAIL) |^ +\d+\) /;

/** How many lines after such a line are shown: the message and the first frames of its stack. */
const following = 8;

/**
 * The lines of a step's output that name failed tests, each with what follows it, at most `limit` lines; the latest ones, because the
 * runners repeat the failures at the end.
 * @param {string} output @param {number} [limit]
 * @returns {string[]}
 */
export function failedLines(output, limit = 80) {
  const lines = output.replace(escapes, '').split('\n');
  const shown = new Set();
  lines.forEach((line, index) => {
    if (failure.test(line)) for (let next = index; next <= index + following; next += 1) shown.add(next);
  });
  return lines.filter((line, index) => shown.has(index) && line.trim()).slice(-limit);
}

/**
 * The lines of a step's output that name tests which passed only in a retry: "Flaky: …" of the browser suites, and the list that Playwright
 * prints under "N flaky".
 * @param {string} output
 * @returns {string[]}
 */
export function flakyLines(output) {
  const lines = output.replace(escapes, '').split('\n');
  const own = lines.filter((line) => line.startsWith('Flaky:'));
  const start = lines.findLastIndex((line) => /^ +\d+ flaky$/.test(line));
  if (start < 0) return own;
  const end = lines.findIndex((line, index) => index > start && !/^ {4}/.test(line));
  return [...own, ...lines.slice(start + 1, end < 0 ? lines.length : end).map((line) => `Flaky: ${line.trim()}`)];
}
