/** @typedef {import('playwright').Browser} Browser */

/** What is compared: all that a page loads that has the player and no film yet, as a module, and as the single script. */
export const builds = {
  core: '<script type="module" src="/dist/jet-player.js"></script>',
  'single script': '<script src="/dist/jet-player.bundle.js" defer></script>'
};

/** Milliseconds that the main thread needs to read and run a build on a page without a player. @param {Browser} browser @param {string} origin @param {string} markup */
export async function measureEvaluation(browser, origin, markup) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.route(`${origin}/alone`, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html>${markup}` }));
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const spent = async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      return (of('ScriptDuration') + of('V8CompileDuration')) * 1000;
    };
    const before = await spent();
    await page.goto(`${origin}/alone`, { waitUntil: 'load' });
    return (await spent()) - before;
  } finally {
    await context.close();
  }
}
