import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/i18n/index.js';
import { review } from '../../src/i18n/review.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const statuses = { source: 'the source', reviewed: 'read by a native speaker', draft: 'draft, not read by a native speaker' };
const drafts = Object.values(review).filter((status) => status === 'draft').length;

/** Returns the rows of a table whose first cell is a code: the code and the last cell. */
const rowsOf = (markdown: string): string[][] =>
  [...markdown.matchAll(/^\| `([a-z]{2})` \|.*\| ([^|]+) \|$/gm)].map(([, code = '', status = '']) => [code, status]);
/** Returns the codes and texts of the choices of a language in a page. */
const choicesOf = (html: string): string[][] =>
  [...(/<select name="lang">[\s\S]*?<\/select>/.exec(html)?.[0] ?? '').matchAll(/<option value="([a-z]{2})">([^<]+)/g)].map(
    ([, code = '', text = '']) => [code, text]
  );
const markedWrongly = (choices: readonly string[][]): string[] =>
  choices.filter(([code = '', text = '']) => text.endsWith(' (draft)') !== (review[code] === 'draft')).map(([, text = '']) => text);

describe('what readers learn about the review of a language', () => {
  it('has a row for every language in the guide, with its status', () => {
    const expected = Object.keys(languages).map((code) => [code, statuses[review[code]!]]);
    expect(rowsOf(read('docs/languages.md'))).toEqual(expected);
  });

  it.each(['docs/languages.md', 'docs/attributes.md', 'docs/promises.md', 'README.md', 'demo/pages/accessibility.html'])(
    'states the number of languages that no native speaker has read: %s',
    (path) => {
      const text = read(path).replaceAll(/\s+/g, ' ');
      expect(text).toMatch(new RegExp(`\\b${drafts}\\b[^.]*native speaker|native speaker[^.]*\\b${drafts}\\b`));
    }
  );

  it.each(['demo/pages/tag.html', 'demo/pages/embed.html'])('marks the drafts in the list of languages: %s', (path) => {
    const choices = choicesOf(read(path));
    expect(choices.length).toBeGreaterThan(3);
    expect(markedWrongly(choices)).toEqual([]);
  });

  it('canary: finds a draft that is not marked, and a source that is', () => {
    const html = '<select name="lang"><option value="nl">Nederlands</option><option value="en">English (draft)</option></select>';
    expect(markedWrongly(choicesOf(html))).toEqual(['Nederlands', 'English (draft)']);
  });
});
