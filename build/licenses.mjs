import { existsSync, readFileSync } from 'node:fs';

/** Every package whose code is in the built files. dash.js bundles further packages, which its licence file names. */
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

const inNodeModules = (path) => new URL(`../node_modules/${path}`, import.meta.url);
const readIfPresent = (path) => (existsSync(inNodeModules(path)) ? readFileSync(inNodeModules(path), 'utf8').trim() : '');

const packageJsonOf = (name) => JSON.parse(readIfPresent(`${name}/package.json`));

/** Returns the installed version of a package. */
export const versionOf = (name) => packageJsonOf(name).version;

/** The release of Lucide from which the icons were taken. */
export const lucideVersion = /Lucide ([\d.]+)/.exec(readFileSync(new URL('../src/ui/icons/icons.ts', import.meta.url), 'utf8'))[1];

/** The packages of the engines, by the kind of source that they play. */
const enginePackages = { hls: 'hls.js', dash: 'dashjs', file: 'mediabunny' };

/** Returns the engines for some kinds of source and the libraries, with their exact bundled versions and their licences, in one line. */
export const bundledVersions = (sourceTypes = Object.keys(enginePackages)) =>
  [
    ...[...sourceTypes.map((type) => enginePackages[type]), 'lit']
      .map(packageJsonOf)
      .map(({ name, version, license }) => `${name} ${version} (${license})`),
    `Lucide icons ${lucideVersion} (ISC)`
  ].join(', ');

function licenseSection(name) {
  const { version, license } = packageJsonOf(name);
  const text = readIfPresent(`${name}/LICENSE`) || readIfPresent(`${name}/LICENSE.md`);
  if (!text) throw new Error(`${name} does not contain a licence text.`);
  return `${name} ${version} (${license})\n${'-'.repeat(80)}\n${text}\n`;
}

/** Rollup plugin that writes `THIRD-PARTY.txt` with the licences of all bundled code, as these licences require. */
export function licenses() {
  return {
    name: 'licenses',
    generateBundle() {
      const dashLicenses = readIfPresent('dashjs/dist/modern/esm/dash.mediaplayer.min.js.LICENSE.txt');
      const source = [...bundledPackages.map(licenseSection), `inside dash.js\n${'-'.repeat(80)}\n${dashLicenses}\n`].join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source });
    }
  };
}
