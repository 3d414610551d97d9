import { engineNames } from './engines.mjs';
import { sourceTypes } from './single-script.mjs';

/**
 * @typedef {{ id: string, description: string, after: readonly string[] }} Task `after` lists the ids of the tasks whose output it needs
 */

const sealIdOf = (engine) => `seal-${engine.replace('.js', '')}`;

/** The tasks that seal an engine: the name of the engine by the id of its task. */
const enginesByTask = new Map(engineNames.map((engine) => [sealIdOf(engine), engine]));

/** The tasks that run Rollup, except `command-line`, by their ids, which are also the keys of `builds` in `rollup.config.mjs`. */
const rollupTasks = {
  'player-modules': 'the player as modules',
  'npm-package': 'the npm package',
  'single-script': 'the player as a single script',
  ...Object.fromEntries(
    sourceTypes.map((type) => [`${type}-script`, `the single script for ${type === 'file' ? 'files' : type.toUpperCase()}`])
  ),
  'embed-page': 'the embed page',
  'headless-modules': 'the player without an interface',
  'credentials-reader': 'the reader of Content Credentials',
  'embed-client': 'the client of the embed'
};

const sealTasks = [...enginesByTask].map(([id, engine]) => ({ id, description: `the sealed engine ${engine}`, after: [] }));
const typesTask = { id: 'types', description: 'types and files for editors', after: [] };
/** The tasks of the engines that take longer than the types; the other engines take less. */
const slowSealIds = ['dash.js', 'hls.js'].map(sealIdOf);
const isSlow = ({ id }) => slowSealIds.includes(id);
const sealIds = sealTasks.map(({ id }) => id);

/** All tasks of a build. The longest are first, so that no core is idle at the end. @type {readonly Task[]} */
export const tasks = [
  ...sealTasks.filter(isSlow),
  typesTask,
  ...sealTasks.filter((task) => !isSlow(task)),
  ...Object.entries(rollupTasks).map(([id, description]) => ({ id, description, after: sealIds })),
  // It hashes the output of all other tasks.
  { id: 'command-line', description: 'the command line', after: [...Object.keys(rollupTasks), typesTask.id] }
];

async function runRollup(id) {
  const [{ rollup }, { builds }] = await Promise.all([import('rollup'), import('../rollup.config.mjs')]);
  const { output, ...input } = builds[id];
  const warnings = [];
  const bundle = await rollup({ ...input, onLog: (level, log) => warnings.push(`${id}: ${level}: ${log.message}`) });
  await bundle.write(output);
  await bundle.close();
  return warnings;
}

/**
 * Runs a task, and resolves to its warnings. It imports only the tools that the task needs, because importing all of them takes seconds.
 * @param {string} id
 * @returns {Promise<readonly string[]>}
 */
export async function runTask(id) {
  if (enginesByTask.has(id)) await (await import('./engines.mjs')).sealedCode(enginesByTask.get(id));
  else if (id === typesTask.id) (await import('./types.mjs')).writeTypes();
  else return runRollup(id);
  return [];
}
