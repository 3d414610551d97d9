import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './documents.js';

const budgets = JSON.parse(readFileSync(join(root, '.ci/size-budget.json'), 'utf8')) as Record<string, number>;
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The rows of the table in the README: a file, or the start of the name of a chunk, and its size in kilobytes. */
const rows = [...readme.matchAll(/^\| `([\w./-]+?)(?:\*\.js)?` \|.*\| (\d+) KB \|$/gm)].map(
  ([, file = '', size]) => [file, Number(size)] as const
);

describe('the sizes in the README', () => {
  it('are those of more than three files', () => expect(rows.length).toBeGreaterThan(3));
  it.each(rows)('are the limits of the size budget, rounded up: %s has %i KB', (file, size) => {
    expect(Math.ceil((budgets[file] ?? NaN) / 1000)).toBe(size);
  });
});
