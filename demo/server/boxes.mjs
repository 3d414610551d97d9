import { box, u32 } from './cmaf-samples.mjs';

export { box, u32 };

/**
 * Returns a box with version and flags.
 * @param {string} type
 * @param {number} version
 * @param {number} flags
 * @param {(Buffer | number[])[]} content
 */
export const fullBox = (type, version, flags, ...content) => box(type, [version, flags >> 16, (flags >> 8) & 255, flags & 255], ...content);

/** @param {number} value */
export const u16 = (value) => Buffer.from([value >> 8, value & 255]);

/** @param {number | bigint} value */
export function u64(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

/**
 * Returns the children of a box, or the boxes of a file, in order.
 * @param {Buffer} bytes
 * @returns {{ type: string, bytes: Buffer, body: Buffer }[]}
 */
export function children(bytes) {
  const boxes = [];
  for (let offset = 0; offset + 8 <= bytes.length; offset += bytes.readUInt32BE(offset)) {
    const boxBytes = bytes.subarray(offset, offset + bytes.readUInt32BE(offset));
    boxes.push({ type: boxBytes.toString('latin1', 4, 8), bytes: boxBytes, body: boxBytes.subarray(8) });
  }
  return boxes;
}

/** Returns the body of the box at the end of a path of types. @param {Buffer} bytes @param {string[]} path */
export function bodyAt(bytes, ...path) {
  let body = bytes;
  for (const type of path) {
    const child = children(body).find((each) => each.type === type);
    if (!child) throw new Error(`no ${type} box`);
    body = child.body;
  }
  return body;
}

/**
 * Replaces the box at the end of a path of types, and corrects the sizes of the boxes around it.
 * @param {Buffer} bytes @param {string[]} path @param {(body: Buffer) => Buffer} rebuild returns the new boxes for the old body
 * @returns {Buffer}
 */
export function replaceAt(bytes, [type, ...remainingPath], rebuild) {
  const parts = children(bytes).map((child) => {
    if (child.type !== type) return child.bytes;
    return remainingPath.length > 0 ? box(type, replaceAt(child.body, remainingPath, rebuild)) : rebuild(child.body);
  });
  return Buffer.concat(parts);
}
