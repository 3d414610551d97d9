/** The content of a box of MP4 (ISO/IEC 14496-12, 4.2). */
export interface Box {
  readonly type: string;
  readonly content: DataView;
}

/** Returns a part of a view; empty where it would leave the view. */
export const part = (view: DataView, start: number, length = view.byteLength - start): DataView =>
  start >= 0 && length >= 0 && start + length <= view.byteLength
    ? new DataView(view.buffer, view.byteOffset + start, length)
    : new DataView(view.buffer, view.byteOffset, 0);

/** Returns the bytes of a view. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: DataView): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

/** Returns the type and the sizes of the box that begins at `at`; undefined when there is none. */
export function headerAt(view: DataView, at: number): { type: string; header: number; size: number } | undefined {
  if (at + 8 > view.byteLength) return undefined;
  const type = String.fromCharCode(...bytesOf(part(view, at + 4, 4)));
  const short = view.getUint32(at);
  if (short !== 1) return { type, header: 8, size: short === 0 ? view.byteLength - at : short };
  return at + 16 > view.byteLength ? undefined : { type, header: 16, size: Number(view.getBigUint64(at + 8)) };
}

/** Returns the boxes in a content, up to the first that does not fit. */
export function boxesIn(content: DataView): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; ;) {
    const found = headerAt(content, at);
    if (!found || found.size < found.header || at + found.size > content.byteLength) return boxes;
    boxes.push({ type: found.type, content: part(content, at + found.header, found.size - found.header) });
    at += found.size;
  }
}

/** Returns the content of the first box on a path; undefined when there is none. */
export function find(content: DataView, ...path: readonly string[]): DataView | undefined {
  let found: DataView | undefined = content;
  for (const name of path) found = found && boxesIn(found).find(({ type }) => type === name)?.content;
  return found;
}

/** Returns the rows of a table with `columns` 32-bit numbers each, which begin after `head` bytes that end with their number. */
export function rowsOf(table: DataView | undefined, columns: number, head = 8): number[][] {
  if (!table || table.byteLength < head) return [];
  const count = Math.min(table.getUint32(head - 4), Math.floor((table.byteLength - head) / (4 * columns)));
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, column) => table.getUint32(head + (row * columns + column) * 4))
  );
}
