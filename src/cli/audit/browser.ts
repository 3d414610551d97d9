import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Connection } from './cdp.js';

/** A running Chromium with a new profile. */
export interface Browser {
  readonly connection: Connection;
  /** Closes the browser. Resolves to its network log (JSON text; '' if there is none) after the profile is deleted. */
  close(): Promise<string>;
}

const switches = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  // Chromium requests the time and machine-learning models from its vendor, independently of any page, unless these features are off.
  '--disable-features=NetworkTimeServiceQuerying,OptimizationGuideModelDownloading,OptimizationHints',
  // Reports are delivered within a second, not after a minute, when the audit has ended.
  '--short-reporting-delay',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--mute-audio',
  '--window-size=1280,900'
];

/** Starts a Chromium and connects to it over a pipe, so that no port is opened. Rejects with a one-line message if it does not start. */
export async function startBrowser(executable: string, options: { headless: boolean; extraSwitches: readonly string[] }): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'jet-player-audit-'));
  const log = join(profile, 'network-log.json');
  const args = [
    ...switches,
    ...(options.headless ? ['--headless=new'] : []),
    // Chromium's sandbox does not work for root, and containers run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    `--log-net-log=${log}`,
    ...options.extraSwitches,
    'about:blank'
  ];
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
  const [, , , output, input] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const connection = new Connection(output, input);
  // An interrupted audit must delete the profile too.
  const onInterrupt = (): void => {
    child.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    process.exit(130);
  };
  process.once('SIGINT', onInterrupt);
  const deleteProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

  try {
    const startFailure = once(child, 'error').then(([error]) => Promise.reject(error as Error));
    await Promise.race([connection.browser.send('Browser.getVersion'), startFailure]);
  } catch (error) {
    child.kill('SIGKILL');
    await exited;
    await deleteProfile();
    throw new Error(`${executable} did not start: ${(error as Error).message}`);
  }

  return {
    connection,
    async close() {
      await connection.browser.trySend('Browser.close');
      const killTimer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await exited;
      clearTimeout(killTimer);
      process.off('SIGINT', onInterrupt);
      const text = await readFile(log, 'utf8').catch(() => '');
      await deleteProfile();
      return text;
    }
  };
}
