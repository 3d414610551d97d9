import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

/** Every file of a folder by its path from there, in one order on every machine. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(folder.length + 1))
    .sort();

/** Not shipped, or not yet there when the hashes are made. */
const left = (path) => path === 'integrity.json' || path.split('/').some((part) => part.startsWith('.'));

/**
 * Writes `dist/integrity.json`: the SHA-384 of every shipped file, as Subresource Integrity writes it. Belongs in the last of the
 * builds, for it reads what the others wrote.
 */
export const integrity = (folder = 'dist') => ({
  name: 'integrity',
  closeBundle() {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const hash = (path) =>
      `sha384-${createHash('sha384')
        .update(readFileSync(`${folder}/${path}`))
        .digest('base64')}`;
    const paths = filesIn(folder).filter((path) => !left(path));
    const files = Object.fromEntries(paths.map((path) => [path, hash(path)]));
    writeFileSync(`${folder}/integrity.json`, `${JSON.stringify({ version, files }, null, 2)}\n`);
  }
});
