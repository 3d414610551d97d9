import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../src/ui/jet-player.js';
import { expect, test } from '../support/page-fixtures.js';

const chapters = {
  version: '1.2.0',
  chapters: [
    { startTime: 0, title: 'Morning on the water, a long time before the others wake up', img: '/media/poster.jpg?1' },
    { startTime: 20, title: 'Noon', img: 'https://images.example/noon.jpg' },
    { startTime: 40, title: 'Evening & night', img: '/media/poster.jpg?3' }
  ]
};

/** An audio player of a width in pixels with these chapters; returns the paths of the images that were requested. */
async function openPodcast(page: Page, demo: string, width = 300): Promise<string[]> {
  const requested: string[] = [];
  page.on('request', (request) => /poster\.jpg|images\.example/.test(request.url()) && requested.push(new URL(request.url()).search));
  await page.route('**/chapters.json', (route) => route.fulfill({ json: chapters }));
  await page.route('**/podcast.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><script type="module" src="/dist/jet-player.js"></script>
        <style>jet-player { width: ${width}px }</style>
        <jet-player src="/media/cmaf/audio-en.m3u8" chapters="/chapters.json" title-text="The delta" muted></jet-player></html>`
    })
  );
  await page.goto(`${demo}/podcast.html`);
  await page.waitForFunction(() => document.querySelector('jet-player')?.player?.state.current.chapters.list.length === 3);
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.updateComplete);
  return requested;
}

/** Whether the artwork has been drawn: no pixel of a canvas is opaque before that. */
const artworkDrawn = (page: Page) =>
  page.locator('jet-player').evaluate((player: JetPlayer) => {
    const canvas = player.shadowRoot!.querySelector('.artwork')?.shadowRoot?.querySelector('canvas');
    return canvas?.hidden === false && canvas.getContext('2d')!.getImageData(80, 80, 1, 1).data[3] === 255;
  });

test('chapters in JSON have their titles and times, and their images are not fetched before playback', async ({ page, demo }) => {
  const requested = await openPodcast(page, demo);
  const list = await page.locator('jet-player').evaluate((player: JetPlayer) => player.player!.state.current.chapters.list);
  expect(list.map(({ start, end, title }) => [start, end, title])).toEqual([
    [0, 20, 'Morning on the water, a long time before the others wake up'],
    [20, 40, 'Noon'],
    [40, 359_999, 'Evening & night']
  ]);
  expect(requested).toEqual([]);
});

test('the image of the chapter is the artwork of the audio player, from allowed hosts only', async ({ page, demo }) => {
  const requested = await openPodcast(page, demo);
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.play());
  await expect.poll(() => artworkDrawn(page)).toBe(true);
  expect(requested).toEqual(['?1']);
  await page.locator('jet-player').evaluate((player: JetPlayer) => void (player.currentTime = 25));
  const blocked = () => page.locator('jet-player').evaluate((player: JetPlayer) => player.privacyReport().blocked);
  await expect.poll(async () => (await blocked()).map(({ origin, kind }) => [origin, kind])).toEqual([['https://images.example', 'image']]);
  expect(await artworkDrawn(page)).toBe(false);
  await page.locator('jet-player').evaluate((player: JetPlayer) => void (player.currentTime = 45));
  await expect.poll(() => artworkDrawn(page)).toBe(true);
  expect(requested).toEqual(['?1', '?3']);
});

test('chapters with images open in a panel, whose entries the keyboard chooses', async ({ page, demo }) => {
  const requested = await openPodcast(page, demo);
  const player = page.locator('jet-player');
  await player.evaluate((element: JetPlayer) => element.play());
  await player.getByRole('button', { name: 'Settings' }).click();
  await player.getByRole('menuitem', { name: 'Chapters' }).click();
  await expect(player.getByRole('dialog')).toBeVisible();
  await expect(player.getByRole('button', { name: /Evening & night/ })).toBeVisible();
  await expect.poll(() => requested.sort()).toEqual(['?1', '?3']);
  await player
    .locator('jet-list')
    .getByRole('button', { name: /Morning/ })
    .press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => player.evaluate((element: JetPlayer) => element.currentTime)).toBeGreaterThanOrEqual(40);
  await expect(player.getByRole('dialog')).toHaveCount(0);
});

test('everything fits in 300 pixels, while the sleep timer shows its remaining time', async ({ page, demo }) => {
  await openPodcast(page, demo);
  const player = page.locator('jet-player');
  await player.evaluate((element: JetPlayer) => element.play());
  await player.getByRole('button', { name: 'Settings' }).click();
  await player.getByRole('menuitem', { name: 'Sleep timer' }).click();
  await player.getByRole('menuitemradio', { name: '30 minutes' }).click();
  await expect(player.getByRole('button', { name: /Sleep timer, \d+ minutes left · Cancel/ })).toBeVisible();
  await expect(player.locator('[part=sleep] .time')).toHaveText(/^\d+:\d\d$/);
  await expect(player.locator('[part=sleep] .time')).toBeVisible();
  const outside = await player.evaluate((element: JetPlayer) => {
    const { left, right } = element.getBoundingClientRect();
    const shown = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part]')].filter((part) => part.checkVisibility());
    return shown
      .filter((part) => {
        const box = part.getBoundingClientRect();
        return box.width > 1 && (box.left < left - 0.5 || box.right > right + 0.5);
      })
      .map((part) => part.getAttribute('part'));
  });
  expect(outside).toEqual([]);
  await player.getByRole('button', { name: /Sleep timer/ }).click();
  await expect(player.getByRole('button', { name: /Sleep timer/ })).toHaveCount(0);
});
