import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { chart } from './chart.mjs';
import { table } from './table.mjs';

const at = (name: string) => new URL(name, import.meta.url).pathname;

it('the committed table and chart are those of the committed figures (-u writes them anew)', async () => {
  const { machine, rounds, results } = JSON.parse(await readFile(at('result/result.json'), 'utf8'));
  await expect(table(results, { machine, rounds })).toMatchFileSnapshot(at('result/result.md'));
  await expect(chart(results)).toMatchFileSnapshot(at('../../demo/site/start.svg'));
});
