import { describe, expect, it } from 'vitest';
import { most, readers, text } from './own-readers.js';
import { largestRatioOf, limit, ratioOf } from './ratio.js';

describe.each(readers)('%s', (_, read, worst) => {
  it.each(Object.entries(worst).slice(0, most))('takes linear time for %s', { timeout: 120_000 }, (__, make) => {
    expect(ratioOf(make, read)).toBeLessThan(limit);
  });
});

describe('canary: ratioOf() exceeds the limit', () => {
  it.each([
    ['a pattern that starts again at each character', (line: string) => /a+b/.test(line), text('a')],
    ['a search for an end that does not exist', (line: string) => line.replace(/\{\\[^}]*\}/g, ''), text('{\\')]
  ] as const)('for %s', { timeout: 120_000 }, (_, read, make) => {
    expect(largestRatioOf(make, read, 10_000)).toBeGreaterThanOrEqual(limit);
  });
});
