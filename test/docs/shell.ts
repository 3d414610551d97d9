import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments as readEngines } from '../../build/engines-check/arguments.mjs';
import { readArguments } from '../../src/cli/arguments.js';
import { commands } from '../../src/cli/commands/index.js';
import { root } from './documents.js';

const { name, version, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  scripts: Record<string, string>;
};

/** Returns the words of a command line, without quotes. */
const wordsOf = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** The known commands by their first words, each with a check that throws for an error in the words. */
const knownCommands: readonly (readonly [start: RegExp, check: (words: readonly string[]) => void])[] = [
  [/^npx jet-player /, ([, , command = '', ...words]) => checkOwnCommand(command, words)],
  [/^npx (vitest run|playwright test|web-test-runner) /, (words) => checkPaths(words.slice(3))],
  [/^npm run engines:check -- /, (words) => void readEngines(words.slice(4))],
  [/^npm (run \S+|start|test)$/, (words) => checkScript(words.at(-1)!)],
  [/^npm (pack|ci --ignore-scripts)$/, () => undefined],
  [/^npm install \S+\.tgz$/, (words) => checkTarball(words.at(-1)!)],
  // The options of other tools are not checked.
  [/^(curl|ffmpeg) /, () => undefined]
];

function checkOwnCommand(called: string, words: readonly string[]): void {
  const command = commands.find((each) => each.name === called);
  if (!command) throw new Error(`npx jet-player has no "${called}"`);
  readArguments(words, command.options);
}

function checkPaths(words: readonly string[]): void {
  const missing = words.filter((word) => !word.startsWith('-') && !existsSync(join(root, word)));
  if (missing.length) throw new Error(`not there: ${missing.join(' ')}`);
}

function checkTarball(path: string): void {
  const file = `${name}-${version}.tgz`;
  if (!path.endsWith(`/${file}`)) throw new Error(`npm pack writes ${file}, not ${path}`);
}

function checkScript(called: string): void {
  if (!scripts[called]) throw new Error(`package.json has no script "${called}"`);
}

/**
 * Checks each command of a shell sample against the tool that it runs, and returns the number of commands. Throws if a command cannot run.
 */
export function checkShell(code: string): number {
  const lines = code
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line && !line.startsWith('#'));
  for (const line of lines) {
    const [, check] = knownCommands.find(([start]) => start.test(line)) ?? [];
    if (!check) throw new Error(`not known: ${line}`);
    check(wordsOf(line));
  }
  return lines.length;
}
