import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failingIn } from './conformance/outcomes.js';
import { parts, render } from './conformance/render.js';
import { verdictOf, type Row } from './conformance/row.js';
import { tests } from './conformance/tests.js';

const rows = parts.flatMap((part) => part.rows);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the conformance table', () => {
  it.each(Object.entries(tests))('names a test that exists: %s', (_, { file, title }) => {
    const source = readFileSync(file, 'utf8');
    // A title with values from a table is quoted up to the first value.
    const written = [title, title.replace(/:.*$/, ': ')].some((text) =>
      new RegExp(`(?:describe|test|it|unless\\([^)]*\\))\\(\\s*['"\`]${escaped(text)}`).test(source)
    );
    expect(written, `${file}: ${title}`).toBe(true);
  });

  it('uses every test that it knows', () => {
    const used = new Set(rows.flatMap(({ shownBy = [] }) => shownBy));
    expect(Object.keys(tests).filter((name) => !used.has(name as keyof typeof tests))).toEqual([]);
  });

  it('names for every requirement the tests that show it, the gap, or why it does not apply to a player', () => {
    expect(
      rows.filter(({ shownBy = [], hole, unmet, notApplicable }) => shownBy.length === 0 && !hole && !unmet && !notApplicable)
    ).toEqual([]);
    const clauses = parts.map((part) => part.rows.map(({ clause }) => clause));
    for (const list of clauses) expect(new Set(list).size).toBe(list.length);
  });

  it('contains all of WCAG 2.2 at A and AA, and all of clause 7', () => {
    const [wcag, en] = parts.map((part) => part.rows);
    expect(['A', 'AA'].map((level) => wcag!.filter((row) => row.level === level).length)).toEqual([31, 24]);
    expect(en!.length).toBe(9);
  });

  it('is up to date: run `npm run conformance` when this fails', () => {
    expect(readFileSync('ACCESSIBILITY.md', 'utf8')).toBe(render(() => false));
  });
});

describe('a verdict', () => {
  const row: Row = { clause: '1', title: 'x', shownBy: ['axe'] };

  it('follows the results of the tests', () => {
    expect(verdictOf(row, () => false)).toBe('Supports');
    expect(verdictOf(row, () => true)).toBe('Fails');
    expect(verdictOf({ ...row, hole: 'y' }, () => false)).toBe('Partially supports');
    expect(verdictOf({ clause: '1', title: 'x', hole: 'y' }, () => false)).toBe('Not shown');
    expect(verdictOf({ ...row, unmet: 'y' }, () => false)).toBe('Does not support');
  });

  it('fails if one of many tests fails, or if none ran', () => {
    const { file, title } = tests.axe;
    const outcome = (passed: boolean, rest = '') => ({ file, titles: [`${title}${rest}`], passed });
    expect(failingIn([outcome(true, ': a'), outcome(true, ': b')])('axe')).toBe(false);
    expect(failingIn([outcome(true, ': a'), outcome(false, ': b')])('axe')).toBe(true);
    expect(failingIn([])('axe')).toBe(true);
  });
});
