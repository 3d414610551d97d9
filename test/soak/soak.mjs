/**
 * `npm run soak [MINUTES]`: watches the demo's live channels in a real Chromium, low latency in HLS and in DASH at once, for ten minutes
 * unless told otherwise. Ends with 1 when one of them stalled, or left its target latency by more than a second. It also says how long
 * the page itself stood still at most: on a machine that is busy with other work, no player can hold a latency.
 */
import { chromium } from '@playwright/test';
import { findChromium } from '../../.ci/chromium.mjs';
import { createDemoServer } from '../../demo/server.mjs';
import { browserArgs } from '../support/browser-args.mjs';

const minutes = Number(process.argv[2] ?? 10);
const channels = ['/live/low/hls/master.m3u8', '/live/low/dash/manifest.mpd'];
/** Seconds within which a channel has to find its target after it began. */
const settling = 20;
const tolerance = 1;

const server = createDemoServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArgs });
const page = await browser.newPage();
await page.goto(`http://localhost:${server.address().port}/media/chapters.vtt`);

/** Plays each channel and notes, once a second, how it goes. */
await page.evaluate(async (sources) => {
  const { createPlayer } = await import('/dist/media.js');
  window.watched = sources.map((src) => {
    const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true, width: 320 });
    document.body.append(video);
    const player = createPlayer({ video });
    const seen = { src, stalls: 0, latencies: [], target: 0, failed: '', stoodStill: 0 };
    let last = performance.now();
    let started = false;
    video.addEventListener('playing', () => (started = true));
    video.addEventListener('waiting', () => started && (seen.stalls += 1));
    setInterval(() => {
      const { live, error } = player.state.current;
      seen.target = live.targetLatency;
      seen.failed = error.error?.code ?? '';
      seen.latencies.push(live.latency);
      seen.stoodStill = Math.max(seen.stoodStill, performance.now() - last - 1000);
      last = performance.now();
    }, 1000);
    player.load([{ src }]);
    return seen;
  });
}, channels);

await page.waitForTimeout(minutes * 60_000 + settling * 1000);
const watched = await page.evaluate(() => window.watched);
await browser.close();
server.closeAllConnections();
server.close();

let fine = true;
for (const { src, stalls, latencies, target, failed, stoodStill } of watched) {
  const settled = latencies.slice(settling);
  const [least, most] = [Math.min(...settled), Math.max(...settled)];
  const held = settled.length > 0 && !failed && Math.abs(least - target) <= tolerance && Math.abs(most - target) <= tolerance;
  fine &&= held && stalls === 0;
  console.log(
    `${src}: ${stalls} stalls; latency ${least.toFixed(1)} to ${most.toFixed(1)} s, target ${target.toFixed(1)} s; the page stood still for ${Math.round(stoodStill)} ms ${failed}`
  );
}
process.exitCode = fine ? 0 : 1;
