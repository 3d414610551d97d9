import type { Page } from '@playwright/test';
import { expect, test } from '../../support/page-fixtures.js';

const interfaceChunk = /\/chunks\/interface-/;

/** Opens a page whose player starts playing as soon as it is parsed. */
async function openPage(page: Page, demo: string): Promise<void> {
  await page.route(`${demo}/bare`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>jet-player { width: 640px }</style><script type="module" src="/dist/jet-player.js"></script>
        <jet-player src="/media/cmaf/master.m3u8" autoplay muted></jet-player>`
    })
  );
  await page.goto(`${demo}/bare`);
}

const waitForPlayback = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('jet-player')?.matches(':defined') && document.querySelector('jet-player')!.currentTime > 0.3
  );

test('playback starts before the interface has loaded, and continues when it loads', async ({ page, demo }) => {
  let releaseChunk = () => undefined as void;
  const chunkReleased = new Promise<void>((resolve) => (releaseChunk = resolve));
  await page.route(interfaceChunk, async (route) => {
    await chunkReleased;
    await route.continue();
  });
  await openPage(page, demo);
  await waitForPlayback(page);
  const player = page.locator('jet-player');
  await expect(player.locator('[part=bar]')).toHaveCount(0);
  const interfaceLoaded = player.evaluate(async (element: HTMLElementTagNameMap['jet-player']) => {
    const interruptions: string[] = [];
    for (const type of ['pause', 'emptied', 'waiting']) element.addEventListener(type, () => interruptions.push(type));
    await element.updateComplete;
    return { interruptions, hasPlayButton: element.shadowRoot!.querySelector('[part~=play]') !== null };
  });
  releaseChunk();
  expect(await interfaceLoaded).toEqual({ interruptions: [], hasPlayButton: true });
  await expect(player.locator('[part=bar]')).toBeVisible();
});

test('the controls of the browser are shown while the interface fails to load, until it loads', async ({ page, demo }) => {
  await page.route(interfaceChunk, (route) => route.abort());
  await openPage(page, demo);
  await waitForPlayback(page);
  const browserControls = () => page.evaluate(() => document.querySelector('jet-player')!.video.controls);
  await expect.poll(browserControls).toBe(true);
  await page.unroute(interfaceChunk);
  await page.locator('jet-player').hover();
  await expect(page.locator('jet-player [part=bar]')).toBeVisible();
  expect(await browserControls()).toBe(false);
});

/** Opens a page whose manifest never arrives, and returns the list of its requests. */
async function openPageWithoutMedia(page: Page, demo: string): Promise<string[]> {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.route('**/master.m3u8', () => new Promise(() => undefined));
  await openPage(page, demo);
  await expect.poll(() => requests).toContain('/media/cmaf/master.m3u8');
  return requests;
}

test('the interface loads even when the manifest never arrives', async ({ page, demo }) => {
  await openPageWithoutMedia(page, demo);
  await expect(page.locator('jet-player [part=bar]')).toBeVisible();
});

test('the interface loads when the pointer is over the player, before the manifest has arrived', async ({ page, demo }) => {
  // The timeout is stopped, so that only the interaction can load the interface.
  await page.addInitScript(() => (AbortSignal.timeout = () => new AbortController().signal));
  const requests = await openPageWithoutMedia(page, demo);
  await page.evaluate(() => fetch('/media/chapters.vtt'));
  expect(requests.filter((path) => interfaceChunk.test(path))).toEqual([]);
  await page.locator('jet-player').hover();
  await expect(page.locator('jet-player [part=bar]')).toBeVisible();
});

test('the interface loads immediately when the source fails or is missing', async ({ page, demo }) => {
  await page.addInitScript(() => (AbortSignal.timeout = () => new AbortController().signal));
  await page.route('**/master.m3u8', (route) => route.fulfill({ contentType: 'text/html', body: 'Not here.' }));
  await openPage(page, demo);
  await expect(page.locator('jet-player [part~=error]').first()).toBeVisible();
  await page.evaluate(() => document.body.replaceChildren(document.createElement('jet-player')));
  await expect(page.locator('jet-player [part=bar]')).toHaveCount(1);
});
