import type { Page } from '@playwright/test';
import { expect, test } from '../../support/page-fixtures.js';
import { wide } from '../../support/wide.js';
import { openPage } from './open-page.js';

const src = '/media/cmaf/master.m3u8';

/** Answers the requests for the file of passages, with the last text from the second request on; returns the number of requests. */
async function serveFile(page: Page, ...texts: readonly string[]): Promise<() => number> {
  let requests = 0;
  await page.route('**/withdrawn.vtt', (route) => route.fulfill({ body: texts[Math.min(requests++, texts.length - 1)]! }));
  return () => requests;
}

const passagesOf = (page: Page) => page.evaluate(() => document.querySelector('jet-player')!.player?.state.current.withdrawals.passages);
const positionOf = (page: Page) => page.evaluate(() => document.querySelector('jet-player')!.currentTime);

test('a file of withdrawn passages is fetched before the media, and applies together with the attribute', async ({ page, demo }) => {
  await serveFile(page, 'WEBVTT\n\n00:00.000 --> 00:07.000\n');
  const urls = await openPage(page, demo, { src, withdrawn: '21-29', withdrawals: '/withdrawn.vtt' });
  await expect.poll(() => positionOf(page)).toBeGreaterThan(7.5);
  expect(await passagesOf(page)).toEqual([
    { start: 0, end: 7 },
    { start: 21, end: 29 }
  ]);
  const indexOf = (part: string) => urls.findIndex((url) => url.includes(part));
  expect(indexOf('/withdrawn.vtt')).toBeGreaterThan(-1);
  expect(indexOf('/withdrawn.vtt')).toBeLessThan(indexOf('/cmaf/'));
  // The segments of two seconds that lie wholly inside the first passage.
  expect(urls.filter((url) => /\/video-[\w-]+\/[123]\.m4s$/.test(url))).toEqual([]);
});

test('a file of withdrawn passages that cannot be read stops playback with an error, before any request for the media', async ({
  page,
  demo
}) => {
  await serveFile(page, 'WEBVTT\n\n00:07.000 --> 00:00.000\n');
  const urls = await openPage(page, demo, { src, withdrawals: '/withdrawn.vtt' });
  await expect(page.getByRole('alert')).toContainText('policy/withdrawn');
  expect(urls.filter((url) => url.includes('/cmaf/'))).toEqual([]);
});

test('a new file of withdrawn passages applies to a live stream while it plays', wide, async ({ page, demo }) => {
  const requests = await serveFile(page, '[]', '[{ "start": 1, "end": 2 }]');
  await openPage(page, demo, { src: '/live/dash/manifest.mpd?window=120', withdrawals: '/withdrawn.vtt' });
  await expect.poll(() => positionOf(page)).toBeGreaterThan(0);
  expect([requests(), await passagesOf(page)]).toEqual([1, []]);
  await expect.poll(() => passagesOf(page), { timeout: 60_000 }).toEqual([{ start: 1, end: 2 }]);
  const position = await positionOf(page);
  await expect.poll(() => positionOf(page)).toBeGreaterThan(position + 1);
  expect(await page.evaluate(() => document.querySelector('jet-player')!.error)).toBeNull();
});

test(
  'a new file of withdrawn passages that cannot be read ends playback, even when there is another source',
  wide,
  async ({ page, demo }) => {
    await serveFile(page, '[]', 'not a list');
    const sources = `<source src="/live/dash/manifest.mpd?window=120"><source src="${src}">`;
    await openPage(page, demo, { withdrawals: '/withdrawn.vtt' }, sources);
    await expect.poll(() => positionOf(page)).toBeGreaterThan(0);
    await expect(page.getByRole('alert')).toContainText('policy/withdrawn', { timeout: 60_000 });
    expect(await page.evaluate(() => document.querySelector('jet-player')!.readyState)).toBe(0);
  }
);
