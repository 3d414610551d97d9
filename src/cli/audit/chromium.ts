import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UsageError } from '../arguments.js';

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'];
const usualPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** Packages that install a Chromium of their own. */
const browserPackages = ['playwright-core', 'playwright'];

interface BrowserPackage {
  readonly chromium?: { executablePath(): string };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installedByPackages(): Promise<string[]> {
  const packages = await Promise.all(
    browserPackages.map((name) => (import(name) as Promise<BrowserPackage>).catch((): BrowserPackage => ({})))
  );
  return packages.map(({ chromium }) => chromium?.executablePath() ?? '');
}

/**
 * Returns the path of a Chromium, Chrome or Edge: `CHROME_PATH`, else the first one on `PATH`, in the usual places or from Playwright.
 * @throws UsageError with instructions if there is none
 */
export async function findChromium(): Promise<string> {
  const fromEnvironment = process.env['CHROME_PATH'];
  if (fromEnvironment && !isExecutable(fromEnvironment))
    throw new UsageError(`CHROME_PATH names "${fromEnvironment}", which cannot be run`);
  if (fromEnvironment) return fromEnvironment;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => programNames.map((name) => join(folder, name)));
  const executable = [...onPath, ...usualPaths, ...(await installedByPackages())].find((path) => path && isExecutable(path));
  if (executable) return executable;
  throw new UsageError('no Chromium or Chrome found: install one ("npx playwright install chromium" does), or name it in CHROME_PATH');
}
