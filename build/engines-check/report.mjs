/** Returns a text as code for the cell of a table. */
const code = (text) => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|').replace(/\s+/g, ' ').slice(0, 100)}\``;
const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells)), ''];
const tableIfAny = (title, head, rows) => (rows.length > 0 ? [title, '', ...table(head, rows)] : []);
const same = ['The same as before.', ''];

/** What happens with a name that an engine asks for in addition. */
const consequence = ({ name, granted }) =>
  name.endsWith('.[]')
    ? 'a name computed at run time: read the code'
    : granted
      ? 'the realm has it: read what the engine does with it'
      : 'the realm does not have it: undefined to the engine, as in a browser without it; a call throws';

/** Lists the changes of the build that do not apply. */
function unappliedLines(engines) {
  const rows = engines.flatMap(({ engine, unapplied }) => unapplied.map((each) => [engine, code(each.change), each.file, reasonOf(each)]));
  return [
    '### Changes of the build that do not apply',
    '',
    ...(rows.length > 0 ? table(['engine', 'change', 'in', 'why'], rows) : ['None.', ''])
  ];
}

/** The reason without the text of the change, which has a column of its own. */
const reasonOf = ({ reason, change }) => reason.replace(change, 'it').replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** Some names come from the build itself: a change of which only one of two parts applies. */
const ownNameNote = ['Where changes of the build do not apply, names of their other parts can be among these.', ''];

function censusLines({ engine, unapplied, error, added, removed, ways, bytes }) {
  const heading = [`### What ${engine} asks of its realm`, ''];
  if (error) return [...heading, `Not known, because it cannot be sealed: ${error}`, ''];
  const addedRows = added.map((each) => [code(each.name), consequence(each)]);
  const wayRows = ways.map(({ key, from, to }) => [code(key), from, to]);
  const change = bytes.to - bytes.from;
  return [
    ...heading,
    ...tableIfAny('Added:', ['name', 'what happens'], addedRows),
    ...(added.length > 0 && unapplied.length > 0 ? ownNameNote : []),
    ...(removed.length > 0 ? [`Gone: ${removed.map(code).join(', ')}`, ''] : []),
    ...tableIfAny('Ways to the page:', ['pattern', 'before', 'after'], wayRows),
    ...(added.length + removed.length + ways.length === 0 ? same : []),
    `Sealed, with Brotli: ${bytes.from} bytes before, ${bytes.to} after (${change < 0 ? '' : '+'}${change}).`,
    ''
  ];
}

const useRows = (uses) => uses.map(({ use, file, from, to, shipped }) => [code(use), code(file), from, to, shipped ? 'yes' : 'no']);

function usesLines({ added, removed }) {
  const head = ['text', 'source', 'before', 'after', 'in a sealed engine'];
  return [
    '### Network, storage, workers and the device, by source',
    '',
    ...tableIfAny('Added:', head, useRows(added)),
    ...tableIfAny('Gone:', head, useRows(removed)),
    ...(added.length + removed.length === 0 ? same : [])
  ];
}

function packageLines({ license, dependencies, installScripts, imports, otherVersions }) {
  const lines = [
    ...(license.from === license.to ? [] : [`Licence: ${license.from} before, ${license.to} after.`]),
    ...(license.textChanged ? ['The text of the licence differs.'] : []),
    ...dependencies.map(({ key, from = 'absent', to = 'absent' }) => `Dependency ${code(key)}: ${from} before, ${to} after.`),
    ...installScripts.added.map((script) => `Install script added: ${code(script)}. npm does not run it here.`),
    ...imports.added.map((name) => `The sources import ${code(name)} in addition.`),
    ...imports.removed.map((name) => `The sources no longer import ${code(name)}.`),
    ...otherVersions.map(({ name, asked, installed }) => `It was published with ${code(name)} ${asked}; installed is ${installed}.`)
  ];
  return ['### Licence and dependencies', '', ...(lines.length > 0 ? [...lines.map((line) => `- ${line}`), ''] : same)];
}

const comparisonLines = (comparison) => [
  `## ${comparison.name} ${comparison.from} → ${comparison.to}`,
  '',
  ...unappliedLines(comparison.engines),
  ...comparison.engines.flatMap(censusLines),
  ...usesLines(comparison.uses),
  ...packageLines(comparison)
];

/** Lists the failed tests of a stage. */
const failureLines = ({ name, failed = [], log }) =>
  failed.length ? [`### Failed: ${name}`, '', ...failed.map((test) => `- ${test.replace(/\s+/g, ' ')}`), '', `Log: ${log}`, ''] : [];

/**
 * Returns the report of a check as Markdown.
 * @param {{ comparisons: readonly import('./compare.mjs').PackageComparison[], results: readonly import('./verdict.mjs').StageResult[],
 *   verdict: string }} check
 */
export function renderReport({ comparisons, results, verdict }) {
  const resultRows = results.map(({ name, outcome, note, seconds, log }) => [
    name,
    outcome,
    note.replaceAll('|', '\\|'),
    seconds ?? '',
    log ?? ''
  ]);
  return [
    '# Engines check',
    '',
    ...table(['stage', 'outcome', 'note', 'seconds', 'log'], resultRows),
    ...comparisons.flatMap(comparisonLines),
    ...results.flatMap(failureLines),
    verdict,
    ''
  ].join('\n');
}
