import { describe, expect, it } from 'vitest';
import { representativeCount, readers, repeatedText } from './own-readers.js';
import { largestRatioOf, ratioLimit, ratioOf } from './ratio.js';

describe.each(readers)('%s', (_, read, worstTexts) => {
  it.each(Object.entries(worstTexts).slice(0, representativeCount))('takes linear time for %s', { timeout: 120_000 }, (__, make) => {
    expect(ratioOf(make, read)).toBeLessThan(ratioLimit);
  });
});

describe('canary: ratioOf() exceeds the limit', () => {
  it.each([
    ['a regular expression that starts again at each character', (line: string) => /a+b/.test(line), repeatedText('a')],
    ['a search for an end that does not exist', (line: string) => line.replace(/\{\\[^}]*\}/g, ''), repeatedText('{\\')]
  ] as const)('for %s', { timeout: 120_000 }, (_, read, make) => {
    expect(largestRatioOf(make, read, 10_000)).toBeGreaterThanOrEqual(ratioLimit);
  });
});
