import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { bundled } from '../../../build/licenses.mjs';
import { billOfMaterials } from '../../../build/sbom.mjs';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const { version, dependencies } = JSON.parse(read('package.json')) as { version: string; dependencies: Record<string, string> };
const bill = billOfMaterials(version);
const named = bill.components.map(({ name }: { name: string }) => name);

/** The published schema of CycloneDX, with the two that it refers to. */
function schema() {
  const require = createRequire(import.meta.url);
  const folder = require.resolve('@cyclonedx/cyclonedx-library/package.json').replace('package.json', 'res/schema/');
  const of = (file: string) => JSON.parse(readFileSync(folder + file, 'utf8')) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
  for (const file of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json'])
    ajv.addSchema(of(file), `http://cyclonedx.org/schema/${file}`);
  return ajv.compile(of('bom-1.6.SNAPSHOT.schema.json'));
}

describe('the bill of materials', () => {
  it('follows the schema of CycloneDX 1.6', () => {
    const validate = schema();
    void validate(bill);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...bill, components: [{ name: 'without a type' }] }), 'canary').toBe(false);
  });

  it('names everything that is built in, and everything that is installed with it', () => {
    expect(named).toEqual(expect.arrayContaining([...bundled, ...Object.keys(dependencies)]));
    expect(read('dist/sbom.cdx.json')).toBe(`${JSON.stringify(bill, null, 2)}\n`);
  });

  it('every component has a licence, and those of the lock file their hash', () => {
    const bare = bill.components.filter(
      ({ licenses, purl, hashes }) => !licenses?.length || (purl && !/^[0-9a-f]{128}$/.test(hashes[0].content))
    );
    expect(bare).toEqual([]);
  });

  it('contains nothing that differs from one build to the next', () => {
    expect(Object.keys(bill)).not.toContain('serialNumber');
    expect(Object.keys(bill.metadata)).toEqual(['component']);
  });

  it('the banner of every script names the engines with their versions and licences', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> };
    for (const file of ['jet-player.js', 'jet-player.bundle.js', 'npm/jet-player.js', 'embed/jet-embed.js']) {
      const [line = ''] = read(`dist/${file}`).split('\n');
      expect(line).toContain(`/*! jet-player ${version} | MIT`);
      expect(line).toContain(`hls.js ${packages['node_modules/hls.js']!.version} (Apache-2.0)`);
      expect(line).toContain(`dashjs ${packages['node_modules/dashjs']!.version} (BSD-3-Clause)`);
    }
  });
});
