import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** The folder of the build under test. */
export const dist = new URL(process.env.JET_ROOT ? `file://${process.env.JET_ROOT}/dist/` : '../../../dist/', import.meta.url);

/** Returns the text of a file of the build. */
export const readBuiltFile = (file: string): string => readFileSync(new URL(file, dist), 'utf8');
const chunkNames = existsSync(new URL('chunks/', dist)) ? readdirSync(new URL('chunks/', dist)) : [];

/** Returns a file with its static and dynamic imports, without files that an earlier build left in the folder. */
export function withImports(file: string, knownFiles: Set<string> = new Set()): Set<string> {
  if (knownFiles.has(file)) return knownFiles;
  const text = readBuiltFile(file);
  knownFiles.add(file);
  for (const name of chunkNames) if (text.includes(`/${name}`)) withImports(`chunks/${name}`, knownFiles);
  return knownFiles;
}

/** The names of the sealed engines and of their chunks that load later. */
export const engines = ['hls', 'eme', 'dash', 'imsc', 'protection', 'mediabunny'];

/** The engines that each single script contains. */
export const scriptEngines: Readonly<Record<string, readonly string[]>> = {
  'jet-player.bundle.js': engines,
  'jet-player.hls.bundle.js': ['hls', 'eme'],
  'jet-player.dash.bundle.js': ['dash', 'imsc', 'protection'],
  'jet-player.file.bundle.js': ['mediabunny']
};

export const builtFiles = [...new Set(['jet-player.js', 'media.js', 'policy.js'].flatMap((file) => [...withImports(file)]))].sort();
export const isEngine = (file: string): boolean => engines.some((engine) => file.startsWith(`chunks/${engine}-`));

/** Returns the file that contains a sealed engine. */
export const chunkOf = (engine: string): string =>
  builtFiles.find((file) => file.startsWith(`chunks/${engine}-`)) ?? `chunks/${engine}-missing`;

/** Returns the text of a sealed engine in its chunk: the function that the chunk exports. */
export function sealedFunctionOf(engine: string): string {
  const code = readBuiltFile(chunkOf(engine));
  const start = code.indexOf('function(');
  return code.slice(start, code.lastIndexOf('}', code.lastIndexOf('export')) + 1);
}
