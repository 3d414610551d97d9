import { readFileSync } from 'node:fs';
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

  it('canary: what a module brings with it is seen', () => {
    expect(broughtBy("import './a.js'; export { b } from './b.js'; const c = import('./c.js');")).toEqual(['./a.js', './b.js']);
  });
});
