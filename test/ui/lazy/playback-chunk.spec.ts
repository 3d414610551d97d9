import { expect, test } from '../../support/page-fixtures.js';

const playbackChunk = /\/chunks\/playback-/;

test('the player shows an error when the chunk that starts playback fails to load, and loads it on the next attempt', async ({
  page,
  demo
}) => {
  await page.route(playbackChunk, (route) => route.abort());
  await page.route(`${demo}/bare`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>jet-player { width: 640px }</style><script type="module" src="/dist/jet-player.js"></script>
        <jet-player src="/media/cmaf/master.m3u8" start-time="12" muted></jet-player>`
    })
  );
  await page.goto(`${demo}/bare`);
  const player = page.locator('jet-player');
  const error = () => player.evaluate((element: HTMLElementTagNameMap['jet-player']) => element.error?.message);
  await expect.poll(error).toContain('engine/load-failed');
  await page.unroute(playbackChunk);
  await player.locator('[part=error]').getByRole('button').click();
  await expect.poll(() => player.evaluate((element: HTMLElementTagNameMap['jet-player']) => element.currentTime)).toBeGreaterThan(12.2);
  expect(await error()).toBeUndefined();
});
