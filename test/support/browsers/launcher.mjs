/** @typedef {import('./driver.mjs').Driver} Driver */
/** @typedef {import('./driver.mjs').Tab} Tab */

/**
 * Lets @web/test-runner run its tests in a browser that is no Chromium. Puppeteer or WebDriver drives it; each file of tests gets a tab.
 * @param {'firefox' | 'webkit'} name
 * @param {() => Promise<Driver>} launch
 * @returns {import('@web/test-runner').BrowserLauncher}
 */
export function driverLauncher(name, launch) {
  /** @type {Promise<Driver> | undefined} */
  let driver;
  /** @type {Map<string, { tab: Tab, url: string }>} */
  const sessions = new Map();
  return {
    name,
    type: 'driver',
    async startSession(id, url) {
      driver ??= launch();
      const tab = await (await driver).open();
      sessions.set(id, { tab, url });
      await tab.goto(url);
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
