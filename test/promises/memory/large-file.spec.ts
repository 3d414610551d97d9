import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { Browser, Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { createDemoServer } from '../../../demo/server.mjs';
import { largeFile } from '../../support/large-file.mjs';
import { expect, test } from '../../support/page-fixtures.js';
import { wide } from '../../support/wide.js';

const megabyte = 1_000_000;
/** 2 GB that play for about 17 minutes. */
const largeMp4 = largeFile({ bytes: 2_000 * megabyte, bytesPerSecond: 2 * megabyte });
/**
 * The most bytes by which the memory may grow. The player buffers at most 60 MB; decoders, the network stack and garbage need some more.
 */
const maxGrowth = 120 * megabyte;
/**
 * The most bytes that may have been sent beyond the buffer: bytes in the server, in both ends of the connection, in the browser's network
 * stack, and up to 8 MB in the player.
 */
const maxSentBeyond = 120 * megabyte;
const playedSeconds = 80;

let server: Server;
let pageUrl: string;
let sentBytes = 0;

test.beforeAll(async () => {
  const demo = createDemoServer();
  server = createServer((request, response) => {
    if (request.url === '/large.html') {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      return void response.end(
        '<!doctype html><html lang="en"><title>Large</title><script type="module" src="/dist/jet-player.js"></script>'
      );
    }
    if (request.url !== '/large.mp4') return void demo.emit('request', request, response);
    const first = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    response.writeHead(request.headers.range ? 206 : 200, {
      'Content-Type': 'video/mp4',
      'Content-Length': largeMp4.size - first,
      ...(request.headers.range && { 'Content-Range': `bytes ${first}-${largeMp4.size - 1}/${largeMp4.size}` })
    });
    const bytes = Readable.from(largeMp4.from(first), { objectMode: true, highWaterMark: 1 });
    bytes.on('data', ({ length }: Buffer) => (sentBytes += length));
    bytes.pipe(response);
    response.on('close', () => bytes.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  pageUrl = `http://localhost:${(server.address() as AddressInfo).port}/large.html`;
});
test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Returns the bytes of memory that all processes of the browser use; memory that processes share counts once. */
async function readMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.map(async ({ id }) => {
    const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    return 1024 * Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Returns by how many bytes the memory grows at most until a condition is met, which is checked once a second. */
async function measureGrowthUntil(browser: Browser, page: Page, condition: () => Promise<boolean>): Promise<number> {
  const before = await readMemory(browser);
  let maximum = before;
  for (let isDone = false; !isDone;) {
    isDone = await condition();
    maximum = Math.max(maximum, await readMemory(browser));
    if (!isDone) await page.waitForTimeout(1000);
  }
  return maximum - before;
}

test(
  'a file of 2 GB plays with bounded memory, and the number of bytes sent beyond the buffer stays bounded',
  wide,
  async ({ chrome, page }) => {
    test.setTimeout(180_000);
    sentBytes = 0;
    await page.goto(pageUrl);
    await page.evaluate(() => void (document.body.innerHTML = '<jet-player src="/large.mp4" muted autoplay></jet-player>'));
    const player = page.locator('jet-player');
    const readPosition = () => player.evaluate((element: JetPlayer) => element.currentTime);
    await expect.poll(readPosition, { timeout: 30_000 }).toBeGreaterThan(1);
    expect(await player.evaluate((element: JetPlayer) => element.engine)).toBe('file');
    await player.evaluate((element: JetPlayer) => void (element.playbackRate = 8));
    await expect.poll(readPosition, { timeout: 60_000 }).toBeGreaterThan(20);
    /** Returns the seconds that are buffered after the playback position, and the number of bytes that were sent beyond the buffer. */
    const measure = async () => {
      const { end, secondsAhead } = await player.evaluate(({ video: { buffered, currentTime } }: JetPlayer) => {
        const last = buffered.end(buffered.length - 1);
        return { end: last, secondsAhead: last - currentTime };
      });
      return { secondsAhead, bytesBeyondBuffer: sentBytes - (largeMp4.size * end) / largeMp4.seconds };
    };
    const measurementBefore = await measure();
    const growth = await measureGrowthUntil(chrome, page, async () => (await readPosition()) > 20 + playedSeconds);
    const measurementAfter = await measure();
    const inMegabytes = (bytes: number) => `${Math.round(bytes / megabyte)} MB`;
    console.log(
      `memory grew by ${inMegabytes(growth)} at most; ${Math.round(measurementAfter.secondsAhead)} s ahead; sent beyond that: ${inMegabytes(measurementBefore.bytesBeyondBuffer)} at first, ${inMegabytes(measurementAfter.bytesBeyondBuffer)} in the end`
    );
    expect(growth, 'bytes of memory').toBeLessThan(maxGrowth);
    expect(measurementAfter.secondsAhead, 'seconds ahead').toBeLessThan(61);
    expect(measurementAfter.bytesBeyondBuffer, 'bytes sent beyond what is buffered').toBeLessThan(maxSentBeyond);
    expect(
      measurementAfter.bytesBeyondBuffer - measurementBefore.bytesBeyondBuffer,
      'growth of the bytes sent beyond what is buffered'
    ).toBeLessThan(maxSentBeyond / 4);
  }
);

test('canary: a page that keeps the same part of the file in memory exceeds the limit of memory growth', wide, async ({ chrome, page }) => {
  test.setTimeout(120_000);
  await page.goto(pageUrl);
  const growth = await measureGrowthUntil(chrome, page, () =>
    page.evaluate(
      async (bytes) => {
        const keptChunks: Uint8Array[] = ((globalThis as { kept?: Uint8Array[] }).kept ??= []);
        const state = globalThis as { reader?: ReadableStreamDefaultReader<Uint8Array> };
        state.reader ??= (await fetch('/large.mp4')).body!.getReader();
        const startTime = performance.now();
        while (performance.now() - startTime < 500) keptChunks.push((await state.reader.read()).value!);
        return keptChunks.reduce((sum, { byteLength }) => sum + byteLength, 0) > bytes;
      },
      playedSeconds * 2 * megabyte
    )
  );
  expect(growth).toBeGreaterThan(maxGrowth);
});
