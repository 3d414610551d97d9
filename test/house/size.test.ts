import { describe, expect, it } from 'vitest';
import { sources } from './sources.js';

describe('one file, one idea', () => {
  it('no file of src/ is over 250 lines', () => {
    const long = sources.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 })).filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('most files are under 150 lines', () => {
    const short = sources.filter(({ text }) => text.split('\n').length <= 150);
    expect(short.length / sources.length).toBeGreaterThan(0.9);
  });
});
