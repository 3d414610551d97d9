/** The module loader of a single script: each part runs once, when it is first required. */
const runtime = `
const ready = {};
const ask = (name) => {
  const known = ready[name];
  if (known) return known;
  const given = (ready[name] = {});
  parts[name](given, ask);
  return given;
};`;

/** The variable to which a part is assigned while it is minified, because the minifier would remove an unused function. */
const slot = '$part=';

/** The Rollup output options of a build that `single` turns into one script. */
export const parts = { format: 'cjs', exports: 'named', esModule: false, dynamicImportInCjs: false, chunkFileNames: '[name].js' };

/**
 * Rollup plugin for a build in the format `cjs`: puts its files into one classic script, each as a function. Until the page needs a part, the
 * browser only pre-parses its function, and runs none of it before the first frame.
 *
 * Functions that run at once are in parentheses. V8 takes that as a hint to compile them on a background thread while the script is still
 * arriving, instead of pre-parsing them first and compiling them when they are called.
 */
export function single({ file, banner }) {
  return {
    name: 'single',
    // Runs before the minifier, so that it shortens `exports` and `require` too.
    renderChunk: (code) => ({ code: `${slot}(exports, require) => {${code}\n};`, map: null }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
        const { fileName: entry } = chunks.find(({ isEntry }) => isEntry);
        const atOnce = new Set([entry]);
        for (const name of atOnce) for (const imported of bundle[name].imports) atOnce.add(imported);
        for (const { fileName } of chunks) delete bundle[fileName];
        const texts = chunks.map(({ fileName, code }) => {
          if (!code.startsWith(slot)) throw new Error(`${fileName} is no longer a single function.`);
          const part = code.slice(slot.length).trim().replace(/;$/, '');
          return `'./${fileName}':${atOnce.has(fileName) ? `(${part})` : part}`;
        });
        const source = `${banner}\n(()=>{const parts={${texts.join(',\n')}};${runtime.replace(/\n\s*/g, '')}ask('./${entry}')})();\n`;
        this.emitFile({ type: 'asset', fileName: file, source });
      }
    }
  };
}
