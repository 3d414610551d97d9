import { fileURLToPath } from 'node:url';

/** The source of the module loader in a single script: each module runs once, when it is first required. */
const loaderSource = `
const loaded = {};
const load = (name) => {
  const known = loaded[name];
  if (known) return known;
  const exported = (loaded[name] = {});
  modules[name](exported, load);
  return exported;
};`;

/** Assigns a module to a variable while it is minified, because the minifier would remove an unused function. */
const assignment = '$module=';

/** The kinds of source for which there is a script of its own, `jet-player.NAME.bundle.js`, with the engines for it only. */
export const sourceTypes = ['hls', 'dash', 'file'];

/** Returns the file name of the script with everything, or with the engines for one kind of source. */
export const scriptName = (sourceType) => `jet-player${sourceType ? `.${sourceType}` : ''}.bundle.js`;

/** The folder whose modules list the engines of a build: `all.ts`, and one for each kind of source. */
const listsFolder = new URL('../src/media/engines/included/', import.meta.url);

/** Rollup plugin that includes only the engines for one kind of source. */
export const onlyEnginesFor = (sourceType) => ({
  name: 'only-engines',
  resolveId: (id) => (id.endsWith('/included/all.js') ? fileURLToPath(new URL(`${sourceType}.ts`, listsFolder)) : null)
});

/** Rollup plugin that leaves out the code of Content Credentials, because its reader is a file of its own. */
export const noCredentials = {
  name: 'no-credentials',
  resolveId: (id) =>
    id.endsWith('/lazy/load-credentials.js') ? fileURLToPath(new URL('../src/ui/lazy/no-credentials.ts', import.meta.url)) : null
};

/** The Rollup output options of a build that `singleScript` turns into one script. */
export const scriptOptions = { format: 'cjs', exports: 'named', esModule: false, dynamicImportInCjs: false, chunkFileNames: '[name].js' };

/**
 * Rollup plugin for a build in the format `cjs` that puts its files into one classic script, each as a function. The browser only
 * pre-parses a function until the page needs it.
 *
 * Functions that run immediately are in parentheses, so V8 compiles them on a background thread while the script is still being downloaded.
 * Otherwise it would pre-parse them first, and compile them when they are called.
 */
export function singleScript({ file, banner }) {
  return {
    name: 'single-script',
    // Runs before the minifier, which then shortens `exports` and `require` too.
    renderChunk: (code) => ({ code: `${assignment}(exports, require) => {${code}\n};`, map: null }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
        const { fileName: entry } = chunks.find(({ isEntry }) => isEntry);
        const immediateFiles = new Set([entry]);
        for (const name of immediateFiles) for (const imported of bundle[name].imports) immediateFiles.add(imported);
        for (const { fileName } of chunks) delete bundle[fileName];
        const texts = chunks.map(({ fileName, code }) => {
          if (!code.startsWith(assignment)) throw new Error(`${fileName} is no longer a single function.`);
          const module = code.slice(assignment.length).trim().replace(/;$/, '');
          return `'./${fileName}':${immediateFiles.has(fileName) ? `(${module})` : module}`;
        });
        const source = `${banner}\n(()=>{const modules={${texts.join(',\n')}};${loaderSource.replace(/\n\s*/g, '')}load('./${entry}')})();\n`;
        this.emitFile({ type: 'asset', fileName: file, source });
      }
    }
  };
}
