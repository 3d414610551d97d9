/**
 * `npm test [-- NAME …]` runs the steps of `test/steps.mjs`, or only those that are named; `npm run test:all` adds the steps that repeat a check
 * or take long. Two steps run at a time.
 *
 * Each step writes its output to `test-results/logs/NAME.log` as well. After a step that fails no other starts. At the end, a table says how
 * long each step took, and which share of that time the processors were idle. The failed tests follow, or, if all steps passed, the tests
 * that passed only in a retry, and what was left out: a step that leaves out a part says so in a line that begins with "Left out:".
 * `--slowest=30` lists the 30 slowest files and tests as well, `--without=NAME,NAME` leaves steps out, and `--within=45` leaves out the steps
 * of `test:all` that would not end within 45 minutes.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runAndLog } from '../.ci/run-and-log.mjs';
import { steps } from './steps.mjs';
import { failedLines, flakyLines } from './support/failed-lines.mjs';
import { runTogether } from './support/run-together.mjs';
import { startTimeLimit } from './support/time-limit.mjs';
import { readTimes } from './support/times/add-times.mjs';
import { measureIdleShare, slowestLines } from './support/times/slowest.mjs';

const logs = 'test-results/logs';
const times = 'test-results/times';
const given = process.argv.slice(2);
const all = given.includes('--all');
const valueOf = (/** @type {string} */ option) => given.find((word) => word.startsWith(option))?.slice(option.length);
const limit = startTimeLimit(Number(valueOf('--within=') ?? Infinity));
const without = valueOf('--without=')?.split(',') ?? [];
const slowest = Number(valueOf('--slowest=') ?? 0);
const named = given.filter((word) => !word.startsWith('--'));

const unknown = [...named, ...without].find((name) => !Object.hasOwn(steps, name));
if (unknown !== undefined) {
  console.error(`There is no step "${unknown}"; the steps are ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

const chosen = Object.entries(steps)
  .filter(([name, step]) => (named.length > 0 ? named.includes(name) : all || !step.onlyInAll) && !without.includes(name))
  .map(([name, step]) => ({ name, ...step }));
const width = Math.max(...chosen.map(({ name }) => name.length));
const outputOf = (/** @type {string} */ name) => readFileSync(`${logs}/${name}.log`, 'utf8');
const start = Date.now();
mkdirSync(times, { recursive: true });

const results = await runTogether(chosen, async ({ name, command, env, minutes, onlyInAll }) => {
  if (onlyInAll && !limit.fits(minutes))
    return { step: name, seconds: 0, idle: '', result: 'left out: no time', failed: false, contacted: false };
  console.log(`\nStep ${chosen.findIndex((step) => step.name === name) + 1} of ${chosen.length}, ${name}: ${command}`);
  const [begun, idleShare] = [Date.now(), measureIdleShare()];
  rmSync(`${times}/${name}.jsonl`, { force: true });
  const label = chosen.length > 1 ? `${name.padEnd(width)} | ` : undefined;
  const code = await runAndLog(command, `${logs}/${name}.log`, { label, env: { ...env, TEST_TIMES: `${times}/${name}.jsonl` } });
  // A test that contacted a third party in its first try may pass in the second.
  const contacted = /third-party hits: [1-9]/.test(outputOf(name));
  const failed = code !== 0 || contacted;
  const seconds = Math.round((Date.now() - begun) / 1000);
  limit.record(minutes, seconds / 60);
  return { step: name, seconds, idle: `${idleShare()} %`, result: failed ? 'failed' : 'passed', failed, contacted };
});

console.table(results.map(({ step, seconds, idle, result }) => ({ step, seconds, idle, result })));
const ran = results.filter(({ seconds }) => seconds > 0);
if (slowest > 0) {
  const rows = ran.flatMap(({ step }) => readTimes(`${times}/${step}.jsonl`).map((row) => ({ ...row, step })));
  for (const line of slowestLines(rows, slowest)) console.log(line);
}
const failures = results.filter(({ failed }) => failed);
for (const { step, contacted } of failures) {
  for (const line of failedLines(outputOf(step))) console.error(line);
  const why = contacted ? ', because a test contacted a third party' : '';
  console.error(`The step "${step}" failed${why}. Its output is in ${logs}/${step}.log; "npm test -- ${step}" runs this step alone.`);
}
if (failures.length > 0) process.exit(1);
for (const { step } of ran) {
  for (const line of new Set(
    outputOf(step)
      .split('\n')
      .filter((text) => text.startsWith('Left out:'))
  ))
    console.log(line);
  for (const line of flakyLines(outputOf(step))) console.log(`${step}: ${line}`);
}
console.log(`The run took ${Math.round((Date.now() - start) / 1000)} seconds.`);
const left = Object.keys(steps).filter((name) => !chosen.some((step) => step.name === name));
if (left.length > 0)
  console.log(
    `Not run: ${left.join(', ')}. "npm run test:all" runs these too; the Playwright projects embed-csp, faults and screenshots have scripts of their own.`
  );
