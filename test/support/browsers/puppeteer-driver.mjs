/** @typedef {import('./driver.mjs').Driver} Driver */

/**
 * A browser that Puppeteer drives.
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
        evaluate: (run, ...given) => page.evaluate(run, ...given),
        inFrame(run, ...given) {
          const [frame] = page.mainFrame().childFrames();
          if (!frame) throw new Error('The page has no frame.');
          return frame.evaluate(run, ...given);
        },
        click: (x, y) => page.mouse.click(x, y),
        // A page that is closed may still start requests; one that was navigated away does not.
        close: async () => {
          await page.goto('about:blank');
          await page.close();
        }
      };
    },
    close: () => browser.close()
  };
}
