import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { sealedCode } from '../../../build/engines.mjs';
import { bundledPackages, commandLinePackages, dashPackages } from '../../../build/bundled-packages.mjs';
import { billOfMaterials } from '../../../build/sbom.mjs';
import { engines, sealedFunctionOf } from '../build/built-files.js';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const { version, dependencies } = JSON.parse(read('package.json')) as { version: string; dependencies: Record<string, string> };
/** The code of each sealed engine in its built chunk, by the name of the engine. */
const sealedCodes = Object.fromEntries([
  ...engines.map((engine) => [`${engine}.js`, sealedFunctionOf(engine)]),
  ['c2pa.js', await sealedCode('c2pa.js')]
]) as Record<string, string>;
const bill = billOfMaterials(version, sealedCodes);
const packages = [...bundledPackages, ...commandLinePackages, ...dashPackages()];
const componentNames = bill.components.map(({ name }: { name: string }) => name);

/** Compiles the published schema of CycloneDX, with the two schemas that it refers to. */
function compileSchema() {
  const require = createRequire(import.meta.url);
  const folder = require.resolve('@cyclonedx/cyclonedx-library/package.json').replace('package.json', 'res/schema/');
  const readSchema = (file: string) => JSON.parse(readFileSync(folder + file, 'utf8')) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
  for (const file of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json'])
    ajv.addSchema(readSchema(file), `http://cyclonedx.org/schema/${file}`);
  return ajv.compile(readSchema('bom-1.6.SNAPSHOT.schema.json'));
}

describe('the bill of materials', () => {
  it('follows the schema of CycloneDX 1.6', () => {
    const validate = compileSchema();
    void validate(bill);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...bill, components: [{ name: 'without a type' }] }), 'canary').toBe(false);
  });

  it('names every package that is built in or installed as a dependency', () => {
    expect(componentNames).toEqual(expect.arrayContaining([...packages, ...Object.keys(dependencies)]));
    expect(read('dist/sbom.cdx.json')).toBe(`${JSON.stringify(bill, null, 2)}\n`);
  });

  it('is repeated by LICENSE and README, as far as a project with a licence of its own is built in', () => {
    const projects = ['hls.js', 'dash.js', 'mediabunny', 'imsc', 'sax', 'Lucide'];
    for (const file of ['LICENSE', 'README.md']) for (const project of projects) expect(read(file), file).toContain(project);
    for (const name of packages.filter((bundled) => !bundled.startsWith('@svta/')))
      expect(read('LICENSE'), name).toContain(name.replace('dashjs', 'dash.js').replace('lit-element', '@lit/reactive-element'));
  });

  it('has the text of the licence of each component in THIRD-PARTY.txt, by name and version', () => {
    const text = read('dist/THIRD-PARTY.txt');
    const titles = [...text.matchAll(/^(?:inside [\w .]+: )?(\S+ \d[\d.]*)\b.*\n-{80}\n/gm)].map(([, title]) => title);
    const expected = bill.components.filter((each: { version?: string }) => each.version);
    expect(titles.toSorted()).toEqual(expected.map(({ name, version: number }) => `${name} ${number}`).toSorted());
    expect(text).toContain(read('src/ui/icons/LICENSE').trim());
    for (const polyfill of ['buffer', 'fromcodepoint', 'ieee754']) expect(text).toContain(polyfill);
  });

  it('has a licence for every component, and a hash for those of the lock file', () => {
    const incompleteComponents = bill.components.filter(
      ({ licenses, purl, hashes }) => !licenses?.length || (purl && !/^[0-9a-f]{128}$/.test(hashes[0].content))
    );
    expect(incompleteComponents).toEqual([]);
  });

  it('has the hash of each sealed engine as it is in its chunk, and of each file that changes its package', () => {
    const sealed = bill.components.flatMap(({ components }) => components ?? []);
    expect(sealed.map(({ name }) => name).sort()).toEqual(['c2pa', ...engines].map((engine) => `${engine}.js, sealed`).sort());
    for (const { properties } of sealed) {
      const files = properties.map(({ value }: { value: string }) => value.split(' ')[0]);
      expect(files).toContain('build/linear-time-patches.mjs');
    }
    const changed = billOfMaterials(version, { ...sealedCodes, 'hls.js': `${sealedCodes['hls.js']} ` });
    expect(JSON.stringify(changed), 'canary').not.toBe(JSON.stringify(bill));
  });

  it('contains nothing that differs from one build to the next', () => {
    expect(Object.keys(bill)).not.toContain('serialNumber');
    expect(Object.keys(bill.metadata)).toEqual(['component']);
  });
});

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version: string }>>;
}

/** Returns what a banner says of each engine, by the kind of source that the engine plays. */
const engineTexts = (packages: LockFile['packages']) => ({
  hls: `hls.js ${packages['node_modules/hls.js']!.version} (Apache-2.0)`,
  dash: `dashjs ${packages['node_modules/dashjs']!.version} (BSD-3-Clause)`,
  file: `mediabunny ${packages['node_modules/mediabunny']!.version} (MPL-2.0)`
});

describe('the banner of every script', () => {
  it('names the engines with their versions and licences', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as LockFile;
    for (const file of ['jet-player.js', 'jet-player.bundle.js', 'npm/jet-player.js', 'embed/jet-embed.js']) {
      const [line = ''] = read(`dist/${file}`).split('\n');
      expect(line).toContain(`/*! jet-player ${version} | MIT`);
      for (const engine of Object.values(engineTexts(packages))) expect(line).toContain(engine);
    }
  });

  it.each(['hls', 'dash', 'file'])('names one engine in the script for %s', (type) => {
    const { packages } = JSON.parse(read('package-lock.json')) as LockFile;
    const [line = ''] = read(`dist/jet-player.${type}.bundle.js`).split('\n');
    const namedTypes = Object.entries(engineTexts(packages)).filter(([, text]) => line.includes(text));
    expect(namedTypes.map(([name]) => name)).toEqual([type]);
  });
});
