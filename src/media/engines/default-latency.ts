/** Seconds of buffer that outlast a network outage of ten seconds, including the media that had not arrived when it began. */
const outageBuffer = 12;

/**
 * Returns the target latency in seconds when a manifest gives none: enough for a network outage of ten seconds, but at most half of the
 * seekable range (`seekableDuration`, in seconds) and at least three segments (RFC 8216, 6.3.3).
 */
export const defaultLatency = (segment: number, seekableDuration: number): number =>
  Math.max(3 * segment, Math.min(outageBuffer, seekableDuration / 2));
