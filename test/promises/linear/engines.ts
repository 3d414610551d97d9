import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { linearTimePatches } from '../../../build/linear-time-patches.mjs';

type Replacements = readonly (readonly string[])[];

const inNodeModules = (path: string) => fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url));
const browserGlobals =
  'const window = { performance, getComputedStyle: () => ({}) }; const [navigator, document, readers] = [{}, { createElement: () => ({ style: {} }) }, {}];';

/** Runs a script and returns its `readers`; provides the browser globals that it needs on startup. */
const runScript = (code: string, filename: string): unknown =>
  runInThisContext(`(() => { ${browserGlobals} ${code}; return readers; })()`, { filename });
const applyReplacements = (text: string, replacements: Replacements): string =>
  replacements.reduce((result, [found, instead]) => result.replace(found!, () => instead!), text);

/** The members of dash.js's text parsers that the tests call. */
export interface DashReaders {
  readonly mpd: { parse(text: string): Record<string, unknown> };
  readonly vtt: { parse(text: string): readonly { readonly data: string }[] };
}

const silentLogger = { getLogger: () => ({ info() {}, warn() {}, error() {}, debug() {} }) };

/** Loads dash.js's text parsers from the file that the build uses, changed by `replacements`. */
export async function loadDashReaders(replacements: Replacements = linearTimePatches['dash.js']): Promise<DashReaders> {
  const text = applyReplacements(await readFile(inNodeModules('dashjs/dist/modern/esm/dash.mediaplayer.min.js'), 'utf8'), replacements);
  const codeWithReaders = ['DashParser', 'VTTParser'].reduce(
    (code, name) => code.replace(new RegExp(`(\\w+)\\.__dashjs_factory_name="${name}"`), `$&,readers.${name}=$1`),
    text.replace(/export\{[^}]*\};?/, '').replace(/\/\/# source.*/, '')
  );
  type Factory<Reader> = (this: object, settings: object) => Reader;
  const { DashParser, VTTParser } = runScript(codeWithReaders, 'dash.js') as {
    DashParser: Factory<DashReaders['mpd']>;
    VTTParser: Factory<DashReaders['vtt']>;
  };
  return { mpd: DashParser.call({ context: {} }, { debug: silentLogger }), vtt: VTTParser.call({ context: {} }, {}) };
}

/** The members of imsc.js that dash.js and the tests call. */
export interface ImscReaders {
  fromXML(text: string, reportError: () => void): { getMediaTimeEvents(): readonly number[] };
  generateISD(document: unknown, time: number, reportError: () => void): { readonly contents: readonly object[] };
}

/** Loads imsc.js's parsers from the sources that the build uses, changed by `replacements`. */
export async function loadImscReaders(replacements: Replacements = linearTimePatches['imsc.js']): Promise<ImscReaders> {
  const resolve = createRequire(inNodeModules('dashjs/package.json')).resolve;
  const sourcePath = (file: string) => resolve(`imsc/src/main/js/${file}.js`);
  const { outputFiles } = await build({
    stdin: {
      contents: `Object.assign(readers, require('${sourcePath('doc')}'), require('${sourcePath('isd')}'));`,
      resolveDir: process.cwd()
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    plugins: [
      {
        name: 'replace',
        setup({ onLoad }) {
          onLoad({ filter: /(imsc|sax)\/.*\.js$/ }, async ({ path }) => {
            const text = (await readFile(path, 'utf8'))
              .replace(/typeof (sax|imsc\w+) === 'undefined'/g, 'true')
              .replace("require('stream').Stream", 'Object')
              .replace("require('string_decoder').StringDecoder", 'undefined');
            return { contents: applyReplacements(text, replacements) };
          });
        }
      }
    ]
  });
  return runScript(outputFiles[0]!.text, 'imsc.js') as ImscReaders;
}
