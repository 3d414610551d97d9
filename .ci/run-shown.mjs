import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Runs a command of the project (of an installed package, or `node …`), shows its output and writes it to a file as well. A label is put before
 * every line that is shown, which shows which of the commands that run side by side wrote it. Resolves to the exit code.
 * @param {string} command @param {string} file
 * @param {{ label?: string, env?: Readonly<Record<string, string>> }} [options] `env` is added to the environment
 * @returns {Promise<number>}
 */
export function runShown(command, file, { label, env } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  return new Promise((resolve) => {
    const [program, ...words] = /** @type {[string, ...string[]]} */ (
      command.startsWith('node ') ? command.split(' ') : `npx ${command}`.split(' ')
    );
    const log = createWriteStream(file);
    const child = spawn(program, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...env }
    });
    for (const [stream, shown] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr]
    ])) {
      if (label === undefined) stream.pipe(shown, { end: false });
      else createInterface({ input: stream }).on('line', (line) => shown.write(`${label}${line}\n`));
      stream.pipe(log, { end: false });
    }
    child.on('error', (error) => console.error(error.message));
    child.on('close', (code) => log.end(() => resolve(code ?? 1)));
  });
}
