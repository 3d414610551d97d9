import { describe, expect, it } from 'vitest';
import { parentPageWithQuery, refusedQueries } from '../../embed/refused-queries.js';
import {
  embedOrigin,
  embedSite,
  parentPage,
  parentUrl,
  mediaOrigin,
  pageOrigin,
  planOf,
  thirdParties,
  type Staging
} from '../../embed/site.js';
import type { World } from '../../support/world.js';
import { again } from './retry-policy.js';
import { browser } from './browser.js';
import { openEmbed, playsPast, press, read } from './embed-page.js';
import { setting } from './setting.js';

/** Every format that an embed plays, with captions from the source of each. */
const videos = [
  { name: 'HLS', src: '/media/cmaf/master.m3u8', engine: 'hls.js' },
  { name: 'HLS of transport streams', src: '/media/ts/master.m3u8', engine: 'hls.js' },
  { name: 'DASH', src: '/media/cmaf/manifest.mpd', engine: 'dash.js' },
  { name: 'MP4', src: '/media/film.mp4', engine: 'file', track: `en ${mediaOrigin}/media/captions/en.vtt` }
];
const video = { src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' };
const ofMedia = ({ hits }: World) => hits.filter(({ origin }) => new URL(origin).host === new URL(mediaOrigin).host);

describe(`${browser.name}: the embed`, { retry: again }, () => {
  const here = setting();
  const check = (name: string, run: () => Promise<void>) => {
    const reason = browser.cannot[name];
    it.skipIf(reason)(reason ? `${name} (${reason})` : name, async () => {
      const found = () => thirdParties(here.world, here.at);
      await run().finally(() => here.count(found()));
      expect(found(), 'origins that are not allowed').toEqual([]);
      if (!browser.tls) expect(here.world.tunnels, 'connections over TLS').toEqual([]);
    });
  };
  const show = (parameters: Readonly<Record<string, string>>, staging: Staging = {}) => {
    here.stage({ ...embedSite(staging), [parentUrl]: parentPage(parameters, staging.plan && { tier: staging.plan.tier }) });
    return openEmbed(here);
  };

  for (const { name, src, engine, track } of videos) {
    check(`strict sandbox: ${name} plays with captions, after a click and not before`, async () => {
      const tab = await show({ src: mediaOrigin + src, muted: '', captions: 'en', ...(track && { track }) });
      expect(ofMedia(here.world)).toEqual([]);
      await press(tab, 'big-play');
      await playsPast(tab, 1);
      await expect.poll(async () => (await read(tab)).cues, { timeout: 30_000 }).toBeGreaterThan(0);
      expect(await read(tab)).toMatchObject({ engine, guardLevel: 'csp', error: null });
      expect((await read(tab)).width).toBeGreaterThan(0);
      const revealing = ofMedia(here.world).filter(
        ({ headers }) => headers.referer || headers.cookie || (headers.origin ?? 'null') !== 'null'
      );
      expect(
        revealing.map(({ path }) => path),
        'requests for media that reveal the page'
      ).toEqual([]);
    });
  }

  check('fetches only the poster before the click, and shows it', async () => {
    const tab = await show({ src: video.src, poster: `${mediaOrigin}/media/poster.jpg` });
    await expect.poll(() => tab.inFrame(() => document.querySelector('jet-player')!.video.poster), { timeout: 30_000 }).toMatch(/^blob:/);
    expect(ofMedia(here.world).map(({ path }) => path)).toEqual(['/media/poster.jpg']);
  });

  check('starts by itself with autoplay', async () => playsPast(await show({ ...video, autoplay: '' }), 0.5));

  check('applies the height and the start time of the URL', async () => {
    const tab = await show({ ...video, quality: '240', start: '20s' });
    await press(tab, 'big-play');
    await playsPast(tab, 20);
    await expect.poll(async () => (await read(tab)).width, { timeout: 30_000 }).toBe(426);
  });

  check('strict: stores nothing, and cookies cannot be read', async () => {
    const tab = await show({ src: `${mediaOrigin}/media/film.mp4` });
    const attempts = await tab.inFrame(() => {
      const attempt = (what: () => unknown) => {
        try {
          return `worked: ${String(what())}`;
        } catch (error) {
          return (error as Error).name;
        }
      };
      return [
        attempt(() => localStorage.length),
        attempt(() => sessionStorage.length),
        attempt(() => document.cookie),
        attempt(() => (document.cookie = 'a=b')),
        self.origin
      ];
    });
    expect(attempts).toEqual([...Array<string>(4).fill('SecurityError'), 'null']);
  });

  check('strict: full screen works', async () => {
    const tab = await show(video);
    await press(tab, 'big-play');
    await playsPast(tab, 0.3);
    await press(tab, 'fullscreen');
    await expect.poll(() => tab.inFrame(() => document.fullscreenElement?.localName), { timeout: 30_000 }).toBe('jet-player');
    await tab.inFrame(() => document.exitFullscreen());
    await expect.poll(() => tab.inFrame(() => document.fullscreenElement), { timeout: 30_000 }).toBeNull();
  });

  check('standard: the frame has its own origin, and still stores nothing', async () => {
    const tab = await show({ src: `${mediaOrigin}/media/cmaf/manifest.mpd`, muted: '' }, { plan: planOf({ tier: 'standard' }) });
    await press(tab, 'big-play');
    await playsPast(tab, 1);
    expect(await tab.inFrame(() => self.origin)).toBe(here.at(embedOrigin));
    expect(await tab.inFrame(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0);
  });

  for (const [name, query] of refusedQueries) {
    check(`an error screen, not a player: ${name}`, async () => {
      here.stage({ ...embedSite(), [parentUrl]: parentPageWithQuery(query) });
      const tab = await openEmbed(here);
      expect(await tab.inFrame(() => document.querySelector('[role=alert]')?.textContent)).toMatch(/(source|policy)\//);
      expect(await tab.inFrame(() => document.querySelectorAll('jet-player, video').length)).toBe(0);
      const asked = [...new Set(here.world.hits.map(({ origin }) => origin))].sort();
      expect(asked).toEqual([embedOrigin, pageOrigin].map(here.at));
    });
  }
});
