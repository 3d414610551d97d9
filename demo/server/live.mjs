/**
 * The timeline of the live channel: the video of 32 segments of two seconds, repeated since `epochMs`. It depends on the wall clock alone,
 * so the channel is the same for every viewer, on every server and after a restart. Segment N starts 2 N seconds after `epochMs`, and is
 * segment N mod 32 + 1 of the video (file names count from 1).
 */

/** When segment 0 started, in milliseconds since 1970. */
export const epochMs = Date.UTC(2025, 0, 1);
export const segmentSeconds = 2;
export const segmentCount = 32;
export const videoSeconds = segmentSeconds * segmentCount;
/** The length of the seekable window, in seconds. */
export const defaultWindowSeconds = 60;
/** The distance to the live edge that players should keep, in seconds. */
export const presentationDelaySeconds = 6;

/**
 * Returns the length of the seekable window for a query value, in seconds: a whole number of segments, from 10 s to a day;
 * `defaultWindowSeconds` if the value is not a number.
 * @param {string | null} value
 */
export function parseWindow(value) {
  const seconds = value === null || value.trim() === '' ? NaN : Number(value);
  if (!Number.isFinite(seconds)) return defaultWindowSeconds;
  const clampedSeconds = Math.min(86_400, Math.max(10, seconds));
  return Math.floor(clampedSeconds / segmentSeconds) * segmentSeconds;
}

/**
 * Returns the first and the last complete segment of a window of `window` seconds at `now` (milliseconds since 1970). Segment N is complete
 * when segment N + 1 starts.
 * @param {number} now
 * @param {number} [window]
 */
export function liveWindow(now, window = defaultWindowSeconds) {
  const last = Math.floor((now - epochMs) / (segmentSeconds * 1000)) - 1;
  return { first: Math.max(0, last - window / segmentSeconds + 1), last };
}

/**
 * Whether segment `number` may be fetched at `now`. A segment stays available for another window length after it has left the
 * window, for players with an older manifest (RFC 8216, 6.2.2).
 * @param {number} number
 * @param {number} now
 * @param {number} [window]
 */
export function isSegmentAvailable(number, now, window = defaultWindowSeconds) {
  const { first, last } = liveWindow(now, window);
  return Number.isInteger(number) && number >= Math.max(0, first - window / segmentSeconds) && number <= last;
}

/**
 * Returns the number of the video's segment file (from 1) for segment `number`, and how many seconds later it plays than in the video.
 * @param {number} number
 */
export function videoSegmentOf(number) {
  const repetition = Math.floor(number / segmentCount);
  return { file: (number % segmentCount) + 1, shiftSeconds: repetition * videoSeconds };
}
