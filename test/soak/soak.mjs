/**
 * `npm run soak [MINUTES]` watches two live channels of the demo at the same time in a real Chromium: low latency over HLS and over DASH.
 * It runs for ten minutes unless an argument states another number, and exits with 1 if a channel stalled, or if its latency differed from
 * its target by more than a second. It prints when each stall occurred and what was buffered, when the latency was lowest and highest, and
 * the longest time in which the page ran no script: on a machine that is busy with other work, no player can keep a latency.
 */
import { chromium } from '@playwright/test';
import { findChromium } from '../../.ci/chromium.mjs';
import { createDemoServer } from '../../demo/server.mjs';
import { browserArgs } from '../support/browser-args.mjs';

const minutes = Number(process.argv[2] ?? 10);
const channels = ['/live/low/hls/master.m3u8', '/live/low/dash/manifest.mpd'];
/** The number of seconds after the start in which the latency may still differ from its target. */
const settlingSeconds = 20;
const toleranceSeconds = 1;

const server = createDemoServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArgs });
const page = await browser.newPage();
await page.goto(`http://localhost:${server.address().port}/media/chapters.vtt`);

/** Plays each channel, and records its latency once a second. */
await page.evaluate(async (sources) => {
  const { createPlayer } = await import('/dist/media.js');
  window.channelReports = sources.map((src) => {
    const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true, width: 320 });
    document.body.append(video);
    const player = createPlayer({ video });
    const report = { src, stalls: [], latencies: [], target: 0, errorCode: '', longestPauseMs: 0 };
    const startMs = performance.now();
    let lastTickMs = startMs;
    let hasStarted = false;
    const bufferedAhead = () => (video.buffered.length > 0 ? video.buffered.end(video.buffered.length - 1) - video.currentTime : 0);
    video.addEventListener('playing', () => (hasStarted = true));
    video.addEventListener('waiting', () => {
      if (!hasStarted) return;
      const ranges = Array.from({ length: video.buffered.length }, (_, i) => [video.buffered.start(i), video.buffered.end(i)]);
      report.stalls.push({
        second: (performance.now() - startMs) / 1000,
        time: video.currentTime,
        ahead: bufferedAhead(),
        isSeeking: video.seeking,
        ranges
      });
    });
    setInterval(() => {
      const { live, source } = player.state.current;
      report.target = live.targetLatency;
      report.errorCode = source.error?.code ?? '';
      report.latencies.push(live.latency);
      report.longestPauseMs = Math.max(report.longestPauseMs, performance.now() - lastTickMs - 1000);
      lastTickMs = performance.now();
    }, 1000);
    player.load([{ src }]);
    return report;
  });
}, channels);

await page.waitForTimeout(minutes * 60_000 + settlingSeconds * 1000);
const channelReports = await page.evaluate(() => window.channelReports);
await browser.close();
server.closeAllConnections();
server.close();

/** Returns the second of the run in which the latency had this value for the first time. */
const secondOf = (latencies, value) => latencies.indexOf(value, settlingSeconds) + 1;

let hasPassed = true;
for (const { src, stalls, latencies, target, errorCode, longestPauseMs } of channelReports) {
  const settledLatencies = latencies.slice(settlingSeconds);
  const [lowest, highest] = [Math.min(...settledLatencies), Math.max(...settledLatencies)];
  const isOnTarget = (latency) => Math.abs(latency - target) <= toleranceSeconds;
  const keptLatency = settledLatencies.length >= minutes * 50 && !errorCode && isOnTarget(lowest) && isOnTarget(highest);
  hasPassed &&= keptLatency && stalls.length === 0;
  console.log(
    `${src}: ${stalls.length} stalls; latency ${lowest.toFixed(1)} s (second ${secondOf(latencies, lowest)}) to ${highest.toFixed(1)} s (second ${secondOf(latencies, highest)}), target ${target.toFixed(1)} s; the page ran no script for at most ${Math.round(longestPauseMs)} ms ${errorCode}`
  );
  for (const { second, time, ahead, isSeeking, ranges } of stalls) {
    const buffered = ranges.map(([from, to]) => `${from.toFixed(2)} to ${to.toFixed(2)}`).join(', ');
    console.log(
      `  stall in second ${second.toFixed(1)} at ${time.toFixed(2)} s${isSeeking ? ', seeking' : ''}; ${ahead.toFixed(2)} s ahead; buffered ${buffered}`
    );
  }
}
process.exitCode = hasPassed ? 0 : 1;
