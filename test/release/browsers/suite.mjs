import { countsOf, failedFiles } from './counts.mjs';

/** How often files whose page was lost run again at most. */
const retryLimit = 2;

/** @typedef {(command: string[]) => Promise<{ code: number, text: string }>} Run */

const fileArguments = (/** @type {string[]} */ files) => files.flatMap((file) => ['--files', file]);

/**
 * Runs the tests of one suite, and returns the counts. Files whose page was lost, because a browser hung, have neither passed nor failed;
 * they run again, and `restarts` counts these runs. Files in which a test failed run once more as well, because on a busy machine a video
 * may get too little processor time; `flaky` counts the tests that passed only then, and `flakyFiles` names their files. Requests to third
 * parties count from every run.
 * @param {string[]} command @param {Run} run
 */
export async function runSuite(command, run) {
  let { code, text } = await run(command);
  const counts = countsOf(text);
  const failing = new Set(failedFiles(text).failing);
  let { lost } = failedFiles(text);
  for (let retry = 0; retry < retryLimit && lost.length > 0; retry += 1) {
    ({ code, text } = await run([...command, ...fileArguments(lost)]));
    for (const [name, count] of Object.entries(countsOf(text))) counts[/** @type {keyof typeof counts} */ (name)] += count;
    for (const file of failedFiles(text).failing) failing.add(file);
    ({ lost } = failedFiles(text));
  }
  /** @type {string[]} */
  let flakyFiles = [];
  if (failing.size > 0 && lost.length === 0) {
    ({ code, text } = await run([...command, ...fileArguments([...failing])]));
    counts.thirdParties += countsOf(text).thirdParties;
    if (code === 0) {
      Object.assign(counts, { flaky: counts.flaky + counts.failed, passed: counts.passed + counts.failed, failed: 0 });
      flakyFiles = [...failing];
    }
  } else if (failing.size > 0) code ||= 1;
  return { ...counts, flakyFiles, ended: code === 0 ? 'well' : `with exit code ${code}` };
}
