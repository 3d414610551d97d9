/** Seconds of media that bridge a network outage of ten seconds, plus media that had not arrived when it began. */
const outage = 12;

/**
 * Returns the target latency in seconds when a manifest gives none: enough for a network outage of ten seconds, but at most half of the
 * seekable range (`window`, in seconds) and at least three segments (RFC 8216, 6.3.3).
 */
export const chooseLatency = (segment: number, window: number): number => Math.max(3 * segment, Math.min(outage, window / 2));
