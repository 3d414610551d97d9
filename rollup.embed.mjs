import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const fromRoot = (path) => new URL(path, import.meta.url);

/** The generator of the command line, compiled in memory, so that the page in `dist/` is made by the same code as every other. */
async function generator() {
  const entryPoints = [fileURLToPath(fromRoot('src/cli/embed/files.ts'))];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The copy that lies ready in `dist/`: media and pages of its own host, wherever that is. */
const openPlan = { tier: 'strict', address: undefined, media: ["'self'"], pages: ["'self'"] };

/** Puts the style sheet and the page beside the script, with the hashes of both. */
const page = () => ({
  name: 'embed-page',
  async generateBundle(_, bundle) {
    const chunk = Object.values(bundle).find(({ type }) => type === 'chunk');
    const css = await readFile(fromRoot('src/embed/page.css'), 'utf8');
    const { code: style } = await transform(css, { loader: 'css', minify: true, target: 'es2022' });
    const { servedFiles } = await generator();
    const files = servedFiles(openPlan, { script: Buffer.from(chunk.code), style: Buffer.from(style) });
    for (const [fileName, source] of Object.entries(files))
      if (fileName !== chunk.fileName) this.emitFile({ type: 'asset', fileName, source });
  }
});

/**
 * `dist/embed/`: the embed page with its one script and its style; for pages without a build step, the client of an embedded
 * player and the maker of snippets, as modules without a dependency.
 */
export const embedBuilds = ({ banner, plugins }) => [
  {
    input: 'src/embed/page.ts',
    output: { file: 'dist/embed/jet-embed.js', banner, format: 'iife', inlineDynamicImports: true },
    plugins: [...plugins(), page()]
  },
  {
    input: { client: 'src/embed/client.ts', snippet: 'src/cli/embed/snippet.ts' },
    output: { dir: 'dist/embed', format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    plugins: plugins()
  }
];
