import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { boxes, readDecodeTime, readTimescale, shiftSegment } from '../../demo/server/cmaf.mjs';

const file = (name: string) => readFile(new URL(`../../demo/media/cmaf/${name}`, import.meta.url));
const last = 32;

describe('the segments of the video', () => {
  it.each(['video-240', 'video-360', 'video-720'])('%s: segment n starts at exactly 2(n − 1) seconds', async (track) => {
    const timescale = readTimescale(await file(`${track}/init.mp4`));
    for (let number = 1; number <= last; number += 1) {
      expect(Number(readDecodeTime(await file(`${track}/${number}.m4s`))) / timescale).toBe((number - 1) * 2);
    }
  });
});

describe('a moved segment', () => {
  it('has later times and its own number, and is otherwise the same', async () => {
    const original = await file('audio-nl/7.m4s');
    const moved = shiftSegment(original, 10n ** 12n, 4711);
    expect(readDecodeTime(moved)).toBe(readDecodeTime(original) + 10n ** 12n);
    expect(moved).toHaveLength(original.length);
    const touched = new Set(['mfhd', 'tfdt', 'sidx', 'moof', 'traf']);
    for (const { type, start, end } of boxes(original)) {
      if (!touched.has(type)) expect(moved.subarray(start, end).equals(original.subarray(start, end)), type).toBe(true);
    }
    const header = [...boxes(moved)].find(({ type }) => type === 'mfhd');
    expect(moved.readUInt32BE((header?.body ?? NaN) + 4)).toBe(4711);
    const index = [...boxes(moved)].find(({ type }) => type === 'sidx');
    if (index) expect(moved.readBigUInt64BE(index.body + 12)).toBe(readDecodeTime(moved));
  });

  it('cannot have 32 bit times', () => {
    const tfdt = Buffer.from([0, 0, 0, 16, ...Buffer.from('tfdt'), 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(() => shiftSegment(tfdt, 1n, 1)).toThrow('32 bit');
  });

  it('must consist of whole boxes', () => {
    expect(() => [...boxes(Buffer.from([0, 0, 0, 99, ...Buffer.from('mdat')]))]).toThrow('does not fit');
  });
});
