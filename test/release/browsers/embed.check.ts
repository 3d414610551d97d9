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
import { retryPolicy } from './retry-policy.js';
import { browser } from './browser.js';
import { setUpChecks } from './check-setup.js';
import { openEmbed, waitUntilPlayedPast, clickPart, readVideo } from './embed-page.js';

/** Every format that an embed plays, with captions from the source of each. */
const videos = [
  { name: 'HLS', src: '/media/cmaf/master.m3u8', engine: 'hls.js' },
  { name: 'HLS of transport streams', src: '/media/ts/master.m3u8', engine: 'hls.js' },
  { name: 'DASH', src: '/media/cmaf/manifest.mpd', engine: 'dash.js' },
  { name: 'MP4', src: '/media/film.mp4', engine: 'file', track: `en ${mediaOrigin}/media/captions/en.vtt` }
];
const video = { src: `${mediaOrigin}/media/cmaf/master.m3u8`, muted: '' };
const mediaRequests = ({ hits }: World) => hits.filter(({ origin }) => new URL(origin).host === new URL(mediaOrigin).host);

describe(`${browser.name}: the embed`, { retry: retryPolicy }, () => {
  const setup = setUpChecks();
  const check = (name: string, run: () => Promise<void>) => {
    const reason = browser.unsupportedCases[name];
    it.skipIf(reason)(reason ? `${name} (${reason})` : name, async () => {
      const thirdPartyContacts = () => thirdParties(setup.world, setup.reachableUrl);
      await run().finally(() => setup.countThirdParties(thirdPartyContacts()));
      expect(thirdPartyContacts(), 'origins that are not allowed').toEqual([]);
      if (!browser.acceptsTestCertificate) expect(setup.world.tunnels, 'connections over TLS').toEqual([]);
    });
  };
  const openWithParameters = (parameters: Readonly<Record<string, string>>, staging: Staging = {}) => {
    setup.stage({ ...embedSite(staging), [parentUrl]: parentPage(parameters, staging.plan && { tier: staging.plan.tier }) });
    return openEmbed(setup);
  };

  for (const { name, src, engine, track } of videos) {
    check(`plays ${name} with captions after a click, and requests nothing before, in the strict sandbox`, async () => {
      const tab = await openWithParameters({ src: mediaOrigin + src, muted: '', captions: 'en', ...(track && { track }) });
      expect(mediaRequests(setup.world)).toEqual([]);
      await clickPart(tab, 'big-play');
      await waitUntilPlayedPast(tab, 1);
      await expect.poll(async () => (await readVideo(tab)).cues, { timeout: 30_000 }).toBeGreaterThan(0);
      expect(await readVideo(tab)).toMatchObject({ engine, guardLevel: 'csp', error: null });
      expect((await readVideo(tab)).width).toBeGreaterThan(0);
      const revealingRequests = mediaRequests(setup.world).filter(
        ({ headers }) => headers.referer || headers.cookie || (headers.origin ?? 'null') !== 'null'
      );
      expect(
        revealingRequests.map(({ path }) => path),
        'requests for media that reveal the page'
      ).toEqual([]);
    });
  }

  check('requests only the poster before a click, and shows it', async () => {
    const tab = await openWithParameters({ src: video.src, poster: `${mediaOrigin}/media/poster.jpg` });
    await expect.poll(() => tab.inFrame(() => document.querySelector('jet-player')!.video.poster), { timeout: 30_000 }).toMatch(/^blob:/);
    expect(mediaRequests(setup.world).map(({ path }) => path)).toEqual(['/media/poster.jpg']);
  });

  check('plays without a click when autoplay is set', async () =>
    waitUntilPlayedPast(await openWithParameters({ ...video, autoplay: '' }), 0.5)
  );

  check('applies the quality and the start time of its URL', async () => {
    const tab = await openWithParameters({ ...video, quality: '240', start: '20s' });
    await clickPart(tab, 'big-play');
    await waitUntilPlayedPast(tab, 20);
    await expect.poll(async () => (await readVideo(tab)).width, { timeout: 30_000 }).toBe(426);
  });

  check('can access neither storage nor cookies in the strict sandbox', async () => {
    const tab = await openWithParameters({ src: `${mediaOrigin}/media/film.mp4` });
    const attempts = await tab.inFrame(() => {
      const attempt = (access: () => unknown) => {
        try {
          return `worked: ${String(access())}`;
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

  check('enters and leaves full screen in the strict sandbox', async () => {
    const tab = await openWithParameters(video);
    await clickPart(tab, 'big-play');
    await waitUntilPlayedPast(tab, 0.3);
    await clickPart(tab, 'fullscreen');
    await expect.poll(() => tab.inFrame(() => document.fullscreenElement?.localName), { timeout: 30_000 }).toBe('jet-player');
    await tab.inFrame(() => document.exitFullscreen());
    await expect.poll(() => tab.inFrame(() => document.fullscreenElement), { timeout: 30_000 }).toBeNull();
  });

  check('has its own origin and stores nothing in the standard sandbox', async () => {
    const tab = await openWithParameters(
      { src: `${mediaOrigin}/media/cmaf/manifest.mpd`, muted: '' },
      { plan: planOf({ tier: 'standard' }) }
    );
    await clickPart(tab, 'big-play');
    await waitUntilPlayedPast(tab, 1);
    expect(await tab.inFrame(() => self.origin)).toBe(setup.reachableUrl(embedOrigin));
    expect(await tab.inFrame(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0);
  });

  for (const [name, query] of refusedQueries) {
    check(`shows an error screen instead of a player: ${name}`, async () => {
      setup.stage({ ...embedSite(), [parentUrl]: parentPageWithQuery(query) });
      const tab = await openEmbed(setup);
      expect(await tab.inFrame(() => document.querySelector('[role=alert]')?.textContent)).toMatch(/(source|policy)\//);
      expect(await tab.inFrame(() => document.querySelectorAll('jet-player, video').length)).toBe(0);
      const contactedOrigins = [...new Set(setup.world.hits.map(({ origin }) => origin))].sort();
      expect(contactedOrigins).toEqual([embedOrigin, pageOrigin].map(setup.reachableUrl));
    });
  }
});
