import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasFailedIn } from './conformance/outcomes.js';
import { parts, render } from './conformance/render.js';
import { verdictOf, type Row } from './conformance/row.js';
import { tests } from './conformance/tests.js';

const rows = parts.flatMap((part) => part.rows);
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the conformance table', () => {
  it.each(Object.entries(tests))('names a test title that is in its file: %s', (_, { file, title }) => {
    const source = readFileSync(file, 'utf8');
    // A title with values from a table is quoted up to the first value.
    const isInSource = [title, title.replace(/:.*$/, ': ')].some((text) =>
      new RegExp(`(?:describe|test|it|unless\\([^)]*\\))\\(\\s*['"\`]${escapeRegExp(text)}`).test(source)
    );
    expect(isInSource, `${file}: ${title}`).toBe(true);
  });

  it('uses every test in tests.ts', () => {
    const used = new Set(rows.flatMap(({ shownBy = [] }) => shownBy));
    expect(Object.keys(tests).filter((name) => !used.has(name as keyof typeof tests))).toEqual([]);
  });

  it('has for every requirement the tests that show it, a known gap, or a reason why it does not apply to a player', () => {
    expect(
      rows.filter(({ shownBy = [], hole, unmet, notApplicable }) => shownBy.length === 0 && !hole && !unmet && !notApplicable)
    ).toEqual([]);
    const clauses = parts.map((part) => part.rows.map(({ clause }) => clause));
    for (const list of clauses) expect(new Set(list).size).toBe(list.length);
  });

  it('contains all success criteria of WCAG 2.2 at levels A and AA, and all requirements of clause 7 of EN 301 549', () => {
    const [wcag, en] = parts.map((part) => part.rows);
    expect(['A', 'AA'].map((level) => wcag!.filter((row) => row.level === level).length)).toEqual([31, 24]);
    expect(en!.length).toBe(9);
  });

  it('is the same in ACCESSIBILITY.md; `npm run conformance` writes it', () => {
    expect(readFileSync('ACCESSIBILITY.md', 'utf8')).toBe(render(() => false));
  });
});

describe('verdictOf()', () => {
  const row: Row = { clause: '1', title: 'x', shownBy: ['axe'] };

  it('returns a verdict from the outcomes of the tests and the known gaps', () => {
    expect(verdictOf(row, () => false)).toBe('Supports');
    expect(verdictOf(row, () => true)).toBe('Fails');
    expect(verdictOf({ ...row, hole: 'y' }, () => false)).toBe('Partially supports');
    expect(verdictOf({ clause: '1', title: 'x', hole: 'y' }, () => false)).toBe('Not shown');
    expect(verdictOf({ ...row, unmet: 'y' }, () => false)).toBe('Does not support');
  });

  it('gets a failure from hasFailedIn() if one of several tests failed, or if none ran', () => {
    const { file, title } = tests.axe;
    const outcome = (passed: boolean, rest = '') => ({ file, titles: [`${title}${rest}`], passed });
    expect(hasFailedIn([outcome(true, ': a'), outcome(true, ': b')])('axe')).toBe(false);
    expect(hasFailedIn([outcome(true, ': a'), outcome(false, ': b')])('axe')).toBe(true);
    expect(hasFailedIn([])('axe')).toBe(true);
  });
});
