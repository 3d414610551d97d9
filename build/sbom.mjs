import { readFileSync } from 'node:fs';
import { bundledPackages, lucideVersion } from './licenses.mjs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

/** Returns the lock file's entry for a package, in the version that the package `from` imports. */
const lockedPackage = (name, from = '') => packages[`node_modules/${from}/node_modules/${name}`] ?? packages[`node_modules/${name}`];

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

/** Returns the packages that dash.js was built from, as its `package.json` declares them, because it publishes no lock file. */
function dashDependencies(entry = lockedPackage('dashjs'), found = new Map()) {
  for (const name of Object.keys(entry.dependencies ?? {}))
    if (!found.has(name)) {
      found.set(name, lockedPackage(name, 'dashjs'));
      dashDependencies(found.get(name), found);
    }
  return found;
}

const dashNote = 'inside dash.js; the version is the one that its package asks for';

/** Polyfills that the licence file of dash.js names, without a version. */
const polyfills = [
  ['buffer', 'MIT'],
  ['ieee754', 'BSD-3-Clause'],
  ['String.fromCodePoint', 'MIT']
].map(([name, id]) => ({ type: 'library', 'bom-ref': `dashjs:${name}`, name, licenses: [{ license: { id } }] }));

/**
 * Returns the CycloneDX bill of materials of a release: every package whose code is in `dist/`, with its licence and the hash of the
 * package. It has no serial number and no date, so that the same sources result in the same bytes.
 */
export function billOfMaterials(version) {
  const root = purlOf('jet-player', version);
  const bundledComponents = bundledPackages.map((name) => component(name, lockedPackage(name)));
  const bundledRefs = new Set(bundledComponents.map(({ 'bom-ref': ref }) => ref));
  const dashComponents = [...dashDependencies()]
    .map(([name, entry]) => component(name, entry, dashNote))
    .filter(({ 'bom-ref': ref }) => !bundledRefs.has(ref));
  const icons = {
    type: 'library',
    'bom-ref': `pkg:npm/lucide@${lucideVersion}`,
    name: 'lucide',
    version: lucideVersion,
    licenses: [{ license: { id: 'ISC' } }],
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
    components: [...bundledComponents, icons, ...dashComponents, ...polyfills],
    dependencies: [
      { ref: root, dependsOn: sortedRefs([...bundledComponents, icons]) },
      { ref: dashRef, dependsOn: sortedRefs([...dashComponents, ...polyfills]) }
    ]
  };
}

/** Rollup plugin that writes `sbom.cdx.json`. */
export const sbom = ({ version }) => ({
  name: 'sbom',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source: `${JSON.stringify(billOfMaterials(version), null, 2)}\n` });
  }
});
