import type { FragmentWriter, Packet } from './fragment-format.js';

/** Flags of a sample (ISO/IEC 14496-12, 8.8.3.1): depends on no other; depends on others and is no sync sample. */
const sampleFlags = { key: 0x02000000, delta: 0x01010000 } as const;

const headerBytes = { moof: 8, mfhd: 16, traf: 8, tfhd: 16, tfdt: 20, trun: 20, mdat: 8 } as const;
const sampleBytes = 16;

/** Writes packets of one track as fragments of MP4 (ISO/IEC 14496-12, 8.8). */
export class Mp4FragmentWriter implements FragmentWriter {
  readonly #timescale: number;
  #sequence = 0;
  #nextDecodeTime = 0;

  /** `timescale` is in units per second. */
  constructor(timescale: number) {
    this.#timescale = timescale;
  }

  reset(): void {
    this.#nextDecodeTime = 0;
  }

  write(packets: readonly Packet[]): Uint8Array {
    const toUnits = (seconds: number) => Math.round(seconds * this.#timescale);
    // A container other than MP4 has no decode times. Frames are decoded in the order of the timestamps, as far as their number goes.
    const decodeTimes = packets.map(({ timestamp }) => toUnits(timestamp)).sort((a, b) => a - b);
    for (const [index, time] of decodeTimes.entries()) {
      decodeTimes[index] = Math.max(time, this.#nextDecodeTime);
      this.#nextDecodeTime = decodeTimes[index] + 1;
    }
    const { moof: moofHeader, mfhd, traf, tfhd, tfdt, trun, mdat } = headerBytes;
    const trunBytes = trun + sampleBytes * packets.length;
    const trafBytes = traf + tfhd + tfdt + trunBytes;
    const moof = moofHeader + mfhd + trafBytes;
    const mediaBytes = packets.reduce((sum, { data }) => sum + data.byteLength, 0);
    const fragment = new Uint8Array(moof + mdat + mediaBytes);
    const view = new DataView(fragment.buffer);
    let at = 0;
    const put = (...values: readonly number[]) => {
      for (const value of values) {
        view.setInt32(at, value);
        at += 4;
      }
    };
    const box = (size: number, type: string) => {
      put(size);
      for (const letter of type) fragment[at++] = letter.charCodeAt(0);
    };
    box(moof, 'moof');
    box(mfhd, 'mfhd');
    put(0, ++this.#sequence);
    box(trafBytes, 'traf');
    box(tfhd, 'tfhd');
    // The offsets count from the start of the `moof`; track 1.
    put(0x020000, 1);
    box(tfdt, 'tfdt');
    put(0x01000000);
    view.setBigUint64(at, BigInt(decodeTimes[0] ?? 0));
    at += 8;
    box(trunBytes, 'trun');
    // Version 1, because a composition offset may be negative; with the offset of the data, and four values for each sample.
    put(0x01000f01, packets.length, moof + mdat);
    for (const [index, { timestamp, duration, data, type }] of packets.entries()) {
      const time = decodeTimes[index]!;
      const units = index + 1 < packets.length ? decodeTimes[index + 1]! - time : Math.max(1, toUnits(duration));
      put(units, data.byteLength, sampleFlags[type], toUnits(timestamp) - time);
    }
    box(mdat + mediaBytes, 'mdat');
    for (const { data } of packets) {
      fragment.set(data, at);
      at += data.byteLength;
    }
    return fragment;
  }
}
