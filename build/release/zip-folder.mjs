import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** The first time that a ZIP file can contain, in the local time zone, which is the one that ZIP files use. */
export const firstZipTime = new Date(1980, 0, 1);

/**
 * Returns a ZIP file of a folder's files, below the folder `name`. The same files result in the same bytes. Files whose name begins with
 * a dot are left out, as they are from the package.
 * @param {string} folder
 * @param {string} name
 */
export function zipFolder(folder, name) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .replaceAll('\\', '/')
        .slice(folder.length + 1)
    )
    .sort();
  /** @type {import('fflate').Zippable} */
  const files = Object.fromEntries(paths.map((path) => [`${name}/${path}`, readFileSync(join(folder, path))]));
  return zipSync(files, { mtime: firstZipTime, level: 9 });
}
