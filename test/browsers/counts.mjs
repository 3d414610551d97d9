const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');

/**
 * The counts in what vitest or @web/test-runner wrote, as they tell them at their end, the requests to third parties that the suites
 * themselves counted, how often a browser that fell over was started anew, and how many of vitest's tests passed in a further try only.
 * @param {string} output
 */
export function countsOf(output) {
  const text = output.replace(escapes, '');
  const told = /^ *Tests +(.*)$/m.exec(text)?.[1] ?? [...text.matchAll(/(\d+ passed, \d+ failed(?:, \d+ skipped)?)/g)].at(-1)?.[1] ?? '';
  const count = (/** @type {string} */ word) => Number(new RegExp(`(\\d+) ${word}`).exec(told)?.[1] ?? 0);
  const strangers = [...text.matchAll(/third-party hits: (\d+)/g)].reduce((sum, [, hits]) => sum + Number(hits), 0);
  const anew = [...text.matchAll(/fell over and is started anew|firefox stands still/g)].length;
  const flaky = [...text.matchAll(/^ *✓ .*\(retry x\d+\)/gm)].length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), strangers, anew, flaky };
}

/** What @web/test-runner says of a file whose page was lost before its tests had ended: they have neither passed nor failed. */
const disconnected = /Tests were interrupted because the browser disconnected|Browser tests did not start after/;

/**
 * The files of tests that @web/test-runner found fault with: those whose page it lost, and those in which a test, or the file, failed.
 * @param {string} output
 * @returns {{ lost: string[], failing: string[] }}
 */
export function troubledFiles(output) {
  const lost = new Set();
  const failing = new Set();
  let file = '';
  for (const line of output.replace(escapes, '').split('\n')) {
    file = /^(test\/\S+\.test\.ts):\s*$/.exec(line)?.[1] ?? file;
    if (line.includes('❌')) (disconnected.test(line) ? lost : failing).add(file);
  }
  return { lost: [...lost], failing: [...failing] };
}
