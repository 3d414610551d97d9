import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Returns the rows of the tables: a path below `src/`, and the names that the file must contain. */
const rowsOf = (markdown: string) =>
  [...markdown.matchAll(/^\| `([\w/.-]+\.ts)` \| ([^|]+) \|/gm)].map(([, file = '', names = '']) => ({
    file,
    names: [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  }));

const missingIn = (source: string, names: readonly string[]): string[] =>
  names.filter((name) => !new RegExp(`(?<![\\w#])${name}(?!\\w)`).test(source));

/** Returns the paths of source files that a text names anywhere. */
const pathsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/`((?:media|ui|lib|policy)\/[\w/.-]+\.ts)`/g)].map(([, path = '']) => path);

describe('the code tour', () => {
  const tour = readFileSync('docs/code-tour.md', 'utf8');
  const rows = rowsOf(tour);

  it.each([...new Set(pathsIn(tour))])('names a file that exists: %s', (path) => expect(existsSync(`src/${path}`)).toBe(true));

  it.each(rows)('names only code that $file contains', ({ file, names }) => {
    expect(names).not.toEqual([]);
    expect(missingIn(readFileSync(`src/${file}`, 'utf8'), names)).toEqual([]);
  });

  it('has more than 15 files in its tables, each once', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(new Set(rows.map(({ file }) => file)).size).toBe(rows.length);
  });

  it('canary: pathsIn() finds a path in a sentence', () => {
    expect(pathsIn('It calls `media/gone.ts` and `ui`.')).toEqual(['media/gone.ts']);
  });

  it('canary: missingIn() returns names that a file does not contain', () => {
    expect(missingIn('class A { #open(): void {} }', ['#open', 'open', 'pen'])).toEqual(['open', 'pen']);
  });
});
