import type { Page } from '@playwright/test';
import { embedOrigin, embedSite, expect, holder, holderAddress, mediaOrigin, openHolder, playsPast, test } from './rig.js';

/** What the browser says when a frame wants the focus that nobody gave it. */
function wishes(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => /autofocus/i.test(message.text()) && said.push(message.text()));
  return said;
}

const film = { src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '', autoplay: '' };
const field = '<label>Search <input id="search" autofocus></label>';
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

test('a frame that loads and plays leaves the focus where it is', async ({ page, world }) => {
  const said = wishes(page);
  world.stage({ ...embedSite(), [holderAddress]: holder(film, { extra: field }) });
  const frame = await openHolder(page);
  await playsPast(frame, 0.5);
  // The panels have come with the picture, closed.
  await expect(frame.locator('jet-dialog')).toHaveCount(1);
  expect(await focused(page)).toBe('search');
  expect(said).toEqual([]);
});

test('canary: a frame that asks for the focus is noticed', async ({ page, world }) => {
  const said = wishes(page);
  world.stage({
    [`${embedOrigin}/embed/`]: { type: 'text/html', body: '<!doctype html><title>Greedy</title><button autofocus>Me</button>' },
    [holderAddress]: holder(film, { extra: field })
  });
  await openHolder(page);
  await expect.poll(() => said.length).toBe(1);
});
