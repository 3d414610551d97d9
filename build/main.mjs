/**
 * `npm run build`: builds `dist/` from scratch, with one worker for each core (`BUILD_WORKERS` sets another number). It prints each finished
 * task. Warnings and the full text of an error are in the log.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runTasks } from './task-pool.mjs';
import { tasks } from './tasks.mjs';

const log = '.cache/build.log';
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const began = performance.now();
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
const starts = new Map();
const lines = [];
let count = 0;
const note = (line) => {
  lines.push(line);
  console.log(line);
};

rmSync('dist', { recursive: true, force: true });
const failed = await runTasks(tasks, {
  workers: Number(process.env.BUILD_WORKERS) || availableParallelism(),
  onBegin: (name) => starts.set(name, performance.now()),
  onDone({ name, warnings }) {
    count += 1;
    note(`build: ${String(count).padStart(2)} of ${tasks.length}  ${name}, ${seconds(starts.get(name))}`);
    lines.push(...warnings);
  }
});
if (failed) lines.push(failed.fault.stack);
else note(`build: dist/ is ready, ${seconds(began)}.`);
mkdirSync('.cache', { recursive: true });
writeFileSync(log, `${lines.join('\n')}\n`);
if (failed) {
  // An incomplete build must not be mistaken for a complete one.
  rmSync('dist', { recursive: true, force: true });
  const reason = failed.fault.message.split('\n').find(Boolean);
  console.error(`jet-player: building ${failed.name} failed: ${reason} (log: ${log}). Fix the error and run the command again.`);
  process.exit(1);
}
