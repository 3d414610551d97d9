import { expect, it } from 'vitest';
import { skipAfterFailure } from './skip-after-failure.mjs';
import { table } from './table.mjs';

it('does not repeat a measurement that failed, and runs all others', async () => {
  const reported: string[] = [];
  const ran: string[] = [];
  const measure = skipAfterFailure((sentence) => reported.push(sentence));
  const run = (name: string, works: boolean) =>
    measure(name, () => {
      ran.push(name);
      return works ? Promise.resolve(1) : Promise.reject(new Error('Timeout\nand where'));
    });
  expect([await run('a', true), await run('b', false), await run('b', true), await run('a', true)]).toEqual([1, undefined, undefined, 1]);
  expect(ran).toEqual(['a', 'b', 'a']);
  expect(reported).toEqual(['b: Error: Timeout']);
});

it('says in the table which measurements are missing, and how often', () => {
  const row = (name: string, first: (number | undefined)[], later = {}) => ({
    profile: 'line',
    format: 'hls',
    name,
    medians: { first: first[0] ?? null },
    samples: { first, ...later }
  });
  const text = table(
    [row('bare hls.js', [100, 100], { top: [undefined] }), row('Plyr', [undefined, undefined]), row('mux', [90, undefined])],
    {
      machine: 'm',
      rounds: 2
    }
  );
  expect(text).toContain('| Plyr | did not start | – |');
  expect(text).toContain('| mux (1 of 2 starts) | 90 | 0.90x |');
  expect(text).toContain('| bare hls.js | – | not in 20 s | – |');
});
