/**
 * `npm test [-- NAME …]` runs the steps below one after another, or only the steps that are named; `npm run test:all` adds the steps that
 * take longer. The Playwright projects `wide`, `long`, `faults` and `screenshots` are not among them: they have scripts of their own
 * (`npm run test:wide`, `test:csp`, `test:faults`, `screenshots`).
 *
 * Each step writes its output to `test-results/logs/NAME.log` as well. The first step that fails ends the run, and its failed tests are the
 * last lines. Otherwise these say how long each step took, which tests passed only in a retry, and what was left out: a step that leaves
 * out a part says so in a line that begins with "Left out:".
 */
import { readFileSync } from 'node:fs';
import { runShown } from '../.ci/run-shown.mjs';
import { failedLines, flakyLines } from './support/failed-lines.mjs';

/**
 * `all` marks the steps that only `npm run test:all` runs. `minutes` is what a step needs on two slow cores: `--within=MINUTES` leaves the
 * step out where the run would exceed that.
 * @type {Readonly<Record<string, { command: string, minutes?: number, all?: true }>>}
 */
const steps = {
  unit: { command: 'vitest run' },
  components: { command: 'node test/release/browsers/run.mjs --rest chromium' },
  pages: { command: 'playwright test --project=default --project=hostile' },
  measuring: { command: 'playwright test --project=measuring' },
  firefox: { command: 'node test/release/browsers/run.mjs --brief', minutes: 9 },
  consumers: { command: 'playwright test --project=consumers', minutes: 5, all: true },
  'firefox-components': { command: 'node test/release/browsers/run.mjs --rest firefox', minutes: 18, all: true },
  webkit: { command: 'node test/release/browsers/run.mjs --rest webkit', minutes: 18, all: true }
};

const logs = 'test-results/logs';
const given = process.argv.slice(2);
const all = given.includes('--all');
const within = Number(given.find((word) => word.startsWith('--within='))?.slice('--within='.length) ?? Infinity);
const named = given.filter((word) => !word.startsWith('--'));

const unknown = named.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no step "${unknown[0]}"; the steps are ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

const chosen = Object.entries(steps).filter(([name, step]) => (named.length > 0 ? named.includes(name) : all || !step.all));
/** @type {{ step: string, seconds: number, result: string }[]} */
const rows = [];
const start = Date.now();
for (const [index, [name, { command, minutes = 0 }]] of chosen.entries()) {
  if ((Date.now() - start) / 60_000 + minutes > within) {
    rows.push({ step: name, seconds: 0, result: 'left out: no time' });
    continue;
  }
  console.log(`\nStep ${index + 1} of ${chosen.length}, ${name}: ${command}`);
  const begun = Date.now();
  const ended = await runShown(command, `${logs}/${name}.log`);
  // A test that contacted a third party in its first try may pass in the second.
  const contacted = /third-party hits: [1-9]/.test(readFileSync(`${logs}/${name}.log`, 'utf8'));
  const code = ended === 0 && contacted ? 1 : ended;
  rows.push({ step: name, seconds: Math.round((Date.now() - begun) / 1000), result: code === 0 ? 'passed' : 'failed' });
  if (code === 0) continue;
  console.table(rows);
  for (const line of failedLines(readFileSync(`${logs}/${name}.log`, 'utf8'))) console.error(line);
  const why = contacted ? ', because a test contacted a third party' : '';
  console.error(`The step "${name}" failed${why}. Its output is in ${logs}/${name}.log; "npm test -- ${name}" runs this step alone.`);
  process.exit(code);
}
console.table(rows);
for (const { step: name, seconds } of rows) {
  if (seconds === 0) continue;
  const output = readFileSync(`${logs}/${name}.log`, 'utf8');
  for (const line of new Set(output.split('\n').filter((text) => text.startsWith('Left out:')))) console.log(line);
  for (const line of flakyLines(output)) console.log(`${name}: ${line}`);
}
const left = Object.keys(steps).filter((name) => !chosen.some(([one]) => one === name));
if (left.length > 0)
  console.log(
    `Not run: ${left.join(', ')}. "npm run test:all" runs these too; wide, long, faults and screenshots have scripts of their own.`
  );
