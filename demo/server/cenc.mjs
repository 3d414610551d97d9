import { createCipheriv } from 'node:crypto';
import { readFragment, writeChunk } from './cmaf-samples.mjs';
import { box, bodyAt, fullBox, replaceAt, u16, u32 } from './boxes.mjs';

/** A key and its id, in hexadecimal: 16 bytes each. @typedef {{ id: string, key: string }} Key */

/** The system id of the common PSSH box, which ClearKey reads (W3C "cenc" initialization data). */
const common = '1077efecc0b24d02ace33c1e52e2fb4b';

const ivSize = 8;

/** @param {Key} key */
const pssh = ({ id }) => fullBox('pssh', 1, 0, Buffer.from(common, 'hex'), u32(1), Buffer.from(id, 'hex'), u32(0));

/**
 * Returns the init segment for samples that are encrypted with `key` in the scheme `cenc` (ISO/IEC 23001-7).
 * @param {Buffer} init @param {Key} key
 */
export function encryptInit(init, key) {
  const protectedInit = replaceAt(init, ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd'], (stsd) => {
    const entry = stsd.subarray(8);
    const format = entry.toString('latin1', 4, 8);
    const tenc = fullBox('tenc', 0, 0, [0, 0, 1, ivSize], Buffer.from(key.id, 'hex'));
    const sinf = box(
      'sinf',
      box('frma', Buffer.from(format, 'latin1')),
      fullBox('schm', 0, 0, Buffer.from('cenc'), u32(0x10000)),
      box('schi', tenc)
    );
    return box('stsd', stsd.subarray(0, 8), box(format === 'mp4a' ? 'enca' : 'encv', entry.subarray(8), sinf));
  });
  return replaceAt(protectedInit, ['moov'], (moov) => box('moov', moov, pssh(key)));
}

/** Returns whether the samples are H.264, in which the header of every NAL unit stays readable. @param {Buffer} init */
export const isVideo = (init) => bodyAt(init, 'moov', 'trak', 'mdia', 'hdlr').toString('latin1', 8, 12) === 'vide';

/** Returns the numbers of clear and encrypted bytes of a sample, alternately. @param {Buffer} sample @param {boolean} video */
function subsamples(sample, video) {
  if (!video) return [];
  const parts = [];
  for (let at = 0, length; at < sample.length; at += length) {
    length = sample.readUInt32BE(at) + 4;
    // Slice headers stay clear; whole blocks are encrypted.
    const hidden = Math.max(0, Math.floor((length - 96) / 16) * 16);
    parts.push({ clear: length - hidden, hidden });
  }
  return parts;
}

/**
 * Encrypts the samples of a segment, and adds the boxes that a decryptor needs (`senc`, `saiz`, `saio`).
 * @param {Buffer} segment @param {Key} key @param {boolean} video
 */
export function encryptSegment(segment, { key }, video) {
  const fragment = readFragment(segment);
  const entries = [];
  const samples = fragment.samples.map((sample, index) => {
    const iv = Buffer.alloc(16);
    iv.writeUInt32BE(Number(fragment.time & 0xffffffffn), 0);
    iv.writeUInt32BE(index, 4);
    const cipher = createCipheriv('aes-128-ctr', Buffer.from(key, 'hex'), iv);
    const parts = subsamples(sample.bytes, video);
    const bytes = Buffer.from(sample.bytes);
    let at = 0;
    for (const { clear, hidden } of parts.length > 0 ? parts : [{ clear: 0, hidden: bytes.length }]) {
      cipher.update(bytes.subarray(at + clear, at + clear + hidden)).copy(bytes, at + clear);
      at += clear + hidden;
    }
    const list = video ? [u16(parts.length), ...parts.flatMap(({ clear, hidden }) => [u16(clear), u32(hidden)])] : [];
    entries.push(Buffer.concat([iv.subarray(0, ivSize), ...list]));
    return { ...sample, bytes };
  });
  const senc = fullBox('senc', 0, video ? 2 : 0, u32(entries.length), ...entries);
  const saiz = fullBox(
    'saiz',
    0,
    0,
    [0],
    u32(entries.length),
    entries.map(({ length }) => length)
  );
  // saio points from the start of the moof to the first entry: senc is the last box, so its position follows from the total size.
  const saio = (offset) => fullBox('saio', 0, 0, u32(1), u32(offset));
  const sized = writeChunk({ ...fragment, samples }, [saiz, saio(0), senc]);
  const moof = sized.readUInt32BE(0);
  return writeChunk({ ...fragment, samples }, [saiz, saio(moof - senc.length + 16), senc]);
}
