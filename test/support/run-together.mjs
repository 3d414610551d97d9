/** A job that is not `alone` runs beside one other: most tests wait half of their time, so two of them use the processors fully. */
const maxJobs = 2;

/**
 * Runs jobs in the given order, at most two at a time, and a job that is `alone` by itself. When a job fails, no other job starts, and the
 * running jobs still end. Resolves to the results in the order in which the jobs ended.
 * @template {{ readonly alone?: boolean }} Job
 * @template {{ readonly failed: boolean }} Result
 * @param {readonly Job[]} jobs @param {(job: Job) => Promise<Result>} run
 * @returns {Promise<Result[]>}
 */
export async function runTogether(jobs, run) {
  const waiting = [...jobs];
  /** @type {Result[]} */
  const results = [];
  /** @type {Map<Job, Promise<void>>} */
  const running = new Map();
  for (;;) {
    const [next] = waiting;
    const hasFailed = results.some((result) => result.failed);
    const isFree = running.size < (next?.alone ? 1 : maxJobs) && [...running.keys()].every((job) => !job.alone);
    if (next && isFree && !hasFailed) {
      waiting.shift();
      const jobEnd = run(next).then((result) => {
        results.push(result);
        running.delete(next);
      });
      running.set(next, jobEnd);
    } else if (running.size > 0) await Promise.race(running.values());
    else return results;
  }
}
