import { expect, type Page } from '@playwright/test';
import { createWorldTest } from '../../support/create-world-test.js';
import { namesOf, prototypesScript } from './prototypes.js';
import { placeSentinels, type Counts } from './sentinels.js';

const placed = createWorldTest({
  async prepare(context) {
    await context.addInitScript(placeSentinels);
    await context.addInitScript(prototypesScript);
  }
});

/** A browser whose every request reaches the test server, with a fresh profile for each test. */
export const test = placed.extend<{ problems: string[] }>({
  problems: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.stack ?? String(error)));
    await use(problems);
  }
});

/** The page's intrinsics and interfaces that differ from their state before the first script ran. */
export const prototypeChanges = async (page: Page): Promise<string[]> => namesOf(await page.evaluate(() => window.prototypeChanges()));

/** The counts of the page's sentinels. */
export const counts = (page: Page): Promise<Counts> => page.evaluate(() => window.sentinels());

export { expect };
