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

/** The time to the first frame of each player as a bar, the shortest first. @param {readonly Result[]} results */
function bars(results) {
  const timed = results.flatMap(({ name, medians: { first } }) => (Number.isFinite(first) ? [{ name, first: Number(first) }] : []));
  const most = Math.max(...timed.map(({ first }) => first));
  const lines = timed
    .sort((a, b) => a.first - b.first)
    .map(
      ({ name, first }) => `<li${name.startsWith('jet-player') ? ' class="own"' : ''}><span>${escape(name)}</span>
<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${((100 * first) / most).toFixed(1)}" height="1"/></svg>
<span>${write(first)} ms</span></li>`
    );
  return `<ol class="bars">${lines.join('')}</ol>`;
}

/** @param {readonly Result[]} results @param {string} id */
const rows = (results, id) => `<div class="wide" tabindex="0" role="group" aria-labelledby="${id}"><table>
<thead><tr><th scope="col">Player</th>${columns.map(([title]) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>${results
  .map(({ name, medians }) => `<tr><td>${escape(name)}</td>${columns.map(([, cell]) => `<td>${cell(medians)}</td>`).join('')}</tr>`)
  .join('')}</tbody></table></div>`;

/** A chart and a table for each line and format that was measured. @param {Bench} bench */
export function speedOf({ machine, rounds, results }) {
  const charts = Object.entries(lines).flatMap(([profile, line]) =>
    ['hls', 'dash'].map((format) => {
      const own = results.filter((result) => result.profile === profile && result.format === format);
      if (!own.some(({ medians }) => Number.isFinite(medians.first))) return '';
      const id = `${profile}-${format}`;
      return `<h3 id="${id}">${format.toUpperCase()}, ${line}</h3>${bars(own)}
<details><summary>More of what was measured</summary>${rows(own, id)}</details>`;
    })
  );
  return `<p>Time until the first frame, shorter is better. Medians of ${rounds} rounds in which every player took its turn, with an empty
cache. ${escape(machine)}.</p>${charts.join('')}`;
}

/** What the benchmark last measured; without a committed run, a sentence that says so. @param {string} root */
export async function speed(root) {
  const found = await readFile(join(root, file), 'utf8').catch(() => undefined);
  const body = found
    ? speedOf(JSON.parse(found))
    : '<p>No run of the benchmark has been committed yet, so there is nothing to show here: no figure on this page is made up.</p>';
  return `<section aria-labelledby="speed"><h2 id="speed">How fast it is</h2>${body}</section>`;
}
