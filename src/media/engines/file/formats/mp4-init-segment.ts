import type { Box, MediabunnyParts } from 'sealed:mediabunny.js';
import { bytesOf } from '../../../../lib/bytes-of.js';
import { concat } from '../../../../lib/concat.js';

/** What an init segment says about its only track. */
export interface TrackDescription {
  readonly type: 'video' | 'audio';
  /** The name that the library has for the codec: `avc`, `aac`. */
  readonly codec: string;
  /** Units per second. */
  readonly timescale: number;
  /** The transformation of the video, such as a rotation (ISO/IEC 14496-12, 8.3.2). */
  readonly matrix?: unknown;
  /** What the sample entry needs to know, in the shape that the library writes. */
  readonly info: { readonly decoderConfig: { readonly description?: AllowSharedBufferSource } };
}

/** Where a sample entry of audio contains the bits of a sample (ISO/IEC 14496-12, 12.2.3). */
const sampleSizeOffset = 18;
/** Where the description of a decoder of FLAC contains the bits of a sample: in STREAMINFO (RFC 9639, 8.2), after 8 bytes. */
const flacSampleSizeOffset = 20;

/** Writes how many bits a sample of FLAC has. The library writes 16, and Chromium compares. */
function correctSampleSize({ type, contents, children = [] }: Box, description: AllowSharedBufferSource): void {
  for (const child of children) if (child) correctSampleSize(child, description);
  if (type !== 'fLaC' || !contents) return;
  const [first = 0, second = 0] = bytesOf(description).subarray(flacSampleSizeOffset);
  // The last bit of one byte and the first four of the next, minus one.
  const bits = ((first & 1) << 4) + (second >> 4) + 1;
  new DataView(contents.buffer, contents.byteOffset, contents.byteLength).setUint16(sampleSizeOffset, bits);
}

/** Returns a box with its children as bytes (ISO/IEC 14496-12, 4.2). */
function serialize({ type, contents, children = [] }: Box): Uint8Array {
  const body = [...(contents ? [contents] : []), ...children.flatMap((child) => (child ? [serialize(child)] : []))];
  const header = new Uint8Array(8);
  new DataView(header.buffer).setUint32(
    0,
    body.reduce((sum, { byteLength }) => sum + byteLength, 8)
  );
  header.set(
    [...type].map((letter) => letter.charCodeAt(0)),
    4
  );
  return new Uint8Array(concat([header, ...body]));
}

/** Returns the init segment of a track: the library's `ftyp` and `moov`, of a file that has this track only, in fragments. */
export function initSegment({ ftyp, moov }: MediabunnyParts, { type, codec, timescale, matrix, info }: TrackDescription): Uint8Array {
  const muxer = { creationTime: 0, isFragmented: true, isQuickTime: false, trackDatas: [] as object[] };
  const emptyTables = {
    ...{ samples: [], timeToSampleTable: [], compositionTimeOffsetTable: [], compactlyCodedChunkTable: [], finalizedChunks: [] },
    ...{ startTimestampOffset: null, avgBitrate: 0, maxBitrate: 0 }
  };
  const track = { id: 1, source: { _codec: codec }, metadata: { transformationMatrix: matrix } };
  muxer.trackDatas = [{ ...emptyTables, muxer, type, timescale, track, info }];
  const format = { _options: { metadataFormat: 'mdir' } };
  const file = { isQuickTime: false, holdsAvc: codec === 'avc', fragmented: true, cmaf: false };
  const index = moov({ ...muxer, format, output: { _metadataTags: {} } });
  const { description } = info.decoderConfig;
  if (codec === 'flac' && description) correctSampleSize(index, description);
  return new Uint8Array(concat([ftyp(file), index].map(serialize)));
}
