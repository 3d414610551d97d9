import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDecodeTime, readTimescale } from '../../demo/server/cmaf.mjs';
import { epochMs } from '../../demo/server/live.mjs';
import { createDemoServer } from '../../demo/server/create-demo-server.mjs';

/** The time of the server, in milliseconds since 1970; a test may set it. */
let serverTime = epochMs + 64_000_000;
const server = createDemoServer({ now: () => serverTime });
let baseUrl = '';
const get = (path: string, init?: RequestInit) => fetch(baseUrl + path, init);

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('the demo server', () => {
  it('sends byte ranges of media to every origin', async () => {
    const part = await get('/media/film.mp4', { headers: { Range: 'bytes=4-7' } });
    expect(part.status).toBe(206);
    expect(await part.text()).toBe('ftyp');
    expect(part.headers.get('content-range')).toMatch(/^bytes 4-7\/\d+$/);
    expect(part.headers.get('access-control-allow-origin')).toBe('*');
    expect(part.headers.get('access-control-expose-headers')).toBe('Date, Content-Length, Content-Range');
    expect(part.headers.get('timing-allow-origin')).toBe('*');
  });

  it('answers HEAD, and answers 304 when the client has the file', async () => {
    const head = await get('/media/poster.jpg', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(10_000);
    const repeatedResponse = await get('/media/poster.jpg', { headers: { 'If-None-Match': head.headers.get('etag') ?? '' } });
    expect(repeatedResponse.status).toBe(304);
  });

  it('answers 404 in plain text when a file does not exist', async () => {
    for (const path of ['/media/none.mp4', '/live/hls/none.m3u8', '/live/segments/video-240/../1.m4s', '/dist/none.js']) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    }
  });

  it('has a security.txt with a contact and an expiry date', async () => {
    const response = await get('/.well-known/security.txt');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const fields = Object.fromEntries((await response.text()).split('\n').map((line) => line.split(/: (.*)/s)));
    expect(fields).toMatchObject({ Contact: expect.stringMatching(/^mailto:/) as string });
    expect(fields.Expires).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  });

  it('answers 404 when a path leaves its folder', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.end('GET /media/../../package.json HTTP/1.1\r\nHost: demo\r\nConnection: close\r\n\r\n');
    let response = '';
    for await (const chunk of socket) response += String(chunk);
    expect(response).toMatch(/^HTTP\/1.1 404 /);
  });
});

describe('the live channel', () => {
  it('has one timeline without a gap at the end of the video', async () => {
    const init = Buffer.from(await (await get('/live/segments/video-240/init.mp4')).arrayBuffer());
    for (const number of [31_998, 31_999, 32_000, 32_001]) {
      serverTime = epochMs + (number + 1) * 2000;
      const response = await get(`/live/segments/video-240/${number}.m4s`);
      expect(response.status).toBe(200);
      const segment = Buffer.from(await response.arrayBuffer());
      expect(Number(readDecodeTime(segment)) / readTimescale(init)).toBe(number * 2);
    }
  });

  it('has segments from their completion until the length of a window after they have left it', async () => {
    serverTime = epochMs + 64_000_000;
    const status = async (number: number) => (await get(`/live/segments/audio-nl/${number}.m4s`)).status;
    expect(await status(31_999)).toBe(200);
    expect(await status(32_000)).toBe(404);
    expect(await status(31_000)).toBe(404);
    expect((await get('/live/segments/audio-nl/31000.m4s?window=3600')).status).toBe(200);
  });

  it('sends its time in the Date header', async () => {
    serverTime = epochMs + 64_000_000;
    const response = await get('/live/dash/manifest.mpd', { method: 'HEAD' });
    expect(Date.parse(response.headers.get('date') ?? '')).toBe(serverTime);
  });

  it('has audio in two languages, and manifests that are not cached', async () => {
    const master = await get('/live/hls/master.m3u8');
    expect(master.headers.get('cache-control')).toBe('no-cache');
    const text = await master.text();
    expect(text).toContain('LANGUAGE="en"');
    expect(text).toContain('LANGUAGE="nl"');
    const mpd = await get('/live/dash/manifest.mpd?window=120');
    expect(mpd.headers.get('cache-control')).toBe('no-cache');
    expect(await mpd.text()).toContain('$Number$.m4s?window=120"');
  });
});
