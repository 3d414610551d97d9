import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** The folder of the build under test. */
export const dist = new URL(process.env.JET_ROOT ? `file://${process.env.JET_ROOT}/dist/` : '../../../dist/', import.meta.url);

/** The text of a file of the build. */
export const read = (file: string): string => readFileSync(new URL(file, dist), 'utf8');
const present = existsSync(new URL('chunks/', dist)) ? readdirSync(new URL('chunks/', dist)) : [];

/** A file with its static and dynamic imports, without files that an earlier build left in the folder. */
export function withImports(file: string, known: Set<string> = new Set()): Set<string> {
  if (known.has(file)) return known;
  const text = read(file);
  known.add(file);
  for (const name of present) if (text.includes(`/${name}`)) withImports(`chunks/${name}`, known);
  return known;
}

/** The sealed engines, and their chunks that load later. */
export const engines = ['hls', 'eme', 'dash', 'imsc', 'protection', 'mediabunny'];
export const builtFiles = [...new Set(['jet-player.js', 'media.js', 'policy.js'].flatMap((file) => [...withImports(file)]))].sort();
export const isEngine = (file: string): boolean => engines.some((engine) => file.startsWith(`chunks/${engine}-`));

/** The file that contains a sealed engine. */
export const chunkOf = (engine: string): string =>
  builtFiles.find((file) => file.startsWith(`chunks/${engine}-`)) ?? `chunks/${engine}-missing`;
