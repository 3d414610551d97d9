import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the configuration of a server was checked: by the server itself if it is installed, otherwise for its shape only. */
export type CheckMethod = 'by the server' | 'for its shape';

/** Runs a command, and returns undefined if it is not installed. Throws the message of a command that fails. */
function runIfInstalled(command: string, ...words: readonly string[]): true | undefined {
  try {
    execFileSync(command, words, { stdio: 'pipe' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(String((error as { stderr?: Buffer }).stderr));
  }
}

/** Throws unless every brace outside quotes has a partner. */
function checkShape(text: string): void {
  const unquoted = text.replace(/"[^"]*"/g, '""').replace(/#.*$/gm, '');
  const depth = [...unquoted.matchAll(/[{}]/g)].reduce((sum, [brace]) => {
    const next = sum + (brace === '{' ? 1 : -1);
    if (next < 0) throw new Error('a brace too many');
    return next;
  }, 0);
  if (depth !== 0) throw new Error('a brace is open');
}

const createTemporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'jet-docs-'));

/** Checks a part of an nginx configuration: a `server`, or its content. Includes are left out. */
export function checkNginx(text: string): CheckMethod {
  checkShape(text);
  const unterminated = text
    .replace(/^\s*#.*$/gm, '')
    .split('\n')
    .filter((line) => /\S/.test(line) && !/[;{}]\s*$/.test(line));
  if (unterminated.length) throw new Error(`not ended: ${unterminated[0]}`);
  const folder = createTemporaryFolder();
  const testable = text.replace(/^\s*include .*$/gm, '').replace('listen 443 ssl;', 'listen 127.0.0.1:8443;');
  const server = /^server\s*\{/m.test(testable) ? testable : `server { listen 127.0.0.1:8443; ${testable} }`;
  // The host name of a sample would have to be resolved, so an IP address replaces it.
  const offline = server.replace(/https:\/\/[\w.-]+example\.eu/g, 'https://127.0.0.1');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; ${offline} }`
  );
  return runIfInstalled('nginx', '-t', '-q', '-p', folder, '-c', join(folder, 'nginx.conf')) ? 'by the server' : 'for its shape';
}

/** Checks a Caddyfile, or the content of a site; its imports are left out. */
export function checkCaddy(text: string): CheckMethod {
  checkShape(text);
  const file = join(createTemporaryFolder(), 'Caddyfile');
  const hasSite = /^[^\s#@(]*[.:]\S* \{/m.test(text);
  const config = hasSite ? text : `:8443 {\n${text}\n}`;
  writeFileSync(file, config.replace(/^\s*import .*$/gm, ''));
  return runIfInstalled('caddy', 'adapt', '--config', file, '--adapter', 'caddyfile') ? 'by the server' : 'for its shape';
}
