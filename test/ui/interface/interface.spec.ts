import type { Page } from '@playwright/test';
import { expect, test } from '../../support/page-fixtures.js';

const part = /\/chunks\/interface-/;

/** A page whose player starts playing as soon as it is parsed. */
async function open(page: Page, demo: string): Promise<void> {
  await page.route(`${demo}/bare`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>jet-player { width: 640px }</style><script type="module" src="/dist/jet-player.js"></script>
        <jet-player src="/media/cmaf/master.m3u8" autoplay muted></jet-player>`
    })
  );
  await page.goto(`${demo}/bare`);
}

const playing = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('jet-player')?.matches(':defined') && document.querySelector('jet-player')!.currentTime > 0.3
  );

test('playback starts before the interface has loaded, and continues when it loads', async ({ page, demo }) => {
  let letGo = () => undefined as void;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(part, async (route) => {
    await held;
    await route.continue();
  });
  await open(page, demo);
  await playing(page);
  const player = page.locator('jet-player');
  await expect(player.locator('[part=bar]')).toHaveCount(0);
  const complete = player.evaluate(async (element: HTMLElementTagNameMap['jet-player']) => {
    const pauses: string[] = [];
    for (const type of ['pause', 'emptied', 'waiting']) element.addEventListener(type, () => pauses.push(type));
    await element.updateComplete;
    return { pauses, drawn: element.shadowRoot!.querySelector('[part~=play]') !== null };
  });
  letGo();
  expect(await complete).toEqual({ pauses: [], drawn: true });
  await expect(player.locator('[part=bar]')).toBeVisible();
});

test('the browser controls are shown until the interface loads', async ({ page, demo }) => {
  await page.route(part, (route) => route.abort());
  await open(page, demo);
  await playing(page);
  const ownControls = () => page.evaluate(() => document.querySelector('jet-player')!.video.controls);
  await expect.poll(ownControls).toBe(true);
  await page.unroute(part);
  await page.locator('jet-player').hover();
  await expect(page.locator('jet-player [part=bar]')).toBeVisible();
  expect(await ownControls()).toBe(false);
});

/** A page whose video never responds; `requests` lists the requests. */
async function openSilent(page: Page, demo: string): Promise<string[]> {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.route('**/master.m3u8', () => new Promise(() => undefined));
  await open(page, demo);
  await expect.poll(() => requests).toContain('/media/cmaf/master.m3u8');
  return requests;
}

test('the interface loads even when the video never responds', async ({ page, demo }) => {
  await openSilent(page, demo);
  await expect(page.locator('jet-player [part=bar]')).toBeVisible();
});

test('the interface loads without waiting for the video when the pointer is over the player', async ({ page, demo }) => {
  // The clock is stopped, so only the interaction can load it.
  await page.addInitScript(() => (AbortSignal.timeout = () => new AbortController().signal));
  const requests = await openSilent(page, demo);
  await page.evaluate(() => fetch('/media/chapters.vtt'));
  expect(requests.filter((path) => part.test(path))).toEqual([]);
  await page.locator('jet-player').hover();
  await expect(page.locator('jet-player [part=bar]')).toBeVisible();
});

test('the interface loads immediately when the source fails or is missing', async ({ page, demo }) => {
  await page.addInitScript(() => (AbortSignal.timeout = () => new AbortController().signal));
  await page.route('**/master.m3u8', (route) => route.fulfill({ contentType: 'text/html', body: 'Not here.' }));
  await open(page, demo);
  await expect(page.locator('jet-player [part~=error]').first()).toBeVisible();
  await page.evaluate(() => document.body.replaceChildren(document.createElement('jet-player')));
  await expect(page.locator('jet-player [part=bar]')).toHaveCount(1);
});
