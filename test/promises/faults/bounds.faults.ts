import { expect, type CDPSession } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { startRun } from './fault-page.js';
import { test } from './fault-fixtures.js';

// One after the other, because other work would change the measured memory.
test.describe.configure({ mode: 'default' });

/** Very long media: a video of 100,000 segments, and a live channel with a seekable window of 24 hours. */
const presentations = [
  { name: '100,000 segments, HLS', of: (server: string) => startRun(server, 'man-100k').onDemand('hls'), seconds: 200_000 },
  { name: '100,000 segments, DASH', of: (server: string) => startRun(server, 'man-100k').onDemand('dash'), seconds: 200_000 },
  { name: '24 hours of DVR, HLS', of: (server: string) => startRun(server, 'none').channel('hls', '?window=86400'), seconds: 86_000 },
  { name: '24 hours of DVR, DASH', of: (server: string) => startRun(server, 'none').channel('dash', '?window=86400'), seconds: 86_000 }
];

/** Megabytes of JavaScript, and nodes, that a page may have more than before; 120 and 200 were measured. */
const most = { megabytes: 150, nodes: 400 };

const lines: string[] = [];

/** The live objects of the page, after garbage collection. */
async function measure(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { megabytes: usedSize / 1e6, nodes };
}

for (const { name, of, seconds } of presentations) {
  test(`bounded memory: ${name}`, async ({ chrome, server }) => {
    test.setTimeout(120_000);
    const context = await chrome.newContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(`${server}/page.html`);
    await page.evaluate(async () => {
      const address = '/dist/jet-player.js';
      await import(address);
      document.body.append(document.createElement('jet-player'));
    });
    const session = await context.newCDPSession(page);
    const before = await measure(session);
    await page.evaluate((src) => {
      const element = document.querySelector<JetPlayer>('jet-player')!;
      Object.assign(element, { muted: true, src });
      void element.play();
    }, of(server));
    const played = () => page.evaluate(() => document.querySelector<JetPlayer>('jet-player')!.player!.state.current.time);
    const begin = await expect
      .poll(async () => (await played()).current, { timeout: 60_000 })
      .toBeGreaterThan(0)
      .then(played);
    await expect.poll(async () => (await played()).current - begin.current, { timeout: 60_000 }).toBeGreaterThan(10);
    const seen = await page.evaluate(() => {
      const video = document.querySelector('jet-player')!.shadowRoot!.querySelector('video')!;
      const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 18 });
      const picture = canvas.getContext('2d')!;
      picture.drawImage(video, 0, 0, 32, 18);
      const shades = new Set(picture.getImageData(0, 0, 32, 18).data);
      const { seekable } = video;
      return { frames: video.getVideoPlaybackQuality().totalVideoFrames, shades: shades.size, window: seekable.end(0) - seekable.start(0) };
    });
    const after = await measure(session);
    const grown = { megabytes: after.megabytes - before.megabytes, nodes: after.nodes - before.nodes };
    lines.push(
      `| ${name} | ${after.megabytes.toFixed(1)} (+${grown.megabytes.toFixed(1)}) | ${after.nodes} (+${grown.nodes}) | ${problems.length} | ${seen.frames} |`
    );
    expect(problems).toEqual([]);
    expect(seen.window, 'seconds of the seekable range').toBeGreaterThanOrEqual(seconds);
    expect(seen.frames, 'frames shown').toBeGreaterThan(100);
    expect(seen.shades, 'grey levels in the frame').toBeGreaterThan(20);
    expect(grown.megabytes, 'megabytes of JavaScript').toBeLessThan(most.megabytes);
    expect(grown.nodes, 'nodes').toBeLessThan(most.nodes);
    await context.close();
  });
}

test.afterAll(() => {
  const head = ['| presentation | heap after, MB | DOM nodes | exceptions | frames |', '| --- | --- | --- | --- | --- |'];
  if (lines.length > 0) console.log(`\n${[...head, ...lines].join('\n')}\n`);
});
