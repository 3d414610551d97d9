import {
  embedAddress,
  embedOrigin,
  embedSite,
  expect,
  parentPage,
  parentAddress,
  mediaOrigin,
  openParentPage,
  playsPast,
  pressPlay,
  read,
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
    `strict sandbox: ${name} plays with captions, after a click and not before`,
    wideUnless(name !== 'HLS of transport streams'),
    async ({ page, world, violations }) => {
      const parameters = {
        src: `${mediaOrigin}${src}`,
        'title-text': 'A day on the delta',
        muted: '',
        captions: 'en',
        ...(track && { track })
      };
      world.stage({ ...embedSite(), [parentAddress]: parentPage(parameters) });
      const frame = await openParentPage(page);
      await expect(frame.locator('jet-player').getByText('A day on the delta')).toBeVisible();
      expect(world.hits.filter(({ origin }) => origin === mediaOrigin)).toEqual([]);

      await pressPlay(frame);
      await playsPast(frame, 1);
      await expect.poll(async () => (await read(frame)).cues, { timeout: 30_000 }).toBeGreaterThan(0);
      expect((await read(frame)).engine).toBe(engine);
      // Also for a file, which the browser fetches by itself: the page's referrer policy applies where the guard cannot see the request.
      expect((await read(frame)).guardLevel).toBe('csp');
      expect((await read(frame)).width).toBeGreaterThan(0);
      expect(violations).toEqual([]);
      const revealing = world.hits.filter(
        ({ origin, headers }) => origin === mediaOrigin && (headers.referer || headers.cookie || (headers.origin ?? 'null') !== 'null')
      );
      expect(
        revealing.map(({ path }) => path),
        'requests for media that reveal the page'
      ).toEqual([]);
    }
  );
}

test('canary: without a policy, the guard level is that of the engine', async ({ page, world }) => {
  const levels: Record<string, string | null> = {};
  for (const { name, src } of videos) {
    world.stage({ ...embedSite({ without: 'policy' }), [parentAddress]: parentPage({ src: `${mediaOrigin}${src}`, muted: '' }) });
    const frame = await openParentPage(page);
    await pressPlay(frame);
    await playsPast(frame, 0.1);
    levels[name] = (await read(frame)).guardLevel;
  }
  expect(levels).toEqual({ HLS: 'engine', 'HLS of transport streams': 'engine', DASH: 'engine', MP4: 'engine' });
});

test('the embed fetches only the poster, from an allowed origin, before the click', async ({ page, world, violations }) => {
  world.stage({
    ...embedSite(),
    [parentAddress]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, poster: `${mediaOrigin}/media/poster.jpg` })
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
    [parentAddress]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, poster: 'https://image.evil.test/p.jpg', muted: '' })
  });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 0.5);
  expect(warnings.filter((text) => text.includes('poster'))).toHaveLength(1);
});

test('the embed starts by itself when autoplay is set', async ({ page, world }) => {
  world.stage({ ...embedSite(), [parentAddress]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, autoplay: '', muted: '' }) });
  await playsPast(await openParentPage(page), 0.5);
});

test('the embed applies the height and the start time when the URL has them', async ({ page, world }) => {
  world.stage({
    ...embedSite(),
    [parentAddress]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '', quality: '240', start: '20s' })
  });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 20);
  await expect.poll(async () => (await read(frame)).width, { timeout: 30_000 }).toBe(426);
});

test('the embed stores nothing and cannot read cookies when it is strict', async ({ page, world }) => {
  world.stage({ ...embedSite(), [parentAddress]: parentPage({ src: `${mediaOrigin}/media/film.mp4` }) });
  const frame = await openParentPage(page);
  const attempts = await frame.evaluate(() => {
    const attempt = (what: () => unknown) => {
      try {
        return `worked: ${String(what())}`;
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      origin: self.origin,
      localStorage: attempt(() => localStorage.length),
      sessionStorage: attempt(() => sessionStorage.length),
      readCookie: attempt(() => document.cookie),
      writeCookie: attempt(() => (document.cookie = 'a=b')),
      indexedDB: attempt(() => indexedDB.open('x')),
      caches: attempt(() => caches.open)
    };
  });
  expect(attempts).toEqual({
    origin: 'null',
    localStorage: 'SecurityError',
    sessionStorage: 'SecurityError',
    readCookie: 'SecurityError',
    writeCookie: 'SecurityError',
    indexedDB: 'SecurityError',
    caches: 'SecurityError'
  });
});

test('full screen and picture-in-picture work when the embed is strict', async ({ page, world }) => {
  world.stage({ ...embedSite(), [parentAddress]: parentPage({ src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' }) });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 0.3);
  expect(await frame.evaluate(() => document.fullscreenEnabled)).toBe(true);
  await frame.locator('jet-player').getByRole('button', { name: 'Full screen' }).click();
  await expect.poll(() => frame.evaluate(() => document.fullscreenElement?.localName)).toBe('jet-player');
  await frame.evaluate(() => document.exitFullscreen());

  expect(await frame.evaluate(() => document.pictureInPictureEnabled)).toBe(true);
  await frame.locator('jet-player').getByRole('button', { name: 'Picture in picture' }).click();
  await expect.poll(() => frame.evaluate(() => document.pictureInPictureElement?.localName)).toBe('jet-player');
  await frame.evaluate(() => document.exitPictureInPicture());
  await expect.poll(() => frame.evaluate(() => document.pictureInPictureElement)).toBeNull();
});

test('the embed has its own origin and stores nothing when it is standard', async ({ page, world, violations }) => {
  world.stage({
    ...embedSite(),
    [parentAddress]: parentPage({ src: `${mediaOrigin}/media/cmaf/manifest.mpd`, muted: '' }, { tier: 'standard' })
  });
  const frame = await openParentPage(page);
  await pressPlay(frame);
  await playsPast(frame, 1);
  expect(await frame.evaluate(() => self.origin)).toBe(embedOrigin);
  const stored = await frame.evaluate(() => {
    try {
      return localStorage.length + sessionStorage.length + document.cookie.length;
    } catch {
      // A browser that gives no storage to frames of another site has stored nothing either.
      return 0;
    }
  });
  expect(stored).toBe(0);
  expect(violations).toEqual([]);
});

test('the embed does not load when the page of another host contains it', async ({ page, world }) => {
  const refusals: string[] = [];
  page.on('console', (message) => message.text().includes('frame-ancestors') && refusals.push(message.text()));
  world.stage({ ...embedSite(), [`${mediaOrigin}/parent.html`]: parentPage({ src: `${mediaOrigin}/media/film.mp4` }) });
  await page.goto(`${mediaOrigin}/parent.html`);
  await expect.poll(() => refusals.length).toBeGreaterThan(0);
  expect(embedAddress({})).toContain(embedOrigin);
});
