/**
 * The timeline of the live channel: the video of 32 segments, two seconds each, repeated since `epoch`. It depends on the wall clock alone,
 * so every viewer, every server and every restart sees the same channel. Segment N starts at epoch + 2 N seconds, and is video segment N
 * mod 32 + 1 (file names count from 1).
 */

/** When segment 0 started, in milliseconds since 1970. */
export const epoch = Date.UTC(2025, 0, 1);
export const segmentSeconds = 2;
export const filmSegments = 32;
export const filmSeconds = segmentSeconds * filmSegments;
export const defaultWindow = 60;
/** How far behind the live edge players should stay, in seconds. */
export const presentationDelay = 6;

/**
 * The length of the seekable window for a query value, in seconds: a whole number of segments, 10 s to a day; `defaultWindow` if it is no
 * number.
 * @param {string | null} value
 */
export function parseWindow(value) {
  const seconds = value === null || value.trim() === '' ? NaN : Number(value);
  if (!Number.isFinite(seconds)) return defaultWindow;
  const kept = Math.min(86_400, Math.max(10, seconds));
  return Math.floor(kept / segmentSeconds) * segmentSeconds;
}

/**
 * The first and last complete segment of a window of `window` seconds at `now` (milliseconds since 1970). Segment N is complete when
 * segment N + 1 starts.
 * @param {number} now
 * @param {number} [window]
 */
export function liveWindow(now, window = defaultWindow) {
  const last = Math.floor((now - epoch) / (segmentSeconds * 1000)) - 1;
  return { first: Math.max(0, last - window / segmentSeconds + 1), last };
}

/**
 * Whether segment `number` may be fetched at `now`. A segment that has left the window stays available for as long again, for players with
 * an older manifest (RFC 8216, 6.2.2).
 * @param {number} number
 * @param {number} now
 * @param {number} [window]
 */
export function segmentAvailable(number, now, window = defaultWindow) {
  const { first, last } = liveWindow(now, window);
  return Number.isInteger(number) && number >= Math.max(0, first - window / segmentSeconds) && number <= last;
}

/**
 * The source of segment `number`: the video's segment file (from 1) and how many seconds later than in the video it plays.
 * @param {number} number
 */
export function filmPlace(number) {
  const turn = Math.floor(number / filmSegments);
  return { file: (number % filmSegments) + 1, later: turn * filmSeconds };
}
