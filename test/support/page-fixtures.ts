import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, expect, test as base, type Browser } from '@playwright/test';
import { findChromium } from '../../.ci/chromium.mjs';
import { createDemoServer } from '../../demo/server.mjs';
import { browserArgs } from './browser-args.mjs';
import { startSilentHost } from './silent-host.mjs';

type SilentHost = Awaited<ReturnType<typeof startSilentHost>>;

interface Servers {
  /** Simulates every host except localhost, and must receive no request. */
  readonly silent: SilentHost;
  /** The URL of the demo, without a slash at its end. */
  readonly demo: string;
  readonly chrome: Browser;
}

/**
 * The `test` function of Playwright for whole pages: its browser reaches the demo on localhost, and under every other host name a silent
 * host. After every test, it checks that the silent host received no request.
 */
export const test = base.extend<{ thirdParties: void; problems: string[] }, Servers>({
  silent: [
    async ({}, use) => {
      const silent = await startSilentHost();
      await use(silent);
      await silent.close();
    },
    { scope: 'worker' }
  ],
  demo: [
    async ({}, use) => {
      const server: Server = createDemoServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use(`http://localhost:${(server.address() as AddressInfo).port}`);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' }
  ],
  chrome: [
    async ({ silent }, use) => {
      const browser = await chromium.launch({ executablePath: await findChromium(), args: [...browserArgs, ...silent.browserArgs] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' }
  ],
  page: async ({ chrome }, use) => {
    const context = await chrome.newContext();
    await use(await context.newPage());
    await context.close();
  },
  /** Exceptions and unhandled rejections of the page; any of them fails the test. */
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      await use(problems);
      expect(problems, 'exceptions in the page').toEqual([]);
    },
    { auto: true }
  ],
  thirdParties: [
    async ({ silent }, use) => {
      await use();
      if (silent.hits.length > 0) console.log(`third-party hits: ${silent.hits.length}`);
      expect(silent.hits, 'requests to a second origin').toEqual([]);
    },
    { auto: true }
  ]
});

export { expect };
