import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UsageError } from '../arguments.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** Packages that install a Chromium of their own, if they are installed. */
const bringers = ['playwright-core', 'playwright'];

interface Bringer {
  readonly chromium?: { executablePath(): string };
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installedByPackages(): Promise<string[]> {
  const found = await Promise.all(bringers.map((name) => (import(name) as Promise<Bringer>).catch((): Bringer => ({}))));
  return found.map(({ chromium }) => chromium?.executablePath() ?? '');
}

/**
 * The path of a Chromium, Chrome or Edge: `CHROME_PATH`, else `PATH`, else the usual places, else Playwright's. Throws a
 * `UsageError` that says what to do when there is none.
 */
export async function findChromium(): Promise<string> {
  const given = process.env['CHROME_PATH'];
  if (given && !runnable(given)) throw new UsageError(`CHROME_PATH names "${given}", which cannot be run`);
  if (given) return given;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...onPath, ...elsewhere, ...(await installedByPackages())].find((path) => path && runnable(path));
  if (found) return found;
  throw new UsageError('no Chromium or Chrome found: install one ("npx playwright install chromium" does), or name it in CHROME_PATH');
}
