/** Boxes that may stand at the beginning of an ISO media segment (ISO/IEC 14496-12). */
const firstBoxes = new Set(['ftyp', 'styp', 'moov', 'moof', 'sidx', 'emsg', 'prft', 'free', 'skip', 'uuid', 'mdat']);

const page = /^\s*(?:<(?:!doctype|html|head|body|\?xml|script)|\{\s*")/i;

/**
 * Whether the beginning of a segment is a page or a message and not media: a captive portal's login, a server's apology. Judged by
 * its bytes alone, for servers name the type of a segment as they like.
 */
export const isForeign = (start: Uint8Array): boolean => page.test(new TextDecoder('latin1').decode(start.subarray(0, 64)));

/**
 * Follows a segment's bytes as they pass, and knows at their end whether something is missing.
 *
 * An engine cannot tell: what it appends of a cut box stays open in the decoder, and swallows the beginning of the next segment.
 * It judges ISO boxes and transport stream packets; of anything else it says that it is whole.
 */
export class CutCheck {
  #format: 'unknown' | 'boxes' | 'packets' | 'other' = 'unknown';
  #head = new Uint8Array(16);
  #held = 0;
  /** Bytes until the next box begins. */
  #left = 0;
  #length = 0;
  #synced = false;

  take(chunk: Uint8Array): void {
    // The second packet's sync byte, without which an encrypted segment might pass for a transport stream.
    if (this.#length <= 188 && this.#length + chunk.byteLength > 188) this.#synced = chunk[188 - this.#length] === 0x47;
    this.#length += chunk.byteLength;
    let at = 0;
    while (at < chunk.byteLength && this.#format !== 'other' && this.#format !== 'packets') {
      if (this.#left > 0) {
        const step = Math.min(this.#left, chunk.byteLength - at);
        this.#left -= step;
        at += step;
        continue;
      }
      this.#head[this.#held++] = chunk[at++]!;
      if (this.#held >= 8) this.#readHead();
    }
  }

  /** The bytes that passed are not a whole number of boxes, or of packets. */
  get cut(): boolean {
    if (this.#format === 'boxes') return this.#left > 0 || this.#held > 0;
    if (this.#format === 'packets') return this.#synced && this.#length % 188 !== 0;
    return false;
  }

  #readHead(): void {
    const view = new DataView(this.#head.buffer);
    const size = view.getUint32(0);
    const type = String.fromCharCode(...this.#head.subarray(4, 8));
    if (this.#format === 'unknown') {
      this.#format = firstBoxes.has(type) ? 'boxes' : this.#head[0] === 0x47 ? 'packets' : 'other';
      if (this.#format !== 'boxes') return;
    }
    if (size === 1 && this.#held < 16) return;
    const whole = size === 1 ? Number(view.getBigUint64(8)) : size;
    // A box of size 0 reaches to the end of the file; a size that is none ends the judging.
    if (whole < this.#held) this.#format = 'other';
    this.#left = Math.max(0, whole - this.#held);
    this.#held = 0;
  }
}
