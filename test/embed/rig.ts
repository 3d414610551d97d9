import { chromium, expect, test as base, type Browser, type Frame, type Page } from '@playwright/test';
import { findChromium } from '../../.ci/chromium.mjs';
import { cspOf } from '../../src/cli/embed/csp.js';
import { browserArgs } from '../support/browser-args.mjs';
import { createWorld, type World } from '../support/world.js';
import { embedOrigin, holderAddress, strangers } from './site.js';
import { playing } from './playing.js';

export * from './site.js';

/** Opens the page with the snippet, and returns the frame in it once its script has run. */
export async function openHolder(page: Page, address = holderAddress): Promise<Frame> {
  await page.goto(address);
  await expect.poll(() => embedFrame(page) !== undefined, { timeout: 30_000 }).toBe(true);
  const frame = embedFrame(page)!;
  await frame.waitForLoadState('load');
  return frame;
}

export const embedFrame = (page: Page): Frame | undefined => page.frames().find((frame) => frame.url().startsWith(embedOrigin));

/** What plays in a frame. */
export const read = (frame: Frame) => frame.evaluate(playing);

/** Waits until a frame has played past a time in seconds. */
export const playsPast = (frame: Frame, seconds: number) =>
  expect.poll(async () => (await read(frame)).time, { timeout: 45_000, intervals: [100] }).toBeGreaterThan(seconds);

/** Presses play as a viewer does. */
export const pressPlay = (frame: Frame) => frame.locator('jet-player').getByRole('button', { name: 'Play', exact: true }).first().click();

/** A browser whose whole internet is one server that answers for every host. */
export const bare = base.extend<object, { world: World; chrome: Browser }>({
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
    await use(await context.newPage());
    await context.close();
  }
});

/** The same, and every test ends by asking for strangers and for exceptions. */
export const test = bare.extend<{ problems: string[]; violations: string[]; quiet: void }>({
  /** Exceptions in any frame. */
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.stack ?? String(error)));
      await use(problems);
      expect(problems, 'exceptions').toEqual([]);
    },
    { auto: true }
  ],
  /** What the browser's policy had to stop, as it says in the console. */
  violations: async ({ page }, use) => {
    const violations: string[] = [];
    page.on(
      'console',
      (message) => /Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text()) && violations.push(message.text())
    );
    await use(violations);
  },
  quiet: [
    async ({ world, page }, use) => {
      await use();
      // Nothing more may come while it is counted.
      await page.goto('about:blank');
      expect(strangers(world), 'origins that nobody named').toEqual([]);
    },
    { auto: true }
  ]
});

export { cspOf, expect };
