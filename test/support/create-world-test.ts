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

/** The differences between one rig and another. */
interface Rig {
  /** Returns the launch options, from the arguments that all these browsers share. */
  launchOptions?(args: string[]): LaunchOptions;
  readonly context?: BrowserContextOptions;
  /** Called before a context has its page. */
  prepare?(context: BrowserContext): Promise<void>;
}

/** Tests in a browser in which one server simulates every host, with a fresh profile for each test. */
export const createWorldTest = ({ launchOptions = (args) => ({ args }), context: options = { ignoreHTTPSErrors: true }, prepare }: Rig = {}) =>
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
      const context = await chrome.newContext(options);
      await prepare?.(context);
      await use(await context.newPage());
      await context.close();
    }
  });
