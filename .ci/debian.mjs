import { existsSync } from 'node:fs';
import { runCommand } from './run-command.mjs';

/** Installs packages of Debian, where this is a Debian and we are its root. @throws Error with one plain line where not */
export function installDebian(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('needs root and apt-get');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  runCommand('apt-get', ['update', '-q'], { env });
  runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
}
