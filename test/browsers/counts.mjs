const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');

/**
 * The counts in what vitest or @web/test-runner wrote, as they tell them at their end, the requests to third parties that the suites
 * themselves counted, and how often a browser that fell over or stood still was started anew.
 * @param {string} output
 */
export function countsOf(output) {
  const text = output.replace(escapes, '');
  const told = /^ *Tests +(.*)$/m.exec(text)?.[1] ?? [...text.matchAll(/(\d+ passed, \d+ failed(?:, \d+ skipped)?)/g)].at(-1)?.[1] ?? '';
  const count = (/** @type {string} */ word) => Number(new RegExp(`(\\d+) ${word}`).exec(told)?.[1] ?? 0);
  const strangers = [...text.matchAll(/third-party hits: (\d+)/g)].reduce((sum, [, hits]) => sum + Number(hits), 0);
  const anew = [...text.matchAll(/fell over and is started anew|stands still, and this file begins anew/g)].length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), strangers, anew };
}
