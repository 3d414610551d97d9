import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expect, test } from '../../support/page-fixtures.js';

const markup = `<jet-player src="/media/cmaf/master.m3u8" title-text="A day on the delta" muted></jet-player>`;

/** Returns the state of the video in a document, or null when the document has no video. */
const videoIn = (page: Page) =>
  page.evaluate(() => {
    const video = document.querySelector('video') ?? document.querySelector('jet-player')?.shadowRoot?.querySelector('video');
    return video ? { paused: video.paused, time: video.currentTime } : null;
  });

/** Opens the picture-in-picture window with its button. By keyboard, because the bar may hide before a slow machine clicks. */
async function pressPipButton(page: Page): Promise<Page> {
  const button = page.locator('jet-player').getByRole('button', { name: 'Picture in picture', exact: true });
  const [pip] = await Promise.all([page.context().waitForEvent('page'), button.press('Enter')]);
  return pip;
}

/** Plays in a page with a strict content security policy, and returns the window that the picture-in-picture button opens. */
async function openWindow(page: Page, demo: string): Promise<Page> {
  await page.route('**/pip.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': "default-src 'self'; media-src blob: data:; img-src blob:" },
      body: `<!doctype html><html lang="en"><title>Page</title><script type="module" src="/dist/jet-player.js"></script>${markup}</html>`
    })
  );
  await page.goto(`${demo}/pip.html`);
  await page.waitForFunction(() => customElements.get('jet-player') !== undefined);
  await page.locator('jet-player').evaluate(async (player: JetPlayer) => {
    await player.updateComplete;
    await player.play();
  });
  await expect.poll(async () => (await videoIn(page))?.time).toBeGreaterThan(0.5);
  const pip = await pressPipButton(page);
  await expect.poll(() => videoIn(pip)).not.toBeNull();
  return pip;
}

test('picture-in-picture opens a window with the video, its captions and its buttons, which makes no request', async ({ page, demo }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const requests: string[] = [];
  page.context().on('page', (opened) => {
    opened.on('request', (request) => requests.push(request.url()));
    opened.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  });
  const pip = await openWindow(page, demo);
  const initialTime = (await videoIn(pip))!.time;
  await expect.poll(async () => (await videoIn(pip))?.time, 'the video continues').toBeGreaterThan(initialTime + 0.5);
  expect((await videoIn(page)) === null, 'the video is in one place').toBe(true);
  await expect(page.locator('jet-player [part=pip-status]')).toBeVisible();
  await expect(page.locator('jet-player').getByRole('button', { name: 'Leave picture in picture' }).first()).toBeVisible();

  await pip.getByRole('button', { name: 'Captions' }).click();
  await page.locator('jet-player').evaluate((player: JetPlayer) => (player.currentTime = 15));
  await expect(pip.locator('jet-pip-captions .cue')).toHaveCount(1, { timeout: 20_000 });
  await expect(pip.locator('jet-pip-captions .cue').first()).not.toHaveText('');
  const style = await pip.evaluate(() => {
    const cue = document.querySelector('jet-pip-captions')!.shadowRoot!.querySelector('.cue > span')!;
    return [getComputedStyle(cue).backgroundColor, document.querySelectorAll('link, style').length, document.adoptedStyleSheets.length];
  });
  expect(style).toEqual(['rgba(0, 0, 0, 0.75)', 0, 1]);
  // The object URL of Media Source contacts no host.
  expect(requests.filter((url) => !/^(about|blob):/.test(url))).toEqual([]);
  expect(problems).toEqual([]);
});

test('the shortcuts work in the picture-in-picture window, and the video returns when it is closed', async ({ page, demo }) => {
  const pip = await openWindow(page, demo);
  await pip.keyboard.press('k');
  await expect.poll(async () => (await videoIn(pip))?.paused).toBe(true);
  await pip.keyboard.press('k');
  await expect.poll(async () => (await videoIn(pip))?.paused).toBe(false);
  await pip.keyboard.press('ArrowUp');
  await expect(pip.getByRole('status')).toHaveText(/Volume|Muted/);
  const { time } = (await videoIn(pip))!;
  await pip.evaluate(() => window.close());
  await expect.poll(async () => (await videoIn(page))?.time).toBeGreaterThanOrEqual(time);
  await expect(page.locator('jet-player [part=pip-status]')).toHaveCount(0);
  await expect(page.locator('jet-player').getByRole('button', { name: 'Picture in picture', exact: true })).toHaveCount(1);
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.play());
  await expect.poll(async () => (await videoIn(page))?.time).toBeGreaterThan(time + 0.5);
});

test('the picture-in-picture window closes when the key p is pressed, and when the player is removed', async ({ page, demo }) => {
  const pip = await openWindow(page, demo);
  await Promise.all([pip.waitForEvent('close'), pip.keyboard.press('p').catch(() => undefined)]);
  await expect.poll(() => videoIn(page)).not.toBeNull();
  const reopened = await pressPipButton(page);
  await expect.poll(() => videoIn(reopened)).not.toBeNull();
  await Promise.all([reopened.waitForEvent('close'), page.locator('jet-player').evaluate((player) => player.remove())]);
});

test('the picture-in-picture window closes when masks are set, and the video is hidden', async ({ page, demo }) => {
  const pip = await openWindow(page, demo);
  const masks = 'data:text/vtt,WEBVTT%0A%0A00:00.000 --> 01:04.000%0Apercent:40,40,20,20';
  await Promise.all([
    pip.waitForEvent('close'),
    page.locator('jet-player').evaluate((player: JetPlayer, url) => (player.masks = url), masks)
  ]);
  const player = page.locator('jet-player');
  await expect(player.locator('.masked-video')).toHaveCount(1);
  expect(await player.evaluate(({ video }: JetPlayer) => getComputedStyle(video).visibility)).toBe('hidden');
  await expect(player.getByRole('button', { name: 'Picture in picture', exact: true })).toHaveCount(0);
});

test('picture-in-picture uses requestPictureInPicture() when the browser has no documentPictureInPicture', async ({ page, demo }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'documentPictureInPicture', { value: undefined });
    const native = { calls: 0 };
    Object.assign(globalThis, { native });
    HTMLVideoElement.prototype.requestPictureInPicture = () => (native.calls++, Promise.reject(new Error('not now')));
  });
  await page.route('**/pip.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><script type="module" src="/dist/jet-player.js"></script>${markup}` })
  );
  await page.goto(`${demo}/pip.html`);
  await page.locator('jet-player').hover();
  await page.locator('jet-player').getByRole('button', { name: 'Picture in picture', exact: true }).click();
  expect(await page.evaluate(() => (globalThis as unknown as { native: { calls: number } }).native.calls)).toBe(1);
});
