import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { expect, test } from '../../support/page-fixtures.js';
import { wideIf } from '../../support/wide.js';

/** The files that are prefetched before the engine loads, for a player of 640 x 360 pixels and an unknown bandwidth. */
const sources = [
  {
    name: 'HLS, fragmented MP4',
    src: '/media/cmaf/master.m3u8',
    engine: /\/chunks\/hls-/,
    prefetchedFiles: [
      'master.m3u8',
      'video-360.m3u8',
      'audio-en.m3u8',
      'video-360/init.mp4',
      'video-360/1.m4s',
      'audio-en/init.mp4',
      'audio-en/1.m4s'
    ]
  },
  {
    name: 'HLS, transport stream',
    src: '/media/ts/master.m3u8',
    engine: /\/chunks\/hls-/,
    prefetchedFiles: ['master.m3u8', 'video-360.m3u8', 'audio-en.m3u8', 'video-360/1.ts', 'audio-en/1.ts']
  },
  {
    name: 'DASH',
    src: '/media/cmaf/manifest.mpd',
    engine: /\/chunks\/dash-/,
    prefetchedFiles: ['manifest.mpd', 'video-360/init.mp4', 'video-360/1.m4s', 'audio-en/init.mp4', 'audio-en/1.m4s']
  }
];

/** Opens a page with a player, records its requests for media, and delays the code of the engine until `releaseEngine()` is called. */
async function open(page: Page, demo: string, { engine, tag }: { engine: RegExp; tag: string }) {
  const requested: string[] = [];
  page.on('request', (request) => {
    const [, path] = /\/media\/(?:cmaf|ts)\/(.*)/.exec(request.url()) ?? [];
    if (path) requested.push(path);
  });
  let releaseEngine = () => undefined as void;
  const released = new Promise<void>((resolve) => (releaseEngine = resolve));
  await page.route(engine, async (route) => {
    await released;
    await route.continue();
  });
  await page.route(`${demo}/early`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>jet-player { width: 640px }</style><script type="module" src="/dist/jet-player.js"></script>${tag}`
    })
  );
  await page.goto(`${demo}/early`);
  return { requested, releaseEngine };
}

const waitForPosition = (page: Page, from = 0) =>
  page.waitForFunction((time) => document.querySelector<JetPlayer>('jet-player')!.currentTime > time, from);

const heightOf = (page: Page) => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.videoHeight);

for (const { name, src, engine, prefetchedFiles } of sources) {
  test(
    `the player prefetches the first segments before the engine loads, and the engine requests none of them again: ${name}`,
    wideIf(name.includes('transport')),
    async ({ page, demo }) => {
      const { requested, releaseEngine } = await open(page, demo, { engine, tag: `<jet-player src="${src}" muted autoplay></jet-player>` });
      await expect.poll(() => requested.toSorted()).toEqual(prefetchedFiles.toSorted());
      releaseEngine();
      await waitForPosition(page);
      expect(await heightOf(page), 'the prefetched rendition is the one that plays').toBe(360);
      await waitForPosition(page, 2.5);
      expect(requested.filter((path, index) => requested.indexOf(path) !== index)).toEqual([]);
    }
  );

  test(
    `the player prefetches the segment at the start position and not the first one: ${name}`,
    wideIf(name.includes('transport')),
    async ({ page, demo }) => {
      const { requested, releaseEngine } = await open(page, demo, { engine, tag: `<jet-player src="${src}" muted autoplay></jet-player>` });
      releaseEngine();
      await waitForPosition(page);
      await page.evaluate(() => (document.querySelector<JetPlayer>('jet-player')!.currentTime = 30));
      await waitForPosition(page, 30);
      await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.source.retry());
      // The last requests of the old engine were sent before this call returned.
      requested.length = 0;
      await waitForPosition(page, 30.1);
      expect(requested.filter((path) => /\/1\.\w+$/.test(path))).toEqual([]);
      expect(requested.filter((path, index) => requested.indexOf(path) !== index)).toEqual([]);
    }
  );

  test(
    `the player prefetches nothing before playback when load or preload forbids it: ${name}`,
    wideIf(name.includes('transport')),
    async ({ page, demo }) => {
      for (const attribute of ['load="play"', 'preload="none"']) {
        const { requested, releaseEngine } = await open(page, demo, {
          engine,
          tag: `<jet-player src="${src}" ${attribute} muted></jet-player>`
        });
        releaseEngine();
        await page.waitForFunction(() => document.querySelector('jet-player')?.shadowRoot?.querySelector('[part=play]'));
        await page.evaluate(() => fetch('/media/chapters.vtt'));
        expect(requested, attribute).toEqual([]);
      }
    }
  );
}
