import { expect, it } from 'vitest';
import { skipAfterFailure } from './skip-after-failure.mjs';
import { renderTables } from './table.mjs';

it('skipAfterFailure() does not repeat a measurement that failed, and runs all others', async () => {
  const reports: string[] = [];
  const executed: string[] = [];
  const measure = skipAfterFailure((sentence) => reports.push(sentence));
  const measureNamed = (name: string, succeeds: boolean) =>
    measure(name, () => {
      executed.push(name);
      return succeeds ? Promise.resolve(1) : Promise.reject(new Error('Timeout\nand where'));
    });
  expect([
    await measureNamed('a', true),
    await measureNamed('b', false),
    await measureNamed('b', true),
    await measureNamed('a', true)
  ]).toEqual([1, undefined, undefined, 1]);
  expect(executed).toEqual(['a', 'b', 'a']);
  expect(reports).toEqual(['b: Error: Timeout']);
});

it('renderTables() names missing measurements, and the number of successful starts', () => {
  const result = (name: string, first: (number | undefined)[], otherSamples = {}) => ({
    profile: 'line',
    format: 'hls',
    name,
    medians: { first: first[0] ?? null },
    samples: { first, ...otherSamples }
  });
  const text = renderTables(
    [result('bare hls.js', [100, 100], { top: [undefined] }), result('Plyr', [undefined, undefined]), result('mux', [90, undefined])],
    {
      machine: 'm',
      rounds: 2
    }
  );
  expect(text).toContain('| Plyr | did not start | – |');
  expect(text).toContain('| mux (1 of 2 starts) | 90 | 0.90x |');
  expect(text).toContain('| bare hls.js | – | not in 20 s | – |');
});
