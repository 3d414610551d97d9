import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { editorFiles } from './editor-files.mjs';
import { createProgram, readElement } from './read-element.mjs';
import ts from './typescript.mjs';

const fromRoot = (path) => new URL(`../${path}`, import.meta.url);

/**
 * The entries for frameworks. Each states the types of its exports, so its declarations are written without reading the framework's types.
 */
const frameworkEntries = ['react', 'vue', 'svelte'];

/** Writes the declarations of one source to `dist/types/`, without reading its imports. Returns the errors. */
function writeDeclarations(name, compilerOptions) {
  const fileName = fileURLToPath(fromRoot(`src/${name}.ts`));
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(fileName, 'utf8'), {
    fileName,
    compilerOptions,
    reportDiagnostics: true
  });
  writeFileSync(fromRoot(`dist/types/${name}.d.ts`), outputText);
  return diagnostics;
}

/**
 * Writes the declarations of `src/` to `dist/types/`, and the files for editors to `dist/`. The sources are parsed once. Types are computed
 * only where a declaration needs them; `npm run check` checks them.
 */
export function writeTypes() {
  const program = createProgram('tsconfig.types.json', { except: frameworkEntries.map((name) => `src/${name}.ts`) });
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  mkdirSync(fromRoot('dist/types/'), { recursive: true });
  for (const [name, text] of editorFiles(readElement(program), version)) writeFileSync(fromRoot(`dist/${name}`), text);
  const errors = [
    ...program.getSyntacticDiagnostics(),
    ...program.emit().diagnostics,
    ...frameworkEntries.flatMap((name) => writeDeclarations(name, program.getCompilerOptions()))
  ];
  if (errors.length === 0) return;
  const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: ts.sys.getCurrentDirectory, getNewLine: () => '\n' };
  throw new Error(ts.formatDiagnostics(errors, host));
}
