import { bytesOf } from '../../../../lib/bytes-of.js';

/** The content of a box of MP4 (ISO/IEC 14496-12, 4.2). */
export interface Box {
  readonly type: string;
  readonly content: DataView;
}

/** Returns a part of a view; empty where it would leave the view. */
export const subview = (view: DataView, start: number, length = view.byteLength - start): DataView =>
  start >= 0 && length >= 0 && start + length <= view.byteLength
    ? new DataView(view.buffer, view.byteOffset + start, length)
    : new DataView(view.buffer, view.byteOffset, 0);

/** Returns the type and the sizes of the box that begins at `at`; undefined when there is none. */
export function headerAt(view: DataView, at: number): { type: string; headerSize: number; size: number } | undefined {
  if (at + 8 > view.byteLength) return undefined;
  const type = String.fromCharCode(...bytesOf(subview(view, at + 4, 4)));
  const size32 = view.getUint32(at);
  if (size32 !== 1) return { type, headerSize: 8, size: size32 === 0 ? view.byteLength - at : size32 };
  return at + 16 > view.byteLength ? undefined : { type, headerSize: 16, size: Number(view.getBigUint64(at + 8)) };
}

/** Returns the boxes in a content, up to the first that does not fit. */
export function boxesIn(content: DataView): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; ;) {
    const header = headerAt(content, at);
    if (!header || header.size < header.headerSize || at + header.size > content.byteLength) return boxes;
    boxes.push({ type: header.type, content: subview(content, at + header.headerSize, header.size - header.headerSize) });
    at += header.size;
  }
}

/** Returns the content of the first box on a path; undefined when there is none. */
export function findContent(content: DataView, ...path: readonly string[]): DataView | undefined {
  let innerContent: DataView | undefined = content;
  for (const name of path) innerContent = innerContent && boxesIn(innerContent).find(({ type }) => type === name)?.content;
  return innerContent;
}

/** Returns the rows of a table with `columns` 32-bit numbers each, which begin after `head` bytes that end with their number. */
export function rowsOf(table: DataView | undefined, columns: number, head = 8): number[][] {
  if (!table || table.byteLength < head) return [];
  const count = Math.min(table.getUint32(head - 4), Math.floor((table.byteLength - head) / (4 * columns)));
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, column) => table.getUint32(head + (row * columns + column) * 4))
  );
}
