import type { MediabunnyParts } from 'sealed:mediabunny.js';
import type { FileBytes } from '../file-bytes.js';
import { readFirstSample } from './flac-header.js';
import { readFrom, type FoundFrames, type FrameFinder } from './frame-finder.js';

/** Bytes in which a frame begins: more than two of the largest that encoders write. */
const searchedBytes = 64 * 1024;
/** Seconds before the wanted time from which reading on takes less time than another request. */
const maxSecondsBefore = 4;
/** After this many requests, the frames that are nearest to the wanted time are read. */
const maxSteps = 6;

interface FramePosition {
  readonly position: number;
  readonly seconds: number;
}

/** Frames of FLAC, each of which names its first sample, so that a position is found by a few requests, as exactly as by an index. */
export class FlacFrames implements FrameFinder {
  readonly #parts: MediabunnyParts;
  readonly #bytes: FileBytes;
  readonly #header: Uint8Array;
  readonly #sampleRate: number;

  /** `header` is the start of a file: the marker and STREAMINFO (RFC 9639, 8.2). */
  constructor(parts: MediabunnyParts, bytes: FileBytes, header: Uint8Array, sampleRate: number) {
    this.#parts = parts;
    this.#bytes = bytes;
    this.#header = header;
    this.#sampleRate = sampleRate;
  }

  duration(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async from(seconds: number, duration: number): Promise<FoundFrames | undefined> {
    let before: FramePosition = { position: 0, seconds: 0 };
    let after: FramePosition = { position: this.#bytes.size, seconds: duration };
    for (let step = 0; step < maxSteps && seconds - before.seconds > maxSecondsBefore; step++) {
      const part = (seconds - maxSecondsBefore / 2 - before.seconds) / (after.seconds - before.seconds);
      const position = Math.floor(before.position + (after.position - before.position) * Math.max(0, part));
      const frame = await this.#frameAfter(position);
      if (frame && frame.seconds <= seconds && frame.position > before.position) before = frame;
      else if (position < after.position) after = { position, seconds: frame ? frame.seconds : after.seconds };
      else break;
    }
    // From the start of the file on, its own reader reads.
    if (before.position === 0) return undefined;
    const sink = await readFrom(this.#parts, [this.#parts.FLAC], this.#bytes, before.position, this.#header);
    return sink && { sink, start: before.seconds };
  }

  /** Returns the first frame that begins at a position or after it; undefined when none begins soon. */
  async #frameAfter(position: number): Promise<FramePosition | undefined> {
    const searched = await this.#bytes.read(position, Math.min(this.#bytes.size, position + searchedBytes));
    const blockSize = new DataView(this.#header.buffer, this.#header.byteOffset).getUint16(8);
    for (let at = searched.indexOf(0xff); at !== -1; at = searched.indexOf(0xff, at + 1)) {
      const sample = readFirstSample(searched.subarray(at), blockSize);
      if (sample !== undefined) return { position: position + at, seconds: sample / this.#sampleRate };
    }
    return undefined;
  }
}
