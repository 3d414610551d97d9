import { readFragment, writeChunk } from '../../../../demo/server/cmaf-samples.mjs';
import { u32 } from '../../../../demo/server/boxes.mjs';

/** Adds the odd parity bit (CTA-608, 8.1). @param {number} byte */
function withOddParity(byte) {
  const ones = byte.toString(2).replaceAll('0', '').length;
  return byte | (ones % 2 === 0 ? 0x80 : 0);
}

const controlCode = (/** @type {number} */ command) => [0x14, command];
/** The commands "resume caption loading", "erase non-displayed memory" and "end of caption", which displays it. */
const [resume, erase, show] = [0x20, 0x2e, 0x2f].map(controlCode);
/** The preamble of row 15, column 0, in white. */
const position = [0x14, 0x60];

/** Returns the byte pairs that load a line of text and then display it. @param {string} text at most 32 basic characters */
function popOnCaption(text) {
  const padded = text.length % 2 === 0 ? text : `${text} `;
  const letters = Array.from({ length: padded.length / 2 }, (_, index) => [padded.charCodeAt(index * 2), padded.charCodeAt(index * 2 + 1)]);
  return [resume, erase, position, ...letters, show];
}

/** Returns one byte pair as an H.264 SEI message (ITU-T T.35, ATSC A/53), in a NAL unit with its length. @param {number[]} pair */
function captionUnit(pair) {
  const captionData = [0x47, 0x41, 0x39, 0x34, 0x03, 0x41, 0xff, 0xfc, ...pair.map(withOddParity), 0xff];
  const payload = [0xb5, 0x00, 0x31, ...captionData];
  const unit = Buffer.from([0x06, 0x04, payload.length, ...payload, 0x80]);
  return Buffer.concat([u32(unit.length), unit]);
}

/**
 * Returns a video segment that shows `text` as CEA-608 captions from shortly after its start. Each frame carries one byte pair.
 * @param {Buffer} segment @param {string} text
 */
export function withCea608(segment, text) {
  const fragment = readFragment(segment);
  const pairs = popOnCaption(text);
  const samples = fragment.samples.map((sample, index) =>
    pairs[index] ? { ...sample, bytes: Buffer.concat([captionUnit(pairs[index]), sample.bytes]) } : sample
  );
  return writeChunk({ ...fragment, samples });
}
