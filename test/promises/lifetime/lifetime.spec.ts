import { expect, test } from '../../support/page-fixtures.js';
import type { Page } from '@playwright/test';
import { countRetainedObjects, countOpenActivities, type RetainedObjects } from './retained-objects.js';

/** The number of players of a test: 100 with `npm run test:lifetime`. */
const playerCount = Number(process.env.LIFETIME_CYCLES ?? 12);
const warmUpCount = Math.ceil(playerCount / 4);

const hls = '/media/cmaf/master.m3u8';
const dash = '/media/cmaf/manifest.mpd';

async function openPage(page: Page, demo: string) {
  await page.addInitScript(countOpenActivities);
  await page.goto(demo);
  await page.evaluate(async () => {
    document.body.replaceChildren();
    const moduleUrl = '/dist/media.js';
    Object.assign(window, { media: await import(moduleUrl) });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  return session;
}

/** Creates a player, loads `src`, and destroys the player when it has played, or after `loadingMs` milliseconds of loading. */
const runPlayer = (page: Page, src: string, loadingMs?: number) =>
  page.evaluate(
    async ({ src, loadingMs }) => {
      const { media } = window as unknown as { media: typeof import('../../../src/media/index.js') };
      const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true, width: 320, height: 180 });
      document.body.append(video);
      const player = media.createPlayer({ video });
      player.load([{ src }]);
      const started = player.playback.play().catch(() => undefined);
      if (loadingMs === undefined) while (video.currentTime < 0.1 && !player.session.error) await new Promise(requestAnimationFrame);
      else await new Promise((resolve) => setTimeout(resolve, loadingMs));
      player.destroy();
      video.remove();
      return loadingMs === undefined ? started.then(() => video.currentTime) : 0;
    },
    { src, loadingMs }
  );

function expectNoGrowth(before: RetainedObjects, after: RetainedObjects): void {
  const { heapBytes, nodes, listeners, ...rest } = after;
  expect(rest).toEqual({ mediaSources: before.mediaSources, timers: before.timers, requests: before.requests, workers: before.workers });
  expect(nodes, 'nodes, detached ones included').toBeLessThanOrEqual(before.nodes + 10);
  expect(listeners, 'listeners').toBeLessThanOrEqual(before.listeners + 5);
  // V8 adds compiled code and type feedback to the heap until about the twelfth player. After that, the heap size has to stay constant.
  if (warmUpCount >= 12) expect(heapBytes, 'bytes of heap').toBeLessThan(before.heapBytes * 1.05);
  console.log(
    `    heap ${(before.heapBytes / 1e6).toFixed(2)} -> ${(heapBytes / 1e6).toFixed(2)} MB, nodes ${before.nodes} -> ${nodes}, listeners ${before.listeners} -> ${listeners}`
  );
}

for (const src of [hls, dash]) {
  test(`${playerCount} players of ${src} leave no objects in memory when they are destroyed after playback`, async ({ page, demo }) => {
    test.setTimeout(60_000 + playerCount * 6000);
    const session = await openPage(page, demo);
    for (let index = 0; index < warmUpCount; index++) await runPlayer(page, src);
    const before = await countRetainedObjects(page, session);
    for (let index = warmUpCount; index < playerCount; index++) await runPlayer(page, src);
    expectNoGrowth(before, await countRetainedObjects(page, session));
  });

  test(`${playerCount} players of ${src} leave no objects in memory when they are destroyed during loading`, async ({ page, demo }) => {
    test.setTimeout(60_000 + playerCount * 6000);
    const session = await openPage(page, demo);
    for (let index = 0; index < warmUpCount; index++) await runPlayer(page, src, index * 40);
    const before = await countRetainedObjects(page, session);
    // The loading times are spread evenly over half a second, in a shuffled order.
    for (let index = warmUpCount; index < playerCount; index++) await runPlayer(page, src, (index * 197) % 500);
    await expect.poll(() => page.evaluate(() => window.openActivities().requests)).toBe(0);
    expectNoGrowth(before, await countRetainedObjects(page, session));
  });
}

test('the player plays the last source when the source changes a hundred times quickly', async ({ page, demo }) => {
  test.setTimeout(120_000);
  await openPage(page, demo);
  const result = await page.evaluate(
    async ([first, second]) => {
      const { media } = window as unknown as { media: typeof import('../../../src/media/index.js') };
      const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true });
      document.body.append(video);
      const player = media.createPlayer({ video });
      for (let change = 0; change < 100; change++) {
        player.load([{ src: change % 2 ? second! : first! }]);
        void player.playback.play().catch(() => undefined);
        if (change % 5 === 0) await new Promise((resolve) => setTimeout(resolve, (change * 7) % 60));
      }
      while (video.currentTime < 1 && !player.session.error) await new Promise(requestAnimationFrame);
      return { engine: player.session.engineName, error: player.session.error?.code, duration: video.duration };
    },
    [hls, dash]
  );
  expect(result).toEqual({ engine: 'dash.js', error: undefined, duration: 64 });
});

test('<jet-player> keeps its player and its playback when it is moved in the DOM', async ({ page, demo }) => {
  await page.goto(demo);
  const result = await page.evaluate(async (src) => {
    const element = Object.assign(document.createElement('jet-player'), { muted: true, autoplay: true, src });
    const sections = [document.createElement('section'), document.createElement('section')];
    document.body.replaceChildren(...sections);
    sections[0]!.append(element);
    const playUntil = async (time: number) => {
      while (element.currentTime < time) await new Promise(requestAnimationFrame);
    };
    await playUntil(0.5);
    const { player } = element;
    for (let move = 0; move < 20; move++) sections[move % 2]!.append(element);
    await playUntil(element.currentTime + 1);
    return { isSamePlayer: element.player === player, error: element.error };
  }, hls);
  expect(result).toEqual({ isSamePlayer: true, error: null });
});

test('of fifty players with load="visible" on a page, only those near the window load their source', async ({ page, demo }) => {
  test.setTimeout(120_000);
  const requestedQueries = new Set<string>();
  page.on('request', (request) => /[?&]n=\d+/.test(request.url()) && requestedQueries.add(new URL(request.url()).search));
  await page.goto(demo);
  await page.evaluate((src) => {
    const players = Array.from({ length: 50 }, (_, index) => {
      const element = document.createElement('jet-player');
      for (const [name, value] of Object.entries({ load: 'visible', muted: '', autoplay: '', src: `${src}?n=${index}` }))
        element.setAttribute(name, value);
      element.style.cssText = 'display: block; block-size: 300px; inline-size: 500px; margin-block-end: 200px';
      return element;
    });
    document.body.replaceChildren(...players);
  }, hls);
  const readPlaying = () => page.evaluate(() => [...document.querySelectorAll('jet-player')].map(({ currentTime }) => currentTime > 0.3));
  await expect.poll(async () => (await readPlaying()).slice(0, 1), { timeout: 60_000 }).toEqual([true]);
  expect(requestedQueries.size, 'players that requested their manifest').toBeLessThan(8);
  await page.evaluate(() => document.querySelectorAll('jet-player')[30]!.scrollIntoView());
  await expect.poll(async () => (await readPlaying())[30], { timeout: 60_000 }).toBe(true);
  expect((await readPlaying()).filter(Boolean).length, 'players that play').toBeLessThan(16);
});
