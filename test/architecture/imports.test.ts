import { describe, expect, it } from 'vitest';
import { upwardImports, layers, layerOf } from './layers.js';
import { loopsIn } from './loops.js';
import { importsOf, sources, type SourceFile } from './sources.js';

/** The folders from which each folder of `src/` may import, besides itself. Imports go down only. */
const allowedFolders: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  policy: [],
  i18n: [],
  media: ['policy', 'lib'],
  cast: ['media', 'lib'],
  cli: ['policy', 'lib'],
  ui: ['media', 'cast', 'i18n', 'lib'],
  embed: ['ui', 'media', 'i18n', 'lib']
};

/** The packages that each folder may import. The packages of engines are imported sealed, or for their types; the command line unpacks with two. */
const allowedPackages: Readonly<Record<string, RegExp>> = {
  ui: /^lit(\/|$)/,
  media: /^(sealed:)?(hls\.js|eme\.js|dashjs|dash\.js|imsc\.js|protection\.js|c2pa\.js|mediabunny(\.js)?)$/,
  cli: /^node:|^(?:fflate|modern-tar)$/
};

const folderOf = (path: string): string => (path.includes('/') ? path.split('/')[0]! : '');

/** The imports of a file that its folder does not allow. */
function violations(file: SourceFile): string[] {
  const folder = folderOf(file.path);
  if (folder === '') return [];
  return importsOf(file).filter((target) =>
    target.endsWith('.ts')
      ? folderOf(target) !== folder && !allowedFolders[folder]?.includes(folderOf(target))
      : !allowedPackages[folder]?.test(target)
  );
}

describe('the imports between the folders of src/', () => {
  it.each(sources.map((file) => [file.path, file] as const))('go down only in %s', (_, file) => {
    expect(violations(file)).toEqual([]);
  });

  it('are restricted for every folder', () => {
    expect([...new Set(sources.map(({ path }) => folderOf(path)))].filter((folder) => folder && !allowedFolders[folder])).toEqual([]);
  });

  it('canary: violations() finds a static, a dynamic and a package import that go up', () => {
    const file = {
      path: 'policy/rule.ts',
      text: `import { x } from '../media/network/guard.js';\nconst y = import("../ui/jet-player.js");\nimport 'lit';`
    };
    expect(violations(file)).toEqual(['media/network/guard.ts', 'ui/jet-player.ts', 'lit']);
  });

  it('include sealed engines only in the files of engines', () => {
    const importers = sources.filter(({ text }) => text.includes("import('sealed:"));
    expect(importers.map(({ path }) => path).sort()).toEqual([
      'media/engines/dash.ts',
      'media/engines/dash/drm.ts',
      'media/engines/dash/text/imsc.ts',
      'media/engines/file.ts',
      'media/engines/hls.ts',
      'media/engines/hls/drm.ts'
    ]);
  });
});

/**
 * These count as imports, here and above: every `import` and `export ... from`, type-only ones as well, `import '...'`, and `import('...')`
 * as an expression or in a type, in every TypeScript file of `src/` that is not a declaration file. Files are read as text, so a comment
 * counts as well if it contains `import('./x.js')` or has a line that begins with a whole import statement.
 */
describe('loopsIn()', () => {
  it('finds no import loop in src/', () => {
    expect(loopsIn(new Map(sources.map((file) => [file.path, importsOf(file)])))).toEqual([]);
  });

  it.each([
    ['a value', `import { b } from './b.js';`],
    ['a type', `import type { B } from './b.js';`],
    ['a type among values', `import {\n  c,\n  type B\n} from './b.js';`],
    ['a re-exported type', `export type { B } from './b.js';`],
    ['a re-export of everything', `export * from './b.js';`],
    ['an import for its side effect', `import './b.js';`],
    ['a dynamic import', `const load = () => import('./b.js');`],
    ['the type of a dynamic import', `let code: typeof import('./b.js');`]
  ])('canary: loopsIn() finds a loop that is closed by %s', (_, text) => {
    const files: SourceFile[] = [
      { path: 'lib/a.ts', text },
      { path: 'lib/b.ts', text: `import './c.js';` },
      { path: 'lib/c.ts', text: `import type { A } from './a.js';\nimport './d.js';` },
      { path: 'lib/d.ts', text: '' }
    ];
    expect(loopsIn(new Map(files.map((file) => [file.path, importsOf(file)])))).toEqual([['lib/a.ts', 'lib/b.ts', 'lib/c.ts']]);
  });

  it('canary: loopsIn() finds a file that imports itself', () => {
    const file = { path: 'lib/a.ts', text: `import { a } from './a.js';` };
    expect(loopsIn(new Map([[file.path, importsOf(file)]]))).toEqual([['lib/a.ts']]);
  });
});

describe.each(Object.entries(layers))('the layers of src/%s', (folder, ownLayers) => {
  const files = sources.filter(({ path }) => folderOf(path) === folder);

  it.each(files.map((file) => [file.path, file] as const))('contain no import from a higher layer in %s', (path, file) => {
    expect(upwardImports(path, importsOf(file))).toEqual([]);
  });

  it('contain every file, and name no path without a file', () => {
    expect(files.filter(({ path }) => !layerOf(path)).map(({ path }) => path)).toEqual([]);
    const paths = ownLayers.flatMap(([, ...inLayer]) => inLayer);
    const isUsed = (path: string) => files.some((file) => file.path === `${folder}/${path}` || file.path.startsWith(`${folder}/${path}`));
    expect(paths.filter((path) => !isUsed(path))).toEqual([]);
  });
});

it('canary: upwardImports() finds an import from a higher layer, including one of a type', () => {
  const file = {
    path: 'media/recovery/health.ts',
    text: `import type { PlayerSession } from '../session/session.js';\nimport { features } from '../features/index.js';\nimport { Guard } from '../network/guard.js';`
  };
  expect(upwardImports(file.path, importsOf(file))).toEqual(['media/session/session.ts', 'media/features/index.ts']);
});

/** The largest number of files directly in a folder of `src/`. */
const rootLimits = { media: 12, ui: 8 };

/** The files directly in a folder of `src/`. */
const rootFiles = (folder: string, paths: readonly string[]): string[] =>
  paths.filter((path) => path.startsWith(`${folder}/`) && path.split('/').length === 2);

it.each(Object.entries(rootLimits))('src/%s has at most %i files outside its subfolders', (folder, limit) => {
  const files = rootFiles(
    folder,
    sources.map(({ path }) => path)
  );
  expect(files.length > limit ? files : []).toEqual([]);
});

it('canary: rootFiles() does not return the files of subfolders', () => {
  expect(rootFiles('ui', ['ui/view.ts', 'ui/host/clip.ts', 'media/view.ts'])).toEqual(['ui/view.ts']);
});
