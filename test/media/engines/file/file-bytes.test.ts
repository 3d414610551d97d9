import { beforeEach, describe, expect, it } from 'vitest';
import { FileBytes } from '../../../../src/media/engines/file/file-bytes.js';
import type { Guard } from '../../../../src/media/network/guard.js';
import type { AttemptMonitor } from '../../../../src/media/recovery/attempt-monitor.js';
import { fetchOnce } from '../../../../src/media/recovery/fetch-once.js';

const size = 4_000_000;
const url = new URL('https://page.example/film.mp4');
/** The value of the byte at a position, by which a test recognises bytes of the right position. */
const byteAt = (position: number) => (position * 7) % 251;
const partSize = 50_000;

/** How the server responds to a request. */
interface FakeResponse {
  readonly status?: number;
  readonly etag?: string;
  /** The number of parts after which the connection breaks. */
  readonly breaksAfter?: number;
  /** The number of parts after which the response ends. */
  readonly endsAfter?: number;
  /** The number of parts after which nothing more arrives. */
  readonly hangsAfter?: number;
}

/** The ranges of the requests, in order. */
let ranges: string[];
/** The ranges of the aborted requests. */
let abortedRanges: string[];
/** The number of bytes that the server has delivered. */
let deliveredBytes: number;
/** The responses to the next requests; later requests get a complete response. */
let responses: FakeResponse[];

/** A guard whose server delivers a part only when it is read. */
const guard = {
  fetch(_: URL, __: string, { headers, signal }: RequestInit) {
    const range = new Headers(headers).get('range')!;
    ranges.push(range);
    const { status = 206, etag = '"one"', breaksAfter = Infinity, endsAfter = Infinity, hangsAfter } = responses.shift() ?? {};
    const start = Number(/\d+/.exec(range)![0]);
    let [position, parts] = [start, 0];
    signal!.addEventListener('abort', () => abortedRanges.push(range));
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (signal!.aborted) return controller.error(signal!.reason);
          if (parts === hangsAfter) return new Promise<void>(() => undefined);
          if (parts === breaksAfter) return controller.error(new TypeError('reset'));
          if (parts++ === endsAfter || position >= size) return controller.close();
          const length = Math.min(partSize, size - position);
          controller.enqueue(Uint8Array.from({ length }, (_, index) => byteAt(position + index)));
          deliveredBytes += length;
          position += length;
        }
      },
      { highWaterMark: 0 }
    );
    return Promise.resolve(new Response(body, { status, headers: { etag, 'content-range': `bytes ${start}-${size - 1}/${size}` } }));
  }
} as unknown as Guard;

const retryScheduler = { wait: () => Promise.resolve(), wake() {} };
const monitor = {
  ...{ retryScheduler, lacksData: false, isLive: false, isRenewable: false, health: { count() {} } },
  ...{ recordRequestStart() {}, recordRequestEnd() {}, recordMedia() {}, recordRetry() {}, recordRetryEnd() {}, failAttempt() {} }
} as unknown as AttemptMonitor;

async function openFile(): Promise<FileBytes> {
  const { signal } = new AbortController();
  const first = await fetchOnce(guard, url, 'segment', { headers: { range: 'bytes=0-' } }, signal);
  return new FileBytes({ guard, monitor, url, signal, size, entityTag: '"one"' }, first);
}

const expectBytes = (bytes: Uint8Array, start: number) => {
  for (let index = 0; index < bytes.length; index += 997) expect(bytes[index]).toBe(byteAt(start + index));
};

beforeEach(() => {
  [ranges, abortedRanges, responses, deliveredBytes] = [[], [], [], 0];
});

describe('FileBytes', () => {
  it('reads from one response as long as the reads go forward', async () => {
    const bytes = await openFile();
    for (const start of [0, 300_000, 250_000, 900_000]) expectBytes(await bytes.read(start, start + 100_000), start);
    expect(ranges).toEqual(['bytes=0-']);
    expect(deliveredBytes).toBe(1_000_000);
  });

  it('sends one request after a seek for all tracks that read at the same time, and aborts the old request', async () => {
    const bytes = await openFile();
    await bytes.read(0, 100_000);
    bytes.seek();
    const reads = await Promise.all([bytes.read(2_000_300, 2_100_000), bytes.read(2_000_000, 2_000_200)]);
    expectBytes(reads[0], 2_000_300);
    expectBytes(reads[1], 2_000_000);
    expect(ranges).toEqual(['bytes=0-', 'bytes=2000000-']);
    expect(abortedRanges).toEqual(['bytes=0-']);
  });

  it('rejects a pending read at a seek', async () => {
    const bytes = await openFile();
    const pendingRead = bytes.read(0, 3_000_000);
    bytes.seek();
    await expect(pendingRead).rejects.toThrow('seeks');
    expectBytes(await bytes.read(3_000_000, 3_100_000), 3_000_000);
    expect(ranges).toEqual(['bytes=0-', 'bytes=3000000-']);
  });

  it('does not wait after a seek for a response that delivers nothing', async () => {
    responses = [{ hangsAfter: 1 }];
    const bytes = await openFile();
    const pendingReads = [bytes.read(0, 100_000), bytes.read(90_000, 200_000)];
    await bytes.read(0, 50_000);
    bytes.seek();
    for (const pendingRead of pendingReads) await expect(pendingRead).rejects.toThrow('seeks');
    expectBytes(await bytes.read(1_000_000, 1_100_000), 1_000_000);
    expect(abortedRanges).toEqual(['bytes=0-']);
  });

  it('receives no bytes twice when one response reaches the bytes of another', async () => {
    const bytes = await openFile();
    await bytes.read(0, 100_000);
    await bytes.read(2_000_000, 2_100_000);
    for (let start = 100_000; start < 2_400_000; start += 100_000) expectBytes(await bytes.read(start, start + 100_000), start);
    expect(ranges).toEqual(['bytes=0-', 'bytes=2000000-']);
    expect(abortedRanges).toEqual(['bytes=0-']);
    expect(deliveredBytes).toBe(2_400_000);
  });

  it('reads bytes far from the others with a request of their own, and then aborts that request', async () => {
    const bytes = await openFile();
    await bytes.read(0, 100_000);
    expectBytes(await bytes.readAside(3_900_000, 3_910_000), 3_900_000);
    expect(abortedRanges).toEqual(['bytes=3900000-']);
    await bytes.read(100_000, 200_000);
    expect(ranges).toEqual(['bytes=0-', 'bytes=3900000-']);
  });
});

describe('FileBytes, when the server fails', () => {
  for (const [title, fault] of [
    ['breaks the connection', { breaksAfter: 2 }],
    ['ends the response too early', { endsAfter: 2 }]
  ] as const)
    it(`requests the missing bytes when the server ${title}`, async () => {
      responses = [fault];
      const bytes = await openFile();
      expectBytes(await bytes.read(0, 400_000), 0);
      expect(ranges).toEqual(['bytes=0-', 'bytes=100000-']);
    });

  for (const status of [500, 503, 429, 200])
    it(`requests the missing bytes again after the status ${status}`, async () => {
      responses = [{ breaksAfter: 1 }, { status }, { status }];
      const bytes = await openFile();
      expectBytes(await bytes.read(0, 200_000), 0);
      expect(ranges).toEqual(['bytes=0-', 'bytes=50000-', 'bytes=50000-', 'bytes=50000-']);
    });

  it('rejects with source/not-found when later responses have the status 404', async () => {
    responses = [{ breaksAfter: 1 }, ...Array.from({ length: 9 }, () => ({ status: 404 }))];
    const bytes = await openFile();
    await expect(bytes.read(0, 200_000)).rejects.toMatchObject({ code: 'source/not-found' });
  });

  it('rejects with media/not-media when the file has changed since the first request', async () => {
    responses = [{ breaksAfter: 1 }, { etag: '"two"' }];
    const bytes = await openFile();
    await expect(bytes.read(0, 200_000)).rejects.toMatchObject({
      code: 'media/not-media',
      message: expect.stringMatching('changed') as string
    });
  });

  it('rejects with media/not-media when the server sends none of the missing bytes', async () => {
    responses = [{ endsAfter: 1 }, ...Array.from({ length: 9 }, () => ({ endsAfter: 0 }))];
    const bytes = await openFile();
    await expect(bytes.read(0, 200_000)).rejects.toMatchObject({
      code: 'media/not-media',
      message: expect.stringMatching('too early') as string
    });
  });
});
