import { expect, it } from 'vitest';
import { runSuite } from './suite.mjs';

const lost =
  'WebKit fell over and is started anew\ntest/ui/b.browser.test.ts:\n ❌ Tests were interrupted because the browser disconnected.\n';
const failed = 'test/ui/c.browser.test.ts:\n ❌ plays\n';
const shaky = { shaky: true };

/** Runs that end as told, and the commands they were given. */
function runs(...ends: { code: number; text: string }[]) {
  const commands: string[][] = [];
  return { commands, run: (command: string[]) => (commands.push(command), Promise.resolve(ends[commands.length - 1]!)) };
}

const ending = (code: number, text: string) => ({ code, text: `${text}\n` });

it('what was lost runs again, and counts with the rest', async () => {
  const { commands, run } = runs(ending(1, `${lost}webkit: | 9 passed, 0 failed, 2 skipped`), ending(0, 'webkit: | 3 passed, 0 failed'));
  expect(await runSuite(['wtr'], run)).toEqual({ passed: 12, failed: 0, skipped: 2, strangers: 0, anew: 1, flaky: 0, ended: 'well' });
  expect(commands).toEqual([['wtr'], ['wtr', '--files', 'test/ui/b.browser.test.ts']]);
});

it('what is lost each time has failed', async () => {
  const end = ending(1, `${lost}webkit: | 0 passed, 0 failed`);
  const { commands, run } = runs(end, end, end, end);
  expect(await runSuite(['wtr'], run, shaky)).toMatchObject({ anew: 3, ended: 'with exit code 1' });
  expect(commands).toHaveLength(3);
});

it('what failed does not run again', async () => {
  const { commands, run } = runs(ending(1, `${failed}firefox: | 9 passed, 1 failed`));
  expect(await runSuite(['wtr'], run)).toMatchObject({ failed: 1, flaky: 0, ended: 'with exit code 1' });
  expect(commands).toEqual([['wtr']]);
});

it('nor is it forgotten for what was lost beside it and passed', async () => {
  const { run } = runs(ending(1, `${lost}${failed}firefox: | 9 passed, 1 failed`), ending(0, 'firefox: | 3 passed, 0 failed'));
  expect(await runSuite(['wtr'], run)).toMatchObject({ passed: 12, failed: 1, ended: 'with exit code 1' });
});

it('in a shaky browser it runs once more, and is counted where it passes then', async () => {
  const { commands, run } = runs(ending(1, `${failed}webkit: | 9 passed, 1 failed`), ending(0, 'webkit: | 4 passed, 0 failed'));
  expect(await runSuite(['wtr'], run, shaky)).toMatchObject({ passed: 10, failed: 0, flaky: 1, ended: 'well' });
  expect(commands).toEqual([['wtr'], ['wtr', '--files', 'test/ui/c.browser.test.ts']]);
});

it('canary: a third party that is asked in the first run or in the second is not forgotten', async () => {
  const { run } = runs(
    ending(1, `${failed}webkit: | 9 passed, 1 failed\nthird-party hits: 1`),
    ending(0, 'webkit: | 4 passed, 0 failed\nthird-party hits: 2')
  );
  expect(await runSuite(['wtr'], run, shaky)).toMatchObject({ flaky: 1, strangers: 3 });
});

it('canary: what fails there twice has failed', async () => {
  const end = ending(1, `${failed}webkit: | 9 passed, 1 failed`);
  const { commands, run } = runs(end, end, end);
  expect(await runSuite(['wtr'], run, shaky)).toMatchObject({ passed: 9, failed: 1, flaky: 0, ended: 'with exit code 1' });
  expect(commands).toHaveLength(2);
});
