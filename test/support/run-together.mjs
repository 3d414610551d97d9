/**
 * Runs jobs side by side, in the given order: each starts as soon as its share of the machine is free. A share is a percentage; a job with
 * 100 runs alone. After a job that failed no other starts, and the ones that are running end. Resolves to the results in the order in which
 * the jobs ended.
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
  let free = 100;
  for (;;) {
    const failed = results.some((result) => result.failed);
    // A job that needs the whole machine is not overtaken forever: those behind it wait with it once it is first.
    const next = failed ? -1 : waiting.findIndex((job, index) => job.share <= free && (index === 0 || waiting[0].share < 100));
    if (next >= 0) {
      const [job] = waiting.splice(next, 1);
      free -= job.share;
      const ended = run(job).then((result) => {
        results.push(result);
        free += job.share;
        running.delete(ended);
      });
      running.add(ended);
    } else if (running.size > 0) await Promise.race(running);
    else return results;
  }
}
