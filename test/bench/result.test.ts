import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { renderChart } from './chart.mjs';
import { renderTables } from './table.mjs';

const pathOf = (name: string) => new URL(name, import.meta.url).pathname;

it('renderTables() and renderChart() return the committed table and chart for the committed measurements (-u updates them)', async () => {
  const { machine, rounds, results } = JSON.parse(await readFile(pathOf('result/result.json'), 'utf8'));
  await expect(renderTables(results, { machine, rounds })).toMatchFileSnapshot(pathOf('result/result.md'));
  await expect(renderChart(results)).toMatchFileSnapshot(pathOf('../../demo/site/start.svg'));
});
