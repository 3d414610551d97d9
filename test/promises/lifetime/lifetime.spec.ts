import { expect, test } from '../../support/page-fixtures.js';
import type { Page } from '@playwright/test';
import { holdings, keepCount, type Holdings } from './cycles.js';

/** The number of players of a test: 100 with `npm run test:lifetime`. */
const cycles = Number(process.env.LIFETIME_CYCLES ?? 12);
const warmUp = Math.ceil(cycles / 4);

const hls = '/media/cmaf/master.m3u8';
const dash = '/media/cmaf/manifest.mpd';

async function open(page: Page, demo: string) {
  await page.addInitScript(keepCount);
  await page.goto(demo);
  await page.evaluate(async () => {
    document.body.replaceChildren();
    const address = '/dist/media.js';
    Object.assign(window, { media: await import(address) });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  return session;
}

/** Creates a player, loads `src` and destroys the player once it has played, or after `ms` milliseconds of loading. */
const live = (page: Page, src: string, ms?: number) =>
  page.evaluate(
    async ({ src, ms }) => {
      const { media } = window as unknown as { media: typeof import('../../../src/media/index.js') };
      const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true, width: 320, height: 180 });
      document.body.append(video);
      const player = media.createPlayer({ video });
      player.load([{ src }]);
      const started = player.playback.play().catch(() => undefined);
      if (ms === undefined) while (video.currentTime < 0.1 && !player.session.error) await new Promise(requestAnimationFrame);
      else await new Promise((resolve) => setTimeout(resolve, ms));
      player.destroy();
      video.remove();
      return ms === undefined ? started.then(() => video.currentTime) : 0;
    },
    { src, ms }
  );

function compare(before: Holdings, after: Holdings): void {
  const { heap, nodes, listeners, ...rest } = after;
  expect(rest).toEqual({ mediaSources: before.mediaSources, timers: before.timers, requests: before.requests, workers: before.workers });
  expect(nodes, 'nodes, detached ones included').toBeLessThanOrEqual(before.nodes + 10);
  expect(listeners, 'listeners').toBeLessThanOrEqual(before.listeners + 5);
  // V8 keeps compiled code and feedback until about the twelfth player; after that the heap size has to stay constant.
  if (warmUp >= 12) expect(heap, 'bytes of heap').toBeLessThan(before.heap * 1.05);
  console.log(
    `    heap ${(before.heap / 1e6).toFixed(2)} -> ${(heap / 1e6).toFixed(2)} MB, nodes ${before.nodes} -> ${nodes}, listeners ${before.listeners} -> ${listeners}`
  );
}

for (const src of [hls, dash]) {
  test(`${cycles} players of ${src} leave nothing when they are destroyed after playback`, async ({ page, demo }) => {
    test.setTimeout(60_000 + cycles * 6000);
    const session = await open(page, demo);
    for (let cycle = 0; cycle < warmUp; cycle++) await live(page, src);
    const before = await holdings(page, session);
    for (let cycle = warmUp; cycle < cycles; cycle++) await live(page, src);
    compare(before, await holdings(page, session));
  });

  test(`${cycles} players of ${src} leave nothing when they are destroyed during loading`, async ({ page, demo }) => {
    test.setTimeout(60_000 + cycles * 6000);
    const session = await open(page, demo);
    for (let cycle = 0; cycle < warmUp; cycle++) await live(page, src, cycle * 40);
    const before = await holdings(page, session);
    // Spread evenly over the first half second, in a shuffled order.
    for (let cycle = warmUp; cycle < cycles; cycle++) await live(page, src, (cycle * 197) % 500);
    await expect.poll(() => page.evaluate(() => window.held().requests)).toBe(0);
    compare(before, await holdings(page, session));
  });
}

test('plays the last source when the source changes a hundred times quickly', async ({ page, demo }) => {
  test.setTimeout(120_000);
  await open(page, demo);
  const last = await page.evaluate(
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
  expect(last).toEqual({ engine: 'dash.js', error: undefined, duration: 64 });
});

test('keeps the player and its playback when the element is moved in the DOM', async ({ page, demo }) => {
  await page.goto(demo);
  const moved = await page.evaluate(async (src) => {
    const element = Object.assign(document.createElement('jet-player'), { muted: true, autoplay: true, src });
    const places = [document.createElement('section'), document.createElement('section')];
    document.body.replaceChildren(...places);
    places[0]!.append(element);
    const reach = async (time: number) => {
      while (element.currentTime < time) await new Promise(requestAnimationFrame);
    };
    await reach(0.5);
    const { player } = element;
    for (let move = 0; move < 20; move++) places[move % 2]!.append(element);
    await reach(element.currentTime + 1);
    return { same: element.player === player, error: element.error };
  }, hls);
  expect(moved).toEqual({ same: true, error: null });
});

test('fifty players on one page load only what is visible', async ({ page, demo }) => {
  test.setTimeout(120_000);
  const loaded = new Set<string>();
  page.on('request', (request) => /[?&]n=\d+/.test(request.url()) && loaded.add(new URL(request.url()).search));
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
  const playing = () => page.evaluate(() => [...document.querySelectorAll('jet-player')].map(({ currentTime }) => currentTime > 0.3));
  await expect.poll(async () => (await playing()).slice(0, 1), { timeout: 60_000 }).toEqual([true]);
  expect(loaded.size, 'players that requested their manifest').toBeLessThan(8);
  await page.evaluate(() => document.querySelectorAll('jet-player')[30]!.scrollIntoView());
  await expect.poll(async () => (await playing())[30], { timeout: 60_000 }).toBe(true);
  expect((await playing()).filter(Boolean).length, 'players that play').toBeLessThan(16);
});
