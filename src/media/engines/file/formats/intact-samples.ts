import type { VideoCodec } from 'mediabunny';

/** Where a decoder configuration record contains the bytes of a length minus one (ISO/IEC 14496-15, 5.3.3 and 8.3.2). */
const lengthSizeOffsets: Partial<Record<VideoCodec, number>> = { avc: 4, hevc: 21 };

/**
 * Returns a check of whether a sample of H.264 or H.265 consists of NAL units of which each begins with its length: a browser ends playback
 * at a sample that does not, however far ahead of the playback position it is. Every sample of another codec passes.
 */
export function intactSampleCheck(codec: VideoCodec, description: Uint8Array | undefined): (sample: Uint8Array) => boolean {
  const offset = lengthSizeOffsets[codec];
  const lengthSize = offset === undefined || !description ? 0 : ((description[offset] ?? 3) & 3) + 1;
  if (lengthSize === 0) return () => true;
  return (sample) => {
    let at = 0;
    while (at + lengthSize <= sample.length) {
      let length = 0;
      for (let index = 0; index < lengthSize; index++) length = length * 256 + sample[at + index]!;
      if (length === 0) return false;
      at += lengthSize + length;
    }
    return at === sample.length;
  };
}
