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

/** Files for editors, and every file by its path: neither has types. One language stands for all. */
const withoutTypes = ['custom-elements.json', 'vscode.html-custom-data.json', 'web-types.json', 'dist/*', 'package.json', 'locales/*'];

/** How modules are resolved that are not ECMAScript modules. */
const otherModules = ['node10', 'node16-cjs'];

/** The findings of are-the-types-wrong in a tarball about ECMAScript modules, each with its entry or file. */
async function wrongTypes(tarball: string): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(tarball))), {
    includeEntrypoints: ['./locales/nl'],
    excludeEntrypoints: withoutTypes.map((path) => `./${path}`)
  });
  if (!result.types) return ['the package has no types'];
  return result.problems
    .filter((problem) => !('resolutionKind' in problem && otherModules.includes(problem.resolutionKind)))
    .map((problem) => `${problem.kind}: ${'entrypoint' in problem ? problem.entrypoint : JSON.stringify(problem)}`);
}

/** The files that a document links to or shows, from the root of the package; pages of the demo are part of the repository only. */
const linksOf = (name: string): readonly string[] =>
  (documents.find(({ file }) => file === name)?.links ?? [])
    .filter((href) => !/^(?:https?:|mailto:|#)/.test(href))
    .map((href) => posix.join(posix.dirname(name), href.replace(/#.*/, '')))
    .filter((file) => !file.startsWith('demo/pages/'));

/** The documents that are in the package with everything that they link to. */
const shipped = documents.map(({ file }) => file).filter((file) => file === 'README.md' || file.startsWith('docs/'));

describe('the package as it is published', { timeout: 120_000 }, () => {
  let packed: Awaited<ReturnType<typeof pack>>;
  let tarball = '';
  let folder = '';
  let files: readonly string[] = [];
  beforeAll(async () => {
    ({ tarball, folder } = packed = await pack());
    const { stdout } = await run('tar', ['-xvzf', tarball, '-C', folder]);
    files = stdout.split('\n').map((file) => file.replace('package/', ''));
  });
  afterAll(() => packed[Symbol.asyncDispose]());

  it('publint reports nothing', async () => {
    const { messages, pkg } = await publint({ pkgDir: join(folder, 'package'), strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('are-the-types-wrong finds nothing wrong for modules', async () => {
    expect(await wrongTypes(tarball)).toEqual([]);
  });

  it('canary: both detect a package with a wrong entry', async () => {
    const broken = join(folder, 'broken');
    await cp(join(folder, 'package'), broken, { recursive: true });
    const manifest = JSON.parse(await readFile(join(broken, 'package.json'), 'utf8')) as { exports: Record<string, object> };
    manifest.exports['./media'] = { types: './dist/types/none.d.ts', default: './dist/npm/none.js' };
    await writeFile(join(broken, 'package.json'), JSON.stringify({ ...manifest, scripts: {} }));
    const { messages } = await publint({ pkgDir: broken, strict: true, pack: false });
    expect(messages.map(({ code }) => code)).toContain('FILE_DOES_NOT_EXIST');
    await run('npm', ['pack'], { cwd: broken });
    expect((await wrongTypes(join(broken, basename(tarball)))).join()).toContain('./media');
  });

  it('carries the licences, the hashes, the bill of materials and the files for editors, and no test', async () => {
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
    for (const file of withoutTypes.filter((name) => /-|web/.test(name))) expect(files).toContain(`dist/${file}`);
    const shown = shipped.flatMap(linksOf);
    expect(files.filter((file) => /^(?:test|src|demo)\/|\.stamp|\.map$/.test(file) && !shown.includes(file))).toEqual([]);
  });

  it('every link and picture of the README and the guides is in it', () => {
    expect(linksOf('README.md').length).toBeGreaterThan(15);
    expect(shipped.flatMap(linksOf).length).toBeGreaterThan(60);
    expect(shipped.flatMap((name) => linksOf(name).filter((file) => !files.includes(file)))).toEqual([]);
  });
});
