import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

/** Returns the relative paths of all files of a folder, in the same order on every machine. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(folder.length + 1))
    .sort();

/** Whether a file is left out: it is not shipped, or does not exist yet when the files are hashed. */
const isExcluded = (path) => path === 'integrity.json' || path.split('/').some((part) => part.startsWith('.'));

/**
 * Rollup plugin that writes `dist/integrity.json`: the SHA-384 of every shipped file, in the format of Subresource Integrity. It must be in
 * the last build, because it reads what the others have written.
 */
export const integrity = (folder = 'dist') => ({
  name: 'integrity',
  closeBundle() {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const hash = (path) =>
      `sha384-${createHash('sha384')
        .update(readFileSync(`${folder}/${path}`))
        .digest('base64')}`;
    const paths = filesIn(folder).filter((path) => !isExcluded(path));
    const files = Object.fromEntries(paths.map((path) => [path, hash(path)]));
    writeFileSync(`${folder}/integrity.json`, `${JSON.stringify({ version, files }, null, 2)}\n`);
  }
});
