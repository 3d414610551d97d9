/** @typedef {import('./driver.mjs').Driver} Driver */

/**
 * Returns the driver of a browser that Puppeteer controls.
 * @param {Driver['name']} name @param {import('puppeteer-core').Browser} browser @returns {Promise<Driver>}
 */
export async function createPuppeteerDriver(name, browser) {
  return {
    name,
    version: await browser.version(),
    async open() {
      const page = await browser.newPage();
      await page.setViewport({ width: 1024, height: 720 });
      return {
        goto: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
        evaluate: (run, ...args) => page.evaluate(run, ...args),
        inFrame(run, ...args) {
          const [frame] = page.mainFrame().childFrames();
          if (!frame) throw new Error('The page has no frame.');
          return frame.evaluate(run, ...args);
        },
        click: (x, y) => page.mouse.click(x, y),
        // A page that is closed may still start requests. After a navigation it starts none.
        close: async () => {
          await page.goto('about:blank');
          await page.close();
        }
      };
    },
    close: () => browser.close()
  };
}
