import { expect, it } from 'vitest';
import { countsOf, failedFiles } from './counts.mjs';

const escape = String.fromCharCode(27);

it('countsOf() reads the summary of vitest and the requests to third parties', () => {
  const text = `third-party hits: 0\n${escape}[2m      Tests ${escape}[22m 2 failed | 29 passed | 3 skipped (34)\n`;
  expect(countsOf(text)).toEqual({ passed: 29, failed: 2, skipped: 3, thirdParties: 0, restarts: 0, flaky: 0 });
});

it('countsOf() counts tests that passed in a retry as flaky, and not those that failed in every attempt', () => {
  const text = ` ${escape}[32m✓${escape}[39m a.check.ts > plays ${escape}[33m2051ms${escape}[39m${escape}[33m (retry x1)${escape}[39m\n ${escape}[31m×${escape}[39m a.check.ts > seeks (retry x2)\n ✓ a.check.ts > ends 9ms\n`;
  expect(countsOf(text).flaky).toBe(1);
});

it('countsOf() reads the last summary of @web/test-runner, and counts restarts of the browser', () => {
  const text =
    'firefox: | 1/2 test files | 5 passed, 1 failed\nfirefox: | 2/2 test files | 8 passed, 1 failed, 4 skipped\nWebKit crashed and is started again: Error\nthird-party hits: 2\n';
  expect(countsOf(text)).toEqual({ passed: 8, failed: 1, skipped: 4, thirdParties: 2, restarts: 1, flaky: 0 });
});

it('countsOf() returns zeros for a run without output', () => {
  expect(countsOf('')).toEqual({ passed: 0, failed: 0, skipped: 0, thirdParties: 0, restarts: 0, flaky: 0 });
});

const lostFile = (file: string) => `${file}:\n\n ${escape}[31m❌ Tests were interrupted because the browser disconnected.\n`;

it('failedFiles() separates files whose page was lost from those that failed', () => {
  const text = `test/ui/a.browser.test.ts:\n\n 🚧 Browser logs:\n      hello\n${lostFile('test/ui/b.browser.test.ts')}test/ui/c.browser.test.ts:\n ❌ plays > a video\n`;
  expect(failedFiles(text)).toEqual({ lost: ['test/ui/b.browser.test.ts'], failing: ['test/ui/c.browser.test.ts'] });
  expect(failedFiles('webkit: | 9 passed, 0 failed\n')).toEqual({ lost: [], failing: [] });
});
