import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { startFaultServer } from '../../support/fault-server.mjs';
import { expect, test as base } from '../../support/page-fixtures.js';
import { startThrottledProxy } from '../../support/throttled-proxy.mjs';
import { wideUnless } from '../../support/wide.js';

/** The bits per second of the throttled connections. The bitrates of the renditions are below, between and above them. */
const connectionSpeeds = [2_000_000, 6_000_000];

const test = base.extend<object, { server: { origin: string } }>({
  server: [
    async ({}, use) => {
      const server = await startFaultServer();
      await use(server);
      server.close();
    },
    { scope: 'worker' }
  ]
});

/** The seconds of media that are buffered before the estimate of the bandwidth is read. */
const secondsToBuffer = 10;
/** The engines, each with its source and the page script that plays it without the player. */
const engines = {
  'hls.js': {
    path: '/media/cmaf/master.m3u8',
    scriptWithoutPlayer: (src: string) => `
      import Hls from '/peers/hls.js/dist/hls.mjs';
      const hls = new Hls({ capLevelToPlayerSize: true });
      hls.loadSource('${src}');
      hls.attachMedia(video);
      window.estimate = () => hls.bandwidthEstimate;`
  },
  'dash.js': {
    path: '/media/cmaf/manifest.mpd',
    scriptWithoutPlayer: (src: string) => `
      import dashjs from '/peers/dashjs/dist/modern/esm/dash.all.min.js';
      const player = dashjs.MediaPlayer().create();
      player.initialize(video, '${src}', true);
      player.updateSettings({ streaming: { abr: { limitBitrateByPortal: true } } });
      window.estimate = () => player.getAverageThroughput('video') * 1000;`
  }
};

declare global {
  interface Window {
    estimate(): number;
  }
}

/** Runs a page script that plays, waits until `secondsToBuffer` are buffered, and returns the estimate in bits per second. */
async function measure(page: Page, origin: string, script: string): Promise<number> {
  await page.goto(`${origin}/page.html`);
  await page.addScriptTag({ type: 'module', content: script });
  const estimate = await page.waitForFunction(
    (seconds) => {
      const player = document.querySelector<JetPlayer>('jet-player');
      const { buffered } = player ?? document.querySelector('video') ?? {};
      if (!buffered?.length || buffered.end(buffered.length - 1) < seconds) return 0;
      return player?.player ? player.player.state.current.quality.bandwidth : window.estimate();
    },
    secondsToBuffer,
    { timeout: 50_000 }
  );
  return (await estimate.jsonValue()) as number;
}

const scriptWithPlayer = (src: string) => `
  import '/dist/jet-player.js';
  const player = Object.assign(document.createElement('jet-player'), { muted: true, autoplay: true, src: '${src}' });
  player.style.width = '640px';
  document.body.append(player);`;
const videoScript = `const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true, width: 640, height: 360 });
  document.body.append(video);`;

for (const [name, { path, scriptWithoutPlayer }] of Object.entries(engines)) {
  for (const bitsPerSecond of connectionSpeeds) {
    test(
      `${name} estimates a connection of ${bitsPerSecond / 1e6} Mbit/s behind the guard as accurately as without the player`,
      wideUnless(bitsPerSecond === connectionSpeeds[1]),
      async ({ page, server }, info) => {
        test.setTimeout(120_000);
        const connection = await startThrottledProxy(Number(new URL(server.origin).port), { bitsPerSecond, latency: 20 });
        const src = (run: string) => `${connection.origin}/fault/none@${info.testId}-${run}${path}`;
        // Other processes can only lower an estimate, so the higher of two measurements counts for each.
        let [estimateWithoutPlayer, estimateBehindGuard] = [0, 0];
        for (const run of ['first', 'second']) {
          estimateWithoutPlayer = Math.max(
            estimateWithoutPlayer,
            await measure(page, server.origin, `${videoScript}${scriptWithoutPlayer(src(`bare-${run}`))}`)
          );
          estimateBehindGuard = Math.max(estimateBehindGuard, await measure(page, server.origin, scriptWithPlayer(src(`guarded-${run}`))));
        }
        connection.close();
        const [megabitsWithout, megabitsBehindGuard] = [estimateWithoutPlayer, estimateBehindGuard].map((bits) => (bits / 1e6).toFixed(2));
        console.log(
          `${name} at ${bitsPerSecond / 1e6} Mbit/s: without the player ${megabitsWithout}, behind the guard ${megabitsBehindGuard}`
        );
        expect(estimateBehindGuard / estimateWithoutPlayer).toBeGreaterThan(0.75);
        expect(estimateBehindGuard / estimateWithoutPlayer).toBeLessThan(1.33);
        // Both estimates could be wrong in the same way, so compare with the connection too.
        expect(estimateBehindGuard / bitsPerSecond).toBeGreaterThan(0.5);
        expect(estimateBehindGuard / bitsPerSecond).toBeLessThan(1.33);
      }
    );
  }
}
