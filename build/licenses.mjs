import { existsSync, readFileSync } from 'node:fs';

/** Every package whose code is in the built files. dash.js bundles further packages, which its licence file names. */
export const bundled = [
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
  'lit',
  'lit-html',
  'lit-element',
  '@lit/reactive-element'
];

const inModules = (path) => new URL(`../node_modules/${path}`, import.meta.url);
const read = (path) => (existsSync(inModules(path)) ? readFileSync(inModules(path), 'utf8').trim() : '');

const manifestOf = (name) => JSON.parse(read(`${name}/package.json`));

/** The release of Lucide from which the icons were taken. */
export const lucide = /Lucide ([\d.]+)/.exec(readFileSync(new URL('../src/ui/icons/icons.ts', import.meta.url), 'utf8'))[1];

/** The engines and libraries with their exact bundled versions and their licences, in one line. */
export const bundledVersions = [
  ...['hls.js', 'dashjs', 'mediabunny', 'lit'].map(manifestOf).map(({ name, version, license }) => `${name} ${version} (${license})`),
  `Lucide icons ${lucide} (ISC)`
].join(', ');

function section(name) {
  const { version, license } = manifestOf(name);
  const text = read(`${name}/LICENSE`) || read(`${name}/LICENSE.md`);
  if (!text) throw new Error(`${name} does not contain a licence text.`);
  return `${name} ${version} (${license})\n${'-'.repeat(80)}\n${text}\n`;
}

/** Rollup plugin that writes `THIRD-PARTY.txt`, with the licences of all bundled code, as these licences require. */
export function licenses() {
  return {
    name: 'licenses',
    generateBundle() {
      const insideDash = read('dashjs/dist/modern/esm/dash.mediaplayer.min.js.LICENSE.txt');
      const source = [...bundled.map(section), `inside dash.js\n${'-'.repeat(80)}\n${insideDash}\n`].join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source });
    }
  };
}
