import { readFileSync } from 'node:fs';
import { versionOf } from './licenses.mjs';
import { minify } from './minify.mjs';

/** Rollup plugin that copies the WebAssembly that reads Content Credentials next to the worker that runs it, unchanged. */
const copyReader = {
  name: 'credentials-reader',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'c2pa.wasm',
      source: readFileSync('node_modules/@contentauth/c2pa-wasm/pkg/c2pa_bg.wasm')
    });
  }
};

const reader = '@contentauth/c2pa-wasm';
const bannerOf = (version) => `/*! jet-player ${version} | MIT | runs ${reader} ${versionOf(reader)} (MIT) | see THIRD-PARTY.txt */`;

/** The build of `dist/credentials/`: the worker that reads Content Credentials, as a classic script, and its WebAssembly. */
export const credentialsBuild = ({ version, compile }) => ({
  input: { worker: 'src/media/credentials/worker/worker.ts' },
  output: { dir: 'dist/credentials', banner: bannerOf(version), format: 'iife', entryFileNames: '[name].js' },
  plugins: [...compile(), minify(), copyReader]
});
