/** Boxes that may start an ISO media segment (ISO/IEC 14496-12). */
const firstBoxes = new Set(['ftyp', 'styp', 'moov', 'moof', 'sidx', 'emsg', 'prft', 'free', 'skip', 'uuid', 'mdat']);

const pageStart = /^\s*(?:<(?:!doctype|html|head|body|\?xml|script)|\{\s*")/i;

/**
 * Whether the first bytes of a segment are an HTML page or a JSON message and not media, as from a captive portal. Checks the
 * bytes only, because servers do not send reliable content types for segments.
 */
export const isNotMedia = (start: Uint8Array): boolean => pageStart.test(new TextDecoder('latin1').decode(start.subarray(0, 64)));

/**
 * Reads a segment's bytes as they pass, and detects at the end whether bytes are missing.
 *
 * An engine cannot detect this: a cut box that it appends stays open in the decoder and consumes the start of the next segment.
 * The check knows ISO boxes and transport stream packets; it treats all other formats as complete.
 */
export class TruncationCheck {
  #format: 'unknown' | 'boxes' | 'packets' | 'other' = 'unknown';
  #header = new Uint8Array(16);
  #headerLength = 0;
  /** Bytes left until the next box. */
  #bytesLeft = 0;
  #length = 0;
  #synced = false;

  add(chunk: Uint8Array): void {
    // Check the second packet's sync byte because an encrypted segment might otherwise pass for a transport stream.
    if (this.#length <= 188 && this.#length + chunk.byteLength > 188) this.#synced = chunk[188 - this.#length] === 0x47;
    this.#length += chunk.byteLength;
    let at = 0;
    while (at < chunk.byteLength && this.#format !== 'other' && this.#format !== 'packets') {
      if (this.#bytesLeft > 0) {
        const step = Math.min(this.#bytesLeft, chunk.byteLength - at);
        this.#bytesLeft -= step;
        at += step;
        continue;
      }
      this.#header[this.#headerLength++] = chunk[at++]!;
      if (this.#headerLength >= 8) this.#readHeader();
    }
  }

  /** Whether the bytes are not a whole number of boxes or packets. */
  get truncated(): boolean {
    if (this.#format === 'boxes') return this.#bytesLeft > 0 || this.#headerLength > 0;
    if (this.#format === 'packets') return this.#synced && this.#length % 188 !== 0;
    return false;
  }

  #readHeader(): void {
    const view = new DataView(this.#header.buffer);
    const size = view.getUint32(0);
    const type = String.fromCharCode(...this.#header.subarray(4, 8));
    if (this.#format === 'unknown') {
      this.#format = firstBoxes.has(type) ? 'boxes' : this.#header[0] === 0x47 ? 'packets' : 'other';
      if (this.#format !== 'boxes') return;
    }
    if (size === 1 && this.#headerLength < 16) return;
    const boxSize = size === 1 ? Number(view.getBigUint64(8)) : size;
    // A box of size 0 extends to the end of the file; an invalid size ends the check.
    if (boxSize < this.#headerLength) this.#format = 'other';
    this.#bytesLeft = Math.max(0, boxSize - this.#headerLength);
    this.#headerLength = 0;
  }
}
