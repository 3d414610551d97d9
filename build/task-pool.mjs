import { Worker } from 'node:worker_threads';

/** @typedef {import('./tasks.mjs').Task} Task */
/** @typedef {{ name: string, warnings: readonly string[], fault?: { message: string, stack: string } }} Report */

/** Space for new objects, of which a build creates many: with the default of V8, collecting them takes a sixth of the time. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

/**
 * Runs tasks in parallel, each as soon as a worker is free and the tasks that it needs are done. Ends at the first failure.
 * @param {readonly Task[]} tasks in the order in which they are started
 * @param {{ workers: number, onBegin: (name: string) => void, onDone: (report: Report) => void }} options
 * @returns {Promise<Report | undefined>} the report of the task that failed
 */
export async function runTasks(tasks, { workers, onBegin, onDone }) {
  const waiting = [...tasks];
  const done = new Set();
  const idle = Array.from(
    { length: Math.min(workers, tasks.length) },
    () => new Worker(new URL('worker.mjs', import.meta.url), { resourceLimits })
  );
  const all = [...idle];
  try {
    return await new Promise((resolve, reject) => {
      const begin = () => {
        for (let index = 0; idle.length > 0 && index < waiting.length;) {
          const { name, after } = waiting[index];
          if (after.some((each) => !done.has(each))) index += 1;
          else {
            waiting.splice(index, 1);
            onBegin(name);
            idle.pop().postMessage(name);
          }
        }
        if (done.size === tasks.length) resolve(undefined);
      };
      for (const worker of all) {
        worker.on('error', reject);
        worker.on('message', (report) => {
          if (report.fault) return resolve(report);
          done.add(report.name);
          onDone(report);
          idle.push(worker);
          begin();
        });
      }
      begin();
    });
  } finally {
    await Promise.all(all.map((worker) => worker.terminate()));
  }
}
