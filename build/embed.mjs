import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { noCredentials, scriptOptions, singleScript } from './single-script.mjs';

const fromRoot = (path) => new URL(`../${path}`, import.meta.url);

/**
 * Compiles the page generator of the command line in memory, and imports it, so that the same code generates the page in `dist/` and the
 * pages of `jet-player embed`.
 */
async function importPageGenerator() {
  const entryPoints = [fileURLToPath(fromRoot('src/cli/embed/files.ts'))];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The plan of the page in `dist/`: it loads media only from the host that serves it, and only pages of that host may embed it. */
const sameOriginPlan = { tier: 'strict', url: undefined, media: ["'self'"], pages: ["'self'"] };

/** Returns the style sheet and the page for a script, by file name. The page contains the hashes of the script and the style sheet. */
export async function embedPageFiles(script) {
  const css = await readFile(fromRoot('src/embed/page.css'), 'utf8');
  const { code: style } = await transform(css, { loader: 'css', minify: true, target: 'es2022' });
  const { servedFiles } = await importPageGenerator();
  return servedFiles(sameOriginPlan, { script: Buffer.from(script), style: Buffer.from(style) });
}

const scriptName = 'jet-embed.js';

/** Rollup plugin that writes the page and its style sheet next to the script. */
const writeEmbedPage = () => ({
  name: 'embed-page',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      for (const [fileName, source] of Object.entries(await embedPageFiles(bundle[scriptName].source)))
        if (fileName !== scriptName) this.emitFile({ type: 'asset', fileName, source });
    }
  }
});

/**
 * The builds of `dist/embed/`: the embed page with its script and style; and, for pages without a build step, the client of an embedded
 * player and the generator of snippets, as modules without dependencies.
 */
export const embedBuilds = ({ banner, compile, minify }) => ({
  'embed-page': {
    input: 'src/embed/page.ts',
    output: { dir: 'dist/embed', ...scriptOptions },
    plugins: [noCredentials, ...compile(), singleScript({ file: scriptName, banner }), minify(), writeEmbedPage()]
  },
  'embed-client': {
    input: { client: 'src/embed/client.ts', snippet: 'src/cli/embed/snippet.ts' },
    output: { dir: 'dist/embed', format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    plugins: [...compile(), minify()]
  }
});
