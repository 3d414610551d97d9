import type { EncodedPacketSink, InputFormat } from 'mediabunny';
import type { MediabunnyParts } from 'sealed:mediabunny.js';
import type { FileBytes } from '../file-bytes.js';

/** Packets from the middle of a file. */
export interface FoundFrames {
  /** Its first packet is at zero. */
  readonly sink: EncodedPacketSink;
  /** The time of the first packet in the file, in seconds. */
  readonly start: number;
}

/** Finds the frames of a file without an index, so that a seek does not read everything before it. */
export interface FrameFinder {
  /** Returns the estimated duration in seconds; undefined when the file itself says it. */
  duration(): Promise<number | undefined>;
  /** Returns the frames from a time in seconds on, or from soon before it; undefined when none is found there. */
  from(seconds: number, duration: number): Promise<FoundFrames | undefined>;
}

/** Reads the frames from a position of the file on, after `header`, as a file of its own; undefined when there are none. */
export async function readFrom(
  parts: MediabunnyParts,
  formats: InputFormat[],
  bytes: FileBytes,
  position: number,
  header: Uint8Array = new Uint8Array()
): Promise<EncodedPacketSink | undefined> {
  const toFile = (at: number) => position + Math.max(0, at - header.length);
  const source = new parts.CustomSource({
    getSize: () => header.length + bytes.size - position,
    async read(start, end) {
      if (start >= header.length) return bytes.read(toFile(start), toFile(end));
      const output = new Uint8Array(end - start);
      output.set(header.subarray(start, end));
      if (end > header.length) output.set(await bytes.read(position, toFile(end)), header.length - start);
      return output;
    },
    handleUnhandledError: () => undefined
  });
  const input = new parts.Input({ formats, source });
  const track = (await input.canRead()) ? await input.getPrimaryAudioTrack() : null;
  return track ? new parts.EncodedPacketSink(track) : undefined;
}
