import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { startFaultServer } from '../../support/fault-server.mjs';
import { expect, test as base } from '../../support/page-fixtures.js';
import { slowLine } from '../../support/slow-line.mjs';
import { wideUnless } from '../../support/wide.js';

/** Bits per second of the throttled connections; the bitrates of the renditions lie between and around them. */
const lines = [2_000_000, 6_000_000];

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

/** Seconds of buffered media after which the estimate of the bandwidth is read. */
const enough = 10;
/** The engines, each with its source and the page script that plays it without the player. */
const engines = {
  'hls.js': {
    path: '/media/cmaf/master.m3u8',
    bare: (src: string) => `
      import Hls from '/peers/hls.js/dist/hls.mjs';
      const hls = new Hls({ capLevelToPlayerSize: true });
      hls.loadSource('${src}');
      hls.attachMedia(video);
      window.estimate = () => hls.bandwidthEstimate;`
  },
  'dash.js': {
    path: '/media/cmaf/manifest.mpd',
    bare: (src: string) => `
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

/** Plays until enough is buffered; returns the estimate in bits per second. */
async function measure(page: Page, origin: string, script: string): Promise<number> {
  await page.goto(`${origin}/page.html`);
  await page.addScriptTag({ type: 'module', content: script });
  const read = await page.waitForFunction(
    (wanted) => {
      const player = document.querySelector<JetPlayer>('jet-player');
      const { buffered } = player ?? document.querySelector('video') ?? {};
      if (!buffered?.length || buffered.end(buffered.length - 1) < wanted) return 0;
      return player?.player ? player.player.state.current.quality.bandwidth : window.estimate();
    },
    enough,
    { timeout: 50_000 }
  );
  return (await read.jsonValue()) as number;
}

const guarded = (src: string) => `
  import '/dist/jet-player.js';
  const player = Object.assign(document.createElement('jet-player'), { muted: true, autoplay: true, src: '${src}' });
  player.style.width = '640px';
  document.body.append(player);`;
const bareVideo = `const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true, width: 640, height: 360 });
  document.body.append(video);`;

for (const [name, { path, bare }] of Object.entries(engines)) {
  for (const bitsPerSecond of lines) {
    test(
      `${name} estimates a connection of ${bitsPerSecond / 1e6} Mbit/s behind the guard as accurately as without the player`,
      wideUnless(bitsPerSecond === lines[1]),
      async ({ page, server }, info) => {
        test.setTimeout(120_000);
        const line = await slowLine(Number(new URL(server.origin).port), { bitsPerSecond, latency: 20 });
        const src = (run: string) => `${line.origin}/fault/none@${info.testId}-${run}${path}`;
        // Other processes can only lower an estimate, so the higher of two alternating measurements counts.
        let [own, ours] = [0, 0];
        for (const run of ['first', 'second']) {
          own = Math.max(own, await measure(page, server.origin, `${bareVideo}${bare(src(`bare-${run}`))}`));
          ours = Math.max(ours, await measure(page, server.origin, guarded(src(`ours-${run}`))));
        }
        line.close();
        console.log(
          `${name} at ${bitsPerSecond / 1e6} Mbit/s: without the player ${(own / 1e6).toFixed(2)}, behind the guard ${(ours / 1e6).toFixed(2)}`
        );
        expect(ours / own).toBeGreaterThan(0.75);
        expect(ours / own).toBeLessThan(1.33);
        // Both estimates could be wrong in the same way, so compare with the connection too.
        expect(ours / bitsPerSecond).toBeGreaterThan(0.5);
        expect(ours / bitsPerSecond).toBeLessThan(1.33);
      }
    );
  }
}
