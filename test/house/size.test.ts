import { describe, expect, it } from 'vitest';
import { sources } from './sources.js';

describe('one file, one idea', () => {
  it('no file of src/ is over 250 lines', () => {
    const long = sources.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 })).filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('most files are under 150 lines', () => {
    // A language's file is a table of sentences: its length is the number of texts, not of ideas.
    const code = sources.filter(({ path }) => !/^i18n\/[a-z]{2}\.ts$/.test(path));
    const short = code.filter(({ text }) => text.split('\n').length <= 150);
    expect(short.length / code.length).toBeGreaterThan(0.9);
  });
});
