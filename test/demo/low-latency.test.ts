import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDecodeTime } from '../../demo/server/cmaf.mjs';
import { createDemoServer } from '../../demo/server.mjs';
import { newestPart, partReady } from '../../demo/server/live-parts.mjs';
import { epoch } from '../../demo/server/live.mjs';

/** The clock of the server; a test may set it. */
let shift = 0;
const now = () => Date.now() + shift;
const server = createDemoServer({ now });
let address = '';
const ask = (path: string) => fetch(`${address}/live/low/${path}`);
const playlist = async (path: string) => (await ask(path)).text();

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('the live channel with low latency', () => {
  it('knows when a part is available', () => {
    expect(newestPart(epoch + 2499)).toEqual({ number: 0, part: 3 });
    expect(newestPart(epoch + 2500)).toEqual({ number: 1, part: 0 });
    expect(partReady(1, 0)).toBe(epoch + 2500);
  });

  it('lists parts that make up their segment, and hints at the next one', async () => {
    const text = await playlist('hls/video-240.m3u8');
    expect(text).toContain('CAN-BLOCK-RELOAD=YES');
    const { number } = newestPart(now());
    const parts = [...text.matchAll(/#EXT-X-PART:DURATION=([\d.]+),URI="[^"]*\/(\d+)\.\d\.m4s"/g)];
    const whole = parts.filter(([, , segment]) => segment === String(number - 1)).reduce((sum, [, seconds]) => sum + Number(seconds), 0);
    expect(whole).toBeCloseTo(2, 3);
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^#EXT-X-PRELOAD-HINT:TYPE=PART,URI="[^"]*\.m4s"$/);
  });

  it('delays a reload until the requested part is available', async () => {
    const { number, part } = newestPart(now() + 500);
    const text = await playlist(`hls/audio-en.m3u8?_HLS_msn=${number}&_HLS_part=${part}`);
    expect(now()).toBeGreaterThanOrEqual(partReady(number, part));
    expect(text).toContain(`/${number}.${part}.m4s`);
    expect(text).not.toContain(`PRELOAD-HINT:TYPE=PART,URI="../segments/audio-en/${number}.${part}.m4s"`);
  });

  it('rejects requests for the far future at once', async () => {
    const { number } = newestPart(now());
    expect((await ask(`hls/video-240.m3u8?_HLS_msn=${number + 60}`)).status).toBe(404);
    expect((await ask(`segments/video-240/${number + 60}.0.m4s`)).status).toBe(404);
    expect((await ask(`segments/video-240/${number + 60}.m4s`)).status).toBe(404);
    expect((await ask('segments/video-999/1.m4s')).status).toBe(404);
  });

  it('sends a segment while it is produced, and the same in parts', async () => {
    const number = 1000;
    // Its first part has just been completed.
    shift = epoch + number * 2000 + 550 - Date.now();
    const body = (await ask(`segments/video-240/${number}.m4s`)).body!.getReader();
    const begin = Buffer.from((await body.read()).value!);
    expect(now()).toBeLessThan(partReady(number, 3));
    const part = Buffer.from(await (await ask(`segments/video-240/${number}.0.m4s`)).arrayBuffer());
    const both = Math.min(begin.length, part.length);
    expect(begin.subarray(0, both).equals(part.subarray(0, both))).toBe(true);
    expect(readDecodeTime(part)).toBe(BigInt(number) * 25_600n);
    await body.cancel();
  });

  it('states in the MPD what may be fetched early, and the time', async () => {
    const text = await playlist('dash/manifest.mpd');
    expect(text).toContain('availabilityTimeOffset="1.5" availabilityTimeComplete="false"');
    expect(text).toContain('<Latency target="3000"');
    const [, clock = ''] = /utc:direct:2014" value="([^"]+)"/.exec(text) ?? [];
    expect(Math.abs(Date.parse(clock) - now())).toBeLessThan(5000);
  });
});
