import { chromium, expect, test as base, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../../.ci/chromium.mjs';
import { browserArgs } from '../support/browser-args.mjs';
import { createWorld, type World } from '../support/world.js';
import { placeSentinels, type Counts } from './sentinels.js';

/** A browser whose whole internet is the made-up world, and a fresh profile for each test. */
export const test = base.extend<{ problems: string[] }, { world: World; chrome: Browser }>({
  world: [
    async ({}, use) => {
      const world = await createWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker' }
  ],
  chrome: [
    async ({ world }, use) => {
      const browser = await chromium.launch({ executablePath: await findChromium(), args: [...browserArgs, ...world.browserArgs] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' }
  ],
  page: async ({ chrome }, use) => {
    const context = await chrome.newContext({ ignoreHTTPSErrors: true });
    await context.addInitScript(placeSentinels);
    await use(await context.newPage());
    await context.close();
  },
  problems: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.stack ?? String(error)));
    await use(problems);
  }
});

/** The counts of the page's sentinels. */
export const counts = (page: Page): Promise<Counts> => page.evaluate(() => window.sentinels());

export { expect };
