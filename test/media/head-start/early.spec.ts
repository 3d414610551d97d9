import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { expect, test } from '../../support/rig.js';

/** What is on its way before the engine is there: the film in every form, from a window of 640 x 360 and with a line nobody knows yet. */
const films = [
  {
    name: 'HLS, fragmented MP4',
    src: '/media/cmaf/master.m3u8',
    engine: /\/chunks\/hls-/,
    early: [
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
    early: ['master.m3u8', 'video-360.m3u8', 'audio-en.m3u8', 'video-360/1.ts', 'audio-en/1.ts']
  },
  {
    name: 'DASH',
    src: '/media/cmaf/manifest.mpd',
    engine: /\/chunks\/dash-/,
    early: ['manifest.mpd', 'video-360/init.mp4', 'video-360/1.m4s', 'audio-en/init.mp4', 'audio-en/1.m4s']
  }
];

/** Opens a page with a player; every request for media is noted, and the engine's code is held back until it is let go. */
async function open(page: Page, demo: string, { engine, tag }: { engine: RegExp; tag: string }) {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, path] = /\/media\/(?:cmaf|ts)\/(.*)/.exec(request.url()) ?? [];
    if (path) asked.push(path);
  });
  let letGo = () => undefined as void;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(engine, async (route) => {
    await held;
    await route.continue();
  });
  await page.route(`${demo}/early`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>jet-player { width: 640px }</style><script type="module" src="/dist/jet-player.js"></script>${tag}`
    })
  );
  await page.goto(`${demo}/early`);
  return { asked, letGo };
}

const plays = (page: Page, from = 0) =>
  page.waitForFunction((time) => document.querySelector<JetPlayer>('jet-player')!.currentTime > time, from);

const heightOf = (page: Page) => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.videoHeight);

for (const { name, src, engine, early } of films) {
  test(`${name}: the first segments are on their way before the engine, which asks for none of them again`, async ({ page, demo }) => {
    const { asked, letGo } = await open(page, demo, { engine, tag: `<jet-player src="${src}" muted autoplay></jet-player>` });
    await expect.poll(() => asked.toSorted()).toEqual(early.toSorted());
    letGo();
    await plays(page);
    expect(await heightOf(page), 'the rendition that was guessed is the one that is shown').toBe(360);
    await plays(page, 2.5);
    expect(asked.filter((path, index) => asked.indexOf(path) !== index)).toEqual([]);
  });

  test(`${name}: a start in the middle fetches that segment and not the first`, async ({ page, demo }) => {
    const { asked, letGo } = await open(page, demo, { engine, tag: `<jet-player src="${src}" muted autoplay></jet-player>` });
    letGo();
    await plays(page);
    await page.evaluate(() => (document.querySelector<JetPlayer>('jet-player')!.currentTime = 30));
    await plays(page, 30);
    await page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.error.retry());
    // What the old engine still asked for came before the answer to this call.
    asked.length = 0;
    await plays(page, 30.1);
    expect(asked.filter((path) => /\/1\.\w+$/.test(path))).toEqual([]);
    expect(asked.filter((path, index) => asked.indexOf(path) !== index)).toEqual([]);
  });

  test(`${name}: nothing is fetched before it is wanted`, async ({ page, demo }) => {
    for (const wish of ['load="play"', 'preload="none"']) {
      const { asked, letGo } = await open(page, demo, { engine, tag: `<jet-player src="${src}" ${wish} muted></jet-player>` });
      letGo();
      await page.waitForFunction(() => document.querySelector('jet-player')?.shadowRoot?.querySelector('[part=play]'));
      await page.evaluate(() => fetch('/media/chapters.vtt'));
      expect(asked, wish).toEqual([]);
    }
  });
}
