import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { parse } from 'acorn';
import { analyze } from 'eslint-scope';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { filterNames } from './filter-property-names.mjs';
import { ecmaScriptGlobals } from './ecmascript-globals.mjs';
import { linearTimePatches } from './linear-time-patches.mjs';
import { minifyText } from './minify-text.mjs';
import { removeFunctions } from './remove-functions.mjs';
import { removeLogs } from './remove-logs.mjs';
import { replaceTexts } from './replace-texts.mjs';
import { refuse } from './unapplied.mjs';
import { replaceModules } from './webpack-modules.mjs';

const fromRoot = (path) => new URL(`../${path}`, import.meta.url);
const inNodeModules = (path) => fileURLToPath(fromRoot(`node_modules/${path}`));
const inMediabunny = (path) => inNodeModules(`mediabunny/dist/modules/src/${path}.js`);
const versionOf = async (name) => JSON.parse(await readFile(fromRoot(`node_modules/${name}/package.json`), 'utf8')).version;

/** Returns the free identifiers of a module's code, sorted: everything that it uses from its environment. */
export function freeNames(code) {
  const ast = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true });
  const { globalScope } = analyze(ast, { ecmaVersion: 2022, sourceType: 'module' });
  return [...new Set(globalScope.through.map((reference) => reference.identifier.name))].sort();
}

/** The build flags of hls.js. False flags remove functions that contact a host or identify a viewer, which the player does not need. */
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

/**
 * Returns the build options of hls.js from its sources. The module for protected media is a separate sealed engine, which the player passes
 * in as a constructor.
 */
const hlsBuild = async (input) => ({
  input,
  values: {
    '__USE_EME_DRM__ ? EMEController : undefined': 'undefined',
    ...hlsFlags,
    __VERSION__: JSON.stringify(await versionOf('hls.js')),
    // The `ownerDocument` of the video element is the only path from it to the page's own document.
    'videoEl.ownerDocument.': 'self.document.'
  },
  plugins: [esbuild({ include: /\.ts$/, exclude: [], target: 'es2022', tsconfig: false })]
});

/** Returns the build options of imsc.js, without its renderer, because the player shows the text, and without the streams of Node.js. */
const imscBuild = () => {
  const dashRequires = createRequire(inNodeModules('dashjs/package.json'));
  const inImsc = (file) => dashRequires.resolve(`imsc/src/main/js/${file}.js`);
  const absentGlobals = Object.fromEntries(
    ['sax', 'imscNames', 'imscStyles', 'imscUtils', 'Buffer'].map((name) => [`typeof ${name} ===`, "'undefined' ==="])
  );
  const absentStreams = { "require('stream').Stream": 'Object', "require('string_decoder').StringDecoder": 'undefined' };
  return {
    input: `export { fromXML } from '${inImsc('doc')}'; export { generateISD } from '${inImsc('isd')}';`,
    values: { ...absentGlobals, ...absentStreams }
  };
};

/**
 * The build options of each engine. `values` are texts of its modules and their replacements; the module for protected media of hls.js needs
 * only some of them.
 */
const engineBuilds = {
  'hls.js': () =>
    hlsBuild(`export { default as Hls } from '${inNodeModules('hls.js/src/hls.ts')}';
      export { default as BaseLoader } from '${inNodeModules('hls.js/src/utils/base-loader.ts')}';
      export { shouldRetry } from '${inNodeModules('hls.js/src/utils/error-helper.ts')}';`),
  'eme.js': () => hlsBuild(`export { default } from '${inNodeModules('hls.js/src/controller/eme-controller.ts')}';`),
  // The build without MetricsReporting, so that it cannot report about a viewer. Protection is a separate engine.
  'dash.js': () => ({ input: `export { MediaPlayer } from '${inNodeModules('dashjs/dist/modern/esm/dash.mediaplayer.min.js')}';` }),
  'imsc.js': imscBuild,
  'protection.js': () => ({ input: `export { default } from '${inNodeModules('dashjs/dist/modern/esm/dash.protection.min.js')}';` }),
  // The glue of the WebAssembly that reads Content Credentials, without the code that signs or fetches the WebAssembly itself.
  'c2pa.js': () => ({ input: `export { initSync, WasmReader } from '${inNodeModules('@contentauth/c2pa-wasm/pkg/c2pa.js')}';` }),
  // The readers of containers, and the writer of the boxes of an init segment, but no decoder, no encoder, and no source that sends
  // requests.
  'mediabunny.js': () => ({
    input: `export { Input, CustomSource, EncodedPacketSink, MP4, QTFF, MATROSKA, WEBM, MP3, ADTS, FLAC, OGG } from '${inMediabunny('index')}';
      export { ftyp, moov } from '${inMediabunny('isobmff/isobmff-boxes')}';`,
    // The licence of each module is in THIRD-PARTY.txt, once.
    plugins: [{ name: 'licence', transform: (code) => ({ code: code.replace(/^\/\*![\s\S]*?\*\//, ''), map: null }) }]
  })
};

/** Replacements of code that a manifest could misuse even in a sealed engine: [text that occurs once in the engine, its replacement]. */
const patches = {
  // A playlist says how many segments it skips, and hls.js allocates an entry for each, without a limit.
  'hls.js': [
    [
      'skipAttrs.decimalInteger("SKIPPED-SEGMENTS")',
      'Math.max(0, Math.min(skipAttrs.decimalInteger("SKIPPED-SEGMENTS"), 1e5 - level.skippedSegments))'
    ]
  ],
  'dash.js': [
    // dash.js requests the URL of an event of this scheme, which reveals what is watched. No string is equal to a symbol.
    ['"urn:mpeg:dash:event:callback:2015"', 'Symbol()'],
    // A patch document (ISO/IEC 23009-1, 5.15) assigns values to properties of the parsed manifest by their paths. dash.js does not
    // request, accept or apply a patch, but fetches the whole manifest instead.
    ['const s=r.getPatchLocation(t),l=m.select(s);', 'const l=void 0;'],
    ['if(r.getIsPatch(e)){', 'if(false){'],
    ['"MPD"===e.nodeName||"Patch"===e.nodeName', '"MPD"===e.nodeName'],
    ['e.indexOf("MPD")>-1||e.indexOf("Patch")>-1', 'e.indexOf("MPD")>-1'],
    ['!t.MPD&&!t.Patch', '!t.MPD'],
    ['t.Patch?(t=t.Patch,t.add&&t.add.forEach((e=>o.run(e))),t.replace&&t.replace.forEach((e=>o.run(e)))):', ''],
    ['PATCH_LOCATION:"PatchLocation"', 'PATCH_LOCATION:Symbol()'],
    // dash.js composes streams in promises, which continue after `reset()` has emptied the adapter and would then reject without a handler.
    // An exception before a reset becomes an error event, like one that is thrown earlier in the same function.
    [
      '.catch((e=>{throw e}))',
      '.catch((e=>{if(!c.getValue())return;D.error(new Ve.default(be.default.MANIFEST_ERROR_ID_NOSTREAMS_CODE,e.message+" nostreamscomposed",c.getValue())),k=!0,rt()}))'
    ]
  ]
};

/** Functions that are removed from an engine. The build fails if a later release no longer has one of them. */
const removedFunctions = { 'dash.js': ['applyPatchToManifest', 'getIsPatch', 'getPatchLocation', 'getPatchOperations', 'isPatchValid'] };

/** Returns a module for dash.js that does nothing, with all methods that dash.js and its module for protected media call. */
const stubModule = (methods) =>
  `function(e,t){const none={initialize(){},reset(){},setConfig(){},${methods}};t.default=()=>({getInstance:()=>none})}`;
const cmcdStub = `applyCmcdToRequest(){},isCmcdEnabled:()=>false,getCmcdParametersFromManifest:()=>({}),
  getCmcdRequestInterceptors:()=>[],getCmcdResponseReceivedInterceptors:()=>[]`;
const cmsdStub =
  'parseResponseHeaders:()=>null,getMaxBitrate:()=>-1,getEstimatedThroughput:()=>null,getResponseDelay:()=>null,getRoundTripTime:()=>null';

/** Modules of dash.js, each identified by text that occurs in no other, and their replacements. Modules that only they used are removed. */
const moduleReplacements = {
  'dash.js': [
    // The TTML parser is a separate engine that is loaded on demand, because it is a sixth of dash.js, and few videos have such captions.
    ['.renderHTML=', 'function(e){e.exports=imsc}'],
    // CMCD (CTA-5004) adds to each request which viewer watches what, and how. With CMSD (CTA-5006), a server controls the viewer's player.
    ['name="CmcdController"', stubModule(cmcdStub)],
    ['name="CmsdModel"', stubModule(cmsdStub)],
    ['CmcdTransmissionMode:', "function(e,t){t.CMCD_PARAM='CMCD';t.CmcdTransmissionMode={}}"]
  ]
};

/** Applies the replacements of one file to an engine, except those whose text does not occur exactly once, as may happen with another release. */
const applyPatches = (code, replacements, file, onUnapplied) =>
  replacements.reduce((text, [original, replacement]) => {
    const count = text.split(original).length - 1;
    if (count === 1) return text.replace(original, () => replacement);
    onUnapplied({ file, change: original, reason: `The engine contains ${original} ${count} times, not once.` });
    return text;
  }, code);

/** Returns a log handler for Rollup that reports each imported module that does not exist, once. It would otherwise become a name of the realm. */
function missingModuleHandler(onMissing) {
  const reported = new Set();
  return (_, { code, exporter }) => {
    const module = exporter?.split('/node_modules/').at(-1);
    if (code !== 'UNRESOLVED_IMPORT' || reported.has(module)) return;
    reported.add(module);
    onMissing(module);
  };
}

/** Returns the bundled code of an engine with all changes that apply, before it is sealed. */
async function changedCode(name, onUnapplied) {
  const inThisFile = (change, reason) => onUnapplied({ file: 'build/seal.mjs', change, reason });
  const { input, values = {}, plugins = [] } = await engineBuilds[name]();
  const entry = { name: 'entry', resolveId: (id) => (id === 'entry' ? id : null), load: (id) => (id === 'entry' ? input : null) };
  const onUnused = (text) => name !== 'eme.js' && inThisFile(text, `No module of the engine contains ${text}.`);
  const build = await rollup({
    input: 'entry',
    plugins: [entry, ...replaceTexts(values, onUnused), ...plugins, nodeResolve({ browser: true }), commonjs()],
    // The module for protected media imports url-toolkit through another file and never calls it.
    treeshake: { moduleSideEffects: (id) => !id.includes('/url-toolkit/') },
    onLog: missingModuleHandler((module) => inThisFile(module, `The engine imports ${module}, which is not installed.`))
  });
  const { output } = await build.generate({
    format: 'iife',
    name: 'engine',
    exports: 'auto',
    inlineDynamicImports: true,
    sourcemap: false
  });
  const linear = applyPatches(output[0].code, linearTimePatches[name] ?? [], 'build/linear-time-patches.mjs', onUnapplied);
  const patched = applyPatches(linear, patches[name] ?? [], 'build/seal.mjs', onUnapplied).replace(/\/\/# sourceMappingURL=.*/g, '');
  const withoutFunctions = removedFunctions[name] ? removeFunctions(patched, removedFunctions[name], inThisFile) : patched;
  return moduleReplacements[name] ? replaceModules(withoutFunctions, moduleReplacements[name], inThisFile) : withoutFunctions;
}

/**
 * Returns the code of an engine's function: sealed, minified, guarded.
 * @param {string} name
 * @param {(unapplied: import('./unapplied.mjs').Unapplied) => void} [onUnapplied] receives each change that does not apply; without it, such
 * a change ends the build
 * @throws Error if the engine cannot be built
 */
export async function sealEngine(name, onUnapplied = refuse) {
  const body = await changedCode(name, onUnapplied);
  const realmNames = freeNames(body).filter((free) => !ecmaScriptGlobals.has(free));
  const sealed = `export default function (realm) { const { ${realmNames.join(', ')} } = realm; ${body}\nreturn engine; }`;
  return asExpression(filterNames(await minifyText(removeLogs(sealed), { comments: 'some' })));
}

/**
 * Returns the module's function as an expression with its own `"use strict"`, because a classic script has none, and `this` in a plain call
 * would be the page's window there.
 */
const asExpression = (code) => code.replace(/^export default (function\([\w$]*\)\{)/, '$1"use strict";').replace(/;\s*$/, '');
