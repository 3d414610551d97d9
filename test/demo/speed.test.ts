import { describe, expect, it } from 'vitest';
import { speed, speedOf } from '../../demo/render/speed.mjs';

const result = (name: string, medians: Record<string, number | null>, profile = 'line', format = 'hls') => ({
  name,
  profile,
  format,
  medians
});
const page = (results: ReturnType<typeof result>[]) => speedOf({ machine: '2 x <Processor>', rounds: 9, results });

describe('the charts of the last benchmark', () => {
  it('draw the shortest time first, as measured', () => {
    const html = page([
      result('bare hls.js', { first: 1000, bytes: 512_000 }),
      result('jet-player', { first: 500.4, scripts: 241_000, heap: 6_400_000 }),
      result('other', { first: null })
    ]);
    const chart = html.slice(html.indexOf('<ol'), html.indexOf('</ol>'));
    expect([...chart.matchAll(/>([^<]+ ms)</g)].map(([, text]) => text)).toEqual(['500 ms', '1,000 ms']);
    const [short, long] = [...chart.matchAll(/<rect width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(short! / long!).toBeCloseTo(0.5, 2);
    expect(html).toContain('<td>jet-player</td><td>500</td><td>–</td><td>241</td><td>–</td><td>6</td>');
    expect(html).toContain('<td>other</td><td>–</td>');
  });

  it('name the machine and the rounds, and are HTML whatever they are told', () => {
    const html = page([result('<b>', { first: 1 })]);
    expect(html).toContain('Medians of 9 rounds');
    expect(html).toContain('2 x &lt;Processor&gt;');
    expect(html).not.toContain('<b>');
  });

  it('leave out a line on which nothing was measured', () => {
    expect(page([result('jet-player', { first: 1 }, 'slow', 'dash')]).match(/<h3/g)).toHaveLength(1);
    expect(page([result('jet-player', { first: 1 }, 'rest')])).not.toContain('<h3');
  });

  it('say so where no run has been committed', async () => {
    expect(await speed('/nowhere')).toContain('no figure on this page is made up');
  });
});
