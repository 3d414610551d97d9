import { readFileSync } from 'node:fs';
import * as mandatoryTests from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import { csaf_2_0_strict } from '@secvisogram/csaf-validator-lib/schemaTests.js';
import validate from '@secvisogram/csaf-validator-lib/validate.js';
import { describe, expect, it } from 'vitest';
import { fileNameOf, securityAdvisory, vexDocument, type SecurityData } from '../../../build/release/csaf.mjs';

const data = JSON.parse(readFileSync('build/release/advisories.json', 'utf8')) as SecurityData;
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Returns what the validator of the BSI reports: the strict schema, and all tests that CSAF 2.0 calls mandatory. */
async function errorsOf(document: object) {
  const { tests } = await validate([csaf_2_0_strict, ...Object.values(mandatoryTests)], document);
  return tests.flatMap(({ name, errors }) => errors.map(({ message, instancePath }) => `${name}: ${instancePath} ${message}`));
}

/** A vulnerability of an included package that does not affect the player; such data are possible, but there are none yet. */
const notAffected = {
  cve: 'CVE-2020-0001',
  component: 'dash.js',
  flag: 'vulnerable_code_not_present',
  impact: 'The build removes the function that contains the vulnerability.'
};

describe('the security advisories in CSAF 2.0', () => {
  it.each(data.advisories)('$id follows the schema and the mandatory tests', async (advisory) => {
    expect(await errorsOf(securityAdvisory(data, advisory))).toEqual([]);
  });

  it('canary: a score that does not match its vector, and a missing property, are reported', async () => {
    const [advisory] = data.advisories;
    const wrongScore = securityAdvisory(data, { ...advisory!, cvss: { ...advisory!.cvss, score: 9.8 } });
    expect((await errorsOf(wrongScore)).length).toBeGreaterThan(0);
    expect((await errorsOf({ ...securityAdvisory(data, advisory!), product_tree: undefined })).length).toBeGreaterThan(0);
  });

  it('are those of SECURITY.md, with the same title, weakness and fixed version', () => {
    const text = readFileSync('SECURITY.md', 'utf8');
    const ids = [...text.matchAll(/^### (JET-\d{4}-\d{3})/gm)].map(([, id]) => id);
    expect(data.advisories.map(({ id }) => id)).toEqual(ids);
    for (const { cwe, fixedVersion } of data.advisories) {
      expect(text).toContain(cwe.id);
      expect(text).toContain(`| Fixed in | ${fixedVersion} |`);
    }
  });

  it('have the file names that CSAF 2.0 requires', () => {
    expect(['JET-2026-001', 'JET-VEX-0.1.0'].map(fileNameOf)).toEqual(['jet-2026-001.json', 'jet-vex-0_1_0.json']);
  });
});

describe('the VEX document of a release', () => {
  it('follows the schema and the mandatory tests, with and without vulnerabilities of included packages', async () => {
    for (const list of [[], [notAffected]]) expect(await errorsOf(vexDocument({ ...data, notAffected: list }, version))).toEqual([]);
  });

  it('canary: a justification that CSAF 2.0 does not have is reported', async () => {
    const wrong = vexDocument({ ...data, notAffected: [{ ...notAffected, flag: 'no_idea' }] }, version);
    expect((await errorsOf(wrong)).length).toBeGreaterThan(0);
  });

  it('says that a release is fixed from the version of the fix on, and affected before', async () => {
    const [advisory] = data.advisories;
    const statusOf = (release: string) =>
      vexDocument({ ...data, advisories: [{ ...advisory!, fixedVersion: '0.10.0' }] }, release).vulnerabilities.map(
        ({ product_status: status }) => Object.keys(status)[0]
      );
    expect(['0.9.1', '0.10.0', '0.11.0', '1.0.0'].flatMap(statusOf)).toEqual(['known_affected', 'fixed', 'fixed', 'fixed']);
    const affected = vexDocument({ ...data, advisories: [{ ...advisory!, fixedVersion: '0.10.0' }] }, '0.9.1');
    expect(await errorsOf(affected)).toEqual([]);
  });

  it('is refused when no vulnerability is known', () => {
    expect(() => vexDocument({ ...data, advisories: [], notAffected: [] }, version)).toThrow('needs at least one vulnerability');
  });
});
