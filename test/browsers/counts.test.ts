import { expect, it } from 'vitest';
import { countsOf, troubledFiles } from './counts.mjs';

const escape = String.fromCharCode(27);

it('reads vitest', () => {
  const text = `third-party hits: 0\n${escape}[2m      Tests ${escape}[22m 2 failed | 29 passed | 3 skipped (34)\n`;
  expect(countsOf(text)).toEqual({ passed: 29, failed: 2, skipped: 3, strangers: 0, anew: 0, flaky: 0 });
});

it('counts what passed in a further try, and not what failed in each', () => {
  const text = ` ${escape}[32m✓${escape}[39m a.check.ts > plays ${escape}[33m2051ms${escape}[39m${escape}[33m (retry x1)${escape}[39m\n ${escape}[31m×${escape}[39m a.check.ts > seeks (retry x2)\n ✓ a.check.ts > ends 9ms\n`;
  expect(countsOf(text).flaky).toBe(1);
});

it('reads @web/test-runner at its end', () => {
  const text =
    'firefox: | 1/2 test files | 5 passed, 1 failed\nfirefox: | 2/2 test files | 8 passed, 1 failed, 4 skipped\nWebKit fell over and is started anew: Error\nthird-party hits: 2\n';
  expect(countsOf(text)).toEqual({ passed: 8, failed: 1, skipped: 4, strangers: 2, anew: 1, flaky: 0 });
});

it('a run that wrote nothing has passed nothing', () => {
  expect(countsOf('')).toEqual({ passed: 0, failed: 0, skipped: 0, strangers: 0, anew: 0, flaky: 0 });
});

const lost = (file: string) => `${file}:\n\n ${escape}[31m❌ Tests were interrupted because the browser disconnected.\n`;

it('tells files whose page was lost from those that failed', () => {
  const text = `test/ui/a.browser.test.ts:\n\n 🚧 Browser logs:\n      hello\n${lost('test/ui/b.browser.test.ts')}test/ui/c.browser.test.ts:\n ❌ plays > a film\n`;
  expect(troubledFiles(text)).toEqual({ lost: ['test/ui/b.browser.test.ts'], failing: ['test/ui/c.browser.test.ts'] });
  expect(troubledFiles('webkit: | 9 passed, 0 failed\n')).toEqual({ lost: [], failing: [] });
});
