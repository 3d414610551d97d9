import { readDemoMedia } from './film.mjs';

/** The length of a transport stream packet in bytes (ISO/IEC 13818-1, 2.4.3). */
const packetBytes = 188;

/** A program map of a video stream with PID 256 and an audio stream with PID 257, including its checksum. */
const programMap = Buffer.from('02b0170001c10000e100f0001be100f0000fe101f0002f44b99b', 'hex');
const programMapPid = 4096;

const splitPackets = (bytes) =>
  Array.from({ length: bytes.length / packetBytes }, (_, index) =>
    Buffer.from(bytes.subarray(index * packetBytes, (index + 1) * packetBytes))
  );

const pidOf = (packet) => packet.readUInt16BE(1) & 0x1fff;

function withPid(packet, pid) {
  packet.writeUInt16BE((packet.readUInt16BE(1) & 0xe000) | pid, 1);
  return packet;
}

const replaceProgramMap = (packet) => Buffer.concat([packet.subarray(0, 5), programMap], packetBytes).fill(0xff, 5 + programMap.length);

/**
 * Returns four seconds of the demo video and its audio in one transport stream. With `isSilent`, the program map lists the audio, but there
 * is none.
 */
export function makeMuxedSegment(number, isSilent = false) {
  const video = splitPackets(readDemoMedia(`ts/video-240/${number}.ts`)).map((packet) =>
    pidOf(packet) === programMapPid ? replaceProgramMap(packet) : packet
  );
  const audio = splitPackets(readDemoMedia(`ts/audio-en/${number}.ts`)).filter((packet) => pidOf(packet) === 256);
  return Buffer.concat([...video, ...(isSilent ? [] : audio.map((packet) => withPid(packet, 257)))]);
}
