/**
 * `npm run test:reproducible`: two clean builds, from folders of different names, in different time zones and languages, each with
 * an installation of its own, give the same package to the byte; and `jet-player verify` knows every file of the one by the hashes
 * of the other. Prints the hash of the package; exit code 1 when anything differs.
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

/** Copies the sources as they are into a folder of their own, and answers with its path. */
function copy(folder) {
  const path = join(work, folder);
  for (const file of sources.split('\0').filter((file) => file && !/^(test|demo)\//.test(file))) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    cpSync(join(root, file), join(path, file));
  }
  return path;
}

/** Builds and packs what lies in a folder. */
function build(path, env) {
  // What the tools say is for whoever watches; the answer alone is on stdout.
  const npm = (...args) => execFileSync('npm', args, { cwd: path, env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] });
  npm('ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error');
  npm('run', 'build');
  npm('pack', '--ignore-scripts', '--silent');
}

const filesIn = (folder) => readdirSync(folder, { recursive: true }).filter((file) => statSync(join(folder, file)).isFile());
const hashOf = (file) => createHash('sha512').update(readFileSync(file)).digest('hex');

try {
  const [first, second] = ['first', join('a folder', 'deeper')].map(copy);
  build(first, { TZ: 'UTC', LC_ALL: 'C' });
  build(second, { TZ: 'Asia/Kathmandu', LC_ALL: 'nl_NL.UTF-8' });
  const tarball = readdirSync(first).find((file) => file.endsWith('.tgz'));
  const files = [tarball, ...filesIn(join(first, 'dist')).map((file) => join('dist', file))];
  const different = files.filter((file) => hashOf(join(first, file)) !== hashOf(join(second, file)));
  if (filesIn(join(second, 'dist')).length !== files.length - 1) different.push('the number of files');
  for (const file of different) console.error(`differs: ${file}`);
  if (different.length > 0) process.exit(1);

  const { files: release } = JSON.parse(readFileSync(join(first, 'dist/integrity.json'), 'utf8'));
  for (const file of Object.keys(release))
    execFileSync(process.execPath, [join(first, 'dist/cli/main.js'), 'verify', join(second, 'dist', file), '--as', file]);
  console.log(`${tarball}: sha512 ${hashOf(join(first, tarball))}`);
  console.log(`${files.length - 1} files are the same in both builds; verify knows ${Object.keys(release).length} of them.`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
