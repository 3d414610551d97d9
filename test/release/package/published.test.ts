import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../consumers/project.js';
import { documents } from '../../docs/documents.js';

const run = promisify(execFile);

/** The entries without types: files for editors, every file by its path; and the languages, of which one is checked for all. */
const entriesWithoutTypes = [
  'custom-elements.json',
  'vscode.html-custom-data.json',
  'web-types.json',
  'dist/*',
  'package.json',
  'locales/*'
];

/** The ways to resolve a module that are not for ECMAScript modules. */
const otherResolutions = ['node10', 'node16-cjs'];

/** Returns the findings of are-the-types-wrong in a tarball about ECMAScript modules, each with its entry or file. */
async function typeProblems(tarball: string): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(tarball))), {
    includeEntrypoints: ['./locales/nl'],
    excludeEntrypoints: entriesWithoutTypes.map((path) => `./${path}`)
  });
  if (!result.types) return ['the package has no types'];
  return result.problems
    .filter((problem) => !('resolutionKind' in problem && otherResolutions.includes(problem.resolutionKind)))
    .map((problem) => `${problem.kind}: ${'entrypoint' in problem ? problem.entrypoint : JSON.stringify(problem)}`);
}

/** Returns the files that a document links to or shows, from the root of the package, without pages of the demo, which are not packed. */
const linksOf = (name: string): readonly string[] =>
  (documents.find(({ file }) => file === name)?.links ?? [])
    .filter((href) => !/^(?:https?:|mailto:|#)/.test(href))
    .map((href) => posix.join(posix.dirname(name), href.replace(/#.*/, '')))
    .filter((file) => !file.startsWith('demo/pages/'));

/** The documents that are packed together with every file that they link to. */
const packedDocuments = documents.map(({ file }) => file).filter((file) => file === 'README.md' || file.startsWith('docs/'));

describe('the package as it is published', { timeout: 120_000 }, () => {
  let temporaryPackage: Awaited<ReturnType<typeof pack>>;
  let tarball = '';
  let folder = '';
  let files: readonly string[] = [];
  beforeAll(async () => {
    ({ tarball, folder } = temporaryPackage = await pack());
    const { stdout } = await run('tar', ['-xvzf', tarball, '-C', folder]);
    files = stdout.split('\n').map((file) => file.replace('package/', ''));
  });
  afterAll(() => temporaryPackage[Symbol.asyncDispose]());

  it('has no finding of publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: join(folder, 'package'), strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has no finding of are-the-types-wrong for ECMAScript modules', async () => {
    expect(await typeProblems(tarball)).toEqual([]);
  });

  it('canary: publint and are-the-types-wrong detect a wrong entry', async () => {
    const broken = join(folder, 'broken');
    await cp(join(folder, 'package'), broken, { recursive: true });
    const manifest = JSON.parse(await readFile(join(broken, 'package.json'), 'utf8')) as { exports: Record<string, object> };
    manifest.exports['./media'] = { types: './dist/types/none.d.ts', default: './dist/npm/none.js' };
    await writeFile(join(broken, 'package.json'), JSON.stringify({ ...manifest, scripts: {} }));
    const { messages } = await publint({ pkgDir: broken, strict: true, pack: false });
    expect(messages.map(({ code }) => code)).toContain('FILE_DOES_NOT_EXIST');
    await run('npm', ['pack'], { cwd: broken });
    expect((await typeProblems(join(broken, basename(tarball)))).join()).toContain('./media');
  });

  it('contains the licences, the hashes, the bill of materials and the files for editors, and no test', async () => {
    for (const file of [
      'LICENSE',
      'README.md',
      'PRIVACY.md',
      'CHANGELOG.md',
      'dist/THIRD-PARTY.txt',
      'dist/integrity.json',
      'dist/sbom.cdx.json'
    ])
      expect(files).toContain(file);
    for (const file of entriesWithoutTypes.filter((name) => /-|web/.test(name))) expect(files).toContain(`dist/${file}`);
    const linkedFiles = packedDocuments.flatMap(linksOf);
    expect(files.filter((file) => /^(?:test|src|demo)\/|\.stamp|\.map$/.test(file) && !linkedFiles.includes(file))).toEqual([]);
  });

  it('contains every file that the README and the guides link to or show', () => {
    expect(linksOf('README.md').length).toBeGreaterThan(15);
    expect(packedDocuments.flatMap(linksOf).length).toBeGreaterThan(60);
    expect(packedDocuments.flatMap((name) => linksOf(name).filter((file) => !files.includes(file)))).toEqual([]);
  });
});
