import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { linearTimePatches } from '../../../build/linear-time-patches.mjs';

type Replacements = readonly (readonly string[])[];

const inModules = (path: string) => fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url));
const names =
  'const window = { performance, getComputedStyle: () => ({}) }; const [navigator, document, readers] = [{}, { createElement: () => ({ style: {} }) }, {}];';

/** Runs a script and returns its `readers`; provides the browser globals that it needs on startup. */
const run = (code: string, filename: string): unknown => runInThisContext(`(() => { ${names} ${code}; return readers; })()`, { filename });
const replaced = (text: string, replacements: Replacements): string =>
  replacements.reduce((result, [found, instead]) => result.replace(found!, () => instead!), text);

/** The members of dash.js's text parsers that are called. */
export interface DashReaders {
  readonly mpd: { parse(text: string): Record<string, unknown> };
  readonly vtt: { parse(text: string): readonly { readonly data: string }[] };
}

const silent = { getLogger: () => ({ info() {}, warn() {}, error() {}, debug() {} }) };

/** Loads dash.js's text parsers from the file that the build uses, with these replacements. */
export async function dashReaders(replacements: Replacements = linearTimePatches['dash.js']): Promise<DashReaders> {
  const text = replaced(await readFile(inModules('dashjs/dist/modern/esm/dash.mediaplayer.min.js'), 'utf8'), replacements);
  const opened = ['DashParser', 'VTTParser'].reduce(
    (code, name) => code.replace(new RegExp(`(\\w+)\\.__dashjs_factory_name="${name}"`), `$&,readers.${name}=$1`),
    text.replace(/export\{[^}]*\};?/, '').replace(/\/\/# source.*/, '')
  );
  type Maker<Reader> = (this: object, given: object) => Reader;
  const { DashParser, VTTParser } = run(opened, 'dash.js') as {
    DashParser: Maker<DashReaders['mpd']>;
    VTTParser: Maker<DashReaders['vtt']>;
  };
  return { mpd: DashParser.call({ context: {} }, { debug: silent }), vtt: VTTParser.call({ context: {} }, {}) };
}

/** The members of imsc.js that dash.js calls. */
export interface ImscReaders {
  fromXML(text: string, failed: () => void): { getMediaTimeEvents(): readonly number[] };
  generateISD(document: unknown, time: number, failed: () => void): { readonly contents: readonly object[] };
}

/** Loads imsc.js's parsers from the sources that the build uses, with these replacements. */
export async function imscReaders(replacements: Replacements = linearTimePatches['imsc.js']): Promise<ImscReaders> {
  const resolve = createRequire(inModules('dashjs/package.json')).resolve;
  const from = (file: string) => resolve(`imsc/src/main/js/${file}.js`);
  const { outputFiles } = await build({
    stdin: {
      contents: `Object.assign(readers, require('${from('doc')}'), require('${from('isd')}'));`,
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
            return { contents: replaced(text, replacements) };
          });
        }
      }
    ]
  });
  return run(outputFiles[0]!.text, 'imsc.js') as ImscReaders;
}
