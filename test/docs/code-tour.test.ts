import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The rows of the tables: a path below `src/`, and the names that the file must contain. */
const rowsOf = (markdown: string) =>
  [...markdown.matchAll(/^\| `([\w/.-]+\.ts)` \| ([^|]+) \|/gm)].map(([, file = '', names = '']) => ({
    file,
    names: [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  }));

const missingIn = (source: string, names: readonly string[]): string[] =>
  names.filter((name) => !new RegExp(`(?<![\\w#])${name}(?!\\w)`).test(source));

describe('the code tour', () => {
  const rows = rowsOf(readFileSync('docs/code-tour.md', 'utf8'));

  it.each(rows)('$file contains the names beside it', ({ file, names }) => {
    expect(names).not.toEqual([]);
    expect(missingIn(readFileSync(`src/${file}`, 'utf8'), names)).toEqual([]);
  });

  it('has every file once in a table', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(new Set(rows.map(({ file }) => file)).size).toBe(rows.length);
  });

  it('canary: finds a name that a file no longer has', () => {
    expect(missingIn('class A { #open(): void {} }', ['#open', 'open', 'pen'])).toEqual(['open', 'pen']);
  });
});
