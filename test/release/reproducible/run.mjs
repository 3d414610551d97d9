/**
 * `npm run test:reproducible` checks that two clean builds, from folders with different names, in different time zones and languages, each
 * with its own installation, produce the same package to the byte, and that `jet-player verify` accepts every file of one build by the
 * hashes of the other. Prints the hash of the package; exits with code 1 when a file differs.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'jet-player-reproducible-'));
const sources = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });

/** Copies the sources with their current changes into a new folder, and returns its path. */
function copySources(folder) {
  const path = join(work, folder);
  for (const file of sources.split('\0').filter((file) => file && !/^(test|demo)\//.test(file))) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    cpSync(join(root, file), join(path, file));
  }
  return path;
}

/** Builds and packs the sources in a folder. */
function build(path, env) {
  // The output of the tools goes to stderr, so that stdout contains only the result.
  const npm = (...args) => execFileSync('npm', args, { cwd: path, env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] });
  npm('ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error');
  npm('run', 'build');
  npm('pack', '--ignore-scripts', '--silent');
}

const filesIn = (folder) => readdirSync(folder, { recursive: true }).filter((file) => statSync(join(folder, file)).isFile());
const hashOf = (file) => createHash('sha512').update(readFileSync(file)).digest('hex');

try {
  const [first, second] = ['first', join('a folder', 'deeper')].map(copySources);
  build(first, { TZ: 'UTC', LC_ALL: 'C' });
  build(second, { TZ: 'Asia/Kathmandu', LC_ALL: 'nl_NL.UTF-8' });
  const tarball = readdirSync(first).find((file) => file.endsWith('.tgz'));
  const files = [tarball, ...filesIn(join(first, 'dist')).map((file) => join('dist', file))];
  const differences = files.filter((file) => hashOf(join(first, file)) !== hashOf(join(second, file)));
  if (filesIn(join(second, 'dist')).length !== files.length - 1) differences.push('the number of files');
  for (const file of differences) console.error(`differs: ${file}`);
  if (differences.length > 0) process.exit(1);

  const { files: releaseHashes } = JSON.parse(readFileSync(join(first, 'dist/integrity.json'), 'utf8'));
  for (const file of Object.keys(releaseHashes))
    execFileSync(process.execPath, [join(first, 'dist/cli/main.js'), 'verify', join(second, 'dist', file), '--as', file]);
  console.log(`${tarball}: sha512 ${hashOf(join(first, tarball))}`);
  console.log(`${files.length - 1} files are the same in both builds; verify knows ${Object.keys(releaseHashes).length} of them.`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
