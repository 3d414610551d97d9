import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = `${root}src/`;

interface Entry {
  /** What a project imports: `jet-player/media`. */
  readonly name: string;
  readonly file: string;
}

/** The entries that others depend on; the reports of those do not repeat their declarations. */
const first = ['jet-player/policy', 'jet-player/media', 'jet-player'];
const rank = ({ name }: Entry): number => (first.includes(name) ? first.indexOf(name) : first.length);

/** The modules that the package exports, each with its source file. */
function publicEntries(): Entry[] {
  const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { exports: Record<string, string | { types: string }> };
  const entries = Object.entries(exports).flatMap(([name, target]) => {
    if (typeof target === 'string') return [];
    // All languages have the shape of the English one.
    const file = target.types.replace('./dist/types/', source).replace('/*', '/en').replace('.d.ts', '.ts');
    return [{ name: `jet-player${name.slice(1)}`, file }];
  });
  return entries.sort((a, b) => rank(a) - rank(b));
}

/** The declaration files that TypeScript emits, without comments, by file name. */
function declarations(files: readonly string[]): ReadonlyMap<string, string> {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.types.json`,
    { removeComments: true, noCheck: true, outDir: source },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined
    }
  )!;
  const made = new Map<string, string>();
  ts.createProgram([...files, ...config.fileNames.filter((name) => name.endsWith('.d.ts'))], config.options).emit(undefined, (name, text) =>
    made.set(name, text)
  );
  return made;
}

/** A program that reads those declaration files as if they were in `src/`. */
function programOf(made: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: []
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  // Hide the sources: TypeScript prefers a source to a declaration file beside it.
  const hidden = (name: string) => name.startsWith(source) && !name.endsWith('sealed.d.ts');
  Object.assign(host, {
    fileExists: (name: string) => (hidden(name) ? made.has(name) : fileExists(name)),
    readFile: (name: string) => (hidden(name) ? made.get(name) : readFile(name)),
    getSourceFile: (name: string, version: ts.ScriptTarget) =>
      hidden(name) ? (made.has(name) ? ts.createSourceFile(name, made.get(name)!, version, true) : undefined) : getSourceFile(name, version)
  });
  return ts.createProgram([...made.keys()], options, host);
}

const isOurs = (node: ts.Node): boolean => node.getSourceFile().fileName.startsWith(source);

/** The whole statement in which something is declared. */
function statementOf(node: ts.Node): ts.Node {
  let at = node;
  while (at.parent && !ts.isSourceFile(at.parent)) at = at.parent;
  return at;
}

/** Adds every statement of `src/` that the declarations of a symbol reference, directly or indirectly, to `known`. */
function reach(symbol: ts.Symbol, checker: ts.TypeChecker, known: Map<ts.Node, string>): void {
  const resolved = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  for (const declaration of resolved.declarations ?? []) {
    const statement = statementOf(declaration);
    if (!isOurs(declaration) || ts.isSourceFile(declaration) || known.has(statement)) continue;
    known.set(statement, statement.getText().replace(/^export (?:declare )?|^declare /, ''));
    const visit = (node: ts.Node): void => {
      const named = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
      if (named) reach(named, checker, known);
      ts.forEachChild(node, visit);
    };
    visit(statement);
  }
}

/** The public API of each entry as text: its exports, and every declaration that they depend on unless an earlier entry contains it. */
export function apiReports(): ReadonlyMap<string, string> {
  const entries = publicEntries();
  const program = programOf(declarations(entries.map(({ file }) => file)));
  const checker = program.getTypeChecker();
  const known = new Map<ts.Node, string>();
  const reports = entries.map(({ name, file }) => {
    const declared = program.getSourceFile(file.replace(/\.ts$/, '.d.ts'))!;
    const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(declared)!);
    const before = known.size;
    for (const symbol of exported) reach(symbol, checker, known);
    const augmented = declared.statements.filter(ts.isModuleDeclaration).map((statement) => statement.getText());
    const names = exported.map((symbol) => symbol.name).sort();
    return [
      name,
      [`import { ${names.join(', ')} } from '${name}';`, ...augmented, ...[...known.values()].slice(before).sort()].join('\n\n') + '\n'
    ] as const;
  });
  return new Map(reports);
}
