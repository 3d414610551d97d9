/** Seconds that the network may be gone without a viewer noticing much: ten, and what was not yet there when it went. */
const outage = 12;

/**
 * Seconds behind the live edge to play at, where a manifest leaves that to the player: as far back as outlasts an outage of ten
 * seconds, unless the seekable window is short for that, and three segments at least (RFC 8216, 6.3.3).
 */
export const chooseLatency = (segment: number, window: number): number => Math.max(3 * segment, Math.min(outage, window / 2));
