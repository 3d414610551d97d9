import { box, u32 } from './cmaf-samples.mjs';

export { box, u32 };

/** A box with version and flags. @param {string} type @param {number} version @param {number} flags @param {(Buffer | number[])[]} content */
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
 * The children of a box, or of a file, in order.
 * @param {Buffer} bytes
 * @returns {{ type: string, bytes: Buffer, body: Buffer }[]}
 */
export function children(bytes) {
  const found = [];
  for (let at = 0; at + 8 <= bytes.length; at += bytes.readUInt32BE(at)) {
    const whole = bytes.subarray(at, at + bytes.readUInt32BE(at));
    found.push({ type: whole.toString('latin1', 4, 8), bytes: whole, body: whole.subarray(8) });
  }
  return found;
}

/** The body of the box at the end of a path of types. @param {Buffer} bytes @param {string[]} path */
export function bodyAt(bytes, ...path) {
  let body = bytes;
  for (const type of path) {
    const next = children(body).find((child) => child.type === type);
    if (!next) throw new Error(`no ${type} box`);
    body = next.body;
  }
  return body;
}

/**
 * The same bytes with the box at the end of a path of types rebuilt from its body, and every enclosing size corrected.
 * @param {Buffer} bytes @param {string[]} path @param {(body: Buffer) => Buffer} remake gives whole boxes
 * @returns {Buffer}
 */
export function replaceAt(bytes, [type, ...deeper], remake) {
  const parts = children(bytes).map((child) => {
    if (child.type !== type) return child.bytes;
    return deeper.length > 0 ? box(type, replaceAt(child.body, deeper, remake)) : remake(child.body);
  });
  return Buffer.concat(parts);
}
