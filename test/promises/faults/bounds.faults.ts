import { expect, type CDPSession } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { startRun } from './fault-page.js';
import { test } from './fault-fixtures.js';

// One after the other, because other work would change the measured memory.
test.describe.configure({ mode: 'default' });

/** Very long media: a video of 100,000 segments, and a live channel with a seekable window of 24 hours, over HLS and DASH. */
const presentations = [
  {
    name: '100,000 segments, HLS',
    urlOf: (server: string) => startRun(server, 'manifest-of-100000-segments').onDemandUrl('hls'),
    minWindowSeconds: 200_000
  },
  {
    name: '100,000 segments, DASH',
    urlOf: (server: string) => startRun(server, 'manifest-of-100000-segments').onDemandUrl('dash'),
    minWindowSeconds: 200_000
  },
  {
    name: '24 hours of DVR, HLS',
    urlOf: (server: string) => startRun(server, 'none').liveUrl('hls', '?window=86400'),
    minWindowSeconds: 86_000
  },
  {
    name: '24 hours of DVR, DASH',
    urlOf: (server: string) => startRun(server, 'none').liveUrl('dash', '?window=86400'),
    minWindowSeconds: 86_000
  }
];

/** How much the JavaScript heap and the number of DOM nodes of a page may grow. The measured growth was 120 megabytes and 200 nodes. */
const maxGrowth = { megabytes: 150, nodes: 400 };

const tableRows: string[] = [];

/** Returns the size of the JavaScript heap and the number of DOM nodes, after garbage collection. */
async function measure(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { megabytes: usedSize / 1e6, nodes };
}

for (const { name, urlOf, minWindowSeconds } of presentations) {
  test(`the memory of a page with the player stays bounded: ${name}`, async ({ chrome, server }) => {
    test.setTimeout(120_000);
    const context = await chrome.newContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(`${server}/page.html`);
    await page.evaluate(async () => {
      const moduleUrl = '/dist/jet-player.js';
      await import(moduleUrl);
      document.body.append(document.createElement('jet-player'));
    });
    const session = await context.newCDPSession(page);
    const before = await measure(session);
    await page.evaluate((src) => {
      const element = document.querySelector<JetPlayer>('jet-player')!;
      Object.assign(element, { muted: true, src });
      void element.play();
    }, urlOf(server));
    const readTimeState = () => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.state.current.time);
    const startTime = await expect
      .poll(async () => (await readTimeState()).current, { timeout: 60_000 })
      .toBeGreaterThan(0)
      .then(readTimeState);
    await expect.poll(async () => (await readTimeState()).current - startTime.current, { timeout: 60_000 }).toBeGreaterThan(10);
    const shownVideo = await page.evaluate(() => {
      const video = document.querySelector('jet-player')!.shadowRoot!.querySelector('video')!;
      const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 18 });
      const drawing = canvas.getContext('2d')!;
      drawing.drawImage(video, 0, 0, 32, 18);
      const shades = new Set(drawing.getImageData(0, 0, 32, 18).data);
      const { seekable } = video;
      return { frames: video.getVideoPlaybackQuality().totalVideoFrames, shades: shades.size, window: seekable.end(0) - seekable.start(0) };
    });
    const after = await measure(session);
    const growth = { megabytes: after.megabytes - before.megabytes, nodes: after.nodes - before.nodes };
    tableRows.push(
      `| ${name} | ${after.megabytes.toFixed(1)} (+${growth.megabytes.toFixed(1)}) | ${after.nodes} (+${growth.nodes}) | ${problems.length} | ${shownVideo.frames} |`
    );
    expect(problems).toEqual([]);
    expect(shownVideo.window, 'seconds of the seekable range').toBeGreaterThanOrEqual(minWindowSeconds);
    expect(shownVideo.frames, 'frames shown').toBeGreaterThan(100);
    expect(shownVideo.shades, 'grey levels in the frame').toBeGreaterThan(20);
    expect(growth.megabytes, 'megabytes of JavaScript').toBeLessThan(maxGrowth.megabytes);
    expect(growth.nodes, 'nodes').toBeLessThan(maxGrowth.nodes);
    await context.close();
  });
}

test.afterAll(() => {
  const tableHead = ['| presentation | heap after, MB | DOM nodes | exceptions | frames |', '| --- | --- | --- | --- | --- |'];
  if (tableRows.length > 0) console.log(`\n${[...tableHead, ...tableRows].join('\n')}\n`);
});
