import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { Browser, Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { createDemoServer } from '../../../demo/server.mjs';
import { largeFile } from '../../support/large-file.mjs';
import { expect, test } from '../../support/page-fixtures.js';

const megabyte = 1_000_000;
/** 2 GB that play for about 17 minutes. */
const file = largeFile({ bytes: 2_000 * megabyte, bytesPerSecond: 2 * megabyte });
/** The player buffers at most 60 MB. Decoders, the network stack and garbage need some more. */
const maxGrowth = 120 * megabyte;
/** Bytes on their way: in the server, in both ends of the connection, in the browser's network stack, and up to 8 MB that the player keeps. */
const maxSentBeyond = 120 * megabyte;
const playedSeconds = 80;

let server: Server;
let pageUrl: string;
let sent = 0;

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
      'Content-Length': file.size - first,
      ...(request.headers.range && { 'Content-Range': `bytes ${first}-${file.size - 1}/${file.size}` })
    });
    const bytes = Readable.from(file.from(first), { objectMode: true, highWaterMark: 1 });
    bytes.on('data', ({ length }: Buffer) => (sent += length));
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

/** The bytes of memory that all processes of the browser use, shared memory divided between them. */
async function memoryOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.map(async ({ id }) => {
    const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    return 1024 * Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The most by which the memory grows until a condition holds, which is checked once a second. */
async function growthUntil(browser: Browser, page: Page, holds: () => Promise<boolean>): Promise<number> {
  const before = await memoryOf(browser);
  let most = before;
  for (let isDone = false; !isDone;) {
    isDone = await holds();
    most = Math.max(most, await memoryOf(browser));
    if (!isDone) await page.waitForTimeout(1000);
  }
  return most - before;
}

test('a file of 2 GB plays with bounded memory, and little more is received than is played', async ({ chrome, page }) => {
  test.setTimeout(180_000);
  sent = 0;
  await page.goto(pageUrl);
  await page.evaluate(() => void (document.body.innerHTML = '<jet-player src="/large.mp4" muted autoplay></jet-player>'));
  const player = page.locator('jet-player');
  const position = () => player.evaluate((element: JetPlayer) => element.currentTime);
  await expect.poll(position, { timeout: 30_000 }).toBeGreaterThan(1);
  expect(await player.evaluate((element: JetPlayer) => element.engine)).toBe('file');
  await player.evaluate((element: JetPlayer) => void (element.playbackRate = 8));
  await expect.poll(position, { timeout: 60_000 }).toBeGreaterThan(20);
  /** The seconds that are buffered after the playback position, and the bytes that were sent beyond them. */
  const measure = async () => {
    const { end, ahead } = await player.evaluate(({ video: { buffered, currentTime } }: JetPlayer) => {
      const last = buffered.end(buffered.length - 1);
      return { end: last, ahead: last - currentTime };
    });
    return { ahead, beyond: sent - (file.size * end) / file.seconds };
  };
  const early = await measure();
  const growth = await growthUntil(chrome, page, async () => (await position()) > 20 + playedSeconds);
  const late = await measure();
  const inMegabytes = (bytes: number) => `${Math.round(bytes / megabyte)} MB`;
  console.log(
    `memory grew by ${inMegabytes(growth)} at most; ${Math.round(late.ahead)} s ahead; sent beyond that: ${inMegabytes(early.beyond)} at first, ${inMegabytes(late.beyond)} in the end`
  );
  expect(growth, 'bytes of memory').toBeLessThan(maxGrowth);
  expect(late.ahead, 'seconds ahead').toBeLessThan(61);
  expect(late.beyond, 'bytes sent beyond what is buffered').toBeLessThan(maxSentBeyond);
  expect(late.beyond - early.beyond, 'growth of the bytes sent beyond what is buffered').toBeLessThan(maxSentBeyond / 4);
});

test('canary: a page that keeps the same part of the file needs more memory than that', async ({ chrome, page }) => {
  test.setTimeout(120_000);
  await page.goto(pageUrl);
  const growth = await growthUntil(chrome, page, () =>
    page.evaluate(
      async (bytes) => {
        const kept: Uint8Array[] = ((globalThis as { kept?: Uint8Array[] }).kept ??= []);
        const state = globalThis as { reader?: ReadableStreamDefaultReader<Uint8Array> };
        state.reader ??= (await fetch('/large.mp4')).body!.getReader();
        const begun = performance.now();
        while (performance.now() - begun < 500) kept.push((await state.reader.read()).value!);
        return kept.reduce((sum, { byteLength }) => sum + byteLength, 0) > bytes;
      },
      playedSeconds * 2 * megabyte
    )
  );
  expect(growth).toBeGreaterThan(maxGrowth);
});
