import { media } from './film.mjs';

/** Bytes of a transport stream packet (ISO/IEC 13818-1, 2.4.3). */
const packetBytes = 188;

/** A program map of a video stream with PID 256 and an audio stream with PID 257, with its checksum. */
const map = Buffer.from('02b0170001c10000e100f0001be100f0000fe101f0002f44b99b', 'hex');
const mapPid = 4096;

const packetsOf = (bytes) =>
  Array.from({ length: bytes.length / packetBytes }, (_, index) =>
    Buffer.from(bytes.subarray(index * packetBytes, (index + 1) * packetBytes))
  );

const pidOf = (packet) => packet.readUInt16BE(1) & 0x1fff;

function withPid(packet, pid) {
  packet.writeUInt16BE((packet.readUInt16BE(1) & 0xe000) | pid, 1);
  return packet;
}

const withMap = (packet) => Buffer.concat([packet.subarray(0, 5), map], packetBytes).fill(0xff, 5 + map.length);

/** A segment of four seconds of the demo video with its audio in one transport stream; `silent`: the map names audio, but there is none. */
export function muxedSegment(number, silent = false) {
  const video = packetsOf(media(`ts/video-240/${number}.ts`)).map((packet) => (pidOf(packet) === mapPid ? withMap(packet) : packet));
  const audio = packetsOf(media(`ts/audio-en/${number}.ts`)).filter((packet) => pidOf(packet) === 256);
  return Buffer.concat([...video, ...(silent ? [] : audio.map((packet) => withPid(packet, 257)))]);
}
