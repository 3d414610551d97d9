import { stages } from './stages.mjs';

/**
 * The outcome of a stage. `seconds` and `log` are absent if it ran no command of its own; `note` says what happened, in a few words.
 * @typedef {{ name: string, outcome: 'passed' | 'failed' | 'not run', note: string, seconds?: number, log?: string, failed?: string[] }} StageResult
 */

const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Returns what a person has to look at in the census of one engine. @param {import('./compare.mjs').PackageComparison['engines'][number]} one */
function inEngine({ engine, unapplied, error, added = [], ways = [] }) {
  const points = [];
  if (unapplied.length > 0)
    points.push(`${counted(unapplied.length, 'change')} of ${engine} that ${unapplied.length === 1 ? 'does' : 'do'} not apply`);
  if (error) points.push(`${engine}, which cannot be sealed (${error})`);
  if (added.length > 0) points.push(`${counted(added.length, 'name')} that ${engine} asks for in addition`);
  if (ways.some(({ from = 0, to = 0 }) => to > from)) points.push(`ways of ${engine} to the page`);
  return points;
}

/** Returns what a person has to look at in one package. @param {import('./compare.mjs').PackageComparison} comparison */
function inPackage({ name, engines, uses, license, dependencies, installScripts, imports, otherVersions }) {
  const points = engines.flatMap(inEngine);
  if (uses.added.length > 0)
    points.push(`${counted(uses.added.length, 'added use')} of the network and the like in the sources of ${name}`);
  if (license.from !== license.to || license.textChanged) points.push(`the licence of ${name}`);
  if (dependencies.length + imports.added.length + otherVersions.length > 0) points.push(`the dependencies of ${name}`);
  if (installScripts.added.length > 0) points.push(`the install scripts of ${name}`);
  return points;
}

/**
 * Returns what a person has to look at before the versions can be taken; nothing if they can.
 * @param {readonly import('./compare.mjs').PackageComparison[]} comparisons @param {readonly StageResult[]} results
 */
export const pointsToLookAt = (comparisons, results) => [
  ...comparisons.flatMap(inPackage),
  ...results
    // The comparison has named these in detail.
    .filter(({ name, outcome }) => outcome !== 'passed' && !['changes', 'census'].includes(name))
    .map(({ name, outcome, note }) => `${stages[name].what} (${outcome}: ${note})`)
];

/**
 * Returns the last line of a report.
 * @param {readonly string[]} points @param {string} versions such as "hls.js 1.7.5" @param {readonly string[]} leftOut the stages that were not
 * selected
 */
export function verdict(points, versions, leftOut) {
  if (points.length > 0) return `${versions}: a person has to look at ${points.join('; ')}.`;
  if (leftOut.length > 0) return `${versions}: nothing to look at in the stages that ran. Not run: ${leftOut.join(', ')}.`;
  return `${versions} can be taken.`;
}
