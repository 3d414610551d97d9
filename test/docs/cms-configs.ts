import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { root } from './documents.js';

/** The directives of a Content Security Policy that a sample may extend. */
const directives = ['script-src', 'connect-src', 'media-src', 'img-src', 'frame-src'];

/** Throws unless each script that a configuration names is a file of the build; `jet-player-VERSION/` is the folder in the ZIP file. */
function checkScripts(text: string): void {
  for (const [path, name = ''] of text.matchAll(/[\w./:-]*\/(jet-player[\w.-]*\.js)/g))
    if (!existsSync(join(root, 'dist', name))) throw new Error(`the build has no ${path}`);
}

/** Yields the name of each property of a value, at every depth. */
function* namesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield name;
    yield* namesIn(inner);
  }
}

/** Checks a sample of YAML: its syntax, that no name occurs twice, the scripts, and the names of directives. Returns its value. */
export function checkYaml(text: string): unknown {
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  if (document.errors.length > 0) throw new Error(document.errors[0]!.message);
  checkScripts(text);
  const value = document.toJS() as { mutations?: readonly { directive: string }[] } | null;
  const named = [
    ...(value?.mutations ?? []).map(({ directive }) => directive),
    ...[...namesIn(value)].filter((name) => name.endsWith('-src'))
  ];
  const unknown = named.find((name) => !directives.includes(name));
  if (unknown) throw new Error(`not a directive: ${unknown}`);
  return value;
}

/** Checks TypoScript: each line assigns a value, or opens or closes a block; every block is closed; the scripts exist. */
export function checkTypoScript(text: string): void {
  checkScripts(text);
  let depth = 0;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (/^[\w.-]+ \{$/.test(line)) depth += 1;
    else if (line === '}') depth -= 1;
    else if (!/^[\w.-]+ = \S/.test(line)) throw new Error(`not TypoScript: ${line}`);
    if (depth < 0) throw new Error('a brace too many');
  }
  if (depth !== 0) throw new Error('a brace is open');
}

/** Checks PHP: the names of directives, that each used class is imported, and its syntax where PHP is installed, else its brackets. */
export function checkPhp(text: string): 'by PHP' | 'for its shape' {
  for (const [, name = ''] of text.matchAll(/\bDirective::(\w+)/g))
    if (!directives.includes(name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase())) throw new Error(`not a directive: ${name}`);
  const imported = [...text.matchAll(/^use [\w\\]+\\(\w+);$/gm)].map(([, name]) => name);
  for (const [, name] of text.matchAll(/(?:\bnew |[(, ])([A-Z]\w+)(?:\(|::)/g))
    if (!imported.includes(name)) throw new Error(`not imported: ${name}`);
  for (const [open, close] of ['()', '[]', '{}'].map((pair) => [...pair]))
    if (text.split(open!).length !== text.split(close!).length) throw new Error(`${open} and ${close} do not match`);
  try {
    execFileSync('php', ['-l'], { input: text, stdio: ['pipe', 'pipe', 'pipe'] });
    return 'by PHP';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'for its shape';
    throw new Error(String((error as { stdout?: Buffer }).stdout));
  }
}
