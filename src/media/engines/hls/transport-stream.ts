/** Bytes of a packet (ISO/IEC 13818-1, 2.4.3.2). */
export const packetBytes = 188;

const syncByte = 0x47;

/** One elementary stream of a program map. */
interface ElementaryStream {
  readonly type: number;
  readonly pid: number;
}

/** What a segment contains. */
export interface TransportStream {
  /** Offset of the payload of the program map in bytes, and that of its packet. */
  readonly programMap: { readonly packet: number; readonly payload: number } | undefined;
  readonly streams: readonly ElementaryStream[];
  /** The offset, in bytes, of the payload of the first packet that begins a unit, by PID. */
  readonly firstPayloads: ReadonlyMap<number, number>;
  /** The earliest and the latest presentation timestamp by PID, in units of 90 kHz. */
  readonly times: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
}

/** Whether bytes are whole packets of a transport stream that is not encrypted as a whole. */
export const isTransportStream = (bytes: Uint8Array): boolean =>
  bytes.length >= packetBytes * 2 && bytes.length % packetBytes === 0 && bytes[0] === syncByte && bytes[packetBytes] === syncByte;

/** Reads the program map and the timestamps of a segment with one program. */
export function readTransportStream(bytes: Uint8Array): TransportStream {
  let mapPid = -1;
  let programMap: TransportStream['programMap'];
  let streams: ElementaryStream[] = [];
  const firstPayloads = new Map<number, number>();
  const times = new Map<number, { from: number; to: number }>();
  for (let at = 0; at + packetBytes <= bytes.length; at += packetBytes) {
    const pid = ((bytes[at + 1]! & 0x1f) << 8) | bytes[at + 2]!;
    const payload = at + 4 + (bytes[at + 3]! & 0x20 ? bytes[at + 4]! + 1 : 0);
    if (!(bytes[at + 1]! & 0x40) || !(bytes[at + 3]! & 0x10) || payload + 14 > at + packetBytes) continue;
    if (pid === 0) {
      const section = payload + 1 + bytes[payload]!;
      if (section + 12 <= at + packetBytes) mapPid = ((bytes[section + 10]! & 0x1f) << 8) | bytes[section + 11]!;
    } else if (pid === mapPid) {
      programMap ??= { packet: at, payload };
      if (streams.length === 0) streams = streamsOf(bytes.subarray(payload + 1 + bytes[payload]!, at + packetBytes));
    } else {
      if (!firstPayloads.has(pid)) firstPayloads.set(pid, payload);
      const time = timestampOf(bytes, payload);
      if (time === undefined) continue;
      const { from, to } = times.get(pid) ?? { from: time, to: time };
      times.set(pid, { from: Math.min(from, time), to: Math.max(to, time) });
    }
  }
  return { programMap, streams, firstPayloads, times };
}

/** Reads the elementary streams of a program map section (2.4.4.9). */
function streamsOf(section: Uint8Array): ElementaryStream[] {
  const end = 3 + (((section[1]! & 0x0f) << 8) | section[2]!) - 4;
  const streams: ElementaryStream[] = [];
  let at = 12 + (((section[10]! & 0x0f) << 8) | section[11]!);
  while (at + 5 <= Math.min(end, section.length)) {
    streams.push({ type: section[at]!, pid: ((section[at + 1]! & 0x1f) << 8) | section[at + 2]! });
    at += 5 + (((section[at + 3]! & 0x0f) << 8) | section[at + 4]!);
  }
  return streams;
}

/** Returns the presentation timestamp of a PES packet (2.4.3.7), or undefined. */
function timestampOf(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at] !== 0 || bytes[at + 1] !== 0 || bytes[at + 2] !== 1 || !(bytes[at + 7]! & 0x80)) return undefined;
  const [a, b, c, d, e] = bytes.subarray(at + 9, at + 14) as unknown as [number, number, number, number, number];
  return (a & 0x0e) * 2 ** 29 + b * 2 ** 22 + (c & 0xfe) * 2 ** 14 + d * 2 ** 7 + (e >> 1);
}

/** Returns the payload of a program map with one more elementary stream. Undefined when it does not fit in its packet. */
export function withStream(payload: Uint8Array, type: number, pid: number): Uint8Array | undefined {
  const start = 1 + payload[0]!;
  const length = ((payload[start + 1]! & 0x0f) << 8) | payload[start + 2]!;
  const end = start + 3 + length - 4;
  if (end + 9 > payload.length || length < 13) return undefined;
  const extended = payload.slice();
  extended.set([type, 0xe0 | (pid >> 8), pid & 0xff, 0xf0, 0], end);
  extended[start + 1] = (payload[start + 1]! & 0xf0) | ((length + 5) >> 8);
  extended[start + 2] = (length + 5) & 0xff;
  new DataView(extended.buffer).setUint32(end + 5, checksum(extended.subarray(start, end + 5)));
  return extended;
}

/** The checksum of a section (Annex A). */
function checksum(section: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of section) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

/** Writes a PES packet with a timestamp in units of 90 kHz as one packet of a transport stream; the rest is stuffing. */
export function writeUnit(pid: number, counter: number, time: number, data: Uint8Array): Uint8Array {
  const high = Math.floor(time / 2 ** 30) & 7;
  const low = time % 2 ** 30;
  const length = data.length + 8;
  const pes = [0, 0, 1, 0xc0, length >> 8, length & 0xff, 0x80, 0x80, 5];
  pes.push(0x21 | (high << 1), (low >> 22) & 0xff, ((low >> 14) & 0xfe) | 1, (low >> 7) & 0xff, ((low << 1) & 0xfe) | 1, ...data);
  const packet = new Uint8Array(packetBytes).fill(0xff);
  const stuffing = packetBytes - 5 - pes.length;
  packet.set([syncByte, 0x40 | (pid >> 8), pid & 0xff, 0x30 | (counter & 15), stuffing, 0]);
  packet.set(pes, packetBytes - pes.length);
  return packet;
}
