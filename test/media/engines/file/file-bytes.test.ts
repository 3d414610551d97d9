import { beforeEach, describe, expect, it } from 'vitest';
import { FileBytes } from '../../../../src/media/engines/file/file-bytes.js';
import type { Guard } from '../../../../src/media/network/guard.js';
import type { AttemptMonitor } from '../../../../src/media/recovery/attempt-monitor.js';
import { fetchOnce } from '../../../../src/media/recovery/fetch-once.js';

const size = 4_000_000;
const url = new URL('https://page.example/film.mp4');
/** Each byte says where it is. */
const byteAt = (position: number) => (position * 7) % 251;
const partSize = 50_000;

interface Answer {
  readonly status?: number;
  readonly etag?: string;
  /** The number of parts after which the connection breaks, or ends. */
  readonly breaksAfter?: number;
  readonly endsAfter?: number;
  /** The number of parts after which nothing more arrives. */
  readonly hangsAfter?: number;
}

let ranges: string[];
let aborted: string[];
let delivered: number;
let answers: Answer[];

/** A server that delivers only what is read. */
const guard = {
  fetch(_: URL, __: string, { headers, signal }: RequestInit) {
    const range = new Headers(headers).get('range')!;
    ranges.push(range);
    const { status = 206, etag = '"one"', breaksAfter = Infinity, endsAfter = Infinity, hangsAfter } = answers.shift() ?? {};
    const start = Number(/\d+/.exec(range)![0]);
    let [at, parts] = [start, 0];
    signal!.addEventListener('abort', () => aborted.push(range));
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (signal!.aborted) return controller.error(signal!.reason);
          if (parts === hangsAfter) return new Promise<void>(() => undefined);
          if (parts === breaksAfter) return controller.error(new TypeError('reset'));
          if (parts++ === endsAfter || at >= size) return controller.close();
          const length = Math.min(partSize, size - at);
          controller.enqueue(Uint8Array.from({ length }, (_, index) => byteAt(at + index)));
          delivered += length;
          at += length;
        }
      },
      { highWaterMark: 0 }
    );
    return Promise.resolve(new Response(body, { status, headers: { etag, 'content-range': `bytes ${start}-${size - 1}/${size}` } }));
  }
} as unknown as Guard;

const retryScheduler = { wait: () => Promise.resolve(), wake() {} };
const monitor = {
  ...{ retryScheduler, rebuffering: false, live: false, renewable: false, health: { count() {} } },
  ...{ recordRequestStart() {}, recordRequestEnd() {}, recordMedia() {}, reportFailure() {}, clearFailure() {}, failAttempt() {} }
} as unknown as AttemptMonitor;

async function open(): Promise<FileBytes> {
  const { signal } = new AbortController();
  const first = await fetchOnce(guard, url, 'segment', { headers: { range: 'bytes=0-' } }, signal);
  return new FileBytes({ guard, monitor, url, signal, size, entityTag: '"one"' }, first);
}

const expectBytes = (bytes: Uint8Array, start: number) => {
  for (let index = 0; index < bytes.length; index += 997) expect(bytes[index]).toBe(byteAt(start + index));
};

beforeEach(() => {
  [ranges, aborted, answers, delivered] = [[], [], [], 0];
});

describe('the bytes of a file', () => {
  it('come from one response, as long as the reads go forward', async () => {
    const bytes = await open();
    for (const at of [0, 300_000, 250_000, 900_000]) expectBytes(await bytes.read(at, at + 100_000), at);
    expect(ranges).toEqual(['bytes=0-']);
    expect(delivered).toBe(1_000_000);
  });

  it('need one request after a seek for all tracks that read at the same time, and the old one ends', async () => {
    const bytes = await open();
    await bytes.read(0, 100_000);
    bytes.seek();
    const reads = await Promise.all([bytes.read(2_000_300, 2_100_000), bytes.read(2_000_000, 2_000_200)]);
    expectBytes(reads[0], 2_000_300);
    expectBytes(reads[1], 2_000_000);
    expect(ranges).toEqual(['bytes=0-', 'bytes=2000000-']);
    expect(aborted).toEqual(['bytes=0-']);
  });

  it('end the reads of the time before a seek', async () => {
    const bytes = await open();
    const old = bytes.read(0, 3_000_000);
    bytes.seek();
    await expect(old).rejects.toThrow('seeks');
    expectBytes(await bytes.read(3_000_000, 3_100_000), 3_000_000);
    expect(ranges).toEqual(['bytes=0-', 'bytes=3000000-']);
  });

  it('do not wait after a seek for a response that delivers nothing', async () => {
    answers = [{ hangsAfter: 1 }];
    const bytes = await open();
    const old = [bytes.read(0, 100_000), bytes.read(90_000, 200_000)];
    await bytes.read(0, 50_000);
    bytes.seek();
    for (const each of old) await expect(each).rejects.toThrow('seeks');
    expectBytes(await bytes.read(1_000_000, 1_100_000), 1_000_000);
    expect(aborted).toEqual(['bytes=0-']);
  });

  it('are not received twice where one response reaches what another has begun', async () => {
    const bytes = await open();
    await bytes.read(0, 100_000);
    await bytes.read(2_000_000, 2_100_000);
    for (let at = 100_000; at < 2_400_000; at += 100_000) expectBytes(await bytes.read(at, at + 100_000), at);
    expect(ranges).toEqual(['bytes=0-', 'bytes=2000000-']);
    expect(aborted).toEqual(['bytes=0-']);
    expect(delivered).toBe(2_400_000);
  });

  it('that are far from the others are received by a request of their own, which ends', async () => {
    const bytes = await open();
    await bytes.read(0, 100_000);
    expectBytes(await bytes.readAside(3_900_000, 3_910_000), 3_900_000);
    expect(aborted).toEqual(['bytes=3900000-']);
    await bytes.read(100_000, 200_000);
    expect(ranges).toEqual(['bytes=0-', 'bytes=3900000-']);
  });
});

describe('a file whose server fails while it plays', () => {
  for (const [title, fault] of [
    ['breaks the connection', { breaksAfter: 2 }],
    ['ends the response too early', { endsAfter: 2 }]
  ] as const)
    it(`is requested again from where it stopped when the server ${title}`, async () => {
      answers = [fault];
      const bytes = await open();
      expectBytes(await bytes.read(0, 400_000), 0);
      expect(ranges).toEqual(['bytes=0-', 'bytes=100000-']);
    });

  for (const status of [500, 503, 429, 200])
    it(`is requested again after the status ${status}`, async () => {
      answers = [{ breaksAfter: 1 }, { status }, { status }];
      const bytes = await open();
      expectBytes(await bytes.read(0, 200_000), 0);
      expect(ranges).toEqual(['bytes=0-', 'bytes=50000-', 'bytes=50000-', 'bytes=50000-']);
    });

  it('fails with source/not-found when later requests have the status 404', async () => {
    answers = [{ breaksAfter: 1 }, ...Array.from({ length: 9 }, () => ({ status: 404 }))];
    const bytes = await open();
    await expect(bytes.read(0, 200_000)).rejects.toMatchObject({ code: 'source/not-found' });
  });

  it('fails when the file has changed since the first request', async () => {
    answers = [{ breaksAfter: 1 }, { etag: '"two"' }];
    const bytes = await open();
    await expect(bytes.read(0, 200_000)).rejects.toMatchObject({
      code: 'media/not-media',
      message: expect.stringMatching('changed') as string
    });
  });

  it('fails when the server sends nothing of what is missing', async () => {
    answers = [{ endsAfter: 1 }, ...Array.from({ length: 9 }, () => ({ endsAfter: 0 }))];
    const bytes = await open();
    await expect(bytes.read(0, 200_000)).rejects.toMatchObject({
      code: 'media/not-media',
      message: expect.stringMatching('too early') as string
    });
  });
});
