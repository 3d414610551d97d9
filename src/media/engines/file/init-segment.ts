import type { Box, MediabunnyParts } from 'sealed:mediabunny.js';
import { concat } from '../../../lib/concat.js';

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
  readonly info: object;
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
  return new Uint8Array(concat([ftyp(file), moov({ ...muxer, format, output: { _metadataTags: {} } })].map(serialize)));
}
