import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/i18n/index.js';
import { review } from '../../src/i18n/review.js';

const readFile = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const statuses = { source: 'the source', reviewed: 'read by a native speaker', draft: 'draft, not read by a native speaker' };
const drafts = Object.values(review).filter((status) => status === 'draft').length;

/** Returns the code and the last cell of each row of a table whose first cell is a code. */
const rowsOf = (markdown: string): string[][] =>
  [...markdown.matchAll(/^\| `([a-z]{2})` \|.*\| ([^|]+) \|$/gm)].map(([, code = '', status = '']) => [code, status]);
/** Returns the code and the text of each option in the language menu of a page. */
const choicesOf = (html: string): string[][] =>
  [...(/<select name="lang">[\s\S]*?<\/select>/.exec(html)?.[0] ?? '').matchAll(/<option value="([a-z]{2})">([^<]+)/g)].map(
    ([, code = '', text = '']) => [code, text]
  );
/** Returns the texts of the options that are marked as a draft and are none, or are a draft and not marked. */
const wronglyMarked = (choices: readonly string[][]): string[] =>
  choices.filter(([code = '', text = '']) => text.endsWith(' (draft)') !== (review[code] === 'draft')).map(([, text = '']) => text);

describe('the documents and pages', () => {
  it('have a table with the review status of every language: docs/languages.md', () => {
    const expected = Object.keys(languages).map((code) => [code, statuses[review[code]!]]);
    expect(rowsOf(readFile('docs/languages.md'))).toEqual(expected);
  });

  it.each(['docs/languages.md', 'docs/attributes.md', 'docs/promises.md', 'README.md', 'demo/pages/accessibility.html'])(
    'state the number of languages that no native speaker has read: %s',
    (path) => {
      const text = readFile(path).replaceAll(/\s+/g, ' ');
      expect(text).toMatch(new RegExp(`\\b${drafts}\\b[^.]*native speaker|native speaker[^.]*\\b${drafts}\\b`));
    }
  );

  it.each(['demo/pages/tag.html', 'demo/pages/embed.html'])('mark the drafts in the language menu: %s', (path) => {
    const choices = choicesOf(readFile(path));
    expect(choices.length).toBeGreaterThan(3);
    expect(wronglyMarked(choices)).toEqual([]);
  });

  it('canary: the test finds a draft that is not marked, and the source language that is marked', () => {
    const html = '<select name="lang"><option value="nl">Nederlands</option><option value="en">English (draft)</option></select>';
    expect(wronglyMarked(choicesOf(html))).toEqual(['Nederlands', 'English (draft)']);
  });
});
