import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { seal } from './rollup.seal.mjs';

const entries = { 'jet-player': 'src/index.ts', media: 'src/media/index.ts', policy: 'src/policy/index.ts' };

/** A sealed engine is minified already and is one huge function; taking it apart again costs minutes and gains nothing. */
const plugins = ({ minified }) => [
  seal(),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  ...(minified ? [terser({ ecma: 2022, module: true, compress: { passes: 2 }, format: { comments: false } })] : [])
];

const modules = (dir, options) => ({
  input: entries,
  output: { dir, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', sourcemap: false },
  ...options
});

export default [
  // For a page without a build step: everything inside, engines in chunks beside it.
  modules('dist', {
    plugins: [nodeResolve({ browser: true, exportConditions: ['browser', 'production'] }), ...plugins({ minified: true })]
  }),
  // For npm: Lit stays outside, so that a project has it once; not minified, for the project's own build does that.
  modules('dist/npm', { external: /^lit/, plugins: [nodeResolve(), ...plugins({ minified: false })] }),
  // One classic script with everything; the engines lie in it as functions that nobody has called yet.
  {
    input: 'src/bundle.ts',
    output: { file: 'dist/jet-player.bundle.js', format: 'iife', inlineDynamicImports: true, sourcemap: false },
    plugins: [nodeResolve({ browser: true, exportConditions: ['browser', 'production'] }), ...plugins({ minified: true })]
  }
];
