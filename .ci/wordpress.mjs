import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { missingParts, wordpressRoot } from '../test/integrations/wordpress/parts.mjs';
import { installDebian } from './debian.mjs';

/** WordPress, and the packages from which it takes files that Debian removes from it. */
const unpacked = ['wordpress', 'wordpress-theme-twentytwentythree', 'php-getid3', 'libjs-cropper', 'libjs-underscore'];

/**
 * Installs PHP and MariaDB, without services, and unpacks WordPress into `.cache/wordpress`, if they are missing. Installing the package of
 * WordPress would install and start a web server too. @throws Error with a one-line message
 */
export function ensureWordPress() {
  const missing = missingParts();
  if (missing.length === 0) return;
  try {
    installDebian('php-cli', 'php-mysql', 'mariadb-server-core');
    const downloads = join(wordpressRoot, '../packages');
    mkdirSync(downloads, { recursive: true });
    execFileSync('apt-get', ['download', '-q', ...unpacked], { cwd: downloads, stdio: ['ignore', 'inherit', 'inherit'] });
    for (const file of readdirSync(downloads)) execFileSync('dpkg', ['-x', join(downloads, file), wordpressRoot]);
    // A link to a file that only an installed package has.
    rmSync(join(wordpressRoot, 'usr/share/wordpress/.htaccess'), { force: true });
  } catch (error) {
    throw new Error(`The tests of the WordPress plugin need ${missing.join(', ')}: ${error.message}`);
  }
}
