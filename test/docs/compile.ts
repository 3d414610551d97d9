import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import ts from 'typescript';
import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc';
import { root } from './documents.js';

/** The entries of the package, as paths in this repository. */
const paths = {
  'jet-player': ['src/index.ts'],
  'jet-player/*': ['src/*.ts', 'src/*/index.ts'],
  'jet-player/embed': ['src/embed/client.ts'],
  'jet-player/locales/*': ['src/i18n/locales/*.ts']
};

/** Returns the type errors of samples, each with the name of its sample, which is compiled as a module of its own. */
export function typeErrors(samples: readonly { name: string; code: string; extension: 'ts' | 'tsx' }[]): string[] {
  const files = new Map(samples.map(({ code, extension }, index) => [join(root, `sample-${index}.${extension}`), `${code}\nexport {};\n`]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    jsx: ts.JsxEmit.ReactJSX,
    types: ['react'],
    ...{ strict: true, noEmit: true, skipLibCheck: true, experimentalDecorators: true, useDefineForClassFields: false, paths }
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((name, index) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${samples[index]!.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    );
  });
}

/** Compiles the script and the template of a Vue component, and throws its first error. */
export function compileVue(code: string): void {
  const { descriptor, errors } = parse(code);
  const script = compileScript(descriptor, { id: 'sample' });
  const template = compileTemplate({
    source: descriptor.template?.content ?? '',
    filename: 'sample.vue',
    id: 'sample',
    compilerOptions: {
      isCustomElement: (tag) => tag === 'jet-player',
      bindingMetadata: script.bindings!,
      expressionPlugins: ['typescript']
    }
  });
  const [error] = [...errors, ...template.errors];
  if (error) throw new Error(typeof error === 'string' ? error : error.message);
}

/** Compiles a Svelte component, and throws its first error or warning. */
export function compileSvelte(code: string): void {
  const { warnings } = compile(code, { generate: 'client', filename: 'Sample.svelte' });
  if (warnings[0]) throw new Error(warnings[0].message);
}
