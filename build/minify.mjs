import { cached } from './cached.mjs';
import { minifyText } from './minify-text.mjs';

const inputFiles = ['minify', 'minify-text', 'ecmascript-globals'].map((name) => `build/${name}.mjs`);

/** Matches the comments at the start of a chunk that stay, such as the banner. */
const banners = /^(?:\/\*![\s\S]*?\*\/\s*)*/;

/** Rollup plugin that minifies each chunk. A chunk that has not changed since an earlier build comes from the cache. */
export const minify = () => ({
  name: 'minify',
  async renderChunk(code) {
    const [banner] = banners.exec(code);
    const key = { name: 'chunk', inputFiles, inputText: code };
    return { code: banner + (await cached(key, () => minifyText(code, { comments: false }))), map: null };
  }
});
