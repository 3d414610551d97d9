import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The paths where distributions install the MiniBrowser of WebKitGTK. */
export const miniBrowsers = ['x86_64-linux-gnu/', 'aarch64-linux-gnu/', ''].flatMap((folder) =>
  ['4.1', '6.0', '4.0'].map((version) => `/usr/lib/${folder}webkit2gtk-${version}/MiniBrowser`)
);

const usable = (/** @type {string} */ path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of some programs, named or with their paths, that is installed. @param {string[]} names @throws Error if it has none */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))));
  const found = paths.find(usable);
  if (!found) throw new Error(`This machine has none of: ${names.join(', ')}.`);
  return found;
}
