/**
 * `npm run soak [MINUTES]`: watches the demo's live channels in a real Chromium, low latency in HLS and in DASH at once, for ten minutes
 * unless an argument gives another number. Ends with 1 when one of them stalled, or left its target latency by more than a second. It
 * prints when each stall came and what was buffered, where the latency was lowest and highest, and the longest time in which the page
 * ran no script: on a machine that is busy with other work, no player can hold a latency.
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
    const seen = { src, stalls: [], latencies: [], target: 0, failed: '', blocked: 0 };
    const begun = performance.now();
    let last = begun;
    let started = false;
    const ahead = () => (video.buffered.length > 0 ? video.buffered.end(video.buffered.length - 1) - video.currentTime : 0);
    video.addEventListener('playing', () => (started = true));
    video.addEventListener('waiting', () => {
      if (!started) return;
      const ranges = Array.from({ length: video.buffered.length }, (_, i) => [video.buffered.start(i), video.buffered.end(i)]);
      seen.stalls.push({
        second: (performance.now() - begun) / 1000,
        time: video.currentTime,
        ahead: ahead(),
        seeking: video.seeking,
        ranges
      });
    });
    setInterval(() => {
      const { live, source } = player.state.current;
      seen.target = live.targetLatency;
      seen.failed = source.error?.code ?? '';
      seen.latencies.push(live.latency);
      seen.blocked = Math.max(seen.blocked, performance.now() - last - 1000);
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

/** The second of the run in which the latency had this value first. */
const secondOf = (latencies, value) => latencies.indexOf(value, settling) + 1;

let fine = true;
for (const { src, stalls, latencies, target, failed, blocked } of watched) {
  const settled = latencies.slice(settling);
  const [least, most] = [Math.min(...settled), Math.max(...settled)];
  const held = settled.length >= minutes * 50 && !failed && Math.abs(least - target) <= tolerance && Math.abs(most - target) <= tolerance;
  fine &&= held && stalls.length === 0;
  console.log(
    `${src}: ${stalls.length} stalls; latency ${least.toFixed(1)} s (second ${secondOf(latencies, least)}) to ${most.toFixed(1)} s (second ${secondOf(latencies, most)}), target ${target.toFixed(1)} s; the page ran no script for at most ${Math.round(blocked)} ms ${failed}`
  );
  for (const { second, time, ahead, seeking, ranges } of stalls) {
    const buffered = ranges.map(([from, to]) => `${from.toFixed(2)} to ${to.toFixed(2)}`).join(', ');
    console.log(
      `  stall in second ${second.toFixed(1)} at ${time.toFixed(2)} s${seeking ? ', seeking' : ''}; ${ahead.toFixed(2)} s ahead; buffered ${buffered}`
    );
  }
}
process.exitCode = fine ? 0 : 1;
