/** The worker of `task-pool.mjs`. It runs the tasks that it receives, one at a time. */
import { parentPort } from 'node:worker_threads';
import { runTask } from './tasks.mjs';

parentPort.on('message', async (name) => {
  try {
    parentPort.postMessage({ name, warnings: await runTask(name) });
  } catch (error) {
    const { message, stack, loc } = error;
    parentPort.postMessage({ name, fault: { message: loc ? `${loc.file}:${loc.line}: ${message}` : message, stack } });
  }
});
