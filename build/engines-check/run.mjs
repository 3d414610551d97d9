import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

const isWindows = process.platform === 'win32';

/** The process that runs now, so that an interruption can end it with everything that it started. */
let running;

/** Ends the process that runs now, and its children. */
export function endRunning() {
  if (running?.pid === undefined) return;
  try {
    process.kill(isWindows ? running.pid : -running.pid, 'SIGTERM');
  } catch {
    // It ended by itself.
  }
}

/**
 * Runs a program in the current folder, and writes its output to a log.
 * @param {readonly string[]} words the program and its arguments
 * @param {{ log: string, env?: Readonly<Record<string, string>> }} options
 * @returns {Promise<number>} the exit code, 1 if it could not be started or was ended by a signal
 */
export async function runToLog([program, ...words], { log, env }) {
  mkdirSync(dirname(log), { recursive: true });
  const descriptor = openSync(log, 'w');
  const code = await new Promise((resolve) => {
    running = spawn(program, words, {
      stdio: ['ignore', descriptor, descriptor],
      // A group of its own, so that browsers and servers end with it.
      detached: !isWindows,
      shell: isWindows,
      env: { ...process.env, ...env }
    });
    running.on('error', () => resolve(1));
    running.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  running = undefined;
  closeSync(descriptor);
  return code;
}

/** Returns the last lines of a log that say something, without those in which npm names its own log. @param {string} log */
export const lastLines = (log, count = 1) =>
  readFileSync(log, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/complete log|debug-\d+\.log/.test(line))
    .slice(-count);
