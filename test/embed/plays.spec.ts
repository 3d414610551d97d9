import {
  embedUrlOf,
  embedOrigin,
  embedSite,
  expect,
  parentPage,
  parentUrl,
  mediaOrigin,
  openParentPage,
  playsPast,
  pressPlay,
  readPlayback,
  test
} from './embed-fixtures.js';
import { wideUnless } from '../support/wide.js';

/** Every format that an embed plays, with captions from the source of each. */
const videos = [
  { name: 'HLS', src: '/media/cmaf/master.m3u8', engine: 'hls.js' },
  { name: 'HLS of transport streams', src: '/media/ts/master.m3u8', engine: 'hls.js' },
  { name: 'DASH', src: '/media/cmaf/manifest.mpd', engine: 'dash.js' },
  { name: 'MP4', src: '/media/film.mp4', engine: 'file', track: `en ${mediaOrigin}/media/captions/en.vtt` }
];

for (const { name, src, engine, track } of videos) {
  test(
    `a strict embed requests no media before a click, and then plays it with captions: ${name}`,
    wideUnless(name !== 'HLS of transport streams'),
    async ({ page, world, violations }) => {
      const parameters = {
        src: `${mediaOrigin}${src}`,
        'title-text': 'A day on the delta',
        muted: '',
        captions: 'en',
        ...(track && { track })
      };
      world.stage({ ...embedSite(), [parentUrl]: parentPage(parameters) });
      const frame = await openParentPage(page);
      await expect(frame.locator('jet-player').getByText('A day on the delta')).toBeVisible();
      expect(world.hits.filter(({ origin }) => origin === mediaOrigin)).toEqual([]);

      await pressPlay(frame);
      await playsPast(frame, 1);
      await expect.poll(async () => (await readPlayback(frame)).cues, { timeout: 30_000 }).toBeGreaterThan(0);
      expect((await readPlayback(frame)).engine).toBe(engine);
      // The level applies to a file that the browser fetches itself too, because the referrer policy of the page applies to every request.
      expect((await readPlayback(frame)).guardLevel).toBe('csp');
      expect((await readPlayback(frame)).width).toBeGreaterThan(0);
      expect(violations).toEqual([]);
      const revealingRequests = world.hits.filter(
        ({ origin, headers }) => origin === mediaOrigin && (headers.referer || headers.cookie || (headers.origin ?? 'null') !== 'null')
      );
      expect(
        revealingRequests.map(({ path }) => path),
        'requests for media that reveal the page'
      ).toEqual([]);
    }
  );
}

test('canary: the guard level is engine when the page has no policy', async ({ page, world }) => {
  const levels: Record<string, string | null> = {};
  for (const { name, src } of videos) {
    world.stage({ ...embedSite({ without: 'policy' }), [parentUrl]: parentPage({ src: `${mediaOrigin}${src}`, muted: '' }) });
    const frame = await openParentPage(page);
    await pressPlay(frame);
    await playsPast(frame, 0.1);
    levels[name] = (await readPlayback(frame)).guardLevel;
  }
  expect(levels).toEqual({ HLS: 'engine', 'HLS of transport streams': 'engine', DASH: 'engine', MP4: 'engine' });
});

test('the embed fetches only the poster before the click', async ({ page, world, violations }) => {
  world.stage({
    ...embedSite(),
    [parentUrl]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, poster: `${mediaOrigin}/media/poster.jpg` })
  });
  const frame = await openParentPage(page);
  await expect.poll(() => frame.evaluate(() => document.querySelector('jet-player')!.video.poster)).toMatch(/^blob:/);
  await expect.poll(() => world.hits.filter(({ origin }) => origin === mediaOrigin).map(({ path }) => path)).toEqual(['/media/poster.jpg']);
  expect(violations).toEqual([]);
});

test('the embed plays the video without the poster when the poster is on another host', async ({ page, world }) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  world.stage({
    ...embedSite(),
    [parentUrl]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, poster: 'https://image.evil.test/p.jpg', muted: '' })
  });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 0.5);
  expect(warnings.filter((text) => text.includes('poster'))).toHaveLength(1);
});

test('the embed starts playback without a click when autoplay is set', async ({ page, world }) => {
  world.stage({ ...embedSite(), [parentUrl]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, autoplay: '', muted: '' }) });
  await playsPast(await openParentPage(page), 0.5);
});

test('the embed plays the height, and starts at the time, that its URL contains', async ({ page, world }) => {
  world.stage({
    ...embedSite(),
    [parentUrl]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '', quality: '240', start: '20s' })
  });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 20);
  await expect.poll(async () => (await readPlayback(frame)).width, { timeout: 30_000 }).toBe(426);
});

test('a strict embed has no access to storage and cookies', async ({ page, world }) => {
  world.stage({ ...embedSite(), [parentUrl]: parentPage({ src: `${mediaOrigin}/media/film.mp4` }) });
  const frame = await openParentPage(page);
  const results = await frame.evaluate(() => {
    const resultOf = (access: () => unknown) => {
      try {
        return `worked: ${String(access())}`;
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      origin: self.origin,
      localStorage: resultOf(() => localStorage.length),
      sessionStorage: resultOf(() => sessionStorage.length),
      readCookie: resultOf(() => document.cookie),
      writeCookie: resultOf(() => (document.cookie = 'a=b')),
      indexedDB: resultOf(() => indexedDB.open('x')),
      caches: resultOf(() => caches.open)
    };
  });
  expect(results).toEqual({
    origin: 'null',
    localStorage: 'SecurityError',
    sessionStorage: 'SecurityError',
    readCookie: 'SecurityError',
    writeCookie: 'SecurityError',
    indexedDB: 'SecurityError',
    caches: 'SecurityError'
  });
});

test('a strict embed enters full screen and picture-in-picture', async ({ page, world }) => {
  world.stage({ ...embedSite(), [parentUrl]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' }) });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 0.3);
  expect(await frame.evaluate(() => document.fullscreenEnabled)).toBe(true);
  // By keyboard, because the bar may hide before a slow machine clicks.
  await frame.locator('jet-player').getByRole('button', { name: 'Full screen' }).press('Enter');
  await expect.poll(() => frame.evaluate(() => document.fullscreenElement?.localName)).toBe('jet-player');
  await frame.evaluate(() => document.exitFullscreen());

  expect(await frame.evaluate(() => document.pictureInPictureEnabled)).toBe(true);
  await frame.locator('jet-player').getByRole('button', { name: 'Picture in picture' }).press('Enter');
  await expect.poll(() => frame.evaluate(() => document.pictureInPictureElement?.localName)).toBe('jet-player');
  await frame.evaluate(() => document.exitPictureInPicture());
  await expect.poll(() => frame.evaluate(() => document.pictureInPictureElement)).toBeNull();
});

test('a standard embed has its own origin and stores nothing', async ({ page, world, violations }) => {
  world.stage({
    ...embedSite(),
    [parentUrl]: parentPage({ src: `${mediaOrigin}/media/cmaf/manifest.mpd`, muted: '' }, { tier: 'standard' })
  });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 1);
  expect(await frame.evaluate(() => self.origin)).toBe(embedOrigin);
  const stored = await frame.evaluate(() => {
    try {
      return localStorage.length + sessionStorage.length + document.cookie.length;
    } catch {
      // A browser that denies storage to frames of another site has stored nothing either.
      return 0;
    }
  });
  expect(stored).toBe(0);
  expect(violations).toEqual([]);
});

test('the browser does not show the embed in a page that the publisher did not list', async ({ page, world }) => {
  const refusals: string[] = [];
  page.on('console', (message) => message.text().includes('frame-ancestors') && refusals.push(message.text()));
  world.stage({ ...embedSite(), [`${mediaOrigin}/parent.html`]: parentPage({ src: `${mediaOrigin}/media/film.mp4` }) });
  await page.goto(`${mediaOrigin}/parent.html`);
  await expect.poll(() => refusals.length).toBeGreaterThan(0);
  expect(embedUrlOf({})).toContain(embedOrigin);
});
