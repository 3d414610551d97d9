import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { changeFiles, engineNames, sealedCode } from './engines.mjs';
import { bundledPackages, commandLinePackages, dashPackages, lockedPackage } from './bundled-packages.mjs';
import { lucideVersion } from './licenses.mjs';

const fromRoot = (path) => new URL(`../${path}`, import.meta.url);
const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function component(name, { version, license, integrity }, note) {
  const purl = purlOf(name, version);
  const [algorithm, hash] = integrity.split('-');
  if (algorithm !== 'sha512') throw new Error(`${name} is locked by ${algorithm}, not by sha512.`);
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    licenses: [{ license: { id: license } }],
    hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }],
    purl,
    ...(note && { properties: [{ name: 'jet-player:note', value: note }] })
  };
}

const sha384 = (text) => createHash('sha384').update(text).digest('hex');

/** The package of each sealed engine, by the name of the engine. */
const packageOfEngine = {
  'dash.js': 'dashjs',
  'protection.js': 'dashjs',
  'hls.js': 'hls.js',
  'eme.js': 'hls.js',
  'mediabunny.js': 'mediabunny',
  'imsc.js': 'imsc',
  'c2pa.js': '@contentauth/c2pa-wasm'
};

/** Returns a sealed engine as a component: the hash of the function that a build contains, and of each file that changes its package. */
const sealedComponent = (engine, code) => ({
  type: 'file',
  'bom-ref': `sealed:${engine}`,
  name: `${engine}, sealed`,
  hashes: [{ alg: 'SHA-384', content: sha384(code) }],
  properties: changeFiles.map((file) => ({
    name: 'jet-player:changed-by',
    value: `${file} sha384 ${sha384(readFileSync(fromRoot(file)))}`
  }))
});

/** Returns a component with the engines that are sealed from it. */
function withSealedEngines(packageComponent, codes) {
  const engines = Object.keys(codes).filter((engine) => packageOfEngine[engine] === packageComponent.name);
  return engines.length > 0
    ? { ...packageComponent, components: engines.map((engine) => sealedComponent(engine, codes[engine])) }
    : packageComponent;
}

const dashNote = 'inside dash.js; the version is the one that its package asks for';
const commandLineNote = 'inside the command line only';

/** Polyfills that the licence file of dash.js names, without a version. */
const polyfills = [
  ['buffer', 'MIT'],
  ['ieee754', 'BSD-3-Clause'],
  ['String.fromCodePoint', 'MIT']
].map(([name, id]) => ({ type: 'library', 'bom-ref': `dashjs:${name}`, name, licenses: [{ license: { id } }] }));

/**
 * Returns the CycloneDX bill of materials of a release: every package whose code is in `dist/`, with its licence and the hash of the
 * package, and the hash of each engine that is sealed from a package. It has no serial number and no date, so that the same sources result
 * in the same bytes.
 * @param {string} version
 * @param {Readonly<Record<string, string>>} sealedCodes the code of each sealed engine, by its name
 */
export function billOfMaterials(version, sealedCodes) {
  const root = purlOf('jet-player', version);
  const bundledComponents = bundledPackages.map((name) => component(name, lockedPackage(name)));
  const dashComponents = dashPackages().map((name) => component(name, lockedPackage(name, 'dashjs'), dashNote));
  const commandLineComponents = commandLinePackages.map((name) => component(name, lockedPackage(name), commandLineNote));
  const icons = {
    type: 'library',
    'bom-ref': `pkg:npm/lucide@${lucideVersion}`,
    name: 'lucide',
    version: lucideVersion,
    licenses: [{ expression: 'ISC AND MIT' }],
    properties: [{ name: 'jet-player:note', value: 'the paths of the icons' }]
  };
  const sortedRefs = (list) => list.map(({ 'bom-ref': ref }) => ref).sort();
  const dashRef = purlOf('dashjs', lockedPackage('dashjs').version);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'library', 'bom-ref': root, name: 'jet-player', version, licenses: [{ license: { id: 'MIT' } }], purl: root }
    },
    components: [
      ...bundledComponents.map((each) => withSealedEngines(each, sealedCodes)),
      icons,
      ...commandLineComponents,
      ...dashComponents,
      ...polyfills
    ],
    dependencies: [
      { ref: root, dependsOn: sortedRefs([...bundledComponents, icons, ...commandLineComponents]) },
      { ref: dashRef, dependsOn: sortedRefs([...dashComponents, ...polyfills]) }
    ]
  };
}

/** Rollup plugin that writes `sbom.cdx.json`. */
export const sbom = ({ version }) => ({
  name: 'sbom',
  async generateBundle() {
    const codes = Object.fromEntries(await Promise.all(engineNames.map(async (engine) => [engine, await sealedCode(engine)])));
    this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source: `${JSON.stringify(billOfMaterials(version, codes), null, 2)}\n` });
  }
});
