import { describe, expect, it } from 'vitest';
import { tameSequence } from '../../../src/media/engines/hls/sequence.js';
import { chooseLatency } from '../../../src/media/engines/live-latency.js';

describe('the latency of a channel that asks for none', () => {
  it('outlasts an outage of ten seconds, in three segments at least, and leaves half of a short window', () => {
    expect(chooseLatency(2, 60)).toBe(12);
    expect(chooseLatency(6, 60)).toBe(18);
    expect(chooseLatency(2, 20)).toBe(10);
    expect(chooseLatency(2, 6)).toBe(6);
  });
});

describe('a media sequence number beyond what a double can count', () => {
  const list = (number: string) => `#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:${number}\n#EXTINF:2,\na.ts\n`;
  const read = (playlist: string) => Number(/SEQUENCE:(\d+)/.exec(tameSequence(playlist))?.[1]);

  it('becomes one that can be counted from, at the same distance to the next', () => {
    const first = read(list('18446744073709551000'));
    expect(first).toBeLessThan(2 ** 50);
    expect(read(list('18446744073709551001'))).toBe(first + 1);
  });

  it('is left alone where it can', () => {
    expect(tameSequence(list('1732400000123'))).toBe(list('1732400000123'));
  });
});
