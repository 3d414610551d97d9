import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { subjects } from '../../test/bench/subjects.mjs';
import { nameWithStarts, interactionColumns, waitingColumns, startColumns, profileDescriptions } from '../../test/bench/table.mjs';
import { escape } from './escape.mjs';

/** @typedef {import('../../test/bench/table.mjs').Result} Result as `test/bench/run.mjs` writes it */
/** @typedef {{ machine: string, rounds: number, results: readonly Result[] }} Bench */

/** The file of the last committed run of the benchmark. */
const resultFile = 'test/bench/result/result.json';

const numberFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const hasStarted = (/** @type {Result} */ { medians }) => Number.isFinite(medians.first);
const formats = /** @type {const} */ (['hls', 'dash']);

/** Returns the time to the first frame of each player as a bar, the shortest first. @param {readonly Result[]} results */
function barChart(results) {
  const startTimes = results.filter(hasStarted).map((result) => ({ name: nameWithStarts(result), first: Number(result.medians.first) }));
  const longest = Math.max(...startTimes.map(({ first }) => first));
  const lines = startTimes
    .sort((a, b) => a.first - b.first)
    .map(
      ({ name, first }) => `<li${name.startsWith('jet-player') ? ' class="own"' : ''}><span>${escape(name)}</span>
<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${((100 * first) / longest).toFixed(1)}" height="1"/></svg>
<span>${numberFormat.format(first)} ms</span></li>`
    );
  return `<ol class="bars">${lines.join('')}</ol>`;
}

/** @param {readonly Result[]} results @param {typeof startColumns} columns @param {string} id */
function resultTable(results, columns, id) {
  const bareEngineOf = (/** @type {Result} */ { format }) =>
    results.find((candidate) => candidate.format === format && candidate.name.startsWith('bare'));
  const body = results.map((result) => {
    const cells = columns.map(([, cell]) => `<td>${cell(result, bareEngineOf(result))}</td>`);
    return `<tr><td>${escape(nameWithStarts(result))}</td>${cells.join('')}</tr>`;
  });
  return `<div class="wide" tabindex="0" role="group" aria-labelledby="${id}"><table>
<thead><tr><th scope="col">player</th>${columns.map(([title]) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>${body.join('')}</tbody></table></div>`;
}

/**
 * Returns a line with names after some leading words; empty if there are no names.
 * @param {string} lead
 * @param {readonly string[]} names
 */
const namesLine = (lead, names) => (names.length > 0 ? `<p>${lead}: ${names.map(escape).join('; ')}.</p>` : '');

/**
 * Returns a chart and a table of one profile and one format, with the names of the players that are missing.
 * @param {readonly Result[]} results @param {'hls' | 'dash'} format @param {string} id
 */
function resultsHtml(results, format, id) {
  if (results.length === 0) return '<p>Not in the committed run.</p>';
  const players = subjects.filter((subject) => subject.format === format).map(({ name }) => name);
  const missing = players.filter((name) => !results.some((result) => result.name === name));
  const notStarted = results.filter((result) => !hasStarted(result)).map(({ name }) => name);
  const columns = [...startColumns, ...(results.some(({ samples }) => samples.seek) ? interactionColumns : [])];
  const measurementsHtml = results.some(hasStarted)
    ? `${barChart(results)}<details><summary>All measurements</summary>${resultTable(results, columns, id)}</details>`
    : '';
  return `${measurementsHtml}${namesLine('Did not start', notStarted)}${namesLine('Not in the committed run', missing)}`;
}

/** Returns a chart and a table for each profile and format, with the names of what was not measured. @param {Bench} bench */
export function speedOf({ machine, rounds, results }) {
  const charts = Object.entries(profileDescriptions).flatMap(([profile, title]) =>
    formats.map((format) => {
      const id = `${profile}-${format}`;
      const selected = results.filter((result) => result.profile === profile && result.format === format);
      return `<h3 id="${id}">${format.toUpperCase()}, ${title}</h3>${resultsHtml(selected, format, id)}`;
    })
  );
  const waitingResults = results
    .filter(({ profile }) => profile === 'rest')
    .map((result) => ({ ...result, name: `${result.name}, ${result.format.toUpperCase()}` }));
  const waitingHtml =
    waitingResults.length > 0 ? `<h3 id="rest">Waiting for a click</h3>${resultTable(waitingResults, waitingColumns, 'rest')}` : '';
  return `<p>Time until the first frame, shorter is better. Medians of ${rounds} rounds, in each of which every player was measured once, with an
empty cache. ${escape(machine)}.</p>${charts.join('')}${waitingHtml}`;
}

/** Returns the results of the last committed run of the benchmark as HTML; a note if there is none. @param {string} root */
export async function benchmarkResults(root) {
  const resultJson = await readFile(join(root, resultFile), 'utf8').catch(() => undefined);
  const body = resultJson
    ? speedOf(JSON.parse(resultJson))
    : '<p>No run of the benchmark has been committed yet, so there are no figures to show.</p>';
  return `<section aria-labelledby="speed"><h2 id="speed">How fast it is</h2>${body}</section>`;
}
