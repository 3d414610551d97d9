import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { parse } from 'acorn';
import { analyze } from 'eslint-scope';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { minify } from 'terser';
import { swapModules } from './rollup.webpack.mjs';

const fromRoot = (path) => new URL(path, import.meta.url);
const inModules = (path) => fileURLToPath(fromRoot(`node_modules/${path}`));
const versionOf = async (name) => JSON.parse(await readFile(fromRoot(`node_modules/${name}/package.json`), 'utf8')).version;

/**
 * The names of the language itself: they compute, and reach neither the network nor a store nor the page.
 * `Function` and `eval` are not among them: they compile text in the page's own scope.
 */
export const languageNames = new Set(
  `Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array Float64Array
  Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect
  RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap
  WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape isFinite isNaN parseFloat parseInt
  undefined unescape`.split(/\s+/)
);

/** The free identifiers of a module's text, sorted: everything it takes from the world around it. */
export function freeNames(code) {
  const ast = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true });
  const { globalScope } = analyze(ast, { ecmaVersion: 2022, sourceType: 'module' });
  return [...new Set(globalScope.through.map((reference) => reference.identifier.name))].sort();
}

/** What hls.js leaves out at build time: each is a way to contact or to identify, and this player needs none of them. */
const hlsFlags = {
  __USE_ALT_AUDIO__: true,
  __USE_SUBTITLES__: true,
  __USE_EME_DRM__: true,
  __USE_MEDIA_CAPABILITIES__: true,
  __USE_M2TS_ADVANCED_CODECS__: true,
  __USE_IFRAMES__: true,
  __USE_CMCD__: false,
  __USE_CONTENT_STEERING__: false,
  __USE_VARIABLE_SUBSTITUTION__: false,
  __USE_INTERSTITIALS__: false,
  __IN_WORKER__: false,
  __HLS_WORKER_BUNDLE__: 'undefined'
};

/** hls.js is built from its sources; its part for protected media is one of its own, which takes a constructor's slot. */
const hls = async (input) => ({
  input,
  plugins: [
    replace({
      preventAssignment: true,
      delimiters: ['', ''],
      values: {
        '__USE_EME_DRM__ ? EMEController : undefined': 'undefined',
        ...hlsFlags,
        __VERSION__: JSON.stringify(await versionOf('hls.js')),
        // A video's ownerDocument is the one way back from an element to the page's own document.
        'videoEl.ownerDocument.': 'self.document.'
      }
    }),
    esbuild({ include: /\.ts$/, exclude: [], target: 'es2022', tsconfig: false })
  ]
});

/** imsc.js without what draws, for its text is shown by the player. What it reads XML with would also be a stream of Node's. */
const imsc = () => {
  const dashRequires = createRequire(inModules('dashjs/package.json'));
  const inImsc = (file) => dashRequires.resolve(`imsc/src/main/js/${file}.js`);
  const absent = Object.fromEntries(
    ['sax', 'imscNames', 'imscStyles', 'imscUtils', 'Buffer'].map((name) => [`typeof ${name} ===`, "'undefined' ==="])
  );
  const noStream = { "require('stream').Stream": 'Object', "require('string_decoder').StringDecoder": 'undefined' };
  return {
    input: `export { fromXML } from '${inImsc('doc')}'; export { generateISD } from '${inImsc('isd')}';`,
    plugins: [replace({ preventAssignment: true, delimiters: ['', ''], values: { ...absent, ...noStream } })]
  };
};

const engines = {
  'hls.js': () =>
    hls(`export { default as Hls } from '${inModules('hls.js/src/hls.ts')}';
      export { default as BaseLoader } from '${inModules('hls.js/src/utils/base-loader.ts')}';
      export { shouldRetry } from '${inModules('hls.js/src/utils/error-helper.ts')}';`),
  'eme.js': () => hls(`export { default } from '${inModules('hls.js/src/controller/eme-controller.ts')}';`),
  // The build without MetricsReporting, so that no report about a viewer can be made; Protection is a part of its own.
  'dash.js': () => ({ input: `export { MediaPlayer } from '${inModules('dashjs/dist/modern/esm/dash.mediaplayer.min.js')}';` }),
  'imsc.js': imsc,
  'protection.js': () => ({ input: `export { default } from '${inModules('dashjs/dist/modern/esm/dash.protection.min.js')}';` })
};

/** What a manifest could do with an engine even inside its seal, taken out of its text: what is there, and what stands there instead. */
const mends = {
  // A playlist says how many segments it leaves out, and hls.js makes room for each, whatever the number.
  'hls.js': [
    [
      'skipAttrs.decimalInteger("SKIPPED-SEGMENTS")',
      'Math.max(0, Math.min(skipAttrs.decimalInteger("SKIPPED-SEGMENTS"), 1e5 - level.skippedSegments))'
    ]
  ],
  // An event of this scheme has its address called, to tell what is watched. No text is equal to a symbol.
  'dash.js': [['"urn:mpeg:dash:event:callback:2015"', 'Symbol()']]
};

/** A part of dash.js that does nothing, with all that the rest, or its part for protected media, calls of it. */
const idle = (methods) =>
  `function(e,t){const none={initialize(){},reset(){},setConfig(){},${methods}};t.default=()=>({getInstance:()=>none})}`;
const unmarked = `applyCmcdToRequest(){},isCmcdEnabled:()=>false,getCmcdParametersFromManifest:()=>({}),
  getCmcdRequestInterceptors:()=>[],getCmcdResponseReceivedInterceptors:()=>[]`;
const unheard =
  'parseResponseHeaders:()=>null,getMaxBitrate:()=>-1,getEstimatedThroughput:()=>null,getResponseDelay:()=>null,getRoundTripTime:()=>null';

/** Modules of dash.js, each by what is found in no other, and what stands in its place; all that only they called for is then left out. */
const swaps = {
  'dash.js': [
    // What reads TTML is a part of its own, and here a slot: few films have such captions, and it is a sixth of dash.js.
    ['.renderHTML=', 'function(e){e.exports=imsc}'],
    // Marks on requests that tell who watches what and how (CTA-5004), and what a server wants of a viewer's player (CTA-5006).
    ['name="CmcdController"', idle(unmarked)],
    ['name="CmsdModel"', idle(unheard)],
    ['CmcdTransmissionMode:', "function(e,t){t.CMCD_PARAM='CMCD';t.CmcdTransmissionMode={}}"]
  ]
};

/** @throws where a later release of the engine has not got the text any more */
function mend(name, code) {
  return (mends[name] ?? []).reduce((text, [found, instead]) => {
    if (text.split(found).length !== 2) throw new Error(`${name} does not have ${found} once.`);
    return text.replace(found, () => instead);
  }, code);
}

const logs = new Set(['log', 'debug', 'info', 'warn', 'error', 'fatal']);
const isText = (node) =>
  ['String', 'TemplateString'].includes(node?.TYPE) || (node?.TYPE === 'Binary' && (isText(node.left) || isText(node.right)));

/** Whether a call writes words to a log. Both engines' logs are off, and are not to be carried to every viewer: 16 KB of them. */
const isLog = ({ expression, args }) => logs.has(expression.property) && isText(args[0]);
const compress = { passes: 2, pure_funcs: (call) => !isLog(call) };

async function sealEngine(name) {
  const { input, plugins = [] } = await engines[name]();
  const entry = { name: 'entry', resolveId: (id) => (id === 'entry' ? id : null), load: (id) => (id === 'entry' ? input : null) };
  const build = await rollup({ input: 'entry', plugins: [entry, ...plugins, nodeResolve({ browser: true }), commonjs()], onLog() {} });
  const { output } = await build.generate({
    format: 'iife',
    name: 'engine',
    exports: 'auto',
    inlineDynamicImports: true,
    sourcemap: false
  });
  const mended = mend(name, output[0].code).replace(/\/\/# sourceMappingURL=.*/g, '');
  const body = swaps[name] ? swapModules(mended, swaps[name]) : mended;
  const taken = freeNames(body).filter((free) => !languageNames.has(free));
  const sealed = `export default function (realm) { 'use strict'; const { ${taken.join(', ')} } = realm; ${body}\nreturn engine; }`;
  return (await minify(sealed, { module: true, ecma: 2022, compress })).code;
}

/** Minifying an engine takes seconds, so the result is kept, under a name made of everything that went into it. */
async function sealedCode(name) {
  const key = createHash('sha256')
    .update(await readFile(new URL(import.meta.url)))
    .update(await readFile(fromRoot('rollup.webpack.mjs')))
    .update(await readFile(fromRoot('package-lock.json')));
  const folder = fromRoot('node_modules/.cache/jet-player/');
  const file = new URL(`${name}-${key.digest('hex').slice(0, 16)}.js`, folder);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept) return kept;
  const code = await sealEngine(name);
  await mkdir(folder, { recursive: true });
  await writeFile(file, code);
  return code;
}

/**
 * Rollup plugin that seals an engine: `import seal from 'sealed:hls.js'` yields `(realm) => Hls`.
 *
 * Inside, every free identifier that is not the language's own (`window`, `fetch`, `document`, `Worker`, or one that a later
 * release comes to use) is a property of `realm`. What the realm does not hold, the engine does not have. Its code runs at the
 * call and never at import, so the single script carries both engines unevaluated.
 */
export function seal() {
  const prefix = 'sealed:';
  return {
    name: 'seal',
    resolveId: (id) => (id.startsWith(prefix) ? { id: `\0${id}`, moduleSideEffects: false } : null),
    load: (id) => (id.startsWith(`\0${prefix}`) ? sealedCode(id.slice(prefix.length + 1)) : null)
  };
}
