import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoServer } from '../../../demo/server.mjs';
import { listen } from '../../../demo/server/listen.mjs';
import { demoSources } from '../../demo/demo-sources.js';
import type { Tab } from '../../support/browsers/driver.mjs';
import { retryPolicy } from './retry-policy.js';
import { browser } from './browser.js';
import { setUpChecks } from './check-setup.js';

/** Returns the playback position, the pixels of the current frame, the engine and the width of the video on the page. */
const currentFrame = (tab: Tab) =>
  tab.evaluate(() => {
    const player = document.querySelector('jet-player')!;
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
    const context = canvas.getContext('2d')!;
    context.drawImage(player.video, 0, 0, 64, 36);
    return {
      time: player.currentTime,
      pixels: context.getImageData(0, 0, 64, 36).data.join(),
      engine: player.engine,
      width: player.videoWidth
    };
  });

describe(`${browser.name}: the demo`, { retry: retryPolicy }, () => {
  const setup = setUpChecks();
  const server = createDemoServer();
  let demo = '';
  beforeAll(async () => void (demo = `http://localhost:${await listen(server, { port: 0, host: '127.0.0.1', searchFreePort: false })}/`));
  afterAll(() => void server.close());

  /** Chooses a source of the demo with its button, and expects that it plays. */
  async function expectPlayback({ label, engine }: (typeof demoSources)[number]) {
    const tab = await setup.open(demo);
    // The button may appear before the script of the page handles its clicks.
    const clickButton = (label: string) => {
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label)?.click();
      return document.querySelector('jet-player')?.currentSrc;
    };
    await expect.poll(() => tab.evaluate(clickButton, label), { timeout: 30_000 }).toBeTruthy();
    await expect.poll(async () => (await currentFrame(tab)).width, { timeout: 30_000 }).toBeGreaterThan(0);
    await expect.poll(async () => (await currentFrame(tab)).engine, { timeout: 30_000 }).toBe(engine);
    const firstFrame = await currentFrame(tab);
    await expect.poll(async () => (await currentFrame(tab)).time, { timeout: 30_000 }).toBeGreaterThan(firstFrame.time + 1);
    // A browser may draw a frame later than its clock.
    await expect.poll(async () => (await currentFrame(tab)).pixels, { timeout: 30_000 }).not.toBe(firstFrame.pixels);
  }

  for (const source of demoSources) {
    it(`plays ${source.label}`, async () => {
      setup.stage({});
      const thirdParties = () => [...setup.world.hits.map(({ origin }) => origin), ...setup.world.tunnels];
      await expectPlayback(source).finally(() => setup.countThirdParties(thirdParties()));
      expect(thirdParties(), 'contacts outside of the demo').toEqual([]);
    });
  }
});
