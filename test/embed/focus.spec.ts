import type { Page } from '@playwright/test';
import {
  embedOrigin,
  embedSite,
  expect,
  parentPage,
  parentAddress,
  mediaOrigin,
  openParentPage,
  playsPast,
  test
} from './embed-fixtures.js';

/** The messages with which the browser reports that a frame focuses itself. */
function requests(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => /autofocus/i.test(message.text()) && said.push(message.text()));
  return said;
}

const video = { src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '', autoplay: '' };
const field = '<label>Search <input id="search" autofocus></label>';
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

test('the focus stays where it is when a frame loads and plays', async ({ page, world }) => {
  const said = requests(page);
  world.stage({ ...embedSite(), [parentAddress]: parentPage(video, { extra: field }) });
  const frame = await openParentPage(page);
  await playsPast(frame, 0.5);
  // The panels are loaded with the first frame, and are closed.
  await expect(frame.locator('jet-dialog')).toHaveCount(1);
  expect(await focused(page)).toBe('search');
  expect(said).toEqual([]);
});

test('canary: a frame that focuses itself is detected', async ({ page, world }) => {
  const said = requests(page);
  world.stage({
    [`${embedOrigin}/embed/`]: { type: 'text/html', body: '<!doctype html><title>Greedy</title><button autofocus>Me</button>' },
    [parentAddress]: parentPage(video, { extra: field })
  });
  await openParentPage(page);
  await expect.poll(() => said.length).toBe(1);
});
