import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../../src/cli/arguments.js';
import { commands } from '../../src/cli/commands/index.js';
import { root } from './documents.js';

const { name, version, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  scripts: Record<string, string>;
};

/** Words of a command line, without quotes. */
const wordsOf = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** The known commands, by their first words; each throws for an error in the rest. */
const known: readonly (readonly [start: RegExp, check: (words: readonly string[]) => void])[] = [
  [/^npx jet-player /, ([, , command = '', ...words]) => ownCommand(command, words)],
  [/^npx (vitest run|playwright test|web-test-runner) /, (words) => paths(words.slice(3))],
  [/^npm (run \S+|start|test)$/, (words) => script(words.at(-1)!)],
  [/^npm pack$/, () => undefined],
  [/^npm install \S+\.tgz$/, (words) => tarball(words.at(-1)!)],
  // Tools of the reader's own have options of their own.
  [/^(curl|ffmpeg) /, () => undefined]
];

function ownCommand(called: string, words: readonly string[]): void {
  const command = commands.find((each) => each.name === called);
  if (!command) throw new Error(`npx jet-player has no "${called}"`);
  readArguments(words, command.options);
}

function paths(words: readonly string[]): void {
  const missing = words.filter((word) => !word.startsWith('-') && !existsSync(join(root, word)));
  if (missing.length) throw new Error(`not there: ${missing.join(' ')}`);
}

function tarball(path: string): void {
  const file = `${name}-${version}.tgz`;
  if (!path.endsWith(`/${file}`)) throw new Error(`npm pack writes ${file}, not ${path}`);
}

function script(called: string): void {
  if (!scripts[called]) throw new Error(`package.json has no script "${called}"`);
}

/**
 * Checks each command of a shell sample against the tool that it would run; returns how many there are. Throws for one that could not run.
 */
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
