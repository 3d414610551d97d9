import { parseArgs } from 'node:util';
import { aliases, enginePackages } from './packages.mjs';
import { stageNames } from './stages.mjs';

/** An error that one line explains: the check could not be run. */
export class UsageError extends Error {}

const exactVersion = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/;

/** Returns the package and version that a word such as `dash.js@5.2.0` names. @throws UsageError if it names none */
function packageIn(word) {
  const at = word.lastIndexOf('@');
  const [given, version] = at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word, ''];
  const name = aliases[given] ?? given;
  if (!Object.hasOwn(enginePackages, name))
    throw new UsageError(`there is no engine "${given}"; the engines are hls.js, dash.js and mediabunny.`);
  if (version !== 'latest' && !exactVersion.test(version))
    throw new UsageError(`name an exact version or latest: "${given}@1.2.3" or "${given}@latest", not "${word}".`);
  return { name, version };
}

const options = /** @type {const} */ ({
  only: { type: 'string' },
  out: { type: 'string', default: '.cache' },
  keep: { type: 'boolean', default: false }
});

function parse(words) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error.message.split('\n')[0]);
  }
}

/**
 * Reads the words after `npm run engines:check --`.
 * @param {readonly string[]} words
 * @returns {{ packages: { name: string, version: string }[], only: readonly string[], out: string, keep: boolean }} `only` lists the stages
 * to run, all by default; a version is exact or `latest`
 * @throws UsageError with one line that says what is wrong
 */
export function readArguments(words) {
  const { values, positionals } = parse(words);
  const packages = positionals.map(packageIn);
  if (packages.length === 0) throw new UsageError('name an engine and a version: npm run engines:check -- hls.js@latest');
  const repeated = packages.find(({ name }, index) => packages.findIndex((other) => other.name === name) !== index);
  if (repeated) throw new UsageError(`${repeated.name} is named twice; check one version of an engine at a time.`);
  const only = values.only?.split(',') ?? stageNames;
  const unknown = only.find((name) => !stageNames.includes(name));
  if (unknown !== undefined) throw new UsageError(`there is no stage "${unknown}"; the stages are ${stageNames.join(', ')}.`);
  return { packages, only, out: values.out, keep: values.keep };
}
