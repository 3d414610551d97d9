import { concat } from '../../../lib/concat.js';
import { isTransportStream, packetBytes, readTransportStream, withStream, writeUnit } from './transport-stream.js';

/** Stream types (ISO/IEC 13818-1, table 2-34): AAC with ADTS headers; H.264 and HEVC. */
const aacStreamType = 0x0f;
const videoStreamTypes = new Set([0x1b, 0x24]);
/** Whether a stream type has no audio: it is video, metadata or private sections. */
const hasNoAudio = (type: number): boolean => videoStreamTypes.has(type) || type === 0x15 || type === 0x86 || type === 0x05;

/** The first bytes of an ADTS header, which describe the audio: profile, sampling rate, channels (ISO/IEC 13818-7, 6.2). */
type AudioFormat = readonly [number, number];
/** AAC-LC, 48 kHz, stereo. */
const defaultFormat: AudioFormat = [0x4c, 0x80];

const samplingRates = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350];

/** A silent AAC frame by number of channels, as in hls.js. */
const silentFrames: Readonly<Record<number, readonly number[]>> = {
  1: [0x00, 0xc8, 0x00, 0x80, 0x23, 0x80],
  2: [0x21, 0x00, 0x49, 0x90, 0x02, 0x19, 0x00, 0x23, 0x80],
  6: [0, 0xc8, 0, 0x80, 0x20, 0x84, 1, 0x26, 0x40, 8, 0x64, 0, 0x82, 0x30, 4, 0x99, 0, 0x21, 0x90, 2, 0, 0xb2, 0, 0x20, 8, 0xe0]
};

/** Maximum duration of a segment, in units of 90 kHz: two minutes. A longer one has timestamps that start again. */
const maxDuration = 120 * 90_000;

/**
 * Adds silence to the segments of a transport stream that have video and no audio, when other segments have audio or the playlist says so.
 *
 * A browser plays a video only where it has data for all of its tracks.
 */
export class SilentAudio {
  #format: AudioFormat | undefined;

  /** Returns a segment, with audio; `announced`: the playlist says that its stream has AAC audio. */
  fill(segment: ArrayBuffer, announced: boolean): ArrayBuffer {
    const bytes = new Uint8Array(segment);
    if (!isTransportStream(bytes)) return segment;
    const { programMap, streams, firstPayloads, times } = readTransportStream(bytes);
    const otherStreams = streams.filter(({ type }) => !hasNoAudio(type));
    const audioStream = otherStreams.find(({ pid }) => firstPayloads.has(pid));
    if (audioStream) {
      if (audioStream.type === aacStreamType) this.#format = formatOf(bytes, firstPayloads.get(audioStream.pid)!) ?? this.#format;
      return segment;
    }
    const format = this.#format ?? (announced ? defaultFormat : undefined);
    const time = times.get(streams.find(({ type, pid }) => videoStreamTypes.has(type) && times.has(pid))?.pid ?? -1);
    if (!programMap || !format || !time || time.to - time.from > maxDuration || otherStreams.some(({ type }) => type !== aacStreamType))
      return segment;
    const pid = otherStreams[0]?.pid ?? [0x1f00, 0x1f01].find((free) => streams.every((stream) => stream.pid !== free));
    if (pid === undefined) return segment;
    const silence = silentUnits(format, pid, time);
    const output = bytes.slice();
    if (otherStreams.length === 0) {
      const payload = withStream(bytes.subarray(programMap.payload, programMap.packet + packetBytes), aacStreamType, pid);
      if (!payload) return segment;
      output.set(payload, programMap.payload);
    }
    // Behind the first map, because a later copy of it no longer names the audio.
    return concat([output.subarray(0, programMap.packet + packetBytes), ...silence, output.subarray(programMap.packet + packetBytes)]);
  }
}

/** Reads the format of the ADTS header at the start of a PES packet. */
function formatOf(bytes: Uint8Array, pes: number): AudioFormat | undefined {
  const header = pes + 9 + (bytes[pes + 8] ?? 0);
  return bytes[header] === 0xff && (bytes[header + 1]! & 0xf6) === 0xf0 ? [bytes[header + 2]!, bytes[header + 3]! & 0xc0] : undefined;
}

/** Returns packets of silence from one timestamp to another, in units of 90 kHz. */
function silentUnits(format: AudioFormat, pid: number, { from, to }: { readonly from: number; readonly to: number }): Uint8Array[] {
  const rate = samplingRates[(format[0] >> 2) & 15];
  const channels = ((format[0] & 1) << 2) | (format[1] >> 6);
  const frame = silentFrames[channels];
  if (!rate || !frame) return [];
  const length = frame.length + 7;
  const data = Uint8Array.of(
    0xff,
    0xf1,
    format[0],
    format[1] | (length >> 11),
    (length >> 3) & 0xff,
    ((length & 7) << 5) | 0x1f,
    0xfc,
    ...frame
  );
  const ticks = (1024 * 90_000) / rate;
  const count = Math.ceil((to - from) / ticks) + 1;
  return Array.from({ length: count }, (_, index) => writeUnit(pid, index, Math.round(from + index * ticks) % 2 ** 33, data));
}
