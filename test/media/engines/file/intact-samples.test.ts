import { describe, expect, it } from 'vitest';
import { intactSampleCheck } from '../../../../src/media/engines/file/formats/intact-samples.js';

/** A configuration record of H.264 whose lengths have `size` bytes. */
const avcConfig = (size: number) => Uint8Array.of(1, 0x64, 0, 0x1f, 0xfc | (size - 1));

describe('intactSampleCheck()', () => {
  const isIntact = intactSampleCheck('avc', avcConfig(4));

  it('accepts a sample whose NAL units fill it', () => {
    expect(isIntact(Uint8Array.of(0, 0, 0, 2, 0x65, 1, 0, 0, 0, 1, 0x09))).toBe(true);
    expect(intactSampleCheck('avc', avcConfig(2))(Uint8Array.of(0, 1, 0x65))).toBe(true);
  });

  it('rejects a sample with a length of zero, beyond its end, or with bytes after its last NAL unit', () => {
    expect(isIntact(new Uint8Array(40))).toBe(false);
    expect(isIntact(Uint8Array.of(0, 0, 0, 3, 0x65, 1))).toBe(false);
    expect(isIntact(Uint8Array.of(0, 0, 0, 2, 0x65, 1, 0))).toBe(false);
    expect(isIntact(new TextEncoder().encode('noise noise noise'))).toBe(false);
  });

  it('accepts every sample of a codec without NAL units', () => {
    expect(intactSampleCheck('vp9', undefined)(new Uint8Array(40))).toBe(true);
  });
});
