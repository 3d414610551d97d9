import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { chart } from './chart.mjs';
import { table } from './table.mjs';

const at = (name: string) => new URL(name, import.meta.url).pathname;

it('generates the committed table and chart from the committed measurements (-u updates them)', async () => {
  const { machine, rounds, results } = JSON.parse(await readFile(at('result/result.json'), 'utf8'));
  await expect(table(results, { machine, rounds })).toMatchFileSnapshot(at('result/result.md'));
  await expect(chart(results)).toMatchFileSnapshot(at('../../demo/site/start.svg'));
});
