import { expect, it } from 'vitest';
import { runTogether } from './run-together.mjs';

interface Job {
  readonly name: string;
  readonly share: number;
}

/** Runs jobs that end when `end` is called with their name; `log` has what started and ended. */
function start(jobs: readonly Job[]) {
  const log: string[] = [];
  const ends = new Map<string, (failed: boolean) => void>();
  const results = runTogether(jobs, async ({ name }) => {
    log.push(`start ${name}`);
    const failed = await new Promise<boolean>((resolve) => ends.set(name, resolve));
    log.push(`end ${name}`);
    return { name, failed };
  });
  const end = async (name: string, failed = false): Promise<void> => {
    ends.get(name)?.(failed);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { log, results, end };
}

it('starts each job as soon as its share is free, a smaller one before a larger one', async () => {
  const { log, results, end } = start([
    { name: 'a', share: 60 },
    { name: 'b', share: 50 },
    { name: 'c', share: 40 },
    { name: 'd', share: 50 }
  ]);
  expect(log).toEqual(['start a', 'start c']);
  await end('c');
  expect(log).toEqual(['start a', 'start c', 'end c']);
  await end('a');
  expect(log.slice(3)).toEqual(['end a', 'start b', 'start d']);
  await end('b');
  await end('d');
  expect((await results).map(({ name }) => name)).toEqual(['c', 'a', 'b', 'd']);
});

it('runs a job that needs the whole machine alone, and no other job overtakes it when it is first', async () => {
  const { log, results, end } = start([
    { name: 'a', share: 50 },
    { name: 'alone', share: 100 },
    { name: 'b', share: 50 }
  ]);
  expect(log).toEqual(['start a']);
  await end('a');
  expect(log.slice(2)).toEqual(['start alone']);
  await end('alone');
  expect(log.slice(4)).toEqual(['start b']);
  await end('b');
  await results;
});

it('starts nothing after a failure, and lets the running jobs end', async () => {
  const { log, results, end } = start([
    { name: 'a', share: 50 },
    { name: 'b', share: 50 },
    { name: 'c', share: 50 }
  ]);
  await end('a', true);
  expect(log).toEqual(['start a', 'start b', 'end a']);
  await end('b');
  expect(await results).toEqual([
    { name: 'a', failed: true },
    { name: 'b', failed: false }
  ]);
  expect(log).not.toContain('start c');
});
