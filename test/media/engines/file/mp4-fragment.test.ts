import { describe, expect, it } from 'vitest';
import type { Packet } from '../../../../src/media/engines/file/formats/fragment-format.js';
import { Mp4FragmentWriter } from '../../../../src/media/engines/file/formats/mp4-fragment.js';

const packet = (timestamp: number, type: Packet['type'] = 'delta'): Packet => ({
  timestamp,
  duration: 0.04,
  data: Uint8Array.of(Math.round(timestamp * 100)),
  type
});

/**
 * Reads the box names, the decode time and the data offset of a fragment, and the duration, size, flags and composition offset of each
 * of its samples.
 */
function parseFragment(fragment: Uint8Array) {
  const view = new DataView(fragment.buffer);
  const names = [0, 8, 24, 32, 48, 68].map((offset) => String.fromCharCode(...fragment.subarray(offset + 4, offset + 8)));
  const count = view.getUint32(80);
  const samples = Array.from({ length: count }, (_, index) => [0, 4, 8, 12].map((field) => view.getInt32(88 + index * 16 + field)));
  return { names, time: Number(view.getBigUint64(60)), offset: view.getUint32(84), samples };
}

describe('Mp4FragmentWriter.write()', () => {
  it('writes decode times in ascending order, and the timestamps as offsets from them', () => {
    const written = new Mp4FragmentWriter(100).write([packet(0, 'key'), packet(0.12), packet(0.04), packet(0.08)]);
    const { names, time, offset, samples } = parseFragment(written);
    expect(names).toEqual(['moof', 'mfhd', 'traf', 'tfhd', 'tfdt', 'trun']);
    expect(time).toBe(0);
    expect(samples).toEqual([
      [4, 1, 0x02000000, 0],
      [4, 1, 0x01010000, 8],
      [4, 1, 0x01010000, -4],
      [4, 1, 0x01010000, -4]
    ]);
    expect([...written.subarray(offset)]).toEqual([0, 12, 4, 8]);
  });

  it('begins no fragment before the end of the previous one, until reset() is called', () => {
    const writer = new Mp4FragmentWriter(100);
    writer.write([packet(0, 'key'), packet(0.08)]);
    expect(parseFragment(writer.write([packet(0.04), packet(0.12)])).time).toBe(9);
    writer.reset();
    expect(parseFragment(writer.write([packet(0.04, 'key')])).time).toBe(4);
  });
});
