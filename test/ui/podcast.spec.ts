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

/** Opens an audio player of a width in pixels with these chapters; returns the queries of the requested images. */
async function openPodcast(page: Page, demo: string, width = 300): Promise<string[]> {
  const imageQueries: string[] = [];
  page.on('request', (request) => /poster\.jpg|images\.example/.test(request.url()) && imageQueries.push(new URL(request.url()).search));
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
  return imageQueries;
}

/** Whether the artwork is rendered: no pixel of its canvas is opaque before that. */
const isArtworkRendered = (page: Page) =>
  page.locator('jet-player').evaluate((player: JetPlayer) => {
    const canvas = player.shadowRoot!.querySelector('.artwork')?.shadowRoot?.querySelector('canvas');
    return canvas?.hidden === false && canvas.getContext('2d')!.getImageData(80, 80, 1, 1).data[3] === 255;
  });

test('chapters in JSON have titles and times, and their images are not fetched before playback', async ({ page, demo }) => {
  const imageQueries = await openPodcast(page, demo);
  const list = await page.locator('jet-player').evaluate((player: JetPlayer) => player.player!.state.current.chapters.list);
  expect(list.map(({ start, end, title }) => [start, end, title])).toEqual([
    [0, 20, 'Morning on the water, a long time before the others wake up'],
    [20, 40, 'Noon'],
    [40, 359_999, 'Evening & night']
  ]);
  expect(imageQueries).toEqual([]);
});

test('the audio player shows the image of the current chapter as its artwork, from allowed hosts only', async ({ page, demo }) => {
  const imageQueries = await openPodcast(page, demo);
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.play());
  await expect.poll(() => isArtworkRendered(page)).toBe(true);
  expect(imageQueries).toEqual(['?1']);
  await page.locator('jet-player').evaluate((player: JetPlayer) => void (player.currentTime = 25));
  const blocked = () => page.locator('jet-player').evaluate((player: JetPlayer) => player.privacyReport().blocked);
  await expect.poll(async () => (await blocked()).map(({ origin, kind }) => [origin, kind])).toEqual([['https://images.example', 'image']]);
  expect(await isArtworkRendered(page)).toBe(false);
  await page.locator('jet-player').evaluate((player: JetPlayer) => void (player.currentTime = 45));
  await expect.poll(() => isArtworkRendered(page)).toBe(true);
  expect(imageQueries).toEqual(['?1', '?3']);
});

test('chapters with images are listed in a panel, in which the keyboard chooses one', async ({ page, demo }) => {
  const imageQueries = await openPodcast(page, demo);
  const player = page.locator('jet-player');
  await player.evaluate((element: JetPlayer) => element.play());
  await player.getByRole('button', { name: 'Settings' }).click();
  await player.getByRole('menuitem', { name: 'Chapters' }).click();
  await expect(player.getByRole('dialog')).toBeVisible();
  await expect(player.getByRole('button', { name: /Evening & night/ })).toBeVisible();
  await expect.poll(() => imageQueries.sort()).toEqual(['?1', '?3']);
  await player
    .locator('jet-list')
    .getByRole('button', { name: /Morning/ })
    .press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => player.evaluate((element: JetPlayer) => element.currentTime)).toBeGreaterThanOrEqual(40);
  await expect(player.getByRole('dialog')).toHaveCount(0);
});

test('an audio player of 300 pixels has all its parts inside while the sleep timer shows its remaining time', async ({ page, demo }) => {
  await openPodcast(page, demo);
  const player = page.locator('jet-player');
  await player.evaluate((element: JetPlayer) => element.play());
  await player.getByRole('button', { name: 'Settings' }).click();
  await player.getByRole('menuitem', { name: 'Sleep timer' }).click();
  await player.getByRole('menuitemradio', { name: '30 minutes' }).click();
  await expect(player.getByRole('button', { name: /Sleep timer, \d+ minutes left · Cancel/ })).toBeVisible();
  await expect(player.locator('[part=sleep] .time')).toHaveText(/^\d+:\d\d$/);
  await expect(player.locator('[part=sleep] .time')).toBeVisible();
  const partsOutside = await player.evaluate((element: JetPlayer) => {
    const { left, right } = element.getBoundingClientRect();
    const visibleParts = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part]')].filter((part) => part.checkVisibility());
    return visibleParts
      .filter((part) => {
        const rect = part.getBoundingClientRect();
        return rect.width > 1 && (rect.left < left - 0.5 || rect.right > right + 0.5);
      })
      .map((part) => part.getAttribute('part'));
  });
  expect(partsOutside).toEqual([]);
  await player.getByRole('button', { name: /Sleep timer/ }).click();
  await expect(player.getByRole('button', { name: /Sleep timer/ })).toHaveCount(0);
});
