import * as mediabunny from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { concat } from '../../../../src/lib/concat.js';
import type { Packet } from '../../../../src/media/engines/file/formats/fragment-format.js';
import { webmFormat } from '../../../../src/media/engines/file/formats/webm-fragment.js';

const packet = (timestamp: number, type: Packet['type'] = 'delta'): Packet => ({
  timestamp,
  duration: 0.04,
  data: Uint8Array.of(1, 2, Math.round(timestamp * 100) % 256),
  type
});

/** Reads the only track of a WebM file that consists of these parts. */
async function readTrack(...parts: readonly Uint8Array[]) {
  const source = new mediabunny.BufferSource(concat(parts));
  const [track] = await new mediabunny.Input({ formats: [mediabunny.WEBM], source }).getTracks();
  const packets: { timestamp: number; data: number[]; type: string }[] = [];
  const sink = new mediabunny.EncodedPacketSink(track!);
  for await (const { timestamp, data, type } of sink.packets()) packets.push({ timestamp, data: [...data], type });
  return { track: track!, packets };
}

const expected = (packets: readonly Packet[]) => packets.map(({ timestamp, data, type }) => ({ timestamp, data: [...data], type }));

describe('a fragment of WebM', () => {
  const video = webmFormat({
    codecId: 'V_VP8',
    codecPrivate: undefined,
    size: { width: 320, height: 180, displayWidth: 640 },
    audio: undefined
  });

  it('contains the packets with their times and types, after an init segment with the size of the video', async () => {
    const writer = video.createWriter();
    const packets = [packet(3, 'key'), packet(3.04), packet(3.08), packet(5, 'key')];
    const read = await readTrack(video.init, writer.write(packets.slice(0, 2)), writer.write(packets.slice(2)));
    expect(read.packets).toEqual(expected(packets));
    const track = read.track as mediabunny.InputVideoTrack;
    expect([await track.getCodec(), await track.getCodedWidth(), await track.getCodedHeight()]).toEqual(['vp8', 320, 180]);
    expect(await track.getPixelAspectRatio()).toEqual({ num: 2, den: 1 });
  });

  it('has further clusters for packets that are more than 32 seconds later than the first', async () => {
    const packets = [packet(1, 'key'), packet(40, 'key'), packet(100, 'key')];
    const read = await readTrack(video.init, video.createWriter().write(packets));
    expect(read.packets).toEqual(expected(packets));
  });

  it('has an init segment with the description of an audio track', async () => {
    const codecPrivate = Uint8Array.of(2, 1, 1, 9, 8, 7);
    const audio = webmFormat({
      codecId: 'A_VORBIS',
      codecPrivate,
      size: undefined,
      audio: { samplingFrequency: 44_100, channels: 2 }
    });
    const read = await readTrack(audio.init, audio.createWriter().write([packet(0, 'key')]));
    const track = read.track as mediabunny.InputAudioTrack;
    expect([await track.getCodec(), await track.getSampleRate(), await track.getNumberOfChannels()]).toEqual(['vorbis', 44_100, 2]);
    expect((await track.getDecoderConfig())?.description).toEqual(codecPrivate);
  });
});
