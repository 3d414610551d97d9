import { expect, type Frame, type Page } from '@playwright/test';
import { cspOf } from '../../src/cli/embed/csp.js';
import { createWorldTest } from '../support/create-world-test.js';
import { embedOrigin, parentUrl, thirdParties } from './site.js';
import { playbackState } from './playback-state.js';

export * from './site.js';

/** Opens the parent page, and returns the frame of the embed once its script has run. */
export async function openParentPage(page: Page, url = parentUrl): Promise<Frame> {
  await page.goto(url);
  await expect.poll(() => embedFrame(page) !== undefined, { timeout: 30_000 }).toBe(true);
  const frame = embedFrame(page)!;
  await frame.waitForLoadState('load');
  return frame;
}

/** The frame of the embed in a page, if it exists. */
export const embedFrame = (page: Page): Frame | undefined => page.frames().find((frame) => frame.url().startsWith(embedOrigin));

/** Reads the state of the video in a frame. */
export const readPlayback = (frame: Frame) => frame.evaluate(playbackState);

/** Waits until a frame has played past a time in seconds. */
export const playsPast = (frame: Frame, seconds: number) =>
  expect.poll(async () => (await readPlayback(frame)).time, { timeout: 45_000, intervals: [100] }).toBeGreaterThan(seconds);

/** Presses play as a viewer does. */
export const pressPlay = (frame: Frame) => frame.locator('jet-player').getByRole('button', { name: 'Play', exact: true }).first().click();

/** Tests in a browser whose every request reaches one server, which simulates every host. */
export const testWithoutChecks = createWorldTest();

/** The same tests; each of them also fails when a third party is contacted or a frame throws an exception. */
export const test = testWithoutChecks.extend<{ problems: string[]; violations: string[]; thirdPartyCheck: void }>({
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
  thirdPartyCheck: [
    async ({ world, page }, use) => {
      await use();
      // The page is left so that no further request arrives while the requests are counted.
      await page.goto('about:blank');
      if (thirdParties(world).length > 0) console.log(`third-party hits: ${thirdParties(world).length}`);
      expect(thirdParties(world), 'origins that are not allowed').toEqual([]);
    },
    { auto: true }
  ]
});

export { cspOf, expect };
