import type { Page } from '@playwright/test';
import { expect, test } from '../support/page-fixtures.js';

const channel = '/live/hls/master.m3u8';

/** A page with a player for a channel that does not exist until the test starts it. */
async function open(page: Page, demo: string, attributes: string): Promise<{ goOnAir(): void }> {
  let onAir = false;
  await page.route(`${demo}${channel}`, (route) => (onAir ? route.continue() : route.fulfill({ status: 404 })));
  await page.route(`${demo}/bare`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>jet-player { width: 640px }</style><script type="module" src="/dist/jet-player.js"></script>
        <jet-player src="${channel}" ${attributes} autoplay muted></jet-player>`
    })
  );
  await page.goto(`${demo}/bare`);
  return { goOnAir: () => void (onAir = true) };
}

test('stream-type="live" waits for a channel that has not started, and plays when it starts', async ({ page, demo }) => {
  const { goOnAir } = await open(page, demo, 'stream-type="live"');
  const player = page.locator('jet-player');
  await expect(player).toContainText('Waiting for the broadcast to begin', { timeout: 20_000 });
  goOnAir();
  await page.waitForFunction(() => document.querySelector('jet-player')!.currentTime > 0.3);
  expect(await player.evaluate((element: HTMLElementTagNameMap['jet-player']) => [element.streamType, element.error])).toEqual([
    'live',
    null
  ]);
});

test('a missing source is an error when stream-type is not set', async ({ page, demo }) => {
  await open(page, demo, '');
  const error = () => page.evaluate(() => document.querySelector('jet-player')!.error?.message ?? '');
  await expect.poll(error, { timeout: 20_000 }).toMatch(/^source\/not-found/);
});
