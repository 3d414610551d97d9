import { expect, type Frame, type Page } from '@playwright/test';
import { cspOf } from '../../src/cli/embed/csp.js';
import { inWorld } from '../support/in-world.js';
import { embedOrigin, parentAddress, thirdParties } from './site.js';
import { playing } from './playing.js';

export * from './site.js';

/** Opens the page with the snippet, and returns the frame in it once its script has run. */
export async function openParentPage(page: Page, address = parentAddress): Promise<Frame> {
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

/** A browser whose every request reaches one server that answers for every host. */
export const bare = inWorld();

/** The same, and every test ends by checking for third parties and for exceptions. */
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
  /** The violations of the browser's policy, from the console. */
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
      // Nothing more may arrive while they are counted.
      await page.goto('about:blank');
      if (thirdParties(world).length > 0) console.log(`third-party hits: ${thirdParties(world).length}`);
      expect(thirdParties(world), 'origins that are not allowed').toEqual([]);
    },
    { auto: true }
  ]
});

export { cspOf, expect };
