import { readFileSync } from 'node:fs';
import * as mediabunny from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { concat } from '../../../../src/lib/concat.js';
import { AdtsFragmentWriter, decoderDescription } from '../../../../src/media/engines/file/formats/adts.js';
import type { FragmentWriter, Packet } from '../../../../src/media/engines/file/formats/fragment-format.js';

/** Reads the audio track of a file of the test streams. */
async function readAudio(name: string) {
  const file = readFileSync(new URL(`../../../promises/streams/media/${name}`, import.meta.url));
  const { ADTS, MP4, BufferSource, EncodedPacketSink, Input } = mediabunny;
  const track = await new Input({ formats: [ADTS, MP4], source: new BufferSource(file) }).getPrimaryAudioTrack();
  const packets: mediabunny.EncodedPacket[] = [];
  for await (const packet of new EncodedPacketSink(track!).packets()) packets.push(packet);
  return { packets, description: (await track!.getDecoderConfig())?.description as Uint8Array | undefined };
}

/** A writer of fragments without a header. */
const plain: FragmentWriter = {
  reset() {},
  write: (packets: readonly Packet[]) => new Uint8Array(concat(packets.map(({ data }) => data)))
};

// Both files have the same AAC.
const adts = await readAudio('sound.aac');
const mp4 = await readAudio('sound.m4a');

describe('AAC without a container', () => {
  it('has the description that an MP4 file of the same AAC has', () => {
    const [objectTypeRateAndChannels] = [mp4.description!.slice(0, 2)];
    expect(decoderDescription(adts.packets[0]!.data)).toEqual(objectTypeRateAndChannels);
  });

  it('has no description when its first frame is cut off, has several blocks, or leaves the channels to the block', () => {
    const frame = adts.packets[0]!.data;
    const changed = (at: number, value: number) => Uint8Array.from(frame, (byte, index) => (index === at ? value : byte));
    expect(decoderDescription(frame.subarray(0, 6))).toBe(undefined);
    expect(decoderDescription(changed(6, frame[6]! | 1))).toBe(undefined);
    expect(
      decoderDescription(Uint8Array.from(frame, (byte, index) => (index === 2 ? byte & 0xfe : index === 3 ? byte & 0x3f : byte)))
    ).toBe(undefined);
  });

  it('is written without the headers of its frames', () => {
    const count = 20;
    const written = (writer: FragmentWriter, packets: readonly Packet[]) => writer.write(packets.slice(0, count));
    const expected = written(plain, mp4.packets);
    expect(written(new AdtsFragmentWriter(plain), adts.packets)).toEqual(expected);
    // The headers are there.
    expect(written(plain, adts.packets).length).toBe(expected.length + 7 * count);
  });

  it('is written without the checksum that a header may have', () => {
    const frame = Uint8Array.of(0xff, 0xf0, 0x4c, 0x80, 0x01, 0x9f, 0xfc, 1, 2, 3, 4);
    const packet: Packet = { timestamp: 0, duration: 0.02, type: 'key', data: frame };
    expect([...new AdtsFragmentWriter(plain).write([packet])]).toEqual([3, 4]);
  });
});
