import { expect, type Page } from '@playwright/test';
import { createWorldTest } from '../../support/create-world-test.js';
import { namesOf, prototypesScript } from './prototypes.js';
import { countForbiddenCalls, type CallCounts } from './call-counters.js';

const testWithCounters = createWorldTest({
  async prepare(context) {
    await context.addInitScript(countForbiddenCalls);
    await context.addInitScript(prototypesScript);
  }
});

/** The `test` function of Playwright whose browser sends every request to the test server, with a new profile for each test. */
export const test = testWithCounters.extend<{ problems: string[] }>({
  problems: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.stack ?? String(error)));
    await use(problems);
  }
});

/** Returns the names of the intrinsics and interfaces of the page that differ from their state before the first script ran. */
export const prototypeChanges = async (page: Page): Promise<string[]> => namesOf(await page.evaluate(() => window.prototypeChanges()));

/** Returns how often the page called each function that stores data or contacts a host. */
export const readForbiddenCalls = (page: Page): Promise<CallCounts> => page.evaluate(() => window.forbiddenCalls());

export { expect };
