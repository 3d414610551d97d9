import { describe, expect, it } from 'vitest';
import { SilentAudio } from '../../../../src/media/engines/hls/silence.js';
import { packetBytes, readTransportStream, withStream } from '../../../../src/media/engines/hls/transport-stream.js';
import { media } from '../../../promises/streams/film.mjs';
import { muxedSegment } from '../../../promises/streams/muxed-ts.mjs';

const toBuffer = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;
const videoOnly = (number: number) => toBuffer(media(`ts/video-240/${number}.ts`));
const read = (segment: ArrayBuffer) => readTransportStream(new Uint8Array(segment));
const audioOf = (segment: ArrayBuffer) => {
  const { streams, times } = read(segment);
  const { pid } = streams.find(({ type }) => type === 0x0f)!;
  return times.get(pid)!;
};

describe('SilentAudio', () => {
  it('adds audio from the first to the last frame of the video, when the playlist announces it', () => {
    const filled = new SilentAudio().fill(videoOnly(3), true);
    const { streams, times } = read(filled);
    expect(streams.map(({ type }) => type)).toEqual([0x1b, 0x0f]);
    const frames = times.get(256)!;
    expect(audioOf(filled).from).toBe(frames.from);
    expect(audioOf(filled).to).toBeGreaterThanOrEqual(frames.to);
    expect(audioOf(filled).to - frames.to).toBeLessThan(1920 * 2);
    expect(filled.byteLength % packetBytes).toBe(0);
  });

  it('adds audio where the program map names it already, and when an earlier segment had some', () => {
    for (const segment of [toBuffer(muxedSegment(3, true)), videoOnly(3)]) {
      const silent = new SilentAudio();
      const heard = toBuffer(muxedSegment(2));
      expect(silent.fill(heard, false)).toBe(heard);
      expect(audioOf(silent.fill(segment, false)).from).toBe(read(segment).times.get(256)!.from);
    }
  });

  it('leaves a segment as it is when it has audio, when no audio is expected, and when it is not a transport stream', () => {
    for (const [segment, announced] of [
      [toBuffer(muxedSegment(3)), true],
      [videoOnly(3), false],
      [toBuffer(media('ts/audio-en/3.ts')), true],
      [toBuffer(media('cmaf/video-240/3.m4s')), true],
      [new ArrayBuffer(0), true]
    ] as const)
      expect(new SilentAudio().fill(segment, announced)).toBe(segment);
  });

  it('leaves any bytes that only look like packets as they are, without an error', () => {
    let seed = 1;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) & 255;
    for (let round = 0; round < 200; round++) {
      const bytes = new Uint8Array(packetBytes * 8).map(random);
      for (let at = 0; at < bytes.length; at += packetBytes)
        bytes.set([0x47, 0x40 | (random() & 31 & -(round & 1)), random() & -(round & 1)], at);
      expect(new SilentAudio().fill(bytes.buffer, true).byteLength % packetBytes).toBe(0);
    }
  });
});

describe('withStream()', () => {
  it('writes the program map with its checksum as ffmpeg does', () => {
    const bytes = new Uint8Array(videoOnly(1));
    const { packet, payload } = read(bytes.buffer).programMap!;
    const added = withStream(bytes.subarray(payload, packet + packetBytes), 0x0f, 257)!;
    expect(Buffer.from(added.subarray(1, 27)).toString('hex')).toBe('02b0170001c10000e100f0001be100f0000fe101f0002f44b99b');
  });
});
