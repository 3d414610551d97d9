/** Returns the number in the extended UTF-8 of the format, and its length in bytes; undefined when it is none. */
function readCodedNumber(bytes: Uint8Array): readonly [value: number, length: number] | undefined {
  const first = bytes[0]!;
  const length = Math.clz32(~(first << 24));
  if (length === 0) return [first, 1];
  if (length === 1 || length > 7 || bytes.length < length) return undefined;
  let value = first & (0x7f >> length);
  for (const byte of bytes.subarray(1, length)) {
    if (byte >> 6 !== 0b10) return undefined;
    value = value * 64 + (byte & 0x3f);
  }
  return [value, length];
}

/** CRC-8 with the polynomial x^8 + x^2 + x + 1. */
function crc8(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1;
  }
  return crc;
}

/**
 * Returns the number of the first sample of the FLAC frame whose header these bytes begin with (RFC 9639, 9.1), counted from the start of the
 * stream; undefined when they begin with no header. `blockSize` is that of every block in a stream whose blocks are equal, in samples.
 */
export function readFirstSample(bytes: Uint8Array, blockSize: number): number | undefined {
  if (bytes.length < 6 || bytes[0] !== 0xff || (bytes[1]! & 0xfe) !== 0xf8) return undefined;
  const [blockCode, rateCode] = [bytes[2]! >> 4, bytes[2]! & 0x0f];
  if (blockCode === 0 || rateCode === 15 || bytes[3]! & 1) return undefined;
  const coded = readCodedNumber(bytes.subarray(4));
  if (!coded) return undefined;
  // Some codes say that the block size or the sample rate follows the coded number.
  const blockSizeBytes = blockCode === 6 ? 1 : blockCode === 7 ? 2 : 0;
  const rateBytes = rateCode === 12 ? 1 : rateCode > 12 ? 2 : 0;
  const length = 4 + coded[1] + blockSizeBytes + rateBytes;
  if (bytes.length <= length || crc8(bytes.subarray(0, length)) !== bytes[length]) return undefined;
  const hasVariableBlocks = (bytes[1]! & 1) === 1;
  return hasVariableBlocks ? coded[0] : coded[0] * blockSize;
}
