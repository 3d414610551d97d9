import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hasFailedIn, runTests } from './outcomes.js';
import { render } from './render.js';
import { tests, type TestName } from './tests.js';

it('every test that ACCESSIBILITY.md names passes, and the file is written', { timeout: 1_800_000 }, () => {
  const fails = hasFailedIn(runTests());
  writeFileSync('ACCESSIBILITY.md', render(fails));
  expect((Object.keys(tests) as TestName[]).filter(fails)).toEqual([]);
});
