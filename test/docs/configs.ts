import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a server's configuration was checked: by the server itself if it is installed, else for its shape only. */
export type Reading = 'by the server' | 'for its shape';

/** Runs a command; undefined if it is not installed. Throws its message when it refuses. */
function ask(command: string, ...words: readonly string[]): true | undefined {
  try {
    execFileSync(command, words, { stdio: 'pipe' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(String((error as { stderr?: Buffer }).stderr));
  }
}

/** Every brace outside quotes has its partner; every statement of nginx ends. */
function shape(text: string): void {
  const bare = text.replace(/"[^"]*"/g, '""').replace(/#.*$/gm, '');
  const depth = [...bare.matchAll(/[{}]/g)].reduce((sum, [brace]) => {
    const next = sum + (brace === '{' ? 1 : -1);
    if (next < 0) throw new Error('a brace too many');
    return next;
  }, 0);
  if (depth !== 0) throw new Error('a brace is open');
}

const folder = (): string => mkdtempSync(join(tmpdir(), 'jet-docs-'));

/** Checks a piece of nginx configuration: a `server`, or its content. Includes are left out. */
export function readNginx(text: string): Reading {
  shape(text);
  const open = text
    .replace(/^\s*#.*$/gm, '')
    .split('\n')
    .filter((line) => /\S/.test(line) && !/[;{}]\s*$/.test(line));
  if (open.length) throw new Error(`not ended: ${open[0]}`);
  const dir = folder();
  const plain = text.replace(/^\s*include .*$/gm, '').replace('listen 443 ssl;', 'listen 127.0.0.1:8443;');
  const server = /^server\s*\{/m.test(plain) ? plain : `server { listen 127.0.0.1:8443; ${plain} }`;
  // The host name of a sample would have to be resolved, so an IP address replaces it.
  const offline = server.replace(/https:\/\/[\w.-]+example\.eu/g, 'https://127.0.0.1');
  writeFileSync(join(dir, 'nginx.conf'), `pid ${dir}/pid; error_log ${dir}/error.log; events {} http { access_log off; ${offline} }`);
  return ask('nginx', '-t', '-q', '-p', dir, '-c', join(dir, 'nginx.conf')) ? 'by the server' : 'for its shape';
}

/** Checks a Caddyfile; its imports are left out. */
export function readCaddy(text: string): Reading {
  shape(text);
  const file = join(folder(), 'Caddyfile');
  writeFileSync(file, text.replace(/^\s*import .*$/gm, ''));
  return ask('caddy', 'adapt', '--config', file, '--adapter', 'caddyfile') ? 'by the server' : 'for its shape';
}
