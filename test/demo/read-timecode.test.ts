import { describe, expect, it } from 'vitest';
import { stripBits } from '../../demo/media/make/scene/timecode.js';
import { readTimecode } from '../support/read-timecode.js';

/** Creates a frame of 426 x 240 pixels whose time strip shows `bits`, in greys like those of a compressed frame. */
function createFrame(bits: number[], white = 222, black = 31) {
  const [width, height] = [426, 240];
  const data = new Uint8ClampedArray(width * height * 4).fill(128);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [column, row] = [Math.floor(((x + 0.5) * 80) / width), Math.floor(((y + 0.5) * 45) / height)];
      const bit = bits[column];
      if (bit !== undefined && row < 2)
        data.fill((bit === 1) === (row === 0) ? white : black, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, data };
}

describe('readTimecode()', () => {
  it('returns the time that the strip shows, for every frame of the video', () => {
    for (let number = 0; number < 1600; number += 1) expect(readTimecode(createFrame(stripBits(number)))).toBe(number / 25);
  });

  it('throws when a frame is flat or its contrast is low', () => {
    expect(() => readTimecode(createFrame([]))).toThrow('time strip');
    expect(() => readTimecode(createFrame(stripBits(7), 140, 110))).toThrow('time strip');
  });

  it('throws when one bit is wrong', () => {
    const bits = stripBits(777);
    // A flipped bit of weight 8 leaves a checksum modulo 8 unchanged, so the complement row detects it.
    bits.forEach((bit, i) => {
      if (i === 8) return;
      expect(() => readTimecode(createFrame(bits.with(i, 1 - bit))), `bit ${i}`).toThrow('time strip');
    });
  });

  it('throws when the time is past the end of the video', () => {
    expect(() => readTimecode(createFrame(stripBits(1700)))).toThrow('not in the video');
  });
});
