import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { bundledPackages, commandLinePackages, dashPackages, folderOf } from './bundled-packages.mjs';

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

const section = (title, text) => `${title}\n${'-'.repeat(80)}\n${text}\n`;

/** Returns the licence of a package, in the version that the package `from` imports. @throws Error if it contains no licence text */
function licenseSection(name, from) {
  const folder = new URL(`../${folderOf(name, from)}/`, import.meta.url);
  const { version, license } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e(?:\.|$)/i.test(each));
  if (!file) throw new Error(`${name} does not contain a licence text.`);
  return section(`${name} ${version} (${license})`, readFileSync(new URL(file, folder), 'utf8').trim());
}

/** Returns `THIRD-PARTY.txt`: the licences of all code in the built files, as these licences require. */
export function thirdPartyText() {
  const lucideLicense = readFileSync(new URL('../src/ui/icons/LICENSE', import.meta.url), 'utf8').trim();
  return [
    ...bundledPackages.map((name) => licenseSection(name)),
    section(`lucide ${lucideVersion}, the paths of the icons (ISC AND MIT)`, lucideLicense),
    section('inside dash.js', readIfPresent('dashjs/dist/modern/esm/dash.mediaplayer.min.js.LICENSE.txt')),
    ...dashPackages().map((name) => `inside dash.js: ${licenseSection(name, 'dashjs')}`),
    ...commandLinePackages.map((name) => `inside the command line: ${licenseSection(name)}`)
  ].join('\n\n');
}

/** Rollup plugin that writes `THIRD-PARTY.txt`. */
export const licenses = () => ({
  name: 'licenses',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source: thirdPartyText() });
  }
});
