import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebian } from './debian.mjs';
import { runCommand } from './run-command.mjs';

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'];
const defaultPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const candidatesInPath = () =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => programNames.map((name) => join(folder, name)));

/** Returns the path of Playwright's own Chromium, if it was downloaded; Playwright may not be installed yet. */
async function playwrightChromium() {
  const { chromium } = await import('playwright').catch(() => ({}));
  return chromium?.executablePath() ?? '';
}

/** Returns the path of a Chromium or Chrome on this machine (`CHROME_PATH` first); undefined if there is none. */
export async function findChromium() {
  const configuredPath = process.env.CHROME_PATH;
  if (configuredPath) return configuredPath;
  return [...candidatesInPath(), ...defaultPaths, await playwrightChromium()].find(
    (path) => path && existsSync(path) && isExecutable(path)
  );
}

const installers = [
  ['Playwright', () => runCommand('npx', ['playwright', 'install', 'chromium'])],
  ["Debian's packages", () => installDebian('chromium')]
];

/** Finds a Chromium, or installs Playwright's, else Debian's. @throws Error with one line that says what to do */
export async function ensureChromium() {
  let path = await findChromium();
  for (const [source, install] of installers) {
    if (path) return path;
    console.log(`No Chromium found; trying ${source}.`);
    try {
      install();
    } catch (error) {
      console.log(`  not installed: ${error.message}`);
    }
    path = await findChromium();
  }
  if (path) return path;
  throw new Error('The tests need a Chromium or Chrome: install one, or name it in CHROME_PATH.');
}
