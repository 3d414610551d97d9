/** The kind, the name and, if not every browser decodes it, the type to ask the browser for. */
type Codec = readonly ['video' | 'audio', name: string, type?: string];

/** A type of no browser, for the codecs that hls.js does not read from a transport stream. */
const unsupportedType = 'none/none';
const ac3: Codec = ['audio', 'AC-3', 'audio/mp4; codecs="ac-3"'];
const eac3: Codec = ['audio', 'E-AC-3', unsupportedType];
const dts: Codec = ['audio', 'DTS', unsupportedType];
const mpegAudio: Codec = ['audio', 'MPEG audio'];

/** Codecs by `stream_type` (ISO/IEC 13818-1, 2.4.4.10; from 0x80, ATSC and HLS). What is not listed is neither audio nor video. */
const codecs = new Map<number, Codec>([
  [0x01, ['video', 'MPEG-1', unsupportedType]],
  [0x02, ['video', 'MPEG-2', unsupportedType]],
  [0x03, mpegAudio],
  [0x04, mpegAudio],
  [0x0f, ['audio', 'AAC']],
  [0x10, ['video', 'MPEG-4 Visual', unsupportedType]],
  [0x11, ['audio', 'AAC in LATM', unsupportedType]],
  [0x1b, ['video', 'H.264']],
  [0x24, ['video', 'HEVC']],
  [0x33, ['video', 'VVC', unsupportedType]],
  [0x42, ['video', 'AVS', unsupportedType]],
  [0x81, ac3],
  [0x82, dts],
  [0x83, ['audio', 'TrueHD', unsupportedType]],
  [0x85, dts],
  [0x87, eac3],
  [0x8a, dts],
  [0xc1, ac3],
  [0xc2, eac3],
  [0xcf, ['audio', 'AAC']],
  [0xdb, ['video', 'H.264']],
  [0xea, ['video', 'VC-1', unsupportedType]]
]);

/** Codecs of private streams (`stream_type` 6), by the tag of their descriptor (ETSI EN 300 468, 6.2). */
const privateCodecs = new Map<number, Codec>([
  [0x6a, ac3],
  [0x7a, ['audio', 'E-AC-3', unsupportedType]],
  [0x7b, dts],
  [0x7c, ['audio', 'AAC in LATM', unsupportedType]]
]);

const packetSize = 188;
/** Packets within which the program map has to begin; segments of HLS begin with it (RFC 8216, 3.2). */
const maxPackets = 500;

/** Yields the payload of each packet in which a section or PES packet starts, with its packet identifier (2.4.3.2). */
function* payloads(bytes: Uint8Array): Generator<readonly [pid: number, payload: Uint8Array]> {
  for (let at = 0; at + packetSize <= bytes.byteLength && at < maxPackets * packetSize; at += packetSize) {
    const packet = bytes.subarray(at, at + packetSize);
    if (packet[0] !== 0x47) return;
    const start = packet[3]! & 0x20 ? 5 + packet[4]! : 4;
    if (packet[1]! & 0x40 && start < packetSize) yield [((packet[1]! & 0x1f) << 8) | packet[2]!, packet.subarray(start)];
  }
}

const twelveBits = (bytes: Uint8Array, at: number): number => ((bytes[at]! & 0x0f) << 8) | bytes[at + 1]!;

/** Returns the codecs that a program map section lists (2.4.4.8); undefined when it continues in another packet. */
function codecsIn(section: Uint8Array): Codec[] | undefined {
  const end = 3 + twelveBits(section, 1) - 4;
  if (section[0] !== 2 || end > section.byteLength) return undefined;
  const listedCodecs: Codec[] = [];
  for (let at = 12 + twelveBits(section, 10); at + 5 <= end;) {
    const nextStream = at + 5 + twelveBits(section, at + 3);
    let codec = codecs.get(section[at]!);
    if (section[at] === 6)
      for (let tag = at + 5; tag + 2 <= Math.min(nextStream, end); tag += 2 + section[tag + 1]!) codec ??= privateCodecs.get(section[tag]!);
    if (codec) listedCodecs.push(codec);
    at = nextStream;
  }
  return listedCodecs;
}

/**
 * Returns why a transport stream cannot be played, by the codecs that its program map lists: it has video of which the browser decodes
 * none, or no video and no audio that it decodes. Undefined when it can be played, and for other containers.
 */
export function undecodable(bytes: Uint8Array, isTypeSupported: (type: string) => boolean): string | undefined {
  let mapPid = -1;
  for (const [pid, payload] of payloads(bytes)) {
    const section = payload.subarray(1 + payload[0]!);
    if (pid === 0 && section.byteLength >= 12) mapPid = ((section[10]! & 0x1f) << 8) | section[11]!;
    if (pid !== mapPid || section.byteLength < 12) continue;
    const listedCodecs = codecsIn(section);
    if (!listedCodecs) return undefined;
    const isDecodable = ([, , type]: Codec) => type === undefined || isTypeSupported(type);
    const videos = listedCodecs.filter(([kind]) => kind === 'video');
    // hls.js stops at E-AC-3, whatever else there is.
    const requiredCodecs = listedCodecs.includes(eac3) ? [eac3] : videos.length > 0 ? videos : listedCodecs;
    if (requiredCodecs.some(isDecodable)) return undefined;
    if (requiredCodecs.length === 0) return 'The segments of this video contain neither audio nor video.';
    return `This browser has no decoder for ${[...new Set(requiredCodecs.map(([, name]) => name))].join(', ')} in the segments of this video.`;
  }
  return undefined;
}
