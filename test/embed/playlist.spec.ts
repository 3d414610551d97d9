import { embedSite, expect, mediaOrigin, openParentPage, parentUrl, pageOrigin, playsPast, pressPlay, test } from './embed-fixtures.js';
import { parentPageWithQuery } from './refused-queries.js';

const src = `${mediaOrigin}/media/film.mp4`;
const playlistQuery = (...items: readonly string[]) =>
  `?${[`src=${src}?1`, 'title-text=One', 'muted', ...items.map((item) => `playlist=${item}`)].join('&')}`;

test('the embed plays a playlist, and requests a video of it only when the viewer chooses that video', async ({
  page,
  world,
  violations
}) => {
  world.stage({ ...embedSite(), [parentUrl]: parentPageWithQuery(playlistQuery(`${src}?2+Two`, `${src}?3+Three`)) });
  const requestCount = (path: string) => world.hits.filter((hit) => hit.origin === mediaOrigin && hit.path === path).length;
  const frame = await openParentPage(page);
  const player = frame.locator('jet-player');
  await pressPlay(frame);
  await playsPast(frame, 1);
  await expect(player.getByRole('button', { name: 'Next' })).toHaveCount(1);
  expect([requestCount('/media/film.mp4?1') > 0, requestCount('/media/film.mp4?2')]).toEqual([true, 0]);

  await player.locator('[part=mute]').press('Shift+N');
  await expect.poll(() => requestCount('/media/film.mp4?2'), 'canary').toBeGreaterThan(0);
  await playsPast(frame, 1);
  expect(await frame.evaluate(() => [document.title, document.querySelector('jet-player')!.titleText])).toEqual(['Two', 'Two']);
  expect(requestCount('/media/film.mp4?3')).toBe(0);
  await player.locator('[part=mute]').press('Shift+P');
  await expect.poll(() => frame.evaluate(() => document.title)).toBe('One');
  expect(violations).toEqual([]);
});

test('the embed leaves out playlist items of origins that its publisher did not list, and logs a warning for each', async ({
  page,
  world
}) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  world.stage({
    ...embedSite(),
    [parentUrl]: parentPageWithQuery(playlistQuery('https://evil.test/a.mp4+Evil', `${pageOrigin}/a.mp4+Page`))
  });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 1);
  await expect(frame.locator('jet-player').locator('[part=mute]')).toHaveCount(1);
  expect(await frame.locator('jet-playlist').count()).toBe(0);
  expect(warnings.filter((text) => text.includes('"playlist"'))).toHaveLength(2);
  expect(warnings.join()).not.toContain('evil');
});
