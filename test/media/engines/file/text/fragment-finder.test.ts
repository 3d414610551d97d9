import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FileBytes } from '../../../../../src/media/engines/file/file-bytes.js';
import { boxesIn } from '../../../../../src/media/engines/file/text/boxes.js';
import { FragmentFinder } from '../../../../../src/media/engines/file/text/fragment-finder.js';
import type { Guard } from '../../../../../src/media/network/guard.js';
import type { AttemptMonitor } from '../../../../../src/media/recovery/attempt-monitor.js';
import { fetchOnce } from '../../../../../src/media/recovery/fetch-once.js';
import { box } from '../../../../../demo/server/boxes.mjs';

const url = new URL('https://page.example/film.mp4');
const media = readFileSync(new URL('../../../../promises/streams/media/fragmented-captions.mp4', import.meta.url));
const secondFragment = media.indexOf('moof', media.indexOf('moof') + 4) - 4;
/** More bytes between the fragments than the player reads on over. */
const filler = box('free', Buffer.alloc(3_000_000));
const file = Buffer.concat([media.subarray(0, secondFragment), filler, media.subarray(secondFragment)]);
const firstFragment = media.indexOf('moof') - 4;
const lateFragment = secondFragment + filler.length;

const monitor = {
  ...{ retryScheduler: { wait: () => Promise.resolve(), wake() {} }, health: { count() {} } },
  ...{ recordRequestStart() {}, recordRequestEnd() {}, recordMedia() {}, recordRetry() {}, recordRetryEnd() {} }
} as unknown as AttemptMonitor;

const partSize = 1000;

/** Opens the file, whose server delivers each part only when it is read. */
async function open() {
  const ranges: string[] = [];
  const guard = {
    fetch(_: URL, __: string, { headers }: RequestInit) {
      const range = new Headers(headers).get('range')!;
      ranges.push(range);
      const start = Number(/\d+/.exec(range)![0]);
      let position = start;
      const body = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (position >= file.length) return controller.close();
            controller.enqueue(new Uint8Array(file.subarray(position, position + partSize)));
            position += partSize;
          }
        },
        { highWaterMark: 0 }
      );
      const headersOfPart = { etag: '"one"', 'content-range': `bytes ${start}-${file.length - 1}/${file.length}` };
      return Promise.resolve(new Response(body, { status: 206, headers: headersOfPart }));
    }
  } as unknown as Guard;
  const { signal } = new AbortController();
  const first = await fetchOnce(guard, url, 'segment', { headers: { range: 'bytes=0-' } }, signal);
  const bytes = new FileBytes({ guard, monitor, url, signal, size: file.length, entityTag: '"one"' }, first);
  const found: { position: number; boxes: string[] }[] = [];
  const finder = new FragmentFinder(bytes, (moof, position) => found.push({ position, boxes: boxesIn(moof).map(({ type }) => type) }));
  bytes.watch((start) => finder.onBytes(start));
  return { bytes, found, ranges };
}

/** Resolves when everything that follows from the bytes received so far has run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('FragmentFinder', () => {
  const expected = (position: number) => ({ position, boxes: ['mfhd', 'traf', 'traf'] });

  it('finds a fragment as soon as all of its description has been received, and sends no request', async () => {
    const { bytes, found, ranges } = await open();
    await bytes.read(0, partSize);
    await settled();
    expect(found).toEqual([]);
    await bytes.read(firstFragment, firstFragment + 1000);
    await settled();
    expect(found).toEqual([expected(firstFragment)]);
    expect(ranges).toEqual(['bytes=0-']);
  });

  it('finds a fragment after a seek to it, and does not find one twice after a seek back', async () => {
    const { bytes, found, ranges } = await open();
    await bytes.read(0, firstFragment + 1000);
    bytes.seek();
    await bytes.read(lateFragment, lateFragment + 1000);
    await settled();
    expect(found).toEqual([expected(firstFragment), expected(lateFragment)]);
    bytes.seek();
    await bytes.read(firstFragment, firstFragment + 20_000);
    await settled();
    expect(found).toHaveLength(2);
    expect(ranges.slice(0, 2)).toEqual(['bytes=0-', `bytes=${lateFragment}-`]);
  });

  it('goes on after a seek into a fragment that it knows, and finds none after a seek to an unknown place', async () => {
    const known = await open();
    await known.bytes.read(0, firstFragment + 1000);
    known.bytes.seek();
    await known.bytes.read(secondFragment - 5000, lateFragment + 1000);
    await settled();
    expect(known.found).toEqual([expected(firstFragment), expected(lateFragment)]);
    const unknown = await open();
    await unknown.bytes.read(0, partSize);
    unknown.bytes.seek();
    await unknown.bytes.read(lateFragment - 2_000_000, lateFragment + 1000);
    await settled();
    expect(unknown.found).toEqual([]);
    expect(unknown.ranges).toHaveLength(2);
  });
});
