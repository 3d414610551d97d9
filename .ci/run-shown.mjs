import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Runs a command of the project (of an installed package, or `node …`), shows its output and writes it to a file as well. Resolves to its exit
 * code.
 * @param {string} command @param {string} file @returns {Promise<number>}
 */
export function runShown(command, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Promise((resolve) => {
    const [program, ...words] = /** @type {[string, ...string[]]} */ (
      command.startsWith('node ') ? command.split(' ') : `npx ${command}`.split(' ')
    );
    const log = createWriteStream(file);
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    for (const [stream, shown] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr]
    ])) {
      stream.pipe(shown, { end: false });
      stream.pipe(log, { end: false });
    }
    child.on('error', (error) => console.error(error.message));
    child.on('close', (code) => log.end(() => resolve(code ?? 1)));
  });
}
