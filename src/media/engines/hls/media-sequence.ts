/** Below this value, adding 1 always changes a double, however long the live stream lasts. */
const maxSafeSequence = 2n ** 50n;

/** Digits of the largest number that RFC 8216 allows (4.2: a decimal-integer has 64 bits). Parsing more takes more than linear time. */
const maxDigits = 20;

/** Minimum number of digits of a number that may exceed `maxSafeSequence`. */
const minDigits = 16;

/**
 * Returns the playlist with media and discontinuity sequence numbers that hls.js can increment. RFC 8216 allows 64 bits, and a double that
 * large does not change when 1 is added, so hls.js would request its first segment forever. Only differences between the numbers matter,
 * and they stay the same.
 */
export const wrapMediaSequence = (playlist: string): string =>
  playlist.replace(/^(#EXT-X-(?:MEDIA|DISCONTINUITY)-SEQUENCE:\s*)(\d+)/gm, (line, tag: string, digits: string) =>
    digits.length < minDigits ? line : tag + (BigInt(digits.slice(-maxDigits)) % maxSafeSequence)
  );
