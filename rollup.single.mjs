/** How the files in one script find each other: each runs once, when it is first asked for. */
const runtime = `
const ready = {};
const require = (name) => {
  const known = ready[name];
  if (known) return known;
  const exports = (ready[name] = {});
  files[name](exports, require);
  return exports;
};`;

/**
 * Rollup plugin for a build in the format `cjs`: puts its files into one classic script, each as a function. What a page has not asked
 * for yet is text to the browser, which it skips, and not a program that it has to run before the first picture.
 */
export function single({ file, banner }) {
  return {
    name: 'single',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
        for (const { fileName } of chunks) delete bundle[fileName];
        const files = chunks.map(({ fileName, code }) => `'./${fileName}'(exports,require){${code.trim()}\n}`);
        const { fileName: entry } = chunks.find(({ isEntry }) => isEntry);
        const source = `${banner}\n(()=>{const files={${files.join(',\n')}};${runtime.replace(/\n\s*/g, '')}require('./${entry}')})();\n`;
        this.emitFile({ type: 'asset', fileName: file, source });
      }
    }
  };
}
