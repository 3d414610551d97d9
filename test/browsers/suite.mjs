import { countsOf, interrupted } from './counts.mjs';

/** How often files are tried again whose page was lost on the way. */
const tries = 2;

/**
 * Runs the tests of one suite, and says what came of them. Files whose page was lost, because a browser stood still, have neither passed
 * nor failed; they run again. `anew` counts how often that was so.
 * @param {string[]} command
 * @param {(command: string[]) => Promise<{ code: number, text: string }>} run
 */
export async function runSuite(command, run) {
  let { code, text } = await run(command);
  const counts = countsOf(text);
  for (let again = 0; again < tries; again += 1) {
    const files = interrupted(text);
    if (code === 0 || files.length === 0) break;
    ({ code, text } = await run([...command, ...files.flatMap((file) => ['--files', file])]));
    for (const [name, count] of Object.entries(countsOf(text))) counts[/** @type {keyof typeof counts} */ (name)] += count;
  }
  return { ...counts, ended: code === 0 ? 'well' : `with exit code ${code}` };
}
