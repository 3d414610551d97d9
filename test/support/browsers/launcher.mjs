import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {import('./driver.mjs').Driver} Driver */
/** @typedef {import('./driver.mjs').Tab} Tab */

/** Milliseconds between two checks whether a page responds. */
const checkIntervalMs = 10_000;

/**
 * Returns a launcher with which @web/test-runner runs its tests in a browser other than Chromium, controlled by Puppeteer or WebDriver;
 * each test file gets a tab. A page in a browser that hangs never reports its results, so it is closed, and the runner reports its tests as
 * interrupted.
 * @param {'firefox' | 'webkit'} name
 * @param {() => Promise<Driver>} launch
 * @returns {import('@web/test-runner').BrowserLauncher}
 */
export function driverLauncher(name, launch) {
  /** @type {Promise<Driver> | undefined} */
  let driver;
  /** @typedef {{ tab: Tab, url: string, open: boolean }} Session */
  /** @type {Map<string, Session>} */
  const sessions = new Map();

  /** @param {Session} session */
  async function close(session) {
    if (!session.open) return;
    session.open = false;
    await session.tab.close();
  }

  /** @param {Session} session */
  async function watch(session) {
    try {
      for (; session.open; await pause(checkIntervalMs)) await session.tab.evaluate(() => true);
    } catch (error) {
      if (session.open) console.log(`${name} hangs: ${error}`);
      await close(session);
    }
  }

  return {
    name,
    type: 'driver',
    async startSession(id, url) {
      driver ??= launch();
      const tab = await (await driver).open();
      const session = { tab, url, open: true };
      sessions.set(id, session);
      await tab.goto(url);
      watch(session).catch((error) => console.error(error));
    },
    isActive: (id) => sessions.has(id),
    // Returns the same URL for a page that was closed, because the runner would report another URL as a second reason for the interruption.
    getBrowserUrl: (id) => sessions.get(id)?.url ?? '',
    async stopSession(id) {
      const session = sessions.get(id);
      if (session) await close(session);
      sessions.delete(id);
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('Debugging is for Chromium.')),
    async stop() {
      await (await driver)?.close();
    }
  };
}
