import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { editorFiles } from './editor-files.mjs';
import { compile, readElement } from './read-element.mjs';

const fromRoot = (path) => new URL(`../${path}`, import.meta.url);

/**
 * Writes the declarations of `src/` to `dist/types/`, and the files for editors to `dist/`. The sources are parsed once. Types are computed only
 * where a declaration needs them; `npm run check` checks them.
 */
export function writeTypes() {
  const program = compile('tsconfig.types.json');
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  mkdirSync(fromRoot('dist/'), { recursive: true });
  for (const [name, text] of editorFiles(readElement(program), version)) writeFileSync(fromRoot(`dist/${name}`), text);
  const errors = [...program.getSyntacticDiagnostics(), ...program.emit().diagnostics];
  if (errors.length === 0) return;
  const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: ts.sys.getCurrentDirectory, getNewLine: () => '\n' };
  throw new Error(ts.formatDiagnostics(errors, host));
}
