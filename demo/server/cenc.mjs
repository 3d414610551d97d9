import { createCipheriv } from 'node:crypto';
import { readFragment, writeChunk } from './cmaf-samples.mjs';
import { box, bodyAt, fullBox, replaceAt, u16, u32 } from './boxes.mjs';

/** A key and its id, in hexadecimal: 16 bytes each. @typedef {{ id: string, key: string }} Key */

/** The system id of the common PSSH box, which ClearKey reads (W3C "cenc" initialization data). */
const commonSystemId = '1077efecc0b24d02ace33c1e52e2fb4b';

const ivSize = 8;

/** @param {Key} key */
const pssh = ({ id }) => fullBox('pssh', 1, 0, Buffer.from(commonSystemId, 'hex'), u32(1), Buffer.from(id, 'hex'), u32(0));

/**
 * Returns the init segment for samples that are encrypted with `key` in the scheme `cenc` (ISO/IEC 23001-7).
 * @param {Buffer} init @param {Key} key
 */
export function encryptInit(init, key) {
  const protectedInit = replaceAt(init, ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd'], (stsdBody) => {
    const entry = stsdBody.subarray(8);
    const format = entry.toString('latin1', 4, 8);
    const tenc = fullBox('tenc', 0, 0, [0, 0, 1, ivSize], Buffer.from(key.id, 'hex'));
    const sinf = box(
      'sinf',
      box('frma', Buffer.from(format, 'latin1')),
      fullBox('schm', 0, 0, Buffer.from('cenc'), u32(0x10000)),
      box('schi', tenc)
    );
    return box('stsd', stsdBody.subarray(0, 8), box(format === 'mp4a' ? 'enca' : 'encv', entry.subarray(8), sinf));
  });
  return replaceAt(protectedInit, ['moov'], (moovBody) => box('moov', moovBody, pssh(key)));
}

/** Whether the track is video, which is H.264 in this demo: the header of every NAL unit stays clear. @param {Buffer} init */
export const isVideo = (init) => bodyAt(init, 'moov', 'trak', 'mdia', 'hdlr').toString('latin1', 8, 12) === 'vide';

/** Returns the numbers of clear and of encrypted bytes of a sample, in turn. @param {Buffer} sample @param {boolean} isVideoTrack */
function subsamples(sample, isVideoTrack) {
  if (!isVideoTrack) return [];
  const parts = [];
  for (let offset = 0, length; offset < sample.length; offset += length) {
    length = sample.readUInt32BE(offset) + 4;
    // Slice headers stay clear; whole blocks are encrypted.
    const encryptedBytes = Math.max(0, Math.floor((length - 96) / 16) * 16);
    parts.push({ clear: length - encryptedBytes, encrypted: encryptedBytes });
  }
  return parts;
}

/**
 * Encrypts the samples of a segment, and adds the boxes that a decryptor needs (`senc`, `saiz`, `saio`).
 * @param {Buffer} segment @param {Key} key @param {boolean} isVideoTrack
 */
export function encryptSegment(segment, { key }, isVideoTrack) {
  const fragment = readFragment(segment);
  const entries = [];
  const samples = fragment.samples.map((sample, index) => {
    const iv = Buffer.alloc(16);
    iv.writeUInt32BE(Number(fragment.time & 0xffffffffn), 0);
    iv.writeUInt32BE(index, 4);
    const cipher = createCipheriv('aes-128-ctr', Buffer.from(key, 'hex'), iv);
    const parts = subsamples(sample.bytes, isVideoTrack);
    const bytes = Buffer.from(sample.bytes);
    let offset = 0;
    for (const { clear, encrypted } of parts.length > 0 ? parts : [{ clear: 0, encrypted: bytes.length }]) {
      cipher.update(bytes.subarray(offset + clear, offset + clear + encrypted)).copy(bytes, offset + clear);
      offset += clear + encrypted;
    }
    const subsampleTable = isVideoTrack
      ? [u16(parts.length), ...parts.flatMap(({ clear, encrypted }) => [u16(clear), u32(encrypted)])]
      : [];
    entries.push(Buffer.concat([iv.subarray(0, ivSize), ...subsampleTable]));
    return { ...sample, bytes };
  });
  const senc = fullBox('senc', 0, isVideoTrack ? 2 : 0, u32(entries.length), ...entries);
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
  const provisionalChunk = writeChunk({ ...fragment, samples }, [saiz, saio(0), senc]);
  const moofSize = provisionalChunk.readUInt32BE(0);
  return writeChunk({ ...fragment, samples }, [saiz, saio(moofSize - senc.length + 16), senc]);
}
