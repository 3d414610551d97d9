import type { FragmentWriter, Packet } from './fragment-format.js';

/** Bytes of the header of a frame, without and with a checksum (ISO/IEC 14496-3, 1.A.2.2). */
const headerBytes = 7;
const headerBytesWithChecksum = 9;

/**
 * Returns the description of a decoder (AudioSpecificConfig; ISO/IEC 14496-3, 1.6.2.1) for a stream of ADTS that begins with this frame;
 * undefined when a frame contains several blocks of samples, or leaves the channels to the block.
 */
export function decoderDescription(frame: Uint8Array): Uint8Array | undefined {
  if (frame.length < headerBytes) return undefined;
  const [, , third, fourth, , , seventh] = frame as unknown as readonly number[];
  const objectType = (third! >> 6) + 1;
  const frequencyIndex = (third! >> 2) & 0x0f;
  const channels = ((third! & 1) << 2) | (fourth! >> 6);
  if (channels === 0 || (seventh! & 3) !== 0) return undefined;
  return Uint8Array.of((objectType << 3) | (frequencyIndex >> 1), ((frequencyIndex & 1) << 7) | (channels << 3));
}

/** Writes the packets of ADTS without their headers, which the description of the decoder replaces. */
export class AdtsFragmentWriter implements FragmentWriter {
  readonly #writer: FragmentWriter;

  constructor(writer: FragmentWriter) {
    this.#writer = writer;
  }

  reset(): void {
    this.#writer.reset();
  }

  write(packets: readonly Packet[]): Uint8Array {
    return this.#writer.write(
      packets.map(({ timestamp, duration, type, data }) => ({
        ...{ timestamp, duration, type },
        data: data.subarray((data[1]! & 1) === 1 ? headerBytes : headerBytesWithChecksum)
      }))
    );
  }
}
