import { readLimited } from '../../../lib/read-limited.js';
import type { MediaGuard } from '../../network/media-guard.js';

/** Bytes of one request for box headers. */
const requestBytes = 64 * 1024;
/** Maximum number of bytes of a `moov` that are read. */
const maxMoovBytes = 4 * 1024 * 1024;
/** Maximum number of requests for one file. */
const maxRequests = 8;
/** The first box of an MP4 file; other files, such as MP3, are not read further. */
const firstBoxes = new Set(['ftyp', 'styp', 'moov', 'moof', 'mdat', 'free', 'skip', 'wide']);

interface Box {
  readonly type: string;
  /** Of the content, and of what follows it; `end` may lie after the available bytes. */
  readonly start: number;
  readonly end: number;
}

/** Reads the boxes (ISO/IEC 14496-12, 4.2) of which `bytes` contain the header. */
function* boxesIn(bytes: Uint8Array, from = 0, to = bytes.byteLength): Generator<Box> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at + 16 <= to;) {
    const size = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const header = size === 1 ? 16 : 8;
    const end = size === 0 ? Infinity : at + (size === 1 ? Number(view.getBigUint64(at + 8)) : size);
    if (end < at + header) return;
    yield { type, start: at + header, end };
    at = end;
  }
}

/** Sample entries of video (MP4 Registration Authority). */
const videoEntries = /^(?:avc|hvc|hev|dvh|dva|vvc|vvi|av01|vp0|mp4v|s263|ap[co]|mjp2)/;

const trackPath = new Set(['trak', 'mdia', 'minf', 'stbl']);

/** Returns the type of the first sample entry of the first video track in the content of a `moov` (8.5.2). */
function videoEntry(bytes: Uint8Array, from: number, to: number, track = { handler: '', entry: '' }): string | undefined {
  for (const { type, start, end } of boxesIn(bytes, from, to)) {
    const contentEnd = Math.min(end, to);
    const nameAt = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
    if (type === 'hdlr') track.handler = nameAt(start + 8);
    // After the version, the flags and the count come the size and the type of the first entry.
    if (type === 'stsd') track.entry = nameAt(start + 12);
    const entryType = trackPath.has(type) ? videoEntry(bytes, start, contentEnd, type === 'trak' ? undefined : track) : undefined;
    if (entryType) return entryType;
  }
  // Other entries, such as the JPEG images of an audiobook's chapters, are not meant to play as a video.
  return track.handler === 'vide' && videoEntries.test(track.entry) ? track.entry : undefined;
}

/**
 * Returns the sample entry of an MP4 file's video track (`hvc1`), read through the guard: a browser that has no decoder for it plays the
 * audio alone and reports no error. Undefined for a file without video, for another container, and when the server sends no byte ranges.
 */
export async function videoCodecOf(guard: MediaGuard, url: URL, signal: AbortSignal): Promise<string | undefined> {
  const readRange = async (from: number, length: number): Promise<Uint8Array | undefined> => {
    const response = await guard.fetch(url, 'segment', { headers: { range: `bytes=${from}-${from + length - 1}` }, signal });
    if (response.status === 206) return new Uint8Array(await (await readLimited(response, length)).arrayBuffer());
    await response.body?.cancel();
    return undefined;
  };
  for (let offset = 0, requests = 1; requests < maxRequests && offset < Infinity; requests++) {
    const bytes = await readRange(offset, requestBytes);
    if (!bytes) return undefined;
    let nextOffset = Infinity;
    for (const { type, start, end } of boxesIn(bytes)) {
      if (offset === 0 && nextOffset === Infinity && !firstBoxes.has(type)) return undefined;
      nextOffset = offset + end;
      if (type !== 'moov') continue;
      const available =
        end <= bytes.byteLength ? bytes.subarray(start, end) : await readRange(offset + start, Math.min(end - start, maxMoovBytes));
      return available && videoEntry(available, 0, available.byteLength);
    }
    offset = nextOffset;
  }
  return undefined;
}
