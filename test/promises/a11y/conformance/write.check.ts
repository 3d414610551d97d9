import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { failingIn, runTests } from './outcomes.js';
import { render } from './render.js';
import { tests, type TestName } from './tests.js';

it('writes ACCESSIBILITY.md, and every test it names has passed', { timeout: 1_800_000 }, () => {
  const fails = failingIn(runTests());
  writeFileSync('ACCESSIBILITY.md', render(fails));
  expect((Object.keys(tests) as TestName[]).filter(fails)).toEqual([]);
});
