import { context, formatMessages } from 'esbuild';
import { pageOf } from '../embed.mjs';
import { engineNames, sealedCode } from '../engines.mjs';

/** Inserts the sealed engines, so that development uses the same engines as a release. */
const sealed = {
  name: 'sealed',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^sealed:/ }, ({ path }) => ({ path: path.slice('sealed:'.length), namespace: 'sealed' }));
    onLoad({ filter: /.*/, namespace: 'sealed' }, async ({ path }) => ({ contents: `export default ${await sealedCode(path)}` }));
  }
};

/** Leaves the engines in files of their own, so that a change of the sources does not write them again. */
const sealedAsFiles = {
  name: 'sealed-as-files',
  setup({ onResolve }) {
    onResolve({ filter: /^sealed:/ }, ({ path }) => ({ path: `/dist/${path.replace(':', '/')}`, external: true }));
  }
};

const options = {
  bundle: true,
  write: false,
  outdir: 'dist',
  target: 'es2022',
  conditions: ['browser', 'production'],
  logLevel: 'silent'
};

const modules = {
  'jet-player': 'src/index.ts',
  media: 'src/media/index.ts',
  policy: 'src/policy/index.ts',
  'embed/client': 'src/embed/client.ts',
  'embed/snippet': 'src/cli/embed/snippet.ts'
};
const scripts = { 'jet-player.bundle': 'src/bundle.ts', 'embed/jet-embed': 'src/embed/page.ts' };

/** Runs a build, and resolves to its files by their paths in `dist/`. */
async function filesOf(build) {
  const files = new Map();
  for (const { path, contents } of (await build.rebuild()).outputFiles)
    files.set(path.replaceAll('\\', '/').split('/dist/').at(-1), Buffer.from(contents));
  return files;
}

/** Formats an error for a terminal. */
const errorTextOf = async (error) =>
  error.errors ? (await formatMessages(error.errors, { kind: 'error' })).join('\n').trim() : error.message;

/**
 * Builds the files that the demo's pages load, under their names in `dist/`. The two scripts that contain everything take longest, so they are
 * built only when a page requests one of them, and the reload of another page does not wait for them.
 */
export async function prepareBuild() {
  const [asModules, asScripts] = await Promise.all([
    context({
      ...options,
      plugins: [sealedAsFiles],
      entryPoints: modules,
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]'
    }),
    context({ ...options, plugins: [sealed], entryPoints: scripts, format: 'iife' })
  ]);
  let files = new Map();
  let scriptFiles;
  async function buildScripts() {
    const built = await filesOf(asScripts);
    for (const [name, text] of Object.entries(await pageOf(built.get('embed/jet-embed.js')))) built.set(`embed/${name}`, Buffer.from(text));
    return built;
  }
  return {
    /** Builds what has changed. Resolves to the errors as text; empty if there are none. */
    async rebuild() {
      try {
        files = await filesOf(asModules);
        scriptFiles = undefined;
        return '';
      } catch (error) {
        return errorTextOf(error);
      }
    },
    /** Resolves to a file. @param {string} name its path in `dist/` @returns {Promise<Buffer | undefined>} */
    async file(name) {
      const [, engine] = /^sealed\/(.+)$/.exec(name) ?? [];
      if (engineNames.includes(engine)) return Buffer.from(`export default ${await sealedCode(engine)}`);
      if (files.has(name) || !/^(?:jet-player\.bundle\.js$|embed\/)/.test(name)) return files.get(name);
      scriptFiles ??= buildScripts();
      return (await scriptFiles).get(name);
    }
  };
}
