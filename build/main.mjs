/**
 * `npm run build`: builds `dist/` from scratch, with one worker for each core (`BUILD_WORKERS` sets another number). It prints a line for
 * each finished task. Warnings and the full text of an error are in the log.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runTasks } from './task-pool.mjs';
import { tasks } from './tasks.mjs';

const logFile = '.cache/build.log';
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const buildStart = performance.now();
const secondsSince = (startTime) => `${((performance.now() - startTime) / 1000).toFixed(1)} s`;
/** The tasks that were started, by their ids. */
const startedTasks = new Map();
const logLines = [];
let doneCount = 0;
const printAndLog = (line) => {
  logLines.push(line);
  console.log(line);
};

rmSync('dist', { recursive: true, force: true });
const failure = await runTasks(tasks, {
  workers: Number(process.env.BUILD_WORKERS) || availableParallelism(),
  onStart: ({ id, description }) => startedTasks.set(id, { description, startTime: performance.now() }),
  onDone({ id, warnings }) {
    const { description, startTime } = startedTasks.get(id);
    doneCount += 1;
    printAndLog(`build: ${String(doneCount).padStart(2)} of ${tasks.length}  ${id}: ${description}, ${secondsSince(startTime)}`);
    logLines.push(...warnings);
  }
});
if (failure) logLines.push(failure.error.stack);
else printAndLog(`build: dist/ is ready, ${secondsSince(buildStart)}.`);
mkdirSync('.cache', { recursive: true });
writeFileSync(logFile, `${logLines.join('\n')}\n`);
if (failure) {
  // An incomplete build must not be mistaken for a complete one.
  rmSync('dist', { recursive: true, force: true });
  const { description } = startedTasks.get(failure.id);
  const reason = failure.error.message.split('\n').find(Boolean);
  console.error(`jet-player: building ${description} failed: ${reason} (log: ${logFile}). Fix the error and run the command again.`);
  process.exit(1);
}
