import { describe, expect, it } from 'vitest';
import { representativeCount, readers } from './own-readers.js';
import { ratioLimit, ratioOf } from './ratio.js';

const readersWithMoreTexts = readers.filter(({ 2: worstTexts }) => Object.keys(worstTexts).length > representativeCount);

describe.each(readersWithMoreTexts)('%s', (_, read, worstTexts) => {
  it.each(Object.entries(worstTexts).slice(representativeCount))('takes linear time for %s', { timeout: 120_000 }, (__, make) => {
    expect(ratioOf(make, read)).toBeLessThan(ratioLimit);
  });
});
