import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endRunning } from './run.mjs';

/**
 * Creates a temporary folder that is removed when this process ends, also when it is interrupted; with `keep` it stays, and its path is
 * printed.
 */
export function temporaryFolder({ keep }) {
  const [folder, home] = [mkdtempSync(join(tmpdir(), 'engines-check-')), process.cwd()];
  process.on('exit', () => {
    if (keep) return console.log(`jet-player: the copy of the project is kept in ${folder}`);
    // Some systems cannot remove the current folder of a process.
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => {
      endRunning();
      console.error('\njet-player: the check was interrupted.');
      process.exit(2);
    });
  return folder;
}
