import { brotliCompressSync } from 'node:zlib';
import { ecmaScriptGlobals } from '../ecmascript-globals.mjs';
import { reachOf } from './reach.mjs';

/**
 * What a sealed engine asks of its environment: `names` of its realm, `members` of its global object, document and navigator, how often it
 * contains each of the `ways` to the page, and its `bytes`, compressed with Brotli.
 * @typedef {{ names: readonly string[], members: readonly string[], ways: Readonly<Record<string, number>>, bytes: number }} Census
 */

/**
 * Returns the census of a sealed engine.
 * @param {string} code the engine's function, an expression
 * @param {readonly { pattern: RegExp }[]} waysToPage
 * @returns {Census}
 */
export function censusOf(code, waysToPage) {
  const { freeNames, realmNames, members } = reachOf(`export default ${code}`);
  // A name that is free in the sealed function, and not one of the language, has escaped the realm.
  const escapedNames = freeNames.filter((name) => !ecmaScriptGlobals.has(name));
  return {
    names: [...new Set([...realmNames, ...escapedNames])].sort(),
    members,
    ways: Object.fromEntries(waysToPage.map(({ pattern }) => [pattern.source, code.match(pattern)?.length ?? 0])),
    bytes: brotliCompressSync(code).byteLength
  };
}
