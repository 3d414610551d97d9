/** @typedef {{ profile: string, format: string, name: string, medians: Record<string, number>, samples: Record<string, (number | undefined)[]> }} Result */

/** The middle of the values that are there; not a number where there is none. @param {readonly (number | undefined)[]} list */
export function median(list) {
  const sorted = list
    .filter((value) => value !== undefined && Number.isFinite(value))
    .map(Number)
    .sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? (sorted[Math.floor(middle)] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The median of a metric against the bare engine's, round by round. @param {Result} result @param {Result} bare @param {string} metric */
export function ratio(result, bare, metric) {
  const pairs = (result.samples[metric] ?? []).map((value, round) => (value ?? NaN) / (bare.samples[metric]?.[round] ?? NaN));
  return median(pairs);
}

const titles = { line: '10 Mbit/s, 20 ms', slow: '4 Mbit/s, 60 ms, CPU slowed down 4 times', fast: 'no limit' };
const whole = (/** @type {number | undefined} */ value, unit = '') =>
  value === undefined || Number.isNaN(value) ? '–' : `${Math.round(value).toLocaleString('en')}${unit}`;
const kilo = (/** @type {number | undefined} */ value) => whole(value === undefined ? NaN : value / 1000);

/** @type {readonly [title: string, cell: (result: Result, bare: Result | undefined) => string][]} */
const startColumns = [
  ['first frame, ms', ({ medians }) => whole(medians.first)],
  ['against bare', (result, bare) => (bare ? `${ratio(result, bare, 'first').toFixed(2)}x` : '–')],
  ['moving, ms', ({ medians }) => whole(medians.moving)],
  ['height', ({ medians }) => whole(medians.height)],
  ['KB until frame', ({ medians }) => kilo(medians.bytes)],
  ['script KB', ({ medians }) => kilo(medians.scripts)],
  ['script, ms', ({ medians }) => whole(medians.script)],
  ['long tasks, ms', ({ medians }) => whole(medians.longTasks)],
  ['heap, MB', ({ medians }) => (medians.heap ? (medians.heap / 1e6).toFixed(1) : '–')],
  ['nodes', ({ medians }) => whole(medians.nodes)]
];
/** @type {typeof startColumns} */
const laterColumns = [
  ['seek, ms', ({ medians }) => whole(medians.seek)],
  ['to 720p, ms', ({ medians }) => whole(medians.top)],
  ['click to frame, ms', ({ medians }) => whole(medians.click)]
];
/** @type {typeof startColumns} */
const restColumns = [1, 50].flatMap((count) => [
  [`heap of ${count}, MB`, ({ medians }) => (medians[`heap${count}`] ? ((medians[`heap${count}`] ?? 0) / 1e6).toFixed(1) : '–')],
  [`nodes of ${count}`, ({ medians }) => whole(medians[`nodes${count}`])]
]);

/** @param {readonly Result[]} results @param {typeof startColumns} columns */
function rows(results, columns) {
  const head = ['', ...columns.map(([title]) => title)];
  const lines = results.map((result) => {
    const bare = results.find(({ name, format }) => name.startsWith('bare') && format === result.format);
    return [result.name, ...columns.map(([, cell]) => cell(result, bare))];
  });
  return [head, head.map((_, index) => (index ? '---:' : '---')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** All medians as Markdown. @param {readonly Result[]} results @param {{ machine: string, rounds: number }} about */
export function table(results, { machine, rounds }) {
  const parts = [`Medians of ${rounds} rounds, in which every player took its turn. ${machine}.\n`];
  for (const [profile, title] of Object.entries(titles)) {
    for (const format of ['hls', 'dash']) {
      const here = results.filter((result) => result.profile === profile && result.format === format);
      if (here.length === 0) continue;
      parts.push(`\n### ${format.toUpperCase()}, ${title}\n`, rows(here, startColumns), '');
      if (profile === 'line') parts.push('', rows(here, laterColumns), '');
    }
  }
  const rest = results.filter(({ profile, medians }) => profile === 'rest' && medians.heap1);
  if (rest.length > 0)
    parts.push(
      '\n### Waiting for a click\n',
      rows(
        rest.map((result) => ({ ...result, name: `${result.name} (${result.format})` })),
        restColumns
      )
    );
  return `${parts.join('\n')}\n`;
}
