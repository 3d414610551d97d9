import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { boxes, readDecodeTime, readTimescale, shiftSegment } from '../../demo/server/cmaf.mjs';

const readSegment = (name: string) => readFile(new URL(`../../demo/media/cmaf/${name}`, import.meta.url));
const segmentCount = 32;

describe('the segments of the demo video', () => {
  it.each(['video-240', 'video-360', 'video-720'])('start at exactly 2(n − 1) seconds for segment number n: %s', async (track) => {
    const timescale = readTimescale(await readSegment(`${track}/init.mp4`));
    for (let number = 1; number <= segmentCount; number += 1) {
      expect(Number(readDecodeTime(await readSegment(`${track}/${number}.m4s`))) / timescale).toBe((number - 1) * 2);
    }
  });
});

describe('shiftSegment()', () => {
  it('changes the times and the number of a segment, and nothing else', async () => {
    const original = await readSegment('audio-nl/7.m4s');
    const shifted = shiftSegment(original, 10n ** 12n, 4711);
    expect(readDecodeTime(shifted)).toBe(readDecodeTime(original) + 10n ** 12n);
    expect(shifted).toHaveLength(original.length);
    const changedBoxes = new Set(['mfhd', 'tfdt', 'sidx', 'moof', 'traf']);
    for (const { type, start, end } of boxes(original)) {
      if (!changedBoxes.has(type)) expect(shifted.subarray(start, end).equals(original.subarray(start, end)), type).toBe(true);
    }
    const header = [...boxes(shifted)].find(({ type }) => type === 'mfhd');
    expect(shifted.readUInt32BE((header?.body ?? NaN) + 4)).toBe(4711);
    const index = [...boxes(shifted)].find(({ type }) => type === 'sidx');
    if (index) expect(shifted.readBigUInt64BE(index.body + 12)).toBe(readDecodeTime(shifted));
  });

  it('throws when a segment has 32-bit times', () => {
    const tfdt = Buffer.from([0, 0, 0, 16, ...Buffer.from('tfdt'), 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(() => shiftSegment(tfdt, 1n, 1)).toThrow('32 bit');
  });
});

describe('boxes()', () => {
  it('throws when a box is longer than its file', () => {
    expect(() => [...boxes(Buffer.from([0, 0, 0, 99, ...Buffer.from('mdat')]))]).toThrow('does not fit');
  });
});
