import { describe, expect, it } from 'vitest';
import { benchmarkResults, speedOf } from '../../demo/render/speed.mjs';
import { subjects } from '../bench/subjects.mjs';

const result = (name: string, samples: Record<string, (number | null)[]>, profile = 'line', format = 'hls') => ({
  ...{ name, profile, format, samples },
  medians: Object.fromEntries(Object.entries(samples).map(([metric, [first = null]]) => [metric, first]))
});
const chartsOf = (results: ReturnType<typeof result>[]) => speedOf({ machine: '2 x <Processor>', rounds: 9, results });

describe('the charts of the last benchmark run', () => {
  it('show the shortest time first, with bars and values as measured', () => {
    const html = chartsOf([
      result('bare hls.js', { first: [1000], bytes: [512_000] }),
      result('jet-player', { first: [500.4], scripts: [241_000], heap: [6_400_000] })
    ]);
    const chart = html.slice(html.indexOf('<ol'), html.indexOf('</ol>'));
    expect([...chart.matchAll(/>([^<]+ ms)</g)].map(([, text]) => text)).toEqual(['500 ms', '1,000 ms']);
    const [short, long] = [...chart.matchAll(/<rect width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(short! / long!).toBeCloseTo(0.5, 2);
    expect(html).toContain('<td>jet-player</td><td>500</td><td>0.50x</td>');
    expect(html).toContain('<td>241</td>');
  });

  it('name players that did not start, and those that did not start every time', () => {
    const html = chartsOf([result('Plyr', { first: [null, null] }), result('Vidstack', { first: [700, null] })]);
    expect(html).toContain('Did not start: Plyr.');
    expect(html).toContain('<td>Plyr</td><td>did not start</td><td>–</td>');
    expect(html).toContain('Vidstack (1 of 2 starts)');
  });

  it('name every player and every connection that the run does not contain', () => {
    const html = chartsOf([result('jet-player', { first: [1] }, 'slow', 'dash')]);
    expect(html.match(/<h3/g)).toHaveLength(6);
    const others = subjects.filter(({ name, format }) => format === 'dash' && name !== 'jet-player').map(({ name }) => name);
    expect(html).toContain(`Not in the committed run: ${others.join('; ')}.`);
    expect(html.match(/<p>Not in the committed run\.<\/p>/g)).toHaveLength(5);
  });

  it('name the machine and the rounds, and escape every text', () => {
    const html = chartsOf([result('<b>', { first: [1] })]);
    expect(html).toContain('Medians of 9 rounds');
    expect(html).toContain('2 x &lt;Processor&gt;');
    expect(html).not.toContain('<b>');
  });

  it('state that there are no figures when no run has been committed', async () => {
    expect(await benchmarkResults('/nowhere')).toContain('there are no figures to show');
  });
});
