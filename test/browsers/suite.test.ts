import { expect, it } from 'vitest';
import { runSuite } from './suite.mjs';

const lost =
  'WebKit fell over and is started anew\ntest/ui/b.browser.test.ts:\n ❌ Tests were interrupted because the browser disconnected.\n';
const failed = 'test/ui/c.browser.test.ts:\n ❌ plays\n';

/** Runs that end as told, and the commands they were given. */
function runs(...ends: { code: number; text: string }[]) {
  const commands: string[][] = [];
  return { commands, run: (command: string[]) => (commands.push(command), Promise.resolve(ends[commands.length - 1]!)) };
}

it('what was lost runs again, and counts with the rest', async () => {
  const { commands, run } = runs(
    { code: 1, text: `${lost}webkit: | 9 passed, 0 failed, 2 skipped\n` },
    { code: 0, text: 'webkit: | 3 passed, 0 failed\n' }
  );
  expect(await runSuite(['wtr'], run)).toEqual({ passed: 12, failed: 0, skipped: 2, strangers: 0, anew: 1, ended: 'well' });
  expect(commands).toEqual([['wtr'], ['wtr', '--files', 'test/ui/b.browser.test.ts']]);
});

it('what is lost each time has failed', async () => {
  const end = { code: 1, text: `${lost}webkit: | 0 passed, 0 failed\n` };
  const { commands, run } = runs(end, end, end, end);
  expect(await runSuite(['wtr'], run)).toMatchObject({ anew: 3, ended: 'with exit code 1' });
  expect(commands).toHaveLength(3);
});

it('canary: what failed does not run again', async () => {
  const { commands, run } = runs({ code: 1, text: `${lost}${failed}webkit: | 9 passed, 1 failed\n` });
  expect(await runSuite(['wtr'], run)).toMatchObject({ failed: 1, anew: 1, ended: 'with exit code 1' });
  expect(commands).toEqual([['wtr']]);
});
