import { readFileSync } from 'node:fs';

/** Every package whose code is in the built files of the player. dash.js contains further packages: `dashPackages`. */
export const bundledPackages = [
  'hls.js',
  'eventemitter3',
  'url-toolkit',
  '@svta/cml-cmcd',
  '@svta/cml-id3',
  '@svta/cml-utils',
  'dashjs',
  'imsc',
  'sax',
  'mediabunny',
  '@contentauth/c2pa-wasm',
  'lit',
  'lit-html',
  'lit-element',
  '@lit/reactive-element'
];

/** Every package whose code is in the command line, and not in the player. */
export const commandLinePackages = ['fflate', 'modern-tar'];

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

/** Returns the folder of a package from the root of the repository, in the version that the package `from` imports. */
export const folderOf = (name, from = '') =>
  packages[`node_modules/${from}/node_modules/${name}`] ? `node_modules/${from}/node_modules/${name}` : `node_modules/${name}`;

/** Returns the lock file's entry for a package, in the version that the package `from` imports. */
export const lockedPackage = (name, from = '') => packages[folderOf(name, from)];

/**
 * Returns the names of the packages that dash.js was built from, as its `package.json` declares them, because it publishes no lock file. Those
 * that the player contains anyway, in the same version, are left out.
 * @returns {readonly string[]}
 */
export function dashPackages() {
  const found = new Set();
  const add = (entry) => {
    for (const name of Object.keys(entry.dependencies ?? {}).filter((each) => !found.has(each)))
      add((found.add(name), lockedPackage(name, 'dashjs')));
  };
  add(lockedPackage('dashjs'));
  return [...found].filter((name) => !bundledPackages.includes(name) || folderOf(name, 'dashjs') !== folderOf(name));
}
