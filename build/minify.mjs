import { minify as terser } from 'terser';
import { cached } from './cached.mjs';
import { nthIdentifier } from './identifier-order.mjs';
import { languageNames } from './seal.mjs';

/** Reserves the names of the language, because the sealed engines, which are inserted later, use them. */
const mangle = { nth_identifier: nthIdentifier, reserved: [...languageNames] };
const options = { ecma: 2022, module: true, compress: { passes: 2 }, mangle, format: { comments: /^!/ } };
const inputFiles = ['minify', 'identifier-order', 'seal'].map((name) => `build/${name}.mjs`);

/** Rollup plugin that minifies each chunk. A chunk that has not changed since an earlier build comes from the cache. */
export const minify = () => ({
  name: 'minify',
  async renderChunk(code) {
    const key = { name: 'chunk', inputFiles, inputText: code };
    return { code: await cached(key, async () => (await terser(code, options)).code), map: null };
  }
});
