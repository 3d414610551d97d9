import { describe, expect, it } from 'vitest';
import { sources } from './sources.js';

/** The file of a language is a table of texts, so its length says nothing about its complexity. */
const isLocale = (path: string): boolean => /^i18n\/locales\/[a-z]{2}\.ts$/.test(path);

describe('the files of src/', () => {
  it('have at most 250 lines, or 300 if they hold the texts of a language', () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > (isLocale(path) ? 300 : 250));
    expect(long).toEqual([]);
  });

  it('have at most 150 lines in nine of ten cases', () => {
    const code = sources.filter(({ path }) => !isLocale(path));
    const short = code.filter(({ text }) => text.split('\n').length <= 150);
    expect(short.length / code.length).toBeGreaterThan(0.9);
  });
});
