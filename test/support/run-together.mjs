/**
 * Runs jobs side by side, in the given order: each starts as soon as its share of the machine is free. A share is a percentage; a job with
 * a share of 100 runs alone. When a job fails, no other job starts, and the running jobs still end. Resolves to the results in the order in
 * which the jobs ended.
 * @template {{ readonly share: number }} Job
 * @template {{ readonly failed: boolean }} Result
 * @param {readonly Job[]} jobs @param {(job: Job) => Promise<Result>} run
 * @returns {Promise<Result[]>}
 */
export async function runTogether(jobs, run) {
  const waiting = [...jobs];
  /** @type {Result[]} */
  const results = [];
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  let freeShare = 100;
  for (;;) {
    const hasFailed = results.some((result) => result.failed);
    // Once a job that needs the whole machine is the next one, all later jobs wait for it. Otherwise, they could delay it forever.
    const nextIndex = hasFailed ? -1 : waiting.findIndex((job, index) => job.share <= freeShare && (index === 0 || waiting[0].share < 100));
    if (nextIndex >= 0) {
      const [job] = waiting.splice(nextIndex, 1);
      freeShare -= job.share;
      const jobEnd = run(job).then((result) => {
        results.push(result);
        freeShare += job.share;
        running.delete(jobEnd);
      });
      running.add(jobEnd);
    } else if (running.size > 0) await Promise.race(running);
    else return results;
  }
}
