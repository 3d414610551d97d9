import { readFileSync } from 'node:fs';
import * as mediabunny from 'mediabunny';
import type { MediabunnyParts } from 'sealed:mediabunny.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { bytesOf } from '../../../../src/lib/bytes-of.js';
import type { FileBytes } from '../../../../src/media/engines/file/file-bytes.js';
import { FlacFrames } from '../../../../src/media/engines/file/frames/flac-frames.js';
import { readFirstSample } from '../../../../src/media/engines/file/frames/flac-header.js';

const file = new Uint8Array(readFileSync('test/promises/streams/media/long.flac'));
const duration = 60;

describe('FlacFrames', () => {
  let frames: FlacFrames;
  let whole: mediabunny.EncodedPacketSink;
  let readBytes = 0;

  beforeEach(async () => {
    const bytes = {
      size: file.length,
      read(start: number, end: number) {
        readBytes += end - start;
        return Promise.resolve(file.slice(start, end));
      }
    } as unknown as FileBytes;
    const input = new mediabunny.Input({ formats: [mediabunny.FLAC], source: new mediabunny.BufferSource(file) });
    const track = (await input.getPrimaryAudioTrack())!;
    const { description, sampleRate } = (await track.getDecoderConfig())!;
    whole = new mediabunny.EncodedPacketSink(track);
    frames = new FlacFrames(mediabunny as unknown as MediabunnyParts, bytes, bytesOf(description!), sampleRate);
    readBytes = 0;
  });

  for (const seconds of [10, 31.4, 45, 59.5])
    it(`finds the frame of ${seconds} seconds, at its exact time`, async () => {
      const { sink, start } = (await frames.from(seconds, duration))!;
      expect(start).toBeGreaterThan(seconds - 6);
      expect(start).toBeLessThanOrEqual(seconds);
      const found = (await sink.getPacket(seconds - start))!;
      const expected = (await whole.getPacket(seconds))!;
      expect(found.timestamp + start).toBeCloseTo(expected.timestamp, 5);
      expect(found.data).toEqual(expected.data);
    });

  it('reads a part of the file only', async () => {
    await frames.from(50, duration);
    expect(readBytes).toBeGreaterThan(0);
    expect(readBytes).toBeLessThan(file.length / 2);
  });

  it('leaves the start of the file to its own reader', async () => {
    expect(await frames.from(2, duration)).toBe(undefined);
  });
});

describe('readFirstSample()', () => {
  // A header of 576 samples at 8 kHz, mono, with the number 300 of its block in two bytes, and its checksum.
  const header = Uint8Array.of(0xff, 0xf8, 0x24, 0x0c, 0xc4, 0xac, 0x27);

  it('returns the number of the block times the block size', () => {
    expect(readFirstSample(header, 576)).toBe(300 * 576);
  });

  it('canary: returns undefined when one bit of the header differs', () => {
    for (let bit = 0; bit < 7 * 8; bit++) {
      const changed = Uint8Array.from(header);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(readFirstSample(changed, 576)).toBe(undefined);
    }
  });
});
