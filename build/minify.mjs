import { cached } from './cached.mjs';
import { nthIdentifier } from './identifier-order.mjs';
import { ecmaScriptGlobals } from './ecmascript-globals.mjs';

/** Reserves the global names of the language, because the sealed engines, which are inserted later, use them. */
const mangle = { nth_identifier: nthIdentifier, reserved: [...ecmaScriptGlobals] };
const options = { ecma: 2022, module: true, compress: { passes: 2 }, mangle, format: { comments: /^!/ } };
const inputFiles = ['minify', 'identifier-order', 'ecmascript-globals'].map((name) => `build/${name}.mjs`);

async function minified(code) {
  const { minify: terser } = await import('terser');
  return (await terser(code, options)).code;
}

/** Rollup plugin that minifies each chunk. A chunk that has not changed since an earlier build comes from the cache. */
export const minify = () => ({
  name: 'minify',
  async renderChunk(code) {
    const key = { name: 'chunk', inputFiles, inputText: code };
    return { code: await cached(key, () => minified(code)), map: null };
  }
});
