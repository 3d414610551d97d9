import { existsSync } from 'node:fs';
import { runCommand } from './run-command.mjs';

/** Installs Debian packages, if the system is Debian and the user is root. @throws Error with a one-line message otherwise */
export function installDebian(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('needs root and apt-get');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  runCommand('apt-get', ['update', '-q'], { env });
  runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
}
