import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { wordpressZip } from '../../../build/release/wordpress.mjs';
import { startDatabase } from './database.js';
import { wordpressRoot } from './parts.mjs';

const server = (name: string): string => fileURLToPath(new URL(`server/${name}`, import.meta.url));

/** A WordPress without the plugin, at a port of this computer. */
export interface WordPress extends AsyncDisposable {
  /** The URL without a slash at its end. */
  readonly url: string;
  readonly password: string;
  /** The file of the release that WordPress installs. */
  readonly zip: string;
  /** Runs PHP code in WordPress, and returns what it prints. */
  run(code: string): string;
  /** Returns the warnings and errors of PHP until now. */
  log(): string;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Copies WordPress out of its package, and adds media to its uploads. */
function copyFiles(folder: string): string {
  const root = join(folder, 'site');
  // The package links to files of other packages, beside it.
  execFileSync('cp', ['-rL', join(wordpressRoot, 'usr/share/wordpress'), root], { stdio: 'pipe' });
  cpSync(server('wp-config.php'), join(root, 'wp-config.php'));
  cpSync('demo/media', join(root, 'wp-content/uploads/demo'), { recursive: true });
  return root;
}

/** Starts MariaDB and PHP's own server in a temporary folder, and installs WordPress. */
export async function startWordPress(): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'jet-player-wordpress-'));
  const root = copyFiles(folder);
  const database = await startDatabase(folder);
  const url = `http://127.0.0.1:${await freePort()}`;
  const [password, logFile] = [crypto.randomUUID(), join(folder, 'debug.log')];
  const env = {
    ...{ ...process.env, JET_SOCKET: database.socket, JET_SITE: url, JET_LOG: logFile, JET_PASSWORD: password },
    PHP_CLI_SERVER_WORKERS: '4'
  };
  const php = (...args: string[]) => execFileSync('php', args, { cwd: root, env, encoding: 'utf8' });
  // WordPress writes an e-mail to its administrator.
  php('-d', 'sendmail_path=/bin/true', server('install.php'));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const zip = join(folder, `jet-player-wordpress-${version}.zip`);
  writeFileSync(zip, wordpressZip(version));
  // A group of its own, because the server has worker processes.
  const web = spawn('php', ['-S', new URL(url).host, '-t', root, server('router.php')], {
    ...{ cwd: root, env, detached: true },
    stdio: ['ignore', 'ignore', 'pipe']
  });
  for await (const line of createInterface({ input: web.stderr })) if (line.includes('started')) break;
  web.stderr.resume();
  return {
    ...{ url, password, zip },
    run: (code) => php('-r', `$_SERVER['HTTP_HOST'] = '${new URL(url).host}'; require 'wp-load.php'; ${code}`),
    log: () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''),
    async [Symbol.asyncDispose]() {
      if (web.pid) process.kill(-web.pid);
      await database[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
