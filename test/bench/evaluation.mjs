/** @typedef {import('playwright').Browser} Browser */

/** The markup that loads each compared build: the module with all that it imports before there is a source, and the single script. */
export const builds = {
  core: '<script type="module" src="/dist/jet-player.js"></script>',
  'single script': '<script src="/dist/jet-player.bundle.js" defer></script>'
};

/**
 * Measures how many milliseconds the main thread needs to parse and run a build on a page without a player.
 * @param {Browser} browser @param {string} origin @param {string} markup
 */
export async function measureEvaluation(browser, origin, markup) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.route(`${origin}/alone`, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html>${markup}` }));
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const readScriptMs = async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const valueOf = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      return (valueOf('ScriptDuration') + valueOf('V8CompileDuration')) * 1000;
    };
    const beforeMs = await readScriptMs();
    await page.goto(`${origin}/alone`, { waitUntil: 'load' });
    return (await readScriptMs()) - beforeMs;
  } finally {
    await context.close();
  }
}
