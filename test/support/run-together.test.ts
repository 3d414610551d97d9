import { expect, it } from 'vitest';
import { runTogether } from './run-together.mjs';

interface Job {
  readonly name: string;
  readonly share: number;
}

/** Runs jobs, each of which ends when `endJob` is called with its name; `log` lists the starts and ends. */
function startJobs(jobs: readonly Job[]) {
  const log: string[] = [];
  const ends = new Map<string, (failed: boolean) => void>();
  const results = runTogether(jobs, async ({ name }) => {
    log.push(`start ${name}`);
    const failed = await new Promise<boolean>((resolve) => ends.set(name, resolve));
    log.push(`end ${name}`);
    return { name, failed };
  });
  const endJob = async (name: string, failed = false): Promise<void> => {
    ends.get(name)?.(failed);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { log, results, endJob };
}

it('runTogether() starts each job as soon as its share is free, even before an earlier job that needs a larger share', async () => {
  const { log, results, endJob } = startJobs([
    { name: 'a', share: 60 },
    { name: 'b', share: 50 },
    { name: 'c', share: 40 },
    { name: 'd', share: 50 }
  ]);
  expect(log).toEqual(['start a', 'start c']);
  await endJob('c');
  expect(log).toEqual(['start a', 'start c', 'end c']);
  await endJob('a');
  expect(log.slice(3)).toEqual(['end a', 'start b', 'start d']);
  await endJob('b');
  await endJob('d');
  expect((await results).map(({ name }) => name)).toEqual(['c', 'a', 'b', 'd']);
});

it('runTogether() runs a job with a share of 100 alone, and starts no later job while that job is the next one', async () => {
  const { log, results, endJob } = startJobs([
    { name: 'a', share: 50 },
    { name: 'alone', share: 100 },
    { name: 'b', share: 50 }
  ]);
  expect(log).toEqual(['start a']);
  await endJob('a');
  expect(log.slice(2)).toEqual(['start alone']);
  await endJob('alone');
  expect(log.slice(4)).toEqual(['start b']);
  await endJob('b');
  await results;
});

it('runTogether() starts no job after one has failed, and waits for the running jobs', async () => {
  const { log, results, endJob } = startJobs([
    { name: 'a', share: 50 },
    { name: 'b', share: 50 },
    { name: 'c', share: 50 }
  ]);
  await endJob('a', true);
  expect(log).toEqual(['start a', 'start b', 'end a']);
  await endJob('b');
  expect(await results).toEqual([
    { name: 'a', failed: true },
    { name: 'b', failed: false }
  ]);
  expect(log).not.toContain('start c');
});
