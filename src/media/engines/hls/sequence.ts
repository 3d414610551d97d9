/** Below this, one more is another number, however long the channel lasts. */
const safe = 2n ** 50n;

/**
 * The playlist with a media sequence number that hls.js can count from. RFC 8216 allows 64 bits, and a double that large is the same
 * number after one more, so that hls.js would ask for its first segment for ever. What counts is the distance, and that stays.
 */
export const tameSequence = (playlist: string): string =>
  playlist.replace(
    /^(#EXT-X-(?:MEDIA|DISCONTINUITY)-SEQUENCE:\s*)(\d{16,})/gm,
    (_, tag: string, digits: string) => tag + (BigInt(digits) % safe)
  );
