import { expect, test } from '../support/page-fixtures.js';
import { wideUnless } from '../support/wide.js';
import type { Page } from '@playwright/test';
import { demoSources } from './demo-sources.js';

/** Returns the playback position, the pixels of the current frame, the engine and the width of the video on the page. */
const currentFrame = (page: Page) =>
  page.evaluate(() => {
    const player = document.querySelector('jet-player')!;
    const video = player.shadowRoot!.querySelector('video')!;
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
    const context = canvas.getContext('2d')!;
    context.drawImage(video, 0, 0, 64, 36);
    return {
      time: player.currentTime,
      pixels: context.getImageData(0, 0, 64, 36).data.join(),
      engine: player.engine,
      width: video.videoWidth
    };
  });

for (const { label, engine } of demoSources) {
  test(`the demo plays ${label}`, wideUnless(['HLS CMAF', 'DASH', 'MP4', 'Live HLS'].includes(label)), async ({ page, demo }) => {
    await page.goto(demo);
    await page.getByRole('button', { name: label, exact: true }).click();
    await expect.poll(async () => (await currentFrame(page)).width, { timeout: 30_000 }).toBeGreaterThan(0);
    await expect.poll(async () => (await currentFrame(page)).engine).toBe(engine);
    const firstFrame = await currentFrame(page);
    await expect.poll(async () => (await currentFrame(page)).time, { timeout: 30_000 }).toBeGreaterThan(firstFrame.time + 1);
    expect((await currentFrame(page)).pixels).not.toBe(firstFrame.pixels);
  });
}

const brokenSources = ['A missing video', 'A page instead of a playlist', 'A wrong type', 'No address'];

for (const [index, label] of brokenSources.entries()) {
  test(`the demo shows an error message for "${label}"`, wideUnless(index < 2), async ({ page, demo }) => {
    await page.goto(demo);
    const errorCode = page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          document.addEventListener('jet-error', (event) => resolve((event as CustomEvent<{ code: string }>).detail.code), { once: true })
        )
    );
    await page.getByRole('button', { name: label }).click();
    expect(await errorCode).toMatch(/^(source|manifest)\//);
    await expect(page.locator('jet-player').getByRole('alert')).toContainText(/[a-z]\./);
  });
}

test('the demo lists the contacted hosts, which are only its own', async ({ page, demo }) => {
  await page.goto(demo);
  await page.getByRole('button', { name: 'HLS CMAF', exact: true }).click();
  await expect(page.locator('#contacted')).toContainText(new URL(demo).origin);
  await expect(page.locator('#contacted tr')).toHaveCount(1);
});

test('the demo plays without violations of its content security policy', async ({ page, demo }) => {
  const violations: string[] = [];
  page.on('console', (message) => /Content Security Policy|TrustedHTML/i.test(message.text()) && violations.push(message.text()));
  await page.goto(demo);
  for (const { label } of demoSources.slice(0, 4)) await page.getByRole('button', { name: label, exact: true }).click();
  await expect.poll(async () => (await currentFrame(page)).time, { timeout: 30_000 }).toBeGreaterThan(0.5);
  expect(violations).toEqual([]);
});
