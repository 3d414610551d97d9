/** Joins the chunks of a body. A single chunk that owns its whole buffer is returned without a copy. */
export function concat(pieces: readonly Uint8Array[]): ArrayBuffer {
  const [first] = pieces;
  if (pieces.length === 1 && first && first.byteLength === first.buffer.byteLength) return first.buffer as ArrayBuffer;
  const joined = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.byteLength;
  }
  return joined.buffer;
}
