import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';

/** The modules that a module brings with it, before it runs. */
const broughtBy = (code: string): string[] =>
  parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body.flatMap((node) =>
    'source' in node && node.source ? [String(node.source.value)] : []
  );

describe('the entry of the modules', () => {
  it('is one file: a browser asks for nothing more before the first paint', () => {
    expect(broughtBy(readFileSync('dist/jet-player.js', 'utf8'))).toEqual([]);
  });

  it('is followed by what begins to play, side by side: nothing of that is asked for only when another part has been read', () => {
    const parts = readdirSync('dist/chunks')
      .filter((file) => /^(?:begin|engine|head-start)-/.test(file))
      .map((file) => ({ file, brings: broughtBy(readFileSync(`dist/chunks/${file}`, 'utf8')) }))
      .filter(({ brings }) => brings.includes('../jet-player.js'));
    const shared = parts.filter(({ file }) => !file.startsWith('engine-')).map(({ file }) => `./${file}`);
    const late = parts.flatMap(({ brings }) => brings).filter((name) => name !== '../jet-player.js' && !shared.includes(name));
    expect(parts.length).toBe(5);
    expect(late).toEqual([]);
  });

  it('is followed by the interface in one file, which brings nothing further', () => {
    const files = readdirSync('dist/chunks').filter((file) => file.startsWith('interface-'));
    expect(files.map((file) => broughtBy(readFileSync(`dist/chunks/${file}`, 'utf8')))).toEqual([['../jet-player.js']]);
  });

  it('canary: what a module brings with it is seen', () => {
    expect(broughtBy("import './a.js'; export { b } from './b.js'; const c = import('./c.js');")).toEqual(['./a.js', './b.js']);
  });
});
