import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../../src/cli/arguments.js';
import { commands } from '../../src/cli/commands/index.js';
import { root } from './documents.js';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** Words of a command line, quotes taken off. */
const wordsOf = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** What a command may be, by its first words; each throws for what is wrong with the rest. */
const known: readonly (readonly [start: RegExp, check: (words: readonly string[]) => void])[] = [
  [/^npx jet-player /, ([, , name = '', ...words]) => ownCommand(name, words)],
  [/^npx (vitest run|playwright test|web-test-runner) /, (words) => paths(words.slice(3))],
  [/^npm (run \S+|start|test)$/, (words) => script(words.at(-1)!)],
  [/^npm install jet-player$/, () => undefined],
  // Tools of the reader's own: their options are theirs.
  [/^(curl|ffmpeg) /, () => undefined]
];

function ownCommand(name: string, words: readonly string[]): void {
  const command = commands.find((each) => each.name === name);
  if (!command) throw new Error(`npx jet-player has no "${name}"`);
  readArguments(words, command.options);
}

function paths(words: readonly string[]): void {
  const missing = words.filter((word) => !word.startsWith('-') && !existsSync(join(root, word)));
  if (missing.length) throw new Error(`not there: ${missing.join(' ')}`);
}

function script(name: string): void {
  if (!scripts[name]) throw new Error(`package.json has no script "${name}"`);
}

/** Checks each command of a shell sample against what it would run; returns how many there are. Throws for one that could not run. */
export function checkShell(code: string): number {
  const lines = code
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line && !line.startsWith('#'));
  for (const line of lines) {
    const [, check] = known.find(([start]) => start.test(line)) ?? [];
    if (!check) throw new Error(`not known: ${line}`);
    check(wordsOf(line));
  }
  return lines.length;
}
