/** A part of the file that has been received: the first `length` of its bytes. */
interface Chunk {
  readonly start: number;
  readonly bytes: Uint8Array;
  length: number;
}

/** Received bytes that are kept for further reads. */
const maxKeptBytes = 8 * 1024 * 1024;
/** Smaller parts are merged, so that a search stays fast even if a server sends single bytes. */
const minPart = 16 * 1024;
const collectedBytes = 64 * 1024;

/** The parts of a file that were received last. */
export class ReceivedBytes {
  readonly #chunks: Chunk[] = [];
  readonly #watchers: ((start: number, length: number) => void)[] = [];
  #keptBytes = 0;

  /** Returns the received bytes from a position on, as far as they are in one part; undefined when there are none. */
  from(position: number): Uint8Array | undefined {
    const chunk = this.#chunks.findLast(({ start, length }) => start <= position && position < start + length);
    return chunk?.bytes.subarray(position - chunk.start, chunk.length);
  }

  keep(start: number, bytes: Uint8Array): void {
    const lastChunk = this.#chunks.at(-1);
    const { byteLength } = bytes;
    if (lastChunk && lastChunk.start + lastChunk.length === start && lastChunk.length + byteLength <= lastChunk.bytes.byteLength) {
      lastChunk.bytes.set(bytes, lastChunk.length);
      lastChunk.length += byteLength;
    } else if (byteLength >= minPart) this.#add({ start, bytes, length: byteLength });
    else {
      const collected = new Uint8Array(collectedBytes);
      collected.set(bytes);
      this.#add({ start, bytes: collected, length: byteLength });
    }
    for (const onBytes of this.#watchers) onBytes(start, byteLength);
  }

  /** Calls `onBytes` with the position and the number of the bytes that are kept, and of all that are received from now on. */
  watch(onBytes: (start: number, length: number) => void): void {
    for (const { start, length } of [...this.#chunks]) onBytes(start, length);
    this.#watchers.push(onBytes);
  }

  #add(chunk: Chunk): void {
    this.#chunks.push(chunk);
    this.#keptBytes += chunk.bytes.byteLength;
    while (this.#keptBytes > maxKeptBytes) this.#keptBytes -= this.#chunks.shift()!.bytes.byteLength;
  }
}
