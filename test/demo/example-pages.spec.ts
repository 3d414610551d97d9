import type { Page } from '@playwright/test';
import { expect, test } from '../support/page-fixtures.js';
import { wide } from '../support/wide.js';

const timeOf = (page: Page) => page.evaluate(() => document.querySelector('jet-player')!.currentTime);
const plays = (page: Page) => expect.poll(() => timeOf(page), { timeout: 30_000 }).toBeGreaterThan(0.5);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('captions: the page opens the player’s own transcript and the panel of the caption style', async ({ page, demo }) => {
  await page.goto(`${demo}/captions.html`);
  await press(page, 'Nederlands');
  await plays(page);
  await press(page, 'Read the transcript');
  await expect(page.getByRole('dialog', { name: 'Transcript' })).toBeVisible();
  await expect.poll(() => page.locator('jet-transcript').getByRole('listitem').count()).toBeGreaterThan(5);
  await press(page, 'Choose how captions look');
  await expect(page.locator('jet-caption-style')).toBeVisible();
});

for (const name of ['Low latency HLS', 'Low latency DASH'])
  test(`low latency: ${name} shows its latency`, async ({ page, demo }) => {
    await page.goto(`${demo}/low-latency.html`);
    await press(page, name);
    await expect(page.locator('#latency')).toHaveText(/^\d\.\d s$/, { timeout: 30_000 });
    await expect(page.locator('jet-player [part="latency"]')).toBeVisible();
  });

for (const name of ['HLS with a licence', 'DASH with a licence'])
  test(`protected: ${name} plays, and requests a licence with a token`, async ({ page, demo }) => {
    await page.goto(`${demo}/protected.html`);
    await press(page, name);
    await plays(page);
    await expect(page.locator('#asked')).toContainText('/protected/license with a token');
  });

test('protected: does not play without the token, and the page says so', async ({ page, demo }) => {
  await page.goto(`${demo}/protected.html`);
  await press(page, 'Without the token');
  await expect(page.locator('#state')).toContainText('It does not play', { timeout: 30_000 });
  await expect(page.locator('#asked')).toContainText('/protected/license without a token');
});

test('protected: requests no licence without drm, and does not play', async ({ page, demo }) => {
  await page.goto(`${demo}/protected.html`);
  await press(page, 'Without drm');
  await expect(page.locator('#state')).toContainText('It does not play', { timeout: 30_000 });
  await expect(page.locator('#asked li')).toHaveCount(0);
});

test('protected: reports a second failure as well', wide, async ({ page, demo }) => {
  await page.goto(`${demo}/protected.html`);
  for (const name of ['Without the token', 'Without drm', 'Without the token']) {
    await press(page, name);
    await expect(page.locator('#state'), name).toContainText('It does not play', { timeout: 30_000 });
  }
});

test('casting: shows no button before the publisher offers it, and contacts no Google host after consent', async ({ page, demo }) => {
  await page.goto(`${demo}/casting.html`);
  await expect(page.locator('#offer')).toHaveText('The bar has no Cast button.');
  await page.getByLabel('The publisher offers it').check();
  await expect(page.locator('#offer')).toContainText('The bar has a Cast button');
  await page.locator('jet-player').hover();
  await press(page, 'Cast to a device');
  await expect(page.locator('#log')).toContainText('Google, www.gstatic.com');
  await press(page, 'Allow');
  await expect(page.locator('#log')).toContainText('Nothing came of it', { timeout: 30_000 });
});

test('memory: stores nothing by default; shows what is offered, keeps it over a reload, and erases it', async ({ page, demo }) => {
  const stored = () => page.evaluate(() => localStorage.getItem('jet-player'));
  const mute = () => page.evaluate(() => document.querySelector('jet-player')!.player!.volume.setMuted(true));
  await page.goto(`${demo}/memory.html`);
  await mute();
  await expect(page.locator('#record')).toHaveText('nothing');
  expect(await stored()).toBeNull();
  await page.getByRole('link', { name: 'On this device' }).click();
  await expect(page.locator('#state')).toContainText('on this device');
  await mute();
  await expect(page.locator('#record')).toContainText('"muted": true');
  await page.reload();
  await expect(page.locator('#record')).toContainText('"muted": true');
  await press(page, 'Erase, and keep nothing more');
  await expect(page.locator('#record')).toHaveText('nothing');
  expect(await stored()).toBeNull();
});

test('playlist: plays a video on click, and the next one when it ends', wide, async ({ page, demo }) => {
  await page.goto(`${demo}/playlist.html`);
  await page.getByRole('link', { name: 'The whole day', exact: true }).click();
  await plays(page);
  await page.evaluate(() => (document.querySelector('jet-player')!.currentTime = 63));
  await expect(page.getByRole('link', { name: 'The whole day, adaptive' })).toHaveAttribute('aria-current', 'true', { timeout: 30_000 });
  await plays(page);
});
