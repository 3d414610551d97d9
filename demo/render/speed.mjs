import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { subjects } from '../../test/bench/subjects.mjs';
import { counted, laterColumns, restColumns, startColumns, titles } from '../../test/bench/table.mjs';
import { escape } from './escape.mjs';

/** @typedef {import('../../test/bench/table.mjs').Result} Result as `test/bench/run.mjs` writes it */
/** @typedef {{ machine: string, rounds: number, results: readonly Result[] }} Bench */

/** Where the bench puts its last run. */
const file = 'test/bench/result/result.json';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const started = (/** @type {Result} */ { medians }) => Number.isFinite(medians.first);
const formats = /** @type {const} */ (['hls', 'dash']);

/** The time to the first frame of each player as a bar, the shortest first. @param {readonly Result[]} results */
function bars(results) {
  const timed = results.filter(started).map((result) => ({ name: counted(result), first: Number(result.medians.first) }));
  const most = Math.max(...timed.map(({ first }) => first));
  const lines = timed
    .sort((a, b) => a.first - b.first)
    .map(
      ({ name, first }) => `<li${name.startsWith('jet-player') ? ' class="own"' : ''}><span>${escape(name)}</span>
<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${((100 * first) / most).toFixed(1)}" height="1"/></svg>
<span>${number.format(first)} ms</span></li>`
    );
  return `<ol class="bars">${lines.join('')}</ol>`;
}

/** @param {readonly Result[]} results @param {typeof startColumns} columns @param {string} id */
function rows(results, columns, id) {
  const bareOf = (/** @type {Result} */ { format }) => results.find((one) => one.format === format && one.name.startsWith('bare'));
  const body = results.map((result) => {
    const cells = columns.map(([, cell]) => `<td>${cell(result, bareOf(result))}</td>`);
    return `<tr><td>${escape(counted(result))}</td>${cells.join('')}</tr>`;
  });
  return `<div class="wide" tabindex="0" role="group" aria-labelledby="${id}"><table>
<thead><tr><th scope="col">player</th>${columns.map(([title]) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>${body.join('')}</tbody></table></div>`;
}

/** A sentence with names; empty if there are none. @param {string} words @param {readonly string[]} names */
const said = (words, names) => (names.length > 0 ? `<p>${words}: ${names.map(escape).join('; ')}.</p>` : '');

/** A chart and a table of one line and one format, and who is missing in it. @param {readonly Result[]} here @param {'hls' | 'dash'} format @param {string} id */
function chart(here, format, id) {
  if (here.length === 0) return '<p>Not in the committed run.</p>';
  const players = subjects.filter((subject) => subject.format === format).map(({ name }) => name);
  const missing = players.filter((name) => !here.some((result) => result.name === name));
  const silent = here.filter((result) => !started(result)).map(({ name }) => name);
  const columns = [...startColumns, ...(here.some(({ samples }) => samples.seek) ? laterColumns : [])];
  const measured = here.some(started)
    ? `${bars(here)}<details><summary>More of what was measured</summary>${rows(here, columns, id)}</details>`
    : '';
  return `${measured}${said('Did not start', silent)}${said('Not in the committed run', missing)}`;
}

/** A chart and a table for each line and format; what was not measured is named. @param {Bench} bench */
export function speedOf({ machine, rounds, results }) {
  const charts = Object.entries(titles).flatMap(([profile, title]) =>
    formats.map((format) => {
      const id = `${profile}-${format}`;
      const here = results.filter((result) => result.profile === profile && result.format === format);
      return `<h3 id="${id}">${format.toUpperCase()}, ${title}</h3>${chart(here, format, id)}`;
    })
  );
  const rest = results
    .filter(({ profile }) => profile === 'rest')
    .map((result) => ({ ...result, name: `${result.name}, ${result.format.toUpperCase()}` }));
  const waiting = rest.length > 0 ? `<h3 id="rest">Waiting for a click</h3>${rows(rest, restColumns, 'rest')}` : '';
  return `<p>Time until the first frame, shorter is better. Medians of ${rounds} rounds in which every player took its turn, with an empty
cache. ${escape(machine)}.</p>${charts.join('')}${waiting}`;
}

/** What the benchmark last measured; without a committed run, a sentence that says so. @param {string} root */
export async function speed(root) {
  const found = await readFile(join(root, file), 'utf8').catch(() => undefined);
  const body = found
    ? speedOf(JSON.parse(found))
    : '<p>No run of the benchmark has been committed yet, so there is nothing to show here: no figure on this page is made up.</p>';
  return `<section aria-labelledby="speed"><h2 id="speed">How fast it is</h2>${body}</section>`;
}
