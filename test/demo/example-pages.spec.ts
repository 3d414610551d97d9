import type { Page } from '@playwright/test';
import { expect, test } from '../support/page-fixtures.js';
import { wide } from '../support/wide.js';

const currentTime = (page: Page) => page.evaluate(() => document.querySelector('jet-player')!.currentTime);
const waitForPlayback = (page: Page) => expect.poll(() => currentTime(page), { timeout: 30_000 }).toBeGreaterThan(0.5);
const clickButton = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('the captions page opens the transcript and the panel of the caption style in the player', async ({ page, demo }) => {
  await page.goto(`${demo}/captions.html`);
  await clickButton(page, 'Nederlands');
  await waitForPlayback(page);
  await clickButton(page, 'Read the transcript');
  await expect(page.getByRole('dialog', { name: 'Transcript' })).toBeVisible();
  await expect.poll(() => page.locator('jet-transcript').getByRole('listitem').count()).toBeGreaterThan(5);
  await clickButton(page, 'Choose how captions look');
  await expect(page.locator('jet-caption-style')).toBeVisible();
});

for (const name of ['Low latency HLS', 'Low latency DASH'])
  test(`the low-latency page shows the latency of ${name}`, async ({ page, demo }) => {
    await page.goto(`${demo}/low-latency.html`);
    await clickButton(page, name);
    await expect(page.locator('#latency')).toHaveText(/^\d\.\d s$/, { timeout: 30_000 });
    await expect(page.locator('jet-player [part="latency"]')).toBeVisible();
  });

for (const name of ['HLS with a licence', 'DASH with a licence'])
  test(`the page of protected videos plays ${name}, and requests a licence with a token`, async ({ page, demo }) => {
    await page.goto(`${demo}/protected.html`);
    await clickButton(page, name);
    await waitForPlayback(page);
    await expect(page.locator('#asked')).toContainText('/protected/license with a token');
  });

test('the page of protected videos shows that a video does not play without the token', async ({ page, demo }) => {
  await page.goto(`${demo}/protected.html`);
  await clickButton(page, 'Without the token');
  await expect(page.locator('#state')).toContainText('It does not play', { timeout: 30_000 });
  await expect(page.locator('#asked')).toContainText('/protected/license without a token');
});

test('the page of protected videos shows that a video does not play without drm, and requests no licence', async ({ page, demo }) => {
  await page.goto(`${demo}/protected.html`);
  await clickButton(page, 'Without drm');
  await expect(page.locator('#state')).toContainText('It does not play', { timeout: 30_000 });
  await expect(page.locator('#asked li')).toHaveCount(0);
});

test('the page of protected videos shows a second failure as well', wide, async ({ page, demo }) => {
  await page.goto(`${demo}/protected.html`);
  for (const name of ['Without the token', 'Without drm', 'Without the token']) {
    await clickButton(page, name);
    await expect(page.locator('#state'), name).toContainText('It does not play', { timeout: 30_000 });
  }
});

test('the casting page shows a Cast button only when the publisher offers it, and contacts no Google host after consent', async ({
  page,
  demo
}) => {
  await page.goto(`${demo}/casting.html`);
  await expect(page.locator('#offer')).toHaveText('The bar has no Cast button.');
  await page.getByLabel('The publisher offers it').check();
  await expect(page.locator('#offer')).toContainText('The bar has a Cast button');
  await page.locator('jet-player').hover();
  await clickButton(page, 'Cast to a device');
  await expect(page.locator('#log')).toContainText('Google, www.gstatic.com');
  await clickButton(page, 'Allow');
  await expect(page.locator('#log')).toContainText('Nothing came of it', { timeout: 30_000 });
});

test('the memory page stores nothing by default, and with storage="local" keeps and shows preferences until they are erased', async ({
  page,
  demo
}) => {
  const readStorage = () => page.evaluate(() => localStorage.getItem('jet-player'));
  const mute = () => page.evaluate(() => document.querySelector('jet-player')!.player!.volume.setMuted(true));
  await page.goto(`${demo}/memory.html`);
  await mute();
  await expect(page.locator('#record')).toHaveText('nothing');
  expect(await readStorage()).toBeNull();
  await page.getByRole('link', { name: 'On this device' }).click();
  await expect(page.locator('#state')).toContainText('on this device');
  await mute();
  await expect(page.locator('#record')).toContainText('"muted": true');
  await page.reload();
  await expect(page.locator('#record')).toContainText('"muted": true');
  await clickButton(page, 'Erase, and keep nothing more');
  await expect(page.locator('#record')).toHaveText('nothing');
  expect(await readStorage()).toBeNull();
});

test('the playlist page plays a video that is clicked, and the next one when it ends', wide, async ({ page, demo }) => {
  await page.goto(`${demo}/playlist.html`);
  await page.getByRole('link', { name: 'The whole day', exact: true }).click();
  await waitForPlayback(page);
  await page.evaluate(() => (document.querySelector('jet-player')!.currentTime = 63));
  await expect(page.getByRole('link', { name: 'The whole day, adaptive' })).toHaveAttribute('aria-current', 'true', { timeout: 30_000 });
  await waitForPlayback(page);
});
