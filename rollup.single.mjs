/** How the parts of one script find each other: each runs once, when it is first asked for. */
const runtime = `
const ready = {};
const ask = (name) => {
  const known = ready[name];
  if (known) return known;
  const given = (ready[name] = {});
  parts[name](given, ask);
  return given;
};`;

/** What a part is assigned to while it is minified: a function that nobody uses would be left out. */
const slot = '$part=';

/**
 * Rollup plugin for a build in the format `cjs`: puts its files into one classic script, each as a function. What a page has not asked
 * for yet is text to the browser, which it skips, and not a program that it has to run before the first picture.
 *
 * What runs at once stands in brackets: by them V8 knows a function that is worth compiling while the script still comes in, beside the
 * page's own thread, and not a second time when it is called.
 */
export function single({ file, banner }) {
  return {
    name: 'single',
    // Before it is minified, so that the names by which a part is given and asks are shortened with all others.
    renderChunk: (code) => ({ code: `${slot}(exports, require) => {${code}\n};`, map: null }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
        const { fileName: entry } = chunks.find(({ isEntry }) => isEntry);
        const atOnce = new Set([entry]);
        for (const name of atOnce) for (const imported of bundle[name].imports) atOnce.add(imported);
        for (const { fileName } of chunks) delete bundle[fileName];
        const parts = chunks.map(({ fileName, code }) => {
          if (!code.startsWith(slot)) throw new Error(`${fileName} is not one function any more.`);
          const part = code.slice(slot.length).trim().replace(/;$/, '');
          return `'./${fileName}':${atOnce.has(fileName) ? `(${part})` : part}`;
        });
        const source = `${banner}\n(()=>{const parts={${parts.join(',\n')}};${runtime.replace(/\n\s*/g, '')}ask('./${entry}')})();\n`;
        this.emitFile({ type: 'asset', fileName: file, source });
      }
    }
  };
}
