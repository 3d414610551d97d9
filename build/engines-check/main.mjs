/**
 * `npm run engines:check -- hls.js@1.7.5 [dash.js@latest] [--only census,hostile] [--out FOLDER] [--keep]`: takes other versions of engines
 * into a copy of the project, builds and tests it, and says what changed in what the engines ask of their realm.
 *
 * It exits with 0 if there is nothing to look at, with 1 if a person has to look at something, and with 2 if it could not be run.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { progress } from '../../.ci/progress.mjs';
import { readArguments, UsageError } from './arguments.mjs';
import { comparePackages } from './compare.mjs';
import { copyProject } from './copy-project.mjs';
import { install, resolveVersion } from './install.mjs';
import { renderReport } from './report.mjs';
import { lastLines, runToLog } from './run.mjs';
import { runStage } from './run-stage.mjs';
import { stageNames, stages, withBuild } from './stages.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { pointsToLookAt, verdict } from './verdict.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs `step` and shows its name and how long it takes. Returns its result and the seconds. */
async function timed(activity, step, outcomeOf = () => 'done') {
  const [start, showOutcome] = [performance.now(), progress(activity)];
  try {
    const result = await step();
    showOutcome(outcomeOf(result));
    return { result, seconds: Math.round((performance.now() - start) / 1000) };
  } catch (error) {
    showOutcome('failed');
    throw error;
  }
}

/** Returns what the installed versions of packages ask for. @returns {Promise<import('./inspect.mjs').Inspection>} */
async function inspect(names, logFolder, label) {
  const [file, log] = [`${logFolder}/${label}.json`, `${logFolder}/${label}.log`];
  const code = await runToLog([process.execPath, 'build/engines-check/inspect.mjs', file, ...names], { log });
  if (code !== 0) throw new UsageError(`the engines could not be examined: ${errorLine(log)} (log: ${log})`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Returns the line of a log that names an error, or the last one. */
const errorLine = (log) => lastLines(log, 50).find((line) => /^\w*Error\b/.test(line)) ?? lastLines(log).join('');

/** Returns the results of the two stages that compare versions, of those that were selected. */
function comparisonResults(selected, comparisons, seconds) {
  const engines = comparisons.flatMap((comparison) => comparison.engines);
  const unapplied = engines.reduce((sum, engine) => sum + engine.unapplied.length, 0);
  const unsealed = engines.filter(({ error }) => error).length;
  const added = engines.reduce((sum, engine) => sum + (engine.added?.length ?? 0), 0);
  const removed = engines.reduce((sum, engine) => sum + (engine.removed?.length ?? 0), 0);
  const unknown = unsealed > 0 ? `, ${unsealed} of ${engines.length} engines cannot be sealed` : '';
  return [
    {
      name: 'changes',
      outcome: unapplied + unsealed > 0 ? 'failed' : 'passed',
      note: `${unapplied} ${unapplied === 1 ? 'does' : 'do'} not apply${unknown}`,
      seconds
    },
    { name: 'census', outcome: added + unsealed > 0 ? 'failed' : 'passed', note: `${added} added, ${removed} gone${unknown}`, seconds }
  ].filter(({ name }) => selected.includes(name));
}

/** Runs the stages that are commands. A stage that needs a build which failed is not run. */
async function runCommands(names, logFolder, labelOf) {
  const results = [];
  for (const name of names) {
    const buildFailed = results.some((result) => result.name === 'build' && result.outcome === 'failed');
    if (stages[name].needsBuild && buildFailed) {
      results.push({ name, outcome: 'not run', note: 'the build failed' });
      continue;
    }
    const { result, seconds } = await timed(
      labelOf(name),
      () => runStage(name, logFolder),
      ({ outcome, note }) => `${outcome}, ${note}`
    );
    results.push({ name, ...result, seconds });
  }
  return results;
}

async function check(words) {
  const { packages: wanted, only, out, keep } = readArguments(words);
  const selected = withBuild(only);
  const commands = selected.filter((name) => stages[name].command);
  const compares = commands.length < selected.length;
  const stepNames = ['find', 'copy', ...(compares ? ['examine'] : []), 'install', ...(compares ? ['compare'] : []), ...commands];
  const label = (step, what) => `step ${stepNames.indexOf(step) + 1} of ${stepNames.length}, ${what}`;
  const names = wanted.map(({ name }) => name);

  const folder = join(resolve(out), 'engines-check');
  const findLog = join(folder, 'find.log');
  const { result: packages } = await timed(label('find', 'finding the versions'), async () => {
    const found = [];
    for (const each of wanted) found.push({ name: each.name, version: await resolveVersion(each, { log: findLog }) });
    return found;
  });
  const title = packages.map(({ name, version }) => `${name}-${version}`).join('_');
  const logFolder = join(folder, title);
  mkdirSync(logFolder, { recursive: true });

  const copy = temporaryFolder({ keep });
  await timed(label('copy', 'copying the project'), async () => copyProject(root, copy));
  process.chdir(copy);
  const examine = (step, what) => timed(label(step, what), () => inspect(names, logFolder, step));
  const before = compares ? await examine('examine', 'examining the present versions') : undefined;
  await timed(label('install', `installing ${title.replaceAll('_', ' and ')}`), () =>
    install(packages, { log: join(logFolder, 'install.log') })
  );
  const after = compares ? await examine('compare', 'comparing the versions') : undefined;

  const comparisons =
    after?.result.packages.map((each, index) => comparePackages(before.result.packages[index], each, after.result.granted)) ?? [];
  const results = [
    ...comparisonResults(selected, comparisons, after?.seconds),
    ...(await runCommands(commands, logFolder, (name) => label(name, stages[name].what)))
  ];
  const points = pointsToLookAt(comparisons, results);
  const versions = packages.map(({ name, version }) => `${name} ${version}`).join(' and ');
  const leftOut = stageNames.filter((name) => !selected.includes(name));
  const summary = { comparisons, results, points, verdict: verdict(points, versions, leftOut) };
  writeFileSync(join(folder, `${title}.json`), `${JSON.stringify(summary, null, 2)}\n`);
  const report = renderReport(summary);
  writeFileSync(join(folder, `${title}.md`), report);
  console.log(`\n${report}`);
  return points.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await check(process.argv.slice(2));
} catch (error) {
  // An error that is not explained in one line has a stack that helps.
  console.error(error instanceof UsageError ? `jet-player: ${error.message}` : error);
  process.exitCode = 2;
}
