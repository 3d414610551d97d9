import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The paths where distributions install the MiniBrowser of WebKitGTK. */
export const miniBrowsers = ['x86_64-linux-gnu/', 'aarch64-linux-gnu/', ''].flatMap((folder) =>
  ['4.1', '6.0', '4.0'].map((version) => `/usr/lib/${folder}webkit2gtk-${version}/MiniBrowser`)
);

const isExecutable = (/** @type {string} */ path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Returns the path of the first of some programs that is installed. @param {string[]} names names or paths @throws Error if none is */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))));
  const program = paths.find(isExecutable);
  if (!program) throw new Error(`This machine has none of: ${names.join(', ')}.`);
  return program;
}
