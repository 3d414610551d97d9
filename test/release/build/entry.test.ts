import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';

/** Returns the static imports of a module, which load before it runs. */
const staticImportsOf = (code: string): string[] =>
  parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body.flatMap((node) =>
    'source' in node && node.source ? [String(node.source.value)] : []
  );

describe('the entry module', () => {
  it('is one file without static imports, so the first paint needs no other request', () => {
    expect(staticImportsOf(readFileSync('dist/jet-player.js', 'utf8'))).toEqual([]);
  });

  it('loads the chunks of playback in parallel, because none of them statically imports a chunk that loads later', () => {
    const playbackChunks = readdirSync('dist/chunks')
      .filter((file) => /^(?:engine|playback|prefetch)-/.test(file))
      .map((file) => ({ file, imports: staticImportsOf(readFileSync(`dist/chunks/${file}`, 'utf8')) }))
      .filter(({ imports }) => imports.includes('../jet-player.js'));
    const playbackImports = playbackChunks.filter(({ file }) => !file.startsWith('engine-')).map(({ file }) => `./${file}`);
    const laterChunks = playbackChunks
      .flatMap(({ imports }) => imports)
      .filter((name) => name !== '../jet-player.js' && !playbackImports.includes(name));
    expect(playbackChunks.length).toBe(6);
    expect(laterChunks).toEqual([]);
  });

  it('loads the interface in one file, which imports only the entry', () => {
    const files = readdirSync('dist/chunks').filter((file) => file.startsWith('interface-'));
    expect(files.map((file) => staticImportsOf(readFileSync(`dist/chunks/${file}`, 'utf8')))).toEqual([['../jet-player.js']]);
  });

  it('canary: staticImportsOf() finds imports and re-exports, and no dynamic import', () => {
    expect(staticImportsOf("import './a.js'; export { b } from './b.js'; const c = import('./c.js');")).toEqual(['./a.js', './b.js']);
  });
});
