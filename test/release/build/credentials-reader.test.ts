import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ecmaScriptGlobals } from '../../../build/ecmascript-globals.mjs';
import { sealedCode } from '../../../build/engines.mjs';
import { reachOf } from '../../../build/engines-check/reach.mjs';
import { waysToPage } from './census.js';
import { dist, readBuiltFile } from './built-files.js';

const worker = readBuiltFile('credentials/worker.js');
const sealed = await sealedCode('c2pa.js');
const ownCode = worker.replace(sealed, '0');

/** The names that the glue of the WebAssembly reads from its realm, exactly; `src/media/credentials/worker/realm.ts` defines some of them. */
const realmNames = `AbortController FileReaderSync FinalizationRegistry Headers Request Response TextDecoder TextEncoder WebAssembly
  clearTimeout console fetch global globalThis module queueMicrotask self setTimeout toString window`.split(/\s+/);

/** Returns the names of a destructured object: `a:b,c:d` has `a` and `c`. */
const namesIn = (pattern = ''): (string | undefined)[] => pattern.split(',').map((pair) => pair.split(':')[0]);
/** Returns the names that code reaches beyond the language. */
const outsideLanguage = (code: string): string[] => reachOf(code).freeNames.filter((name) => !ecmaScriptGlobals.has(name));
/** Returns the ways to the page that code contains. */
const waysIn = (code: string): string[] => waysToPage.filter(({ pattern }) => code.match(pattern)).map(({ pattern }) => pattern.source);

describe('the reader of Content Credentials', () => {
  it('contains the sealed glue, and the WebAssembly of the package unchanged', () => {
    expect(worker.split(sealed)).toHaveLength(2);
    const packaged = readFileSync(new URL('../../../node_modules/@contentauth/c2pa-wasm/pkg/c2pa_bg.wasm', import.meta.url));
    expect(readFileSync(new URL('credentials/c2pa.wasm', dist)).equals(packaged)).toBe(true);
  });

  it('has no free identifiers in its sealed part, and reads exactly the listed names from its realm', () => {
    const code = `export default ${sealed}`;
    expect(outsideLanguage(code)).toEqual([]);
    expect(namesIn(/(?:let|const)\{([^}]*)\}=e;/.exec(sealed)?.[1])).toEqual(realmNames);
    expect(waysIn(code)).toEqual([]);
  });

  it('gives its realm neither the network nor storage, and reaches nothing else itself', () => {
    expect(outsideLanguage(ownCode)).toEqual(['addEventListener', 'globalThis', 'postMessage']);
    const given = /let\{([^}]*)\}=globalThis/
      .exec(ownCode)?.[1]
      ?.split(',')
      .map((pair) => pair.split(':')[0]);
    expect(given).toEqual(['FileReaderSync', 'FinalizationRegistry', 'TextDecoder', 'TextEncoder', 'WebAssembly', 'crypto', 'performance']);
    expect(ownCode.match(/globalThis\.\w+/g)).toEqual(
      expect.arrayContaining(['globalThis.queueMicrotask', 'globalThis.setTimeout', 'globalThis.clearTimeout'])
    );
    expect(ownCode.match(/globalThis\.\w+/g)).toHaveLength(3);
  });

  it('canary: a capability that is added to either part is found', () => {
    expect(outsideLanguage(`export default ${sealed.replace(/\}$/, ';fetch("https://a.test/")}')}`)).not.toEqual([]);
    expect(outsideLanguage(`${ownCode};new EventSource("https://a.test/")`)).toContain('EventSource');
    expect(waysIn(`${sealed};import("https://a.test/")`)).not.toEqual([]);
  });
});
