import { context, formatMessages } from 'esbuild';
import { embedPageFiles } from '../embed.mjs';
import { engineNames, sealedCode } from '../engines.mjs';

/** Plugin of esbuild that inserts the sealed engines, so that development uses the same engines as a release. */
const insertEngines = {
  name: 'sealed',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^sealed:/ }, ({ path }) => ({ path: path.slice('sealed:'.length), namespace: 'sealed' }));
    onLoad({ filter: /.*/, namespace: 'sealed' }, async ({ path }) => ({ contents: `export default ${await sealedCode(path)}` }));
  }
};

/** Plugin of esbuild that imports each engine from a file of its own, so that a change of the sources does not write the engines again. */
const referenceEngineFiles = {
  name: 'sealed-as-files',
  setup({ onResolve }) {
    onResolve({ filter: /^sealed:/ }, ({ path }) => ({ path: `/dist/${path.replace(':', '/')}`, external: true }));
  }
};

const commonOptions = {
  bundle: true,
  write: false,
  outdir: 'dist',
  target: 'es2022',
  conditions: ['browser', 'production'],
  logLevel: 'silent'
};

const moduleEntries = {
  'jet-player': 'src/index.ts',
  media: 'src/media/index.ts',
  policy: 'src/policy/index.ts',
  'embed/client': 'src/embed/client.ts',
  'embed/snippet': 'src/cli/embed/snippet.ts'
};
const scriptEntries = { 'jet-player.bundle': 'src/bundle.ts', 'embed/jet-embed': 'src/embed/page.ts' };

/** Runs a build of esbuild, and resolves to its files by their paths in `dist/`. */
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
 * Builds the files that the demo's pages load, under their names in `dist/`. The two scripts that contain everything take longest, so they
 * are built only when a page requests one of them, and the reload of another page does not wait for them.
 */
export async function prepareBuild() {
  const [moduleBuild, scriptBuild] = await Promise.all([
    context({
      ...commonOptions,
      plugins: [referenceEngineFiles],
      entryPoints: moduleEntries,
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]'
    }),
    context({ ...commonOptions, plugins: [insertEngines], entryPoints: scriptEntries, format: 'iife' })
  ]);
  let moduleFiles = new Map();
  let scriptFilesPromise;
  async function buildScripts() {
    const scriptFiles = await filesOf(scriptBuild);
    for (const [name, text] of Object.entries(await embedPageFiles(scriptFiles.get('embed/jet-embed.js'))))
      scriptFiles.set(`embed/${name}`, Buffer.from(text));
    return scriptFiles;
  }
  return {
    /** Builds what has changed. Resolves to the errors as text; empty if there are none. */
    async rebuild() {
      try {
        moduleFiles = await filesOf(moduleBuild);
        scriptFilesPromise = undefined;
        return '';
      } catch (error) {
        return errorTextOf(error);
      }
    },
    /** Resolves to a file. @param {string} name its path in `dist/` @returns {Promise<Buffer | undefined>} */
    async file(name) {
      const [, engine] = /^sealed\/(.+)$/.exec(name) ?? [];
      if (engineNames.includes(engine)) return Buffer.from(`export default ${await sealedCode(engine)}`);
      if (moduleFiles.has(name) || !/^(?:jet-player\.bundle\.js$|embed\/)/.test(name)) return moduleFiles.get(name);
      scriptFilesPromise ??= buildScripts();
      return (await scriptFilesPromise).get(name);
    }
  };
}
