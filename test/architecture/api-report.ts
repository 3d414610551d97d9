import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sourceFolder = `${root}src/`;

interface Entry {
  /** What a project imports: `jet-player/media`. */
  readonly name: string;
  readonly file: string;
}

/** The entries on which others depend, in this order; the reports of the others do not repeat their declarations. */
const baseEntries = ['jet-player/policy', 'jet-player/media', 'jet-player'];
const rank = ({ name }: Entry): number => (baseEntries.includes(name) ? baseEntries.indexOf(name) : baseEntries.length);

/** Returns the modules that the package exports, each with its source file. */
function publicEntries(): Entry[] {
  const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { exports: Record<string, string | { types: string }> };
  const entries = Object.entries(exports).flatMap(([name, target]) => {
    if (typeof target === 'string') return [];
    // All languages have the shape of the English one.
    const file = target.types.replace('./dist/types/', sourceFolder).replace('/*', '/en').replace('.d.ts', '.ts');
    return [{ name: `jet-player${name.slice(1)}`, file }];
  });
  return entries.sort((a, b) => rank(a) - rank(b));
}

/** Returns the declaration files that TypeScript emits, without comments, by file name. */
function emitDeclarations(files: readonly string[]): ReadonlyMap<string, string> {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.types.json`,
    { removeComments: true, noCheck: true, outDir: sourceFolder },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined
    }
  )!;
  const emittedFiles = new Map<string, string>();
  ts.createProgram([...files, ...config.fileNames.filter((name) => name.endsWith('.d.ts'))], config.options).emit(undefined, (name, text) =>
    emittedFiles.set(name, text)
  );
  return emittedFiles;
}

/** Creates a program that reads those declaration files as if they were in `src/`. */
function programOf(emittedFiles: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: []
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  // Hide the sources: TypeScript prefers a source to a declaration file beside it.
  const isHidden = (name: string) => name.startsWith(sourceFolder) && !name.endsWith('sealed.d.ts');
  Object.assign(host, {
    fileExists: (name: string) => (isHidden(name) ? emittedFiles.has(name) : fileExists(name)),
    readFile: (name: string) => (isHidden(name) ? emittedFiles.get(name) : readFile(name)),
    getSourceFile: (name: string, version: ts.ScriptTarget) =>
      isHidden(name)
        ? emittedFiles.has(name)
          ? ts.createSourceFile(name, emittedFiles.get(name)!, version, true)
          : undefined
        : getSourceFile(name, version)
  });
  return ts.createProgram([...emittedFiles.keys()], options, host);
}

const isOurs = (node: ts.Node): boolean => node.getSourceFile().fileName.startsWith(sourceFolder);

/** Returns the whole statement that contains a declaration. */
function statementOf(node: ts.Node): ts.Node {
  let current = node;
  while (current.parent && !ts.isSourceFile(current.parent)) current = current.parent;
  return current;
}

/** Adds every statement of `src/` that the declarations of a symbol reference, directly or indirectly, to `statements`. */
function collectStatements(symbol: ts.Symbol, checker: ts.TypeChecker, statements: Map<ts.Node, string>): void {
  const resolved = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  for (const declaration of resolved.declarations ?? []) {
    const statement = statementOf(declaration);
    if (!isOurs(declaration) || ts.isSourceFile(declaration) || statements.has(statement)) continue;
    statements.set(statement, statement.getText().replace(/^export (?:declare )?|^declare /, ''));
    const visit = (node: ts.Node): void => {
      const referencedSymbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
      if (referencedSymbol) collectStatements(referencedSymbol, checker, statements);
      ts.forEachChild(node, visit);
    };
    visit(statement);
  }
}

/** Returns the public API of each entry as text: its exports, and every declaration on which they depend and that no earlier entry contains. */
export function apiReports(): ReadonlyMap<string, string> {
  const entries = publicEntries();
  const program = programOf(emitDeclarations(entries.map(({ file }) => file)));
  const checker = program.getTypeChecker();
  const statements = new Map<ts.Node, string>();
  const reports = entries.map(({ name, file }) => {
    const entryFile = program.getSourceFile(file.replace(/\.ts$/, '.d.ts'))!;
    const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(entryFile)!);
    const firstStatement = statements.size;
    for (const symbol of exported) collectStatements(symbol, checker, statements);
    const augmentations = entryFile.statements.filter(ts.isModuleDeclaration).map((statement) => statement.getText());
    const names = exported.map((symbol) => symbol.name).sort();
    return [
      name,
      [`import { ${names.join(', ')} } from '${name}';`, ...augmentations, ...[...statements.values()].slice(firstStatement).sort()].join(
        '\n\n'
      ) + '\n'
    ] as const;
  });
  return new Map(reports);
}
