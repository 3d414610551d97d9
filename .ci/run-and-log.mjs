import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Runs a command of the project (of an installed package, or `node …`), shows its output and writes it to a log file as well. `label`
 * precedes every line that is shown, because several commands may run side by side. Resolves to the exit code.
 * @param {string} command @param {string} logFile
 * @param {{ label?: string, env?: Readonly<Record<string, string>> }} [options] `env` is added to the environment
 * @returns {Promise<number>}
 */
export function runAndLog(command, logFile, { label, env } = {}) {
  mkdirSync(dirname(logFile), { recursive: true });
  return new Promise((resolve) => {
    const [program, ...commandArgs] = /** @type {[string, ...string[]]} */ (
      command.startsWith('node ') ? command.split(' ') : `npx ${command}`.split(' ')
    );
    const log = createWriteStream(logFile);
    const child = spawn(program, commandArgs, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...env }
    });
    for (const [stream, terminal] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr]
    ])) {
      if (label === undefined) stream.pipe(terminal, { end: false });
      else createInterface({ input: stream }).on('line', (line) => terminal.write(`${label}${line}\n`));
      stream.pipe(log, { end: false });
    }
    child.on('error', (error) => console.error(error.message));
    child.on('close', (code) => log.end(() => resolve(code ?? 1)));
  });
}
