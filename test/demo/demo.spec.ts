import { expect, test } from '../support/page-fixtures.js';
import { wideUnless } from '../support/wide.js';
import type { Page } from '@playwright/test';
import { offers } from './offers.js';

/** The time and a fingerprint of the current frame of the video on the page. */
const look = (page: Page) =>
  page.evaluate(() => {
    const player = document.querySelector('jet-player')!;
    const video = player.shadowRoot!.querySelector('video')!;
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
    const picture = canvas.getContext('2d')!;
    picture.drawImage(video, 0, 0, 64, 36);
    return {
      time: player.currentTime,
      pixels: picture.getImageData(0, 0, 64, 36).data.join(),
      engine: player.engine,
      width: video.videoWidth
    };
  });

for (const { label, engine } of offers) {
  test(`the demo plays ${label}`, wideUnless(['HLS CMAF', 'DASH', 'MP4', 'Live HLS'].includes(label)), async ({ page, demo }) => {
    await page.goto(demo);
    await page.getByRole('button', { name: label, exact: true }).click();
    await expect.poll(async () => (await look(page)).width, { timeout: 30_000 }).toBeGreaterThan(0);
    await expect.poll(async () => (await look(page)).engine).toBe(engine);
    const before = await look(page);
    await expect.poll(async () => (await look(page)).time, { timeout: 30_000 }).toBeGreaterThan(before.time + 1);
    expect((await look(page)).pixels).not.toBe(before.pixels);
  });
}

const mistakes = ['A missing video', 'A page instead of a playlist', 'A wrong type', 'No address'];

for (const [index, label] of mistakes.entries()) {
  test(`the demo explains: ${label}`, wideUnless(index < 2), async ({ page, demo }) => {
    await page.goto(demo);
    const errors = page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          document.addEventListener('jet-error', (event) => resolve((event as CustomEvent<{ code: string }>).detail.code), { once: true })
        )
    );
    await page.getByRole('button', { name: label }).click();
    expect(await errors).toMatch(/^(source|manifest)\//);
    await expect(page.locator('jet-player').getByRole('alert')).toContainText(/[a-z]\./);
  });
}

test('the demo shows who was contacted: its own host only', async ({ page, demo }) => {
  await page.goto(demo);
  await page.getByRole('button', { name: 'HLS CMAF', exact: true }).click();
  await expect(page.locator('#contacted')).toContainText(new URL(demo).origin);
  await expect(page.locator('#contacted tr')).toHaveCount(1);
});

test('the demo keeps its strict security policy', async ({ page, demo }) => {
  const violations: string[] = [];
  page.on('console', (message) => /Content Security Policy|TrustedHTML/i.test(message.text()) && violations.push(message.text()));
  await page.goto(demo);
  for (const { label } of offers.slice(0, 4)) await page.getByRole('button', { name: label, exact: true }).click();
  await expect.poll(async () => (await look(page)).time, { timeout: 30_000 }).toBeGreaterThan(0.5);
  expect(violations).toEqual([]);
});
