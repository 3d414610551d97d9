import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../../build/read-element.mjs';

const program = createProgram('tsconfig.types.json');

/** Returns the declarations of a source, as the compiler computes them with all types that the source imports. */
function declarationsOf(path: string): string {
  let text = '';
  program.emit(program.getSourceFile(`${process.cwd()}/${path}`), (_, written) => (text = written));
  return text;
}

describe.each(['react', 'vue', 'svelte'])('the declarations of the entry for %s', (name) => {
  it('are the same as with the types of its framework, although the build does not read these', () => {
    expect(readFileSync(`dist/types/${name}.d.ts`, 'utf8')).toBe(declarationsOf(`src/${name}.ts`));
  });
});

it('canary: a source that does not state the types of its exports has other declarations alone', () => {
  const path = 'src/ui/controls/index.ts';
  const fileName = `${process.cwd()}/${path}`;
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(fileName, 'utf8'), {
    fileName,
    compilerOptions: program.getCompilerOptions(),
    reportDiagnostics: true
  });
  expect(outputText).not.toBe(declarationsOf(path));
  expect(diagnostics).not.toEqual([]);
});
