import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../../support/browsers/find-program.mjs';

/** The folder with the packages of WordPress, unpacked: nothing of them is installed, so no web server and no database starts with the system. */
export const wordpressRoot = fileURLToPath(new URL('../../../.cache/wordpress/root/', import.meta.url));

const hasProgram = (/** @type {string[]} */ ...names) => {
  try {
    return Boolean(findProgram(...names));
  } catch {
    return false;
  }
};
const hasMysqli = () => String(spawnSync('php', ['-m']).stdout).includes('mysqli');

/** What the tests of the WordPress plugin need, by package, and whether it is there. */
const parts = {
  'php-cli': () => hasProgram('php'),
  'php-mysql': hasMysqli,
  'mariadb-server-core': () => hasProgram('mariadbd', '/usr/sbin/mariadbd'),
  wordpress: () => existsSync(`${wordpressRoot}usr/share/wordpress/wp-load.php`)
};

/** Returns the packages that are missing. */
export const missingParts = () =>
  Object.entries(parts)
    .filter(([, isThere]) => !isThere())
    .map(([name]) => name);
