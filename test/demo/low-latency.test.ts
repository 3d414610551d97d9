import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDecodeTime } from '../../demo/server/cmaf.mjs';
import { createDemoServer } from '../../demo/server.mjs';
import { newestPart, partReadyTime } from '../../demo/server/live-parts.mjs';
import { epochMs } from '../../demo/server/live.mjs';

/** The difference between the clock of the server and the real one, in milliseconds; a test may set it. */
let clockOffset = 0;
const now = () => Date.now() + clockOffset;
const server = createDemoServer({ now });
let baseUrl = '';
const get = (path: string) => fetch(`${baseUrl}/live/low/${path}`);
const getText = async (path: string) => (await get(path)).text();

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('the low-latency live channel', () => {
  it('has parts of half a second, each available when it ends', () => {
    expect(newestPart(epochMs + 2499)).toEqual({ number: 0, part: 3 });
    expect(newestPart(epochMs + 2500)).toEqual({ number: 1, part: 0 });
    expect(partReadyTime(1, 0)).toBe(epochMs + 2500);
  });

  it('lists all parts of the last segment, and hints at the next part', async () => {
    const text = await getText('hls/video-240.m3u8');
    expect(text).toContain('CAN-BLOCK-RELOAD=YES');
    const { number } = newestPart(now());
    const parts = [...text.matchAll(/#EXT-X-PART:DURATION=([\d.]+),URI="[^"]*\/(\d+)\.\d\.m4s"/g)];
    const secondsOfSegment = parts
      .filter(([, , segment]) => segment === String(number - 1))
      .reduce((sum, [, seconds]) => sum + Number(seconds), 0);
    expect(secondsOfSegment).toBeCloseTo(2, 3);
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^#EXT-X-PRELOAD-HINT:TYPE=PART,URI="[^"]*\.m4s"$/);
  });

  it('answers a request for a playlist only when the requested part is available', async () => {
    const { number, part } = newestPart(now() + 500);
    const text = await getText(`hls/audio-en.m3u8?_HLS_msn=${number}&_HLS_part=${part}`);
    expect(now()).toBeGreaterThanOrEqual(partReadyTime(number, part));
    expect(text).toContain(`/${number}.${part}.m4s`);
    expect(text).not.toContain(`PRELOAD-HINT:TYPE=PART,URI="../segments/audio-en/${number}.${part}.m4s"`);
  });

  it('answers a request for the far future with 404', async () => {
    const { number } = newestPart(now());
    expect((await get(`hls/video-240.m3u8?_HLS_msn=${number + 60}`)).status).toBe(404);
    expect((await get(`segments/video-240/${number + 60}.0.m4s`)).status).toBe(404);
    expect((await get(`segments/video-240/${number + 60}.m4s`)).status).toBe(404);
    expect((await get('segments/video-999/1.m4s')).status).toBe(404);
  });

  it('sends a segment while it is produced, with the bytes of its parts', async () => {
    const number = 1000;
    // Its first part has just been completed.
    clockOffset = epochMs + number * 2000 + 550 - Date.now();
    const body = (await get(`segments/video-240/${number}.m4s`)).body!.getReader();
    const segmentStart = Buffer.from((await body.read()).value!);
    expect(now()).toBeLessThan(partReadyTime(number, 3));
    const part = Buffer.from(await (await get(`segments/video-240/${number}.0.m4s`)).arrayBuffer());
    const commonLength = Math.min(segmentStart.length, part.length);
    expect(segmentStart.subarray(0, commonLength).equals(part.subarray(0, commonLength))).toBe(true);
    expect(readDecodeTime(part)).toBe(BigInt(number) * 25_600n);
    await body.cancel();
  });

  it('states in the MPD how early segments are available, and the time of the server', async () => {
    const text = await getText('dash/manifest.mpd');
    expect(text).toContain('availabilityTimeOffset="1.5" availabilityTimeComplete="false"');
    expect(text).toContain('<Latency target="3000"');
    const [, clock = ''] = /utc:direct:2014" value="([^"]+)"/.exec(text) ?? [];
    expect(Math.abs(Date.parse(clock) - now())).toBeLessThan(5000);
  });
});
