import { minify as terser } from 'terser';
import { cached } from './cached.mjs';
import { nthIdentifier } from './letters.mjs';
import { languageNames } from './seal.mjs';

/** Reserves the names of the language, because a sealed engine, which is inserted later, refers to the language by them. */
const mangle = { nth_identifier: nthIdentifier, reserved: [...languageNames] };
const options = { ecma: 2022, module: true, compress: { passes: 2 }, mangle, format: { comments: /^!/ } };
const inputFiles = ['minify', 'letters', 'seal'].map((name) => `build/${name}.mjs`);

/** Rollup plugin that minifies each chunk. A chunk that has not changed since an earlier build comes from the cache. */
export const minify = () => ({
  name: 'minify',
  async renderChunk(code) {
    const key = { name: 'chunk', inputFiles, inputText: code };
    return { code: await cached(key, async () => (await terser(code, options)).code), map: null };
  }
});
