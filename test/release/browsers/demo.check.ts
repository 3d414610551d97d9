import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoServer } from '../../../demo/server.mjs';
import { listen } from '../../../demo/server/listen.mjs';
import { demoSources } from '../../demo/demo-sources.js';
import type { Tab } from '../../support/browsers/driver.mjs';
import { again } from './retry-policy.js';
import { browser } from './browser.js';
import { setting } from './setting.js';

/** The time and a fingerprint of the current frame of the video on the page. */
const look = (tab: Tab) =>
  tab.evaluate(() => {
    const player = document.querySelector('jet-player')!;
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
    const picture = canvas.getContext('2d')!;
    picture.drawImage(player.video, 0, 0, 64, 36);
    return {
      time: player.currentTime,
      pixels: picture.getImageData(0, 0, 64, 36).data.join(),
      engine: player.engine,
      width: player.videoWidth
    };
  });

describe(`${browser.name}: the demo`, { retry: again }, () => {
  const here = setting();
  const server = createDemoServer();
  let demo = '';
  beforeAll(async () => void (demo = `http://localhost:${await listen(server, { port: 0, host: '127.0.0.1', search: false })}/`));
  afterAll(() => void server.close());

  async function plays({ label, engine }: (typeof demoSources)[number]) {
    const tab = await here.open(demo);
    // The button may appear before the page's script that listens to it.
    const press = (wanted: string) => {
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === wanted)?.click();
      return document.querySelector('jet-player')?.currentSrc;
    };
    await expect.poll(() => tab.evaluate(press, label), { timeout: 30_000 }).toBeTruthy();
    await expect.poll(async () => (await look(tab)).width, { timeout: 30_000 }).toBeGreaterThan(0);
    await expect.poll(async () => (await look(tab)).engine, { timeout: 30_000 }).toBe(engine);
    const before = await look(tab);
    await expect.poll(async () => (await look(tab)).time, { timeout: 30_000 }).toBeGreaterThan(before.time + 1);
    // A browser may draw a frame later than its clock.
    await expect.poll(async () => (await look(tab)).pixels, { timeout: 30_000 }).not.toBe(before.pixels);
  }

  for (const offer of demoSources) {
    it(`plays ${offer.label}`, async () => {
      here.stage({});
      const thirdParties = () => [...here.world.hits.map(({ origin }) => origin), ...here.world.tunnels];
      await plays(offer).finally(() => here.count(thirdParties()));
      expect(thirdParties(), 'contacts outside of the demo').toEqual([]);
    });
  }
});
