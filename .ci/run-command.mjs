import { spawnSync } from 'node:child_process';

/** Runs a command with its output shown; throws one plain line when it fails. */
export function runCommand(command, args, { env = {}, quiet = false } = {}) {
  const { status, error } = spawnSync(command, args, { stdio: quiet ? 'ignore' : 'inherit', env: { ...process.env, ...env } });
  if (error || status !== 0)
    throw new Error(`"${[command, ...args].join(' ')}" failed${error ? `: ${error.message}` : ` with exit code ${status}`}.`);
}

/** Runs npm as the very npm that started this, wherever it lives. */
export function runNpm(args) {
  const { npm_execpath: npm } = process.env;
  if (npm) runCommand(process.execPath, [npm, ...args]);
  else runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}
