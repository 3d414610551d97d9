import { engineNames } from './engines.mjs';

/** @typedef {{ name: string, after: readonly string[] }} Task the name says what it writes; `after` are the tasks whose output it needs */

const buildNames = [
  'the player as modules',
  'the npm package',
  'the single script',
  'the embed page',
  'the player without an interface',
  'the client of the embed'
];
const seals = engineNames.map((name) => `${name}, sealed`);
const types = 'types and files for editors';
const commandLineTask = 'the command line';

/** All tasks of a build. The longest are first, so that no core is idle at the end. @type {readonly Task[]} */
export const tasks = [
  ...[...seals.slice(0, 2), types, ...seals.slice(2)].map((name) => ({ name, after: [] })),
  ...buildNames.map((name) => ({ name, after: seals })),
  // It hashes the output of all other tasks.
  { name: commandLineTask, after: [...buildNames, types] }
];

async function build(name) {
  const [{ rollup }, { builds: configs }] = await Promise.all([import('rollup'), import('../rollup.config.mjs')]);
  const { output, ...input } = configs[name];
  const warnings = [];
  const bundle = await rollup({ ...input, onLog: (level, log) => warnings.push(`${name}: ${level}: ${log.message}`) });
  await bundle.write(output);
  await bundle.close();
  return warnings;
}

/**
 * Runs a task, and resolves to its warnings. It imports only the tools that the task needs, because an import of all takes seconds.
 * @param {string} name
 * @returns {Promise<readonly string[]>}
 */
export async function runTask(name) {
  if (seals.includes(name)) await (await import('./engines.mjs')).sealedCode(name.replace(', sealed', ''));
  else if (name === types) (await import('./types.mjs')).writeTypes();
  else return build(name);
  return [];
}
