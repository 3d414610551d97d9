/** @typedef {Record<string, (number | null | undefined)[]>} Samples the values of each round by metric; null or undefined if one failed */
/** @typedef {{ profile: string, format: string, name: string, medians: Record<string, number | null>, samples: Samples }} Result */

/** Returns the median of the finite values, or NaN if there are none. @param {readonly (number | null | undefined)[]} list */
export function median(list) {
  const sorted = list
    .filter((value) => Number.isFinite(value))
    .map(Number)
    .sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? (sorted[Math.floor(middle)] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/**
 * Returns the median, over all rounds, of the metric of a player divided by that of the bare engine.
 * @param {Result} result
 * @param {Result} bare
 * @param {string} metric
 */
export function medianRatio(result, bare, metric) {
  const pairs = (result.samples[metric] ?? []).map((value, round) => (value ?? NaN) / (bare.samples[metric]?.[round] ?? NaN));
  return median(pairs);
}

/** The descriptions of the profiles by name. */
export const profileDescriptions = { line: '10 Mbit/s, 20 ms', slow: '4 Mbit/s, 60 ms, CPU slowed down 4 times', fast: 'no limit' };
/** Formats a value divided by `divisor`, or returns undefined if there is no value. */
const formatNumber = (/** @type {number | null | undefined} */ value, divisor = 1, digits = 0) =>
  Number.isFinite(value)
    ? (Number(value) / divisor).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    : undefined;

/**
 * Returns a cell with the median of a metric, or `missing` if all measurements failed.
 * @param {string} metric
 * @param {string} missing
 * @param {number} [divisor]
 * @param {number} [digits]
 */
const medianCell = (metric, missing, divisor, digits) => (/** @type {Result} */ result) =>
  formatNumber(result.medians[metric], divisor, digits) ?? (result.samples[metric] ? missing : '–');

/** @typedef {(result: Result, bare: Result | undefined) => string} Cell */
/** @type {readonly [title: string, cell: Cell][]} */
export const startColumns = [
  ['first frame, ms', medianCell('first', 'did not start')],
  ['against bare', (result, bare) => formatNumber(bare && medianRatio(result, bare, 'first'), 1, 2)?.concat('x') ?? '–'],
  ['moving, ms', medianCell('moving', '–')],
  ['height', medianCell('height', '–')],
  ['KB until frame', medianCell('bytes', '–', 1000)],
  ['script KB', medianCell('scripts', '–', 1000)],
  ['script, ms', medianCell('script', '–')],
  ['long tasks, ms', medianCell('longTasks', '–')],
  ['heap, MB', medianCell('heap', '–', 1e6, 1)],
  ['nodes', medianCell('nodes', '–')]
];
/** @type {typeof startColumns} */
export const interactionColumns = [
  ['seek, ms', medianCell('seek', 'not in 20 s')],
  ['to 720p, ms', medianCell('top', 'not in 20 s')],
  ['click to frame, ms', medianCell('click', 'not in 20 s')]
];
/** @type {typeof startColumns} */
export const waitingColumns = [1, 50].flatMap((count) => [
  [`heap of ${count}, MB`, medianCell(`heap${count}`, 'not at rest in 30 s', 1e6, 1)],
  [`nodes of ${count}`, medianCell(`nodes${count}`, '–')]
]);

/** Returns the name of a player, followed by the number of its starts if some failed. @param {Result} result */
export function nameWithStarts({ name, samples }) {
  const starts = samples.first ?? [];
  const successfulStarts = starts.filter((value) => Number.isFinite(value));
  return successfulStarts.length > 0 && successfulStarts.length < starts.length
    ? `${name} (${successfulStarts.length} of ${starts.length} starts)`
    : name;
}

/** Returns a Markdown table with a row for each result. @param {readonly Result[]} results @param {typeof startColumns} columns */
function markdownTable(results, columns) {
  const head = ['', ...columns.map(([title]) => title)];
  const lines = results.map((result) => {
    const bare = results.find(({ name, format }) => name.startsWith('bare') && format === result.format);
    return [nameWithStarts(result), ...columns.map(([, cell]) => cell(result, bare))];
  });
  return [head, head.map((_, index) => (index ? '---:' : '---')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Returns all medians as Markdown. @param {readonly Result[]} results @param {{ machine: string, rounds: number }} about */
export function renderTables(results, { machine, rounds }) {
  const parts = [`Medians of ${rounds} rounds, in each of which every player was measured once. ${machine}.\n`];
  for (const [profile, title] of Object.entries(profileDescriptions)) {
    for (const format of ['hls', 'dash']) {
      const selected = results.filter((result) => result.profile === profile && result.format === format);
      if (selected.length === 0) continue;
      parts.push(`\n### ${format.toUpperCase()}, ${title}\n`, markdownTable(selected, startColumns), '');
      if (profile === 'line') parts.push('', markdownTable(selected, interactionColumns), '');
    }
  }
  const waitingResults = results.filter(({ profile, medians }) => profile === 'rest' && medians.heap1 !== undefined);
  if (waitingResults.length > 0)
    parts.push(
      '\n### Waiting for a click\n',
      markdownTable(
        waitingResults.map((result) => ({ ...result, name: `${result.name} (${result.format})` })),
        waitingColumns
      )
    );
  const [core, ...others] = results.filter(({ profile }) => profile === 'evaluation');
  for (const { name, medians, samples } of core ? others : [])
    parts.push(
      `\nReading and running the ${name} of jet-player takes the main thread ${formatNumber(medians.evaluation, 1, 1)} ms, that is ` +
        `${formatNumber(medianRatio(/** @type {Result} */ ({ samples }), core, 'evaluation'), 1, 2)} times what the core alone takes.`
    );
  return `${parts.join('\n')}\n`;
}
