import { embedSite, expect, mediaOrigin, openParentPage, parentAddress, pageOrigin, playsPast, pressPlay, test } from './embed-fixtures.js';
import { handwritten } from './refused.js';

const src = `${mediaOrigin}/media/film.mp4`;
const query = (...items: readonly string[]) =>
  `?${[`src=${src}?1`, 'title-text=One', 'muted', ...items.map((item) => `playlist=${item}`)].join('&')}`;

test('the embed plays a playlist, and requests nothing of a video before the viewer chooses it', async ({ page, world, violations }) => {
  world.stage({ ...embedSite(), [parentAddress]: handwritten(query(`${src}?2+Two`, `${src}?3+Three`)) });
  const requests = (path: string) => world.hits.filter((hit) => hit.origin === mediaOrigin && hit.path === path).length;
  const frame = await openParentPage(page);
  const player = frame.locator('jet-player');
  await pressPlay(frame);
  await playsPast(frame, 1);
  await expect(player.getByRole('button', { name: 'Next' })).toHaveCount(1);
  expect([requests('/media/film.mp4?1') > 0, requests('/media/film.mp4?2')]).toEqual([true, 0]);

  await player.locator('[part=mute]').press('Shift+N');
  await expect.poll(() => requests('/media/film.mp4?2'), 'canary').toBeGreaterThan(0);
  await playsPast(frame, 1);
  expect(await frame.evaluate(() => [document.title, document.querySelector('jet-player')!.titleText])).toEqual(['Two', 'Two']);
  expect(requests('/media/film.mp4?3')).toBe(0);
  await player.locator('[part=mute]').press('Shift+P');
  await expect.poll(() => frame.evaluate(() => document.title)).toBe('One');
  expect(violations).toEqual([]);
});

test('the embed leaves out a video of a host that its publisher did not name, and says so', async ({ page, world }) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  world.stage({ ...embedSite(), [parentAddress]: handwritten(query('https://evil.test/a.mp4+Evil', `${pageOrigin}/a.mp4+Page`)) });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 1);
  await expect(frame.locator('jet-player').locator('[part=mute]')).toHaveCount(1);
  expect(await frame.locator('jet-playlist').count()).toBe(0);
  expect(warnings.filter((text) => text.includes('"playlist"'))).toHaveLength(2);
  expect(warnings.join()).not.toContain('evil');
});
