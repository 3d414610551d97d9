import type { FileBytes } from '../file-bytes.js';
import { headerAt } from './boxes.js';

/** A larger description of a fragment is not read. */
const maxFragmentBytes = 1_000_000;
/** The boxes outside of all others in a fragmented file (ISO/IEC 14496-12, 6.2.3). */
const knownBoxes = /^(ftyp|pdin|moov|styp|sidx|ssix|prft|emsg|moof|mdat|free|skip|uuid|meta|mfra)$/;

export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength);

/** Finds the fragments of an MP4 file among the bytes that are received, and requests none itself. */
export class FragmentFinder {
  readonly #bytes: FileBytes;
  readonly #onFragment: (moof: DataView, position: number) => void;
  /** Where each box begins and ends. */
  readonly #boxes = new Map<number, number>();
  /** Where the next box begins; infinite while this is unknown. */
  #next = 0;
  #isReading = false;

  /** `onFragment` is called with the content of each `moof` box and its position in the file, once. */
  constructor(bytes: FileBytes, onFragment: (moof: DataView, position: number) => void) {
    this.#bytes = bytes;
    this.#onFragment = onFragment;
  }

  /** Called with the position of bytes that have been received. */
  onBytes(start: number): void {
    const bytes = this.#bytes;
    // A new response, after a seek: it begins with a box, or inside of one that is known.
    if (start > 0 && !bytes.isReceived(start - 1) && !bytes.isReceived(this.#next)) this.#next = this.#boxAround(start) ?? start;
    void this.#read();
  }

  /** Returns the end of the known box inside of which a position is. */
  #boxAround(position: number): number | undefined {
    for (const [start, end] of this.#boxes) if (start < position && position < end) return end;
    return undefined;
  }

  #hasReceived(start: number, end: number): boolean {
    return this.#bytes.isReceived(start) && this.#bytes.isReceived(end - 1);
  }

  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (await this.#readBox());
    } catch {
      // A seek ends every read. What follows is read when its bytes are received.
    } finally {
      this.#isReading = false;
    }
  }

  /** Reads the next box. Resolves to false when it has not been received, or is none. */
  async #readBox(): Promise<boolean> {
    const bytes = this.#bytes;
    const start = this.#next;
    let end = this.#boxes.get(start);
    if (end === undefined) {
      const headerEnd = Math.min(start + 16, bytes.size);
      if (!this.#hasReceived(start, headerEnd)) return false;
      const header = headerAt(viewOf(await bytes.read(start, headerEnd)), 0);
      if (!header || header.size < header.headerSize || !knownBoxes.test(header.type)) {
        this.#next = Infinity;
        return false;
      }
      end = start + header.size;
      if (header.type === 'moof' && header.size <= maxFragmentBytes) {
        if (!this.#hasReceived(start, end)) return false;
        this.#onFragment(viewOf(await bytes.read(start + header.headerSize, end)), start);
      }
      this.#boxes.set(start, end);
    }
    if (this.#next === start) this.#next = end;
    return true;
  }
}
