import { describe, expect, it } from 'vitest';
import { wrapMediaSequence } from '../../../../src/media/engines/hls/media-sequence.js';

describe('wrapMediaSequence()', () => {
  const playlistWith = (number: string) => `#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:${number}\n#EXTINF:2,\na.ts\n`;
  const sequenceAfterWrap = (playlist: string) => Number(/SEQUENCE:(\d+)/.exec(wrapMediaSequence(playlist))?.[1]);

  it('replaces a number above the safe integers, and keeps the distance to the next number', () => {
    const first = sequenceAfterWrap(playlistWith('18446744073709551000'));
    expect(first).toBeLessThan(2 ** 50);
    expect(sequenceAfterWrap(playlistWith('18446744073709551001'))).toBe(first + 1);
  });

  it('keeps a number within the safe integers', () => {
    expect(wrapMediaSequence(playlistWith('1732400000123'))).toBe(playlistWith('1732400000123'));
  });
});
