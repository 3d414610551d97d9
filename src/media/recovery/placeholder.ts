/** An empty `free` box (ISO/IEC 14496-12, 8.1.2): a segment without anything in it. */
const freeBox = Uint8Array.of(0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65);

/** What an engine gets in place of a segment that is missing for good: valid, and empty. */
export const placeholder = ({ pathname }: URL): Uint8Array<ArrayBuffer> =>
  /\.(ts|aac|mp3|ac3|ec3|vtt|webvtt)$/i.test(pathname) ? new Uint8Array(0) : freeBox.slice();
