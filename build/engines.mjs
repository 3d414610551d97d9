import { cached } from './cached.mjs';

const buildFiles = (...names) => names.map((name) => `build/${name}.mjs`);

/** The files that change the code of an engine's package. */
export const changeFiles = buildFiles(
  'seal',
  'remove-functions',
  'remove-logs',
  'replace-texts',
  'filter-property-names',
  'webpack-modules',
  'linear-time-patches'
);

/** The files from which an engine is built; a change to any of them rebuilds it. */
const inputFiles = [...changeFiles, ...buildFiles('ecmascript-globals', 'minify-text')];

/** The engines. The largest are first, because they take longest to build. */
export const engineNames = ['dash.js', 'hls.js', 'mediabunny.js', 'eme.js', 'imsc.js', 'protection.js', 'c2pa.js'];

/** Returns the code of a sealed engine, cached, because building one takes seconds. It imports the tools only if it must build it. */
export const sealedCode = (name) => cached({ name, inputFiles }, async () => (await import('./seal.mjs')).sealEngine(name));

/** Returns the placeholder of an engine until the code around it is minified. */
const placeholderFor = (name) => `$sealed_${name.replace('.', '_')}`;

/** Returns a pattern for the placeholder as a whole word, because bundlers derive variable names from it. */
const placeholderPattern = (name) => new RegExp(`(?<![\\w$])\\${placeholderFor(name)}(?![\\w$])`);

/** Replaces each placeholder with its engine. @throws Error if a placeholder occurs twice in a chunk, or is not a whole value there */
async function insertEngines(code) {
  let result = code;
  for (const name of engineNames.filter((each) => placeholderPattern(each).test(code))) {
    const pieces = result.split(placeholderPattern(name));
    if (pieces.length !== 2 || !/[=:,?(]\s*$/.test(pieces[0]))
      throw new Error(`The placeholder of ${name} must occur once in a chunk, as a value.`);
    result = pieces.join(await sealedCode(name));
  }
  return result === code ? null : { code: result, map: null };
}

/**
 * Rollup plugin that seals an engine: `import seal from 'sealed:hls.js'` yields `(realm) => Hls`.
 *
 * Inside, every free identifier that is not part of the language (`window`, `fetch`, `document`, `Worker`, or one that only a later release
 * uses) is a property of `realm`. The engine cannot use anything that the realm does not contain. Its code runs when the function is
 * called, not when the module is imported, so the single script contains both engines without evaluating them.
 *
 * A sealed engine is already minified, so this plugin inserts it after the minifier has run, and every build contains the same bytes. The
 * minifier must therefore not give the global names of the language (`ecmaScriptGlobals`) to variables around the engine.
 * @returns {import('rollup').Plugin}
 */
export function insertSealedEngines() {
  const prefix = 'sealed:';
  return {
    name: 'seal',
    resolveId: (id) => (id.startsWith(prefix) ? { id: `\0${id}`, moduleSideEffects: false } : null),
    load: (id) => (id.startsWith(`\0${prefix}`) ? `export default ${placeholderFor(id.slice(prefix.length + 1))};` : null),
    renderChunk: { order: 'post', handler: insertEngines }
  };
}
