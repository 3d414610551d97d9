import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from '../../.ci/run-command.mjs';
import { fingerprint, makeUnlessStamped } from '../../.ci/stamp.mjs';
import { UsageError } from './arguments.mjs';
import { lastLines, runToLog } from './run.mjs';

/** npm asks the registry once more after a failure, so that a check without network ends soon. */
const patience = ['--fetch-retries=1', '--fetch-timeout=60000'];

const npm = (...args) => npmCommand(...args, ...patience).flat();

/** Returns the JSON that npm writes after its warnings. */
function jsonIn(log) {
  const text = readFileSync(log, 'utf8');
  const start = text.search(/^[{"[]/m);
  return start < 0 ? undefined : text.slice(start);
}

/**
 * Returns the exact version that a package and version name.
 * @param {{ name: string, version: string }} wanted @param {{ log: string }} options
 * @throws UsageError if the registry has no such version, or cannot be reached
 */
export async function resolveVersion({ name, version }, options) {
  const code = await runToLog(npm('view', `${name}@${version}`, 'version', '--json', '--loglevel=silent'), options);
  const json = jsonIn(options.log);
  const answer = json === undefined ? undefined : JSON.parse(json);
  if (code === 0 && typeof answer === 'string') return answer;
  if (code === 0 || answer?.error?.code === 'E404') throw new UsageError(`the npm registry has no version ${version} of ${name}.`);
  const reason = answer?.error?.summary ?? lastLines(options.log).at(0) ?? `exit code ${code}`;
  throw new UsageError(`the npm registry did not say whether ${name} ${version} exists: ${reason.split('\n')[0]}`);
}

/**
 * Installs exact versions in the current folder, a copy of the project, with their dependencies and without their scripts. Its
 * `package.json` and lock file name them then, as in a commit that upgrades.
 * @param {readonly { name: string, version: string }[]} packages @param {{ log: string }} options
 * @throws UsageError if npm cannot install them
 */
export async function install(packages, options) {
  const specifiers = packages.map(({ name, version }) => `${name}@${version}`);
  const saved = ['--save-dev', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if ((await runToLog(npm('install', ...saved, ...specifiers), options)) !== 0)
    throw new UsageError(`npm could not install ${specifiers.join(' and ')}: ${lastLines(options.log).join('')} (log: ${options.log})`);
  for (const { name, version } of packages) {
    const installed = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')).version;
    if (installed !== version) throw new UsageError(`npm installed ${name} ${installed} instead of ${version} (log: ${options.log})`);
  }
  // So that no command in the copy installs all packages again.
  await makeUnlessStamped('node_modules/.jet-dependencies', fingerprint(['package-lock.json'], process.version), async () => {});
}
