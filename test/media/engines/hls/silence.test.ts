import { describe, expect, it } from 'vitest';
import { SilentAudio } from '../../../../src/media/engines/hls/silence.js';
import { packetBytes, readTransportStream, withStream } from '../../../../src/media/engines/hls/transport-stream.js';
import { readDemoMedia } from '../../../promises/streams/film.mjs';
import { makeMuxedSegment } from '../../../promises/streams/muxed-ts.mjs';

const toBuffer = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;
const videoOnly = (number: number) => toBuffer(readDemoMedia(`ts/video-240/${number}.ts`));
const parse = (segment: ArrayBuffer) => readTransportStream(new Uint8Array(segment));
const audioOf = (segment: ArrayBuffer) => {
  const { streams, times } = parse(segment);
  const { pid } = streams.find(({ type }) => type === 0x0f)!;
  return times.get(pid)!;
};

describe('SilentAudio', () => {
  it('adds audio from the first to the last frame of the video when the playlist announces audio', () => {
    const filled = new SilentAudio().fill(videoOnly(3), true);
    const { streams, times } = parse(filled);
    expect(streams.map(({ type }) => type)).toEqual([0x1b, 0x0f]);
    const videoTimes = times.get(256)!;
    expect(audioOf(filled).from).toBe(videoTimes.from);
    expect(audioOf(filled).to).toBeGreaterThanOrEqual(videoTimes.to);
    expect(audioOf(filled).to - videoTimes.to).toBeLessThan(1920 * 2);
    expect(filled.byteLength % packetBytes).toBe(0);
  });

  it('adds audio when an earlier segment had audio, whether the program map lists an audio stream or not', () => {
    for (const segment of [toBuffer(makeMuxedSegment(3, true)), videoOnly(3)]) {
      const silentAudio = new SilentAudio();
      const segmentWithAudio = toBuffer(makeMuxedSegment(2));
      expect(silentAudio.fill(segmentWithAudio, false)).toBe(segmentWithAudio);
      expect(audioOf(silentAudio.fill(segment, false)).from).toBe(parse(segment).times.get(256)!.from);
    }
  });

  it('returns a segment unchanged when it has audio, when no audio is expected, and when it is not a transport stream', () => {
    for (const [segment, announced] of [
      [toBuffer(makeMuxedSegment(3)), true],
      [videoOnly(3), false],
      [toBuffer(readDemoMedia('ts/audio-en/3.ts')), true],
      [toBuffer(readDemoMedia('cmaf/video-240/3.m4s')), true],
      [new ArrayBuffer(0), true]
    ] as const)
      expect(new SilentAudio().fill(segment, announced)).toBe(segment);
  });

  it('returns whole packets, and throws nothing, for random bytes that look like packets', () => {
    let seed = 1;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) & 255;
    for (let round = 0; round < 200; round++) {
      const bytes = new Uint8Array(packetBytes * 8).map(random);
      for (let offset = 0; offset < bytes.length; offset += packetBytes)
        bytes.set([0x47, 0x40 | (random() & 31 & -(round & 1)), random() & -(round & 1)], offset);
      expect(new SilentAudio().fill(bytes.buffer, true).byteLength % packetBytes).toBe(0);
    }
  });
});

describe('withStream()', () => {
  it('writes the program map with its checksum as ffmpeg does', () => {
    const bytes = new Uint8Array(videoOnly(1));
    const { packet, payload } = parse(bytes.buffer).programMap!;
    const added = withStream(bytes.subarray(payload, packet + packetBytes), 0x0f, 257)!;
    expect(Buffer.from(added.subarray(1, 27)).toString('hex')).toBe('02b0170001c10000e100f0001be100f0000fe101f0002f44b99b');
  });
});
