/** @typedef {Record<string, (number | null | undefined)[]>} Samples the measurements of each round; null or undefined where one failed */
/** @typedef {{ profile: string, format: string, name: string, medians: Record<string, number | null>, samples: Samples }} Result */

/** Returns the median of the finite values; NaN if there are none. @param {readonly (number | null | undefined)[]} list */
export function median(list) {
  const sorted = list
    .filter((value) => Number.isFinite(value))
    .map(Number)
    .sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? (sorted[Math.floor(middle)] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Returns the median over all rounds of a metric divided by that of the bare engine. @param {Result} result @param {Result} bare @param {string} metric */
export function ratio(result, bare, metric) {
  const pairs = (result.samples[metric] ?? []).map((value, round) => (value ?? NaN) / (bare.samples[metric]?.[round] ?? NaN));
  return median(pairs);
}

/** The descriptions of the profiles. */
export const titles = { line: '10 Mbit/s, 20 ms', slow: '4 Mbit/s, 60 ms, CPU slowed down 4 times', fast: 'no limit' };
const figure = (/** @type {number | null | undefined} */ value, by = 1, digits = 0) =>
  Number.isFinite(value)
    ? (Number(value) / by).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    : undefined;

/** Returns a cell with the median of a metric, or `missing` if all measurements failed. @param {string} metric @param {string} missing @param {number} [by] @param {number} [digits] */
const cell = (metric, missing, by, digits) => (/** @type {Result} */ result) =>
  figure(result.medians[metric], by, digits) ?? (result.samples[metric] ? missing : '–');

/** @typedef {(result: Result, bare: Result | undefined) => string} Cell */
/** @type {readonly [title: string, cell: Cell][]} */
export const startColumns = [
  ['first frame, ms', cell('first', 'did not start')],
  ['against bare', (result, bare) => figure(bare && ratio(result, bare, 'first'), 1, 2)?.concat('x') ?? '–'],
  ['moving, ms', cell('moving', '–')],
  ['height', cell('height', '–')],
  ['KB until frame', cell('bytes', '–', 1000)],
  ['script KB', cell('scripts', '–', 1000)],
  ['script, ms', cell('script', '–')],
  ['long tasks, ms', cell('longTasks', '–')],
  ['heap, MB', cell('heap', '–', 1e6, 1)],
  ['nodes', cell('nodes', '–')]
];
/** @type {typeof startColumns} */
export const laterColumns = [
  ['seek, ms', cell('seek', 'not in 20 s')],
  ['to 720p, ms', cell('top', 'not in 20 s')],
  ['click to frame, ms', cell('click', 'not in 20 s')]
];
/** @type {typeof startColumns} */
export const restColumns = [1, 50].flatMap((count) => [
  [`heap of ${count}, MB`, cell(`heap${count}`, 'not at rest in 30 s', 1e6, 1)],
  [`nodes of ${count}`, cell(`nodes${count}`, '–')]
]);

/** Returns the name of a player, with the number of starts if some failed. @param {Result} result */
export function counted({ name, samples }) {
  const starts = samples.first ?? [];
  const seen = starts.filter((value) => Number.isFinite(value));
  return seen.length > 0 && seen.length < starts.length ? `${name} (${seen.length} of ${starts.length} starts)` : name;
}

/** @param {readonly Result[]} results @param {typeof startColumns} columns */
function rows(results, columns) {
  const head = ['', ...columns.map(([title]) => title)];
  const lines = results.map((result) => {
    const bare = results.find(({ name, format }) => name.startsWith('bare') && format === result.format);
    return [counted(result), ...columns.map(([, cell]) => cell(result, bare))];
  });
  return [head, head.map((_, index) => (index ? '---:' : '---')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Returns all medians as Markdown. @param {readonly Result[]} results @param {{ machine: string, rounds: number }} about */
export function table(results, { machine, rounds }) {
  const parts = [`Medians of ${rounds} rounds, in each of which every player was measured once. ${machine}.\n`];
  for (const [profile, title] of Object.entries(titles)) {
    for (const format of ['hls', 'dash']) {
      const selected = results.filter((result) => result.profile === profile && result.format === format);
      if (selected.length === 0) continue;
      parts.push(`\n### ${format.toUpperCase()}, ${title}\n`, rows(selected, startColumns), '');
      if (profile === 'line') parts.push('', rows(selected, laterColumns), '');
    }
  }
  const rest = results.filter(({ profile, medians }) => profile === 'rest' && medians.heap1 !== undefined);
  if (rest.length > 0)
    parts.push(
      '\n### Waiting for a click\n',
      rows(
        rest.map((result) => ({ ...result, name: `${result.name} (${result.format})` })),
        restColumns
      )
    );
  const [core, ...others] = results.filter(({ profile }) => profile === 'evaluation');
  for (const { name, medians, samples } of core ? others : [])
    parts.push(
      `\nReading and running the ${name} of jet-player takes the main thread ${figure(medians.evaluation, 1, 1)} ms, that is ` +
        `${figure(ratio(/** @type {Result} */ ({ samples }), core, 'evaluation'), 1, 2)} times what the core alone takes.`
    );
  return `${parts.join('\n')}\n`;
}
