import { Worker } from 'node:worker_threads';

/** @typedef {import('./tasks.mjs').Task} Task */
/** The outcome of a task. @typedef {{ id: string, warnings: readonly string[], error?: { message: string, stack: string } }} Report */

/** More space for new objects than V8's default, with which a build would spend a sixth of its time on garbage collection. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

/**
 * Runs tasks in parallel, each as soon as a worker is free and the tasks that it needs are done. Ends at the first failure.
 * @param {readonly Task[]} tasks in the order in which they are started
 * @param {{ workers: number, onStart: (task: Task) => void, onDone: (report: Report) => void }} options `workers` is their number
 * @returns {Promise<Report | undefined>} the report of the task that failed
 */
export async function runTasks(tasks, { workers: workerCount, onStart, onDone }) {
  const waitingTasks = [...tasks];
  const doneIds = new Set();
  const workers = Array.from(
    { length: Math.min(workerCount, tasks.length) },
    () => new Worker(new URL('worker.mjs', import.meta.url), { resourceLimits })
  );
  const idleWorkers = [...workers];
  try {
    return await new Promise((resolve, reject) => {
      const startReadyTasks = () => {
        for (let index = 0; idleWorkers.length > 0 && index < waitingTasks.length;) {
          const task = waitingTasks[index];
          if (task.after.some((id) => !doneIds.has(id))) index += 1;
          else {
            waitingTasks.splice(index, 1);
            onStart(task);
            idleWorkers.pop().postMessage(task.id);
          }
        }
        if (doneIds.size === tasks.length) resolve(undefined);
      };
      for (const worker of workers) {
        worker.on('error', reject);
        worker.on('message', (report) => {
          if (report.error) return resolve(report);
          doneIds.add(report.id);
          onDone(report);
          idleWorkers.push(worker);
          startReadyTasks();
        });
      }
      startReadyTasks();
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
