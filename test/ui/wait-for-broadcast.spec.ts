import type { Page } from '@playwright/test';
import { expect, test } from '../support/page-fixtures.js';

const channelUrl = '/live/hls/master.m3u8';

/** Opens a page with a player for a live channel that is off the air until the test starts the broadcast. */
async function openPage(page: Page, demo: string, attributes: string): Promise<{ startBroadcast(): void }> {
  let isOnAir = false;
  await page.route(`${demo}${channelUrl}`, (route) => (isOnAir ? route.continue() : route.fulfill({ status: 404 })));
  await page.route(`${demo}/bare`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>jet-player { width: 640px }</style><script type="module" src="/dist/jet-player.js"></script>
        <jet-player src="${channelUrl}" ${attributes} autoplay muted></jet-player>`
    })
  );
  await page.goto(`${demo}/bare`);
  return { startBroadcast: () => void (isOnAir = true) };
}

test('a player with stream-type="live" waits for a channel that is off the air, and plays when the broadcast starts', async ({
  page,
  demo
}) => {
  const { startBroadcast } = await openPage(page, demo, 'stream-type="live"');
  const player = page.locator('jet-player');
  await expect(player).toContainText('Waiting for the broadcast to begin', { timeout: 20_000 });
  startBroadcast();
  await page.waitForFunction(() => document.querySelector('jet-player')!.currentTime > 0.3);
  expect(await player.evaluate((element: HTMLElementTagNameMap['jet-player']) => [element.streamType, element.error])).toEqual([
    'live',
    null
  ]);
});

test('a player without stream-type reports a missing source as an error', async ({ page, demo }) => {
  await openPage(page, demo, '');
  const error = () => page.evaluate(() => document.querySelector('jet-player')!.error?.message ?? '');
  await expect.poll(error, { timeout: 20_000 }).toMatch(/^source\/not-found/);
});
