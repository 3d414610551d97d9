import { describe, expect, it } from 'vitest';
import { importsOf, sources, type SourceFile } from './sources.js';

/** What each folder of `src/` may import from; its own files always. Imports go down only. */
const below: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  policy: [],
  i18n: [],
  media: ['policy', 'lib'],
  cast: ['media', 'lib'],
  cli: ['policy', 'lib'],
  ui: ['media', 'cast', 'i18n', 'lib'],
  embed: ['ui', 'media', 'i18n', 'lib']
};

/** Packages, by the folder that may import them. An engine's package is imported sealed, and for its types. */
const packages: Readonly<Record<string, RegExp>> = {
  ui: /^lit(\/|$)/,
  media: /^(sealed:)?(hls\.js|eme\.js|dashjs|dash\.js|imsc\.js|protection\.js)$/,
  cli: /^node:/
};

const folderOf = (path: string): string => (path.includes('/') ? path.split('/')[0]! : '');

/** The imports of a file that its folder does not allow. */
function violations(file: SourceFile): string[] {
  const folder = folderOf(file.path);
  if (folder === '') return [];
  return importsOf(file).filter((target) =>
    target.endsWith('.ts') ? folderOf(target) !== folder && !below[folder]?.includes(folderOf(target)) : !packages[folder]?.test(target)
  );
}

describe('imports go down only', () => {
  it.each(sources.map((file) => [file.path, file] as const))('%s', (_, file) => {
    expect(violations(file)).toEqual([]);
  });

  it('knows every folder', () => {
    expect([...new Set(sources.map(({ path }) => folderOf(path)))].filter((folder) => folder && !below[folder])).toEqual([]);
  });

  it('canary: an import that goes up is found, static, dynamic or bare', () => {
    const file = {
      path: 'policy/rule.ts',
      text: `import { x } from '../media/guard.js';\nconst y = import("../ui/jet-player.js");\nimport 'lit';`
    };
    expect(violations(file)).toEqual(['media/guard.ts', 'ui/jet-player.ts', 'lit']);
  });

  it('only an engine brings a sealed engine', () => {
    const bringers = sources.filter(({ text }) => text.includes("import('sealed:"));
    expect(bringers.map(({ path }) => path).sort()).toEqual([
      'media/engines/dash.ts',
      'media/engines/dash/drm.ts',
      'media/engines/dash/imsc.ts',
      'media/engines/hls.ts',
      'media/engines/hls/drm.ts'
    ]);
  });
});
