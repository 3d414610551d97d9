import type { EncodedPacketSink } from 'mediabunny';
import type { MediabunnyParts } from 'sealed:mediabunny.js';
import type { FileBytes } from '../file-bytes.js';
import { readFrom, type FoundFrames, type FrameFinder } from './frame-finder.js';

/** Frames that are read to find out how many bytes a second has. */
const sampledFrames = 100;
/** Bytes in which a frame begins, for every bit rate. */
const searchedBytes = 16 * 1024;
/** Bytes of an ID3v2 tag before its content. */
const tagHeader = 10;

/** Frames of MP3 or ADTS. Their positions are estimated from the number of bytes in a second, as browsers do. */
export class AudioFrames implements FrameFinder {
  readonly #parts: MediabunnyParts;
  readonly #bytes: FileBytes;
  readonly #sink: EncodedPacketSink;

  constructor(parts: MediabunnyParts, bytes: FileBytes, sink: EncodedPacketSink) {
    this.#parts = parts;
    this.#bytes = bytes;
    this.#sink = sink;
  }

  async duration(): Promise<number> {
    let [count, size, seconds] = [0, 0, 0];
    for await (const { data, duration } of this.#sink.packets()) {
      size += data.byteLength;
      seconds += duration;
      if (++count === sampledFrames) break;
    }
    return ((this.#bytes.size - (await this.#start())) / size) * seconds;
  }

  async from(seconds: number, duration: number): Promise<FoundFrames | undefined> {
    const bytes = this.#bytes;
    const parts = this.#parts;
    const { data: first } = (await this.#sink.getFirstPacket())!;
    const start = await this.#start();
    const position = Math.floor(start + ((bytes.size - start) * seconds) / duration);
    const searched = await bytes.read(position, Math.min(bytes.size, position + searchedBytes));
    // The sync word, the version and the layer, then the sampling frequency, are the same in all frames.
    const beginsFrame = (at: number) =>
      searched[at] === first[0] && searched[at + 1] === first[1] && (searched[at + 2]! & 0x0c) === (first[2]! & 0x0c);
    for (let at = 0; at < searched.length; at++) {
      if (!beginsFrame(at)) continue;
      const sink = await readFrom(parts, [parts.MP3, parts.ADTS], bytes, position + at);
      if (sink) return { sink, start: seconds };
    }
    return undefined;
  }

  /** Returns where the frames begin, after an ID3v2 tag (ID3v2.4, 3.1). */
  async #start(): Promise<number> {
    const head = await this.#bytes.read(0, Math.min(tagHeader, this.#bytes.size));
    const isTag = new TextDecoder('latin1').decode(head.subarray(0, 3)) === 'ID3';
    return isTag && head.length === tagHeader ? tagHeader + head.subarray(6).reduce((size, byte) => size * 128 + byte, 0) : 0;
  }
}
