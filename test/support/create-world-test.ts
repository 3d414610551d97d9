import {
  chromium,
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions
} from '@playwright/test';
import { findChromium } from '../../.ci/chromium.mjs';
import { browserArgs } from './browser-args.mjs';
import { createWorld, type World } from './world.js';

/** How the browser of a test differs from the default. */
interface WorldOptions {
  /** Returns the launch options; `args` are the arguments that all these browsers share. */
  launchOptions?(args: string[]): LaunchOptions;
  readonly context?: BrowserContextOptions;
  /** Called before a context has its page. */
  prepare?(context: BrowserContext): Promise<void>;
}

/** Returns a `test` function of Playwright whose browser reaches one server under every host name, with a new profile for each test. */
export const createWorldTest = ({
  launchOptions = (args) => ({ args }),
  context: contextOptions = { ignoreHTTPSErrors: true },
  prepare
}: WorldOptions = {}) =>
  base.extend<object, { world: World; chrome: Browser }>({
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
        const args = [...browserArgs, ...world.browserArgs];
        const browser = await chromium.launch({ executablePath: await findChromium(), ...launchOptions(args) });
        await use(browser);
        await browser.close();
      },
      { scope: 'worker' }
    ],
    page: async ({ chrome }, use) => {
      const context = await chrome.newContext(contextOptions);
      await prepare?.(context);
      await use(await context.newPage());
      await context.close();
    }
  });
