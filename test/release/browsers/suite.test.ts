import { expect, it } from 'vitest';
import { runSuite } from './suite.mjs';

const lost =
  'WebKit crashed and is started again\ntest/ui/b.browser.test.ts:\n ❌ Tests were interrupted because the browser disconnected.\n';
const failed = 'test/ui/c.browser.test.ts:\n ❌ plays\n';

/** Runs with predefined results, and the commands that they were given. */
function runs(...ends: { code: number; text: string }[]) {
  const commands: string[][] = [];
  return { commands, run: (command: string[]) => (commands.push(command), Promise.resolve(ends[commands.length - 1]!)) };
}

const ending = (code: number, text: string) => ({ code, text: `${text}\n` });

it('runs lost files again, and counts them with the rest', async () => {
  const { commands, run } = runs(ending(1, `${lost}webkit: | 9 passed, 0 failed, 2 skipped`), ending(0, 'webkit: | 3 passed, 0 failed'));
  expect(await runSuite(['wtr'], run)).toEqual({
    passed: 12,
    failed: 0,
    skipped: 2,
    thirdParties: 0,
    restarts: 1,
    flaky: 0,
    flakyFiles: [],
    ended: 'well'
  });
  expect(commands).toEqual([['wtr'], ['wtr', '--files', 'test/ui/b.browser.test.ts']]);
});

it('fails when a file is lost each time', async () => {
  const end = ending(1, `${lost}webkit: | 0 passed, 0 failed`);
  const { commands, run } = runs(end, end, end, end);
  expect(await runSuite(['wtr'], run)).toMatchObject({ restarts: 3, ended: 'with exit code 1' });
  expect(commands).toHaveLength(3);
});

it('fails when the command fails without naming a file', async () => {
  const { commands, run } = runs(ending(1, 'Tests  9 passed | 1 failed'));
  expect(await runSuite(['vitest'], run)).toMatchObject({ failed: 1, flaky: 0, ended: 'with exit code 1' });
  expect(commands).toEqual([['vitest']]);
});

it('keeps a failure when lost files pass in the retry', async () => {
  const { run } = runs(
    ending(1, `${lost}${failed}firefox: | 9 passed, 1 failed`),
    ending(0, 'firefox: | 3 passed, 0 failed'),
    ending(1, failed)
  );
  expect(await runSuite(['wtr'], run)).toMatchObject({ passed: 12, failed: 1, ended: 'with exit code 1' });
});

it('retries failed files once, and counts and names those that pass then', async () => {
  const { commands, run } = runs(ending(1, `${failed}webkit: | 9 passed, 1 failed`), ending(0, 'webkit: | 4 passed, 0 failed'));
  expect(await runSuite(['wtr'], run)).toMatchObject({
    passed: 10,
    failed: 0,
    flaky: 1,
    flakyFiles: ['test/ui/c.browser.test.ts'],
    ended: 'well'
  });
  expect(commands).toEqual([['wtr'], ['wtr', '--files', 'test/ui/c.browser.test.ts']]);
});

it('canary: counts third-party requests of both runs', async () => {
  const { run } = runs(
    ending(1, `${failed}webkit: | 9 passed, 1 failed\nthird-party hits: 1`),
    ending(0, 'webkit: | 4 passed, 0 failed\nthird-party hits: 2')
  );
  expect(await runSuite(['wtr'], run)).toMatchObject({ flaky: 1, thirdParties: 3 });
});

it('canary: fails when a file fails twice', async () => {
  const end = ending(1, `${failed}webkit: | 9 passed, 1 failed`);
  const { commands, run } = runs(end, end, end);
  expect(await runSuite(['wtr'], run)).toMatchObject({ passed: 9, failed: 1, flaky: 0, ended: 'with exit code 1' });
  expect(commands).toHaveLength(2);
});
