/** The worker of `task-pool.mjs`. It runs the tasks that it receives, one at a time. */
import { parentPort } from 'node:worker_threads';
import { runTask } from './tasks.mjs';

parentPort.on('message', async (id) => {
  try {
    parentPort.postMessage({ id, warnings: await runTask(id) });
  } catch (error) {
    const { message, stack, loc } = error;
    parentPort.postMessage({ id, error: { message: loc ? `${loc.file}:${loc.line}: ${message}` : message, stack } });
  }
});
