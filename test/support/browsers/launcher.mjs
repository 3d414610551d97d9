import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {import('./driver.mjs').Driver} Driver */
/** @typedef {import('./driver.mjs').Tab} Tab */

/** Milliseconds between two questions whether a page is alive, and how often its tests are begun anew where it is not. */
const look = 10_000;
const tries = 2;

/**
 * Lets @web/test-runner run its tests in a browser that is no Chromium. Puppeteer or WebDriver drives it; each file of tests gets a tab.
 * A page whose browser stands still will never tell what came of its tests, so they begin anew in another browser, and that is said.
 * @param {'firefox' | 'webkit'} name
 * @param {() => Promise<Driver>} launch
 * @returns {import('@web/test-runner').BrowserLauncher}
 */
export function driverLauncher(name, launch) {
  /** @type {Promise<Driver> | undefined} */
  let driver;
  /** @type {Map<string, { tab: Tab, url: string }>} */
  const sessions = new Map();

  /** @param {string} id @param {string} url */
  async function begin(id, url) {
    driver ??= launch();
    const tab = await (await driver).open();
    sessions.set(id, { tab, url });
    await tab.goto(url);
    return tab;
  }

  /** @param {string} id @param {string} url @param {Tab} tab */
  async function keepAlive(id, url, tab) {
    const isMine = () => sessions.get(id)?.tab === tab;
    for (let again = 0; again < tries && isMine(); await pause(look)) {
      try {
        await tab.evaluate(() => true);
      } catch (error) {
        if (!isMine()) return;
        again += 1;
        console.log(`${name} stands still, and this file begins anew: ${error}`);
        await tab.close();
        tab = await begin(id, url);
      }
    }
  }

  return {
    name,
    type: 'driver',
    async startSession(id, url) {
      const tab = await begin(id, url);
      keepAlive(id, url, tab).catch((error) => console.error(error));
    },
    isActive: (id) => sessions.has(id),
    getBrowserUrl: (id) => sessions.get(id)?.url ?? '',
    async stopSession(id) {
      await sessions.get(id)?.tab.close();
      sessions.delete(id);
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('Debugging is for Chromium.')),
    async stop() {
      await (await driver)?.close();
    }
  };
}
