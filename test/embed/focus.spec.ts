import type { Page } from '@playwright/test';
import { embedOrigin, embedSite, expect, parentPage, parentUrl, mediaOrigin, openParentPage, playsPast, test } from './embed-fixtures.js';

/** Collects the messages with which the browser reports that a frame tries to focus itself. */
function collectAutofocusMessages(page: Page): string[] {
  const messages: string[] = [];
  page.on('console', (message) => /autofocus/i.test(message.text()) && messages.push(message.text()));
  return messages;
}

const video = { src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '', autoplay: '' };
const searchField = '<label>Search <input id="search" autofocus></label>';
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);

test('the embed does not take the focus from the parent page when it loads and plays', async ({ page, world }) => {
  const autofocusMessages = collectAutofocusMessages(page);
  world.stage({ ...embedSite(), [parentUrl]: parentPage(video, { extra: searchField }) });
  const frame = await openParentPage(page);
  await playsPast(frame, 0.5);
  // The panels are loaded after the first frame of the video, and are closed.
  await expect(frame.locator('jet-dialog')).toHaveCount(1);
  expect(await focusedId(page)).toBe('search');
  expect(autofocusMessages).toEqual([]);
});

test('canary: the test detects a frame that focuses itself', async ({ page, world }) => {
  const autofocusMessages = collectAutofocusMessages(page);
  world.stage({
    [`${embedOrigin}/embed/`]: { type: 'text/html', body: '<!doctype html><title>Greedy</title><button autofocus>Me</button>' },
    [parentUrl]: parentPage(video, { extra: searchField })
  });
  await openParentPage(page);
  await expect.poll(() => autofocusMessages.length).toBe(1);
});
