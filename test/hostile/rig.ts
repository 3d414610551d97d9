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

/** The origins that were contacted since the world was staged, each once. */
export const contacted = ({ hits }: World): string[] => [...new Set(hits.map(({ origin }) => origin))].sort();

/** What of the requests would let somebody recognise the viewer or the visit: marks in addresses and headers. */
export function marks({ hits }: World): string[] {
  const mark = /cmcd|_HLS_(primary_id|pathway|throughput)|_DASH_(pathway|throughput)|viewer-4711/i;
  return hits
    .map(({ origin, path, headers }) => `${origin}${path} ${JSON.stringify({ ...headers, 'sec-ch-ua': undefined })}`)
    .filter((text) => mark.test(text));
}

/** The requests for media that say which page they come from; what the page itself brings in (`/dist/`) is not media. */
export const referrers = ({ hits }: World): string[] =>
  hits
    .filter(({ path, headers }) => headers.referer && !/^\/(dist\/|favicon\.ico|engines\/)/.test(path))
    .map(({ origin, path }) => `${origin}${path}`);

/** The counts of the page's sentinels. */
export const counts = (page: Page): Promise<Counts> => page.evaluate(() => window.sentinels());

export { expect };
