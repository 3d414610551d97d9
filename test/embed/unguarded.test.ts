import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { replacements } from './unguarded.js';

const guard = readFileSync(new URL('../../src/media/network/guard.ts', import.meta.url), 'utf8');

it.each(replacements)('the guard still contains the check that the build without a guard replaces: %s', (check) => {
  expect(guard.split(check)).toHaveLength(2);
});
