import { expect, it } from 'vitest';
import { failedLines, flakyLines } from './failed-lines.mjs';

const redCross = '\u001b[31m ❌ plays on\u001b[0m';

it('failedLines() returns the failed tests of each runner with their messages', () => {
  const output = `fine\ntest/ui/a.browser.test.ts:\n${redCross}\n   AssertionError: expected 1\n\n  1) [default] › test/b.spec.ts:3:1 › starts\n`;
  expect(failedLines(output)).toEqual([' ❌ plays on', '   AssertionError: expected 1', '  1) [default] › test/b.spec.ts:3:1 › starts']);
  expect(failedLines(' FAIL  test/c.test.ts > adds\nAssertionError: 2')).toEqual([' FAIL  test/c.test.ts > adds', 'AssertionError: 2']);
});

it('failedLines() returns the last lines when there are more than its limit', () => {
  const output = Array.from({ length: 50 }, (_, index) => ` ❌ test ${String(index)}`).join('\n');
  expect(failedLines(output, 3)).toEqual([' ❌ test 47', ' ❌ test 48', ' ❌ test 49']);
});

it('failedLines() returns nothing for a run in which every test passed', () => {
  expect(failedLines('  ✓ test/a.test.ts (3 tests) 20ms\n Tests  3 passed (3)')).toEqual([]);
});

it('flakyLines() returns the tests that passed only in a retry', () => {
  const output = 'Flaky: test/ui/a.browser.test.ts passed in firefox only when it ran again.\n';
  expect(flakyLines(`${output}\n  2 flaky\n    [default] › a › b\n    [default] › c › d\n  640 passed (15m)\n`)).toEqual([
    'Flaky: test/ui/a.browser.test.ts passed in firefox only when it ran again.',
    'Flaky: [default] › a › b',
    'Flaky: [default] › c › d'
  ]);
  expect(flakyLines('  640 passed (15m)\n')).toEqual([]);
});
