import { concat } from '../../../../lib/concat.js';
import type { FragmentFormat, FragmentWriter, Packet } from './fragment-format.js';

/** What an init segment of WebM says about its only track. */
export interface WebmTrack {
  readonly codecId: 'V_VP8' | 'A_VORBIS';
  /** The bytes that a decoder needs before the first packet. */
  readonly codecPrivate: Uint8Array | undefined;
  /** In pixels; undefined for audio. */
  readonly size: { readonly width: number; readonly height: number; readonly displayWidth: number } | undefined;
  /** The sampling frequency in hertz; undefined for video. */
  readonly audio: { readonly samplingFrequency: number; readonly channels: number } | undefined;
}

/** IDs of elements (RFC 8794; RFC 9559, 5). */
const ids = {
  ...{ header: 0x1a45dfa3, docType: 0x4282, docTypeVersion: 0x4287, docTypeReadVersion: 0x4285 },
  ...{ segment: 0x18538067, info: 0x1549a966, timestampScale: 0x2ad7b1, muxingApp: 0x4d80, writingApp: 0x5741 },
  ...{ tracks: 0x1654ae6b, trackEntry: 0xae, trackNumber: 0xd7, trackUid: 0x73c5, trackType: 0x83, codecId: 0x86, codecPrivate: 0x63a2 },
  ...{ video: 0xe0, pixelWidth: 0xb0, pixelHeight: 0xba, displayWidth: 0x54b0, displayHeight: 0x54ba },
  ...{ audio: 0xe1, samplingFrequency: 0xb5, channels: 0x9f },
  ...{ cluster: 0x1f43b675, timestamp: 0xe7, simpleBlock: 0xa3 }
} as const;

/** Nanoseconds of a unit of a timestamp, and units in a second. */
const timestampScale = 1_000_000;
const unitsPerSecond = 1000;
/** The maximum of the 16 bits in which a block says how much later than its cluster it is. */
const maxBlockOffset = 0x7fff;

const idBytes = (id: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, id);
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0));
};

/** Returns an element. Its size has eight bytes, because no reader needs the shortest form. */
function element(id: keyof typeof ids, ...content: readonly Uint8Array[]): Uint8Array {
  const size = new Uint8Array(8);
  const view = new DataView(size.buffer);
  view.setBigUint64(0, BigInt(content.reduce((sum, { byteLength }) => sum + byteLength, 0)));
  view.setUint8(0, 0x01);
  return new Uint8Array(concat([idBytes(ids[id]), size, ...content]));
}

const text = (id: keyof typeof ids, value: string) => element(id, new TextEncoder().encode(value));

function integer(id: keyof typeof ids, value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return element(id, bytes);
}

function float(id: keyof typeof ids, value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return element(id, bytes);
}

function initSegment({ codecId, codecPrivate, size, audio }: WebmTrack): Uint8Array {
  const trackEntry = [
    integer('trackNumber', 1),
    integer('trackUid', 1),
    integer('trackType', size ? 1 : 2),
    text('codecId', codecId),
    ...(codecPrivate ? [element('codecPrivate', codecPrivate)] : []),
    ...(size
      ? [
          element(
            'video',
            integer('pixelWidth', size.width),
            integer('pixelHeight', size.height),
            integer('displayWidth', size.displayWidth),
            integer('displayHeight', size.height)
          )
        ]
      : []),
    ...(audio ? [element('audio', float('samplingFrequency', audio.samplingFrequency), integer('channels', audio.channels))] : [])
  ];
  // All bits of its size set: the segment has no known end (RFC 8794, 6.2).
  const segment = concat([idBytes(ids.segment), Uint8Array.of(0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)]);
  return new Uint8Array(
    concat([
      element('header', text('docType', 'webm'), integer('docTypeVersion', 4), integer('docTypeReadVersion', 2)),
      new Uint8Array(segment),
      element('info', integer('timestampScale', timestampScale), text('muxingApp', 'jet-player'), text('writingApp', 'jet-player')),
      element('tracks', element('trackEntry', ...trackEntry))
    ])
  );
}

const unitsOf = ({ timestamp }: Packet): number => Math.max(0, Math.round(timestamp * unitsPerSecond));

function cluster(packets: readonly Packet[], start: number): Uint8Array {
  const blocks = packets.map((packet) => {
    const header = new Uint8Array(4);
    const view = new DataView(header.buffer);
    // Track 1 as a variable-size integer, the offset from the cluster, and the flag of a key frame (RFC 9559, 10.2).
    view.setUint8(0, 0x81);
    view.setInt16(1, unitsOf(packet) - start);
    view.setUint8(3, packet.type === 'key' ? 0x80 : 0);
    return element('simpleBlock', header, packet.data);
  });
  return element('cluster', integer('timestamp', start), ...blocks);
}

/** Writes packets as clusters of WebM (RFC 9559, 5.1.3). */
class WebmFragmentWriter implements FragmentWriter {
  reset(): void {
    // Every cluster has its own timestamp.
  }

  write(packets: readonly Packet[]): Uint8Array {
    const clusters: Uint8Array[] = [];
    for (let first = 0; first < packets.length;) {
      const start = unitsOf(packets[first]!);
      const length = packets.slice(first).findIndex((packet) => unitsOf(packet) - start > maxBlockOffset);
      const end = length === -1 ? packets.length : first + length;
      clusters.push(cluster(packets.slice(first, end), start));
      first = end;
    }
    return new Uint8Array(concat(clusters));
  }
}

/** Returns the format for a track whose codec browsers accept in WebM only. */
export const webmFormat = (track: WebmTrack): FragmentFormat => ({
  init: initSegment(track),
  createWriter: () => new WebmFragmentWriter()
});
