import { expect, it } from 'vitest';
import { runSuite } from './suite.mjs';

const lostOutput =
  'WebKit crashed and is started again\ntest/ui/b.browser.test.ts:\n ❌ Tests were interrupted because the browser disconnected.\n';
const failedOutput = 'test/ui/c.browser.test.ts:\n ❌ plays\n';

/** Returns a function that returns these results one after the other, and the list of the commands that it receives. */
function predefinedRuns(...results: { code: number; text: string }[]) {
  const commands: string[][] = [];
  return { commands, run: (command: string[]) => (commands.push(command), Promise.resolve(results[commands.length - 1]!)) };
}

const runResult = (code: number, text: string) => ({ code, text: `${text}\n` });

it('runSuite() runs lost files again, and adds their counts', async () => {
  const { commands, run } = predefinedRuns(
    runResult(1, `${lostOutput}webkit: | 9 passed, 0 failed, 2 skipped`),
    runResult(0, 'webkit: | 3 passed, 0 failed')
  );
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

it('runSuite() reports a failure when a file is lost in every run', async () => {
  const result = runResult(1, `${lostOutput}webkit: | 0 passed, 0 failed`);
  const { commands, run } = predefinedRuns(result, result, result, result);
  expect(await runSuite(['wtr'], run)).toMatchObject({ restarts: 3, ended: 'with exit code 1' });
  expect(commands).toHaveLength(3);
});

it('runSuite() reports a failure when the command fails without naming a file', async () => {
  const { commands, run } = predefinedRuns(runResult(1, 'Tests  9 passed | 1 failed'));
  expect(await runSuite(['vitest'], run)).toMatchObject({ failed: 1, flaky: 0, ended: 'with exit code 1' });
  expect(commands).toEqual([['vitest']]);
});

it('runSuite() reports a failure when a file fails, even if lost files pass in their retry', async () => {
  const { run } = predefinedRuns(
    runResult(1, `${lostOutput}${failedOutput}firefox: | 9 passed, 1 failed`),
    runResult(0, 'firefox: | 3 passed, 0 failed'),
    runResult(1, failedOutput)
  );
  expect(await runSuite(['wtr'], run)).toMatchObject({ passed: 12, failed: 1, ended: 'with exit code 1' });
});

it('runSuite() runs failed files again once, and counts and names those that pass then as flaky', async () => {
  const { commands, run } = predefinedRuns(
    runResult(1, `${failedOutput}webkit: | 9 passed, 1 failed`),
    runResult(0, 'webkit: | 4 passed, 0 failed')
  );
  expect(await runSuite(['wtr'], run)).toMatchObject({
    passed: 10,
    failed: 0,
    flaky: 1,
    flakyFiles: ['test/ui/c.browser.test.ts'],
    ended: 'well'
  });
  expect(commands).toEqual([['wtr'], ['wtr', '--files', 'test/ui/c.browser.test.ts']]);
});

it('canary: runSuite() counts third-party requests of both runs', async () => {
  const { run } = predefinedRuns(
    runResult(1, `${failedOutput}webkit: | 9 passed, 1 failed\nthird-party hits: 1`),
    runResult(0, 'webkit: | 4 passed, 0 failed\nthird-party hits: 2')
  );
  expect(await runSuite(['wtr'], run)).toMatchObject({ flaky: 1, thirdParties: 3 });
});

it('canary: runSuite() reports a failure when a file fails twice', async () => {
  const result = runResult(1, `${failedOutput}webkit: | 9 passed, 1 failed`);
  const { commands, run } = predefinedRuns(result, result, result);
  expect(await runSuite(['wtr'], run)).toMatchObject({ passed: 9, failed: 1, flaky: 0, ended: 'with exit code 1' });
  expect(commands).toHaveLength(2);
});
