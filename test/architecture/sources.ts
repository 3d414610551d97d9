import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';

/** One file of `src/`: its path from there, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const root = new URL('../../src/', import.meta.url);

/** Every TypeScript file of `src/`, without declaration files. */
export const sources: readonly SourceFile[] = (readdirSync(root, { recursive: true }) as string[])
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

const specifiers =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

/** Returns the imports of a file: other files by their path from `src/`, packages by their name. */
export function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(specifiers)]
    .map(([, from, dynamic, sideEffect]) => from ?? dynamic ?? sideEffect ?? '')
    .map((specifier) => (specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts') : specifier));
}
