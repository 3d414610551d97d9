const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');

/**
 * Returns the counts in the output of vitest or @web/test-runner: those of the summary at its end, the requests to third parties that the
 * suites counted, the restarts of a crashed browser, and the tests of vitest that passed only in a retry.
 * @param {string} output
 */
export function countsOf(output) {
  const text = output.replace(escapes, '');
  const summary = /^ *Tests +(.*)$/m.exec(text)?.[1] ?? [...text.matchAll(/(\d+ passed, \d+ failed(?:, \d+ skipped)?)/g)].at(-1)?.[1] ?? '';
  const count = (/** @type {string} */ word) => Number(new RegExp(`(\\d+) ${word}`).exec(summary)?.[1] ?? 0);
  const thirdParties = [...text.matchAll(/third-party hits: (\d+)/g)].reduce((sum, [, hits]) => sum + Number(hits), 0);
  const restarts = [...text.matchAll(/crashed and is started again|firefox hangs/g)].length;
  const flaky = [...text.matchAll(/^ *✓ .*\(retry x\d+\)/gm)].length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), thirdParties, restarts, flaky };
}

/** The messages of @web/test-runner about a file whose page was lost before its tests had ended. */
const disconnected = /Tests were interrupted because the browser disconnected|Browser tests did not start after/;

/**
 * Returns the test files with errors in the output of @web/test-runner: those whose page was lost, and those that failed.
 * @param {string} output
 * @returns {{ lost: string[], failing: string[] }}
 */
export function failedFiles(output) {
  const lost = new Set();
  const failing = new Set();
  let file = '';
  for (const line of output.replace(escapes, '').split('\n')) {
    file = /^(test\/\S+\.test\.ts):\s*$/.exec(line)?.[1] ?? file;
    if (line.includes('❌')) (disconnected.test(line) ? lost : failing).add(file);
  }
  return { lost: [...lost], failing: [...failing] };
}
