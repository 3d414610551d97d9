import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);

interface Package {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly sideEffects: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
}
const { exports: entries, sideEffects, dependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as Package;

const modules = Object.entries(entries).flatMap(([name, target]) => (typeof target === 'object' ? [{ name, ...target }] : []));
const namedModules = modules.filter(({ name }) => !name.includes('*'));

/** Runs a script in a new Node process in which every network API throws, and returns its output. */
function runInNode(script: string): string {
  const networkTrap = `for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'])
    globalThis[name] = function () { console.error('network: ' + name); process.exit(1); };\n`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', networkTrap + script], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe'
  });
}

describe('every entry of the package', () => {
  it.each(namedModules)('has code and types: $name', ({ types, default: code }) => {
    expect([types, code].filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });

  it.each([...namedModules.map(({ name }) => name), './locales/nl'])('can be imported without a DOM, and makes no request: %s', (name) => {
    const output = runInNode(`const entry = await import('jet-player${name.slice(1)}');
      if (typeof document !== 'undefined') throw new Error('a document was made up');
      console.log(Object.keys(entry).length);`);
    expect(Number(output)).toBeGreaterThan(0);
  });

  it('canary: runInNode() throws for code that makes a request', () => {
    expect(() => runInNode(`fetch('https://elsewhere.example')`)).toThrow(/network: fetch/);
  });

  it('is marked as having side effects exactly if it defines the element', () => {
    const defining = [...new Set(namedModules.map(({ default: code }) => code))].filter((code) =>
      /^defineElements\(\);/m.test(readFileSync(new URL(code, root), 'utf8'))
    );
    expect(sideEffects.filter((file) => file.startsWith('./dist/npm/')).sort()).toEqual(defining.sort());
  });
});

describe('the package', () => {
  it('has at most three dependencies', () => {
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(3);
  });
});
