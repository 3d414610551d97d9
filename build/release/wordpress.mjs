import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { zipSync } from 'fflate';
import { firstZipTime } from './zip-folder.mjs';

/** The folder with the sources of the plugin. */
const sources = 'integrations/wordpress';

/** Stands in the sources for the version of the release. */
const versionMark = '@VERSION@';

/** Matches the path of another file of the build, as scripts import it: `"./chunks/hls-1234.js"`. */
const importedPath = /["'`](\.\.?\/[\w./-]+\.js)["'`]/g;

/**
 * Returns the paths of a script and of everything that it imports, at once or later, from the folder of the build.
 * @param {string} dist @param {string} entry
 */
function scriptsOf(dist, entry) {
  const found = new Set([entry]);
  // A set that is being read also returns what is added meanwhile.
  for (const path of found)
    for (const [, imported = ''] of readFileSync(join(dist, path), 'utf8').matchAll(importedPath))
      found.add(posix.join(posix.dirname(path), imported));
  return [...found].sort();
}

/**
 * Returns the files of the WordPress plugin by their path in its folder: the sources with the version of the release, the module that plays
 * with everything that it imports, and the licences.
 * @param {string} version @param {string} [dist] the folder of the build
 * @returns {Record<string, Uint8Array>}
 */
export function wordpressFiles(version, dist = 'dist') {
  const paths = /** @type {string[]} */ (readdirSync(sources, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.\w+$/.test(path));
  const withVersion = (/** @type {string} */ path) => readFileSync(join(sources, path), 'utf8').replaceAll(versionMark, version);
  const player = [...scriptsOf(dist, 'jet-player.js'), 'THIRD-PARTY.txt'];
  return Object.fromEntries([
    ...paths.map((path) => [path, Buffer.from(withVersion(path))]),
    ...player.map((path) => [`player/${version}/${path}`, readFileSync(join(dist, path))]),
    ['LICENSE', readFileSync('LICENSE')]
  ]);
}

/**
 * Returns the ZIP file that WordPress installs. The same files result in the same bytes.
 * @param {string} version
 */
export function wordpressZip(version) {
  const files = Object.entries(wordpressFiles(version)).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(files.map(([path, bytes]) => [`jet-player/${path}`, bytes])), { mtime: firstZipTime, level: 9 });
}
