import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findProgram } from '../../support/browsers/find-program.mjs';

/** A running MariaDB, which ends when it is disposed of. */
export interface Database extends AsyncDisposable {
  /** The path of its socket; it listens nowhere else. */
  readonly socket: string;
}

/**
 * Starts an empty MariaDB in a folder. It has no tables of accounts and checks no rights: a process that can open the socket may do
 * everything, so the folder has to be private.
 */
export async function startDatabase(folder: string): Promise<Database> {
  const data = join(folder, 'data');
  const socket = join(folder, 'db.sock');
  mkdirSync(data);
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const settings = [`--datadir=${data}`, `--socket=${socket}`, '--skip-networking', '--skip-grant-tables'];
  const server = spawn(findProgram('mariadbd', '/usr/sbin/mariadbd'), ['--no-defaults', ...settings, ...asRoot], {
    stdio: ['ignore', 'ignore', 'pipe']
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: server.stderr })) {
    lines.push(line);
    if (line.includes('ready for connections')) break;
  }
  if (server.exitCode !== null || !lines.at(-1)?.includes('ready')) throw new Error(`MariaDB did not start:\n${lines.join('\n')}`);
  server.stderr.resume();
  return {
    socket,
    async [Symbol.asyncDispose]() {
      if (server.exitCode !== null) return;
      server.kill();
      await once(server, 'exit');
    }
  };
}
