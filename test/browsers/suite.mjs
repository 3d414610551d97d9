import { countsOf, troubledFiles } from './counts.mjs';

/** How often files are tried again whose page was lost on the way. */
const tries = 2;

/** @typedef {(command: string[]) => Promise<{ code: number, text: string }>} Run */

const among = (/** @type {string[]} */ files) => files.flatMap((file) => ['--files', file]);

/**
 * Runs the tests of one suite, and says what came of them. Files whose page was lost, because a browser stood still, have neither passed
 * nor failed; they run again, and `anew` counts it. Where a browser is `shaky`, files in which a test failed run once more as well, and
 * `flaky` counts the tests that passed only then.
 * @param {string[]} command @param {Run} run @param {{ shaky?: boolean }} [browser]
 */
export async function runSuite(command, run, { shaky = false } = {}) {
  let { code, text } = await run(command);
  const counts = countsOf(text);
  const failing = new Set(troubledFiles(text).failing);
  let { lost } = troubledFiles(text);
  for (let again = 0; again < tries && lost.length > 0; again += 1) {
    ({ code, text } = await run([...command, ...among(lost)]));
    for (const [name, count] of Object.entries(countsOf(text))) counts[/** @type {keyof typeof counts} */ (name)] += count;
    for (const file of troubledFiles(text).failing) failing.add(file);
    ({ lost } = troubledFiles(text));
  }
  if (shaky && failing.size > 0 && lost.length === 0) {
    ({ code, text } = await run([...command, ...among([...failing])]));
    counts.strangers += countsOf(text).strangers;
    if (code === 0) Object.assign(counts, { flaky: counts.flaky + counts.failed, passed: counts.passed + counts.failed, failed: 0 });
  } else if (failing.size > 0) code ||= 1;
  return { ...counts, ended: code === 0 ? 'well' : `with exit code ${code}` };
}
