import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { lastLines, runToLog } from './run.mjs';
import { readResults } from './results.mjs';
import { stages } from './stages.mjs';

/** The arguments and the variables that make a test runner write its results to a file besides its usual output. */
const reporters = {
  vitest: (file) => ({ words: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env: {} }),
  playwright: (file) => ({ words: ['--reporter=list,json,./test/promises/faults/reporter.ts'], env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } })
};

const noteOf = ({ passed, skipped, failed }) => `${passed} passed, ${failed.length} failed${skipped ? `, ${skipped} skipped` : ''}`;

/**
 * Runs the command of a stage.
 * @param {string} name @param {string} logFolder the folder of its log
 * @returns {Promise<Omit<import('./verdict.mjs').StageResult, 'name' | 'seconds'>>}
 */
export async function runStage(name, logFolder) {
  const { command = '', runner, ownLog = '' } = stages[name];
  const [log, reportFile] = [`${logFolder}/${name}.log`, `${logFolder}/${name}.json`];
  const { words, env } = runner ? reporters[runner](reportFile) : { words: [], env: {} };
  if (existsSync(reportFile)) rmSync(reportFile);
  const exitCode = await runToLog([...command.split(' '), ...words], { log, env });
  if (runner) {
    const results = readResults(runner, { reportFile, exitCode });
    return { outcome: results.failed.length === 0 ? 'passed' : 'failed', note: noteOf(results), log, failed: results.failed };
  }
  if (exitCode === 0) return { outcome: 'passed', note: 'no error', log };
  const lines = lastLines(log, 100);
  const reason = lines.find((line) => line.endsWith('TOO LARGE')) ?? lines.at(-1) ?? `exit code ${exitCode}`;
  // The line of the build names its own log, which is removed with the copy.
  const note = reason.split(' (log: ')[0].replace(/^jet-player: /, '');
  if (existsSync(ownLog)) appendFileSync(log, `\n${readFileSync(ownLog, 'utf8')}`);
  return { outcome: 'failed', note, log };
}
