import { expect, it } from 'vitest';
import { runTogether } from './run-together.mjs';

interface Job {
  readonly name: string;
  readonly alone?: boolean;
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

it('runTogether() runs two jobs at a time, in the given order', async () => {
  const { log, results, endJob } = startJobs([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
  expect(log).toEqual(['start a', 'start b']);
  await endJob('b');
  expect(log.slice(2)).toEqual(['end b', 'start c']);
  await endJob('c');
  await endJob('a');
  expect((await results).map(({ name }) => name)).toEqual(['b', 'c', 'a']);
});

it('runTogether() runs a job that is alone by itself, and starts no later job before it', async () => {
  const { log, results, endJob } = startJobs([{ name: 'a' }, { name: 'alone', alone: true }, { name: 'b' }]);
  expect(log).toEqual(['start a']);
  await endJob('a');
  expect(log.slice(2)).toEqual(['start alone']);
  await endJob('alone');
  expect(log.slice(4)).toEqual(['start b']);
  await endJob('b');
  await results;
});

it('runTogether() starts no job after one has failed, and waits for the running jobs', async () => {
  const { log, results, endJob } = startJobs([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
  await endJob('a', true);
  expect(log).toEqual(['start a', 'start b', 'end a']);
  await endJob('b');
  expect(await results).toEqual([
    { name: 'a', failed: true },
    { name: 'b', failed: false }
  ]);
  expect(log).not.toContain('start c');
});
