import { describe, expect, it } from 'vitest';
import { most, readers } from './own-readers.js';
import { limit, ratioOf } from './ratio.js';

const longer = readers.filter(({ 2: worst }) => Object.keys(worst).length > most);

describe.each(longer)('%s', (_, read, worst) => {
  it.each(Object.entries(worst).slice(most))('takes linear time for %s', { timeout: 120_000 }, (__, make) => {
    expect(ratioOf(make, read)).toBeLessThan(limit);
  });
});
