import { runAndLog } from './run-and-log.mjs';

/**
 * @typedef {{ what: string, command: string, advice: string }} Check `what` follows "checking", `advice` says what to do about a failure
 */

/**
 * Runs checks one after another, until one fails. Each writes its output to a log.
 * @param {Readonly<Record<string, Check>>} checks
 * @param {{ logs?: string, run?: typeof runAndLog }} [options]
 * @returns {Promise<string | undefined>} if a check failed: what, where its log is, and what to do, in one line
 */
export async function runChecks(checks, { logs = '.cache/check', run = runAndLog } = {}) {
  for (const [name, { what, command, advice }] of Object.entries(checks)) {
    const log = `${logs}/${name}.log`;
    const code = await run(command, log);
    if (code !== 0) return `checking ${what} failed (log: ${log}). ${advice}, and run \`npm run check -- ${name}\` again.`;
  }
  return undefined;
}
