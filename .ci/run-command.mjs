import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Runs a command and shows its output. @throws Error with one line if it fails */
export function runCommand(command, args, { env = {}, quiet = false } = {}) {
  const { status, error } = spawnSync(command, args, { stdio: quiet ? 'ignore' : 'inherit', env: { ...process.env, ...env } });
  if (error || status !== 0)
    throw new Error(`"${[command, ...args].join(' ')}" failed${error ? `: ${error.message}` : ` with exit code ${status}`}.`);
}

/** Returns the command that runs npm: the same npm that started this process, wherever it is installed. */
export function npmCommand(...args) {
  const { npm_execpath: npm } = process.env;
  return npm ? [process.execPath, [npm, ...args]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/** Runs a Node script, shows its output, and returns its exit code. */
export const runNode = (script) => spawnSync(process.execPath, [script], { stdio: 'inherit' }).status;

/** Runs a command and writes its output to a file. @throws Error with the last line of the output */
export async function runToLog(logFile, command, args) {
  mkdirSync(dirname(logFile), { recursive: true });
  const descriptor = openSync(logFile, 'w');
  const status = await new Promise((resolve) => {
    spawn(command, args, { stdio: ['ignore', descriptor, descriptor] })
      .on('error', ({ message }) => resolve(message))
      .on('exit', resolve);
  });
  closeSync(descriptor);
  if (status === 0) return;
  // npm's last lines name its own log; the line before them says what failed.
  const lines = readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !/complete log|debug-\d+\.log/.test(line));
  throw new Error(typeof status === 'string' ? status : (lines.at(-1) ?? `exit code ${status}`).replace(/^npm (?:error|ERR!) /, ''));
}
