import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escape } from './escape.mjs';

/** @typedef {Record<string, number | null | undefined>} Medians */
/** @typedef {{ profile: string, format: string, name: string, medians: Medians }} Result as `test/bench/run.mjs` writes it */
/** @typedef {{ machine: string, rounds: number, results: readonly Result[] }} Bench */

/** Where the bench puts its last run. */
const file = 'test/bench/result/result.json';

const lines = { line: '10 Mbit/s, 20 ms', slow: '4 Mbit/s, 60 ms, processor slowed down 4 times', fast: 'No limit' };
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const write = (/** @type {number | null | undefined} */ value, by = 1) =>
  Number.isFinite(value) ? number.format(Number(value) / by) : '–';

/** @type {readonly [title: string, cell: (medians: Medians) => string][]} */
const columns = [
  ['First frame, ms', ({ first }) => write(first)],
  ['KB until then', ({ bytes }) => write(bytes, 1000)],
  ['Script, KB', ({ scripts }) => write(scripts, 1000)],
  ['In script, ms', ({ script }) => write(script)],
  ['Memory, MB', ({ heap }) => write(heap, 1e6)]
];

const [row, left, width] = [30, 190, 720];

/** The time to the first frame of each player as a bar, the shortest first. @param {readonly Result[]} results @param {string} title */
function bars(results, title) {
  const shown = results
    .filter(({ medians }) => Number.isFinite(medians.first))
    .sort((a, b) => Number(a.medians.first) - Number(b.medians.first));
  const most = Math.max(...shown.map(({ medians }) => Number(medians.first)));
  const parts = shown.map(({ name, medians }, index) => {
    const [y, length] = [index * row, ((width - left - 90) * Number(medians.first)) / most];
    return `<g${name.startsWith('jet-player') ? ' class="own"' : ''}><text x="${left - 12}" y="${y + 19}" text-anchor="end">${escape(name)}</text>
<rect x="${left}" y="${y + 4}" width="${length.toFixed(1)}" height="21" rx="4"/><text x="${(left + length + 8).toFixed(1)}" y="${y + 19}">${write(medians.first)} ms</text></g>`;
  });
  return `<svg class="bars" viewBox="0 0 ${width} ${shown.length * row}" role="img" aria-label="${escape(title)}">${parts.join('')}</svg>`;
}

/** @param {readonly Result[]} results @param {string} id */
const rows = (results, id) => `<div class="wide" tabindex="0" role="group" aria-labelledby="${id}"><table>
<thead><tr><th scope="col">Player</th>${columns.map(([title]) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>${results
  .map(({ name, medians }) => `<tr><td>${escape(name)}</td>${columns.map(([, cell]) => `<td>${cell(medians)}</td>`).join('')}</tr>`)
  .join('')}</tbody></table></div>`;

/** One chart and one table for each line and format that was measured. @param {Bench} bench */
export const speedOf = ({ machine, rounds, results }) =>
  `<p>Medians of ${rounds} rounds in which every player took its turn, with an empty cache. ${escape(machine)}. Shorter is better.</p>${Object.entries(
    lines
  )
    .flatMap(([profile, line]) =>
      ['hls', 'dash'].map((format) => ({ id: `${profile}-${format}`, title: `${format.toUpperCase()}, ${line}`, profile, format }))
    )
    .map((chart) => ({ ...chart, own: results.filter(({ profile, format }) => profile === chart.profile && format === chart.format) }))
    .filter(({ own }) => own.some(({ medians }) => Number.isFinite(medians.first)))
    .map(({ id, title, own }) => `<h3 id="${id}">${escape(title)}</h3>${bars(own, `Time to the first frame. ${title}`)}${rows(own, id)}`)
    .join('')}`;

/** What the benchmark last measured; without a committed run, a sentence that says so. @param {string} root */
export async function speed(root) {
  const found = await readFile(join(root, file), 'utf8').catch(() => undefined);
  const body = found
    ? speedOf(JSON.parse(found))
    : '<p>No run of the benchmark has been committed yet, so there is nothing to show here: no figure on this page is made up.</p>';
  return `<section aria-labelledby="speed"><h2 id="speed">How fast it is</h2>${body}</section>`;
}
