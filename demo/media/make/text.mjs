/** Formats seconds as a WebVTT time, hh:mm:ss.ttt. */
export function stamp(seconds) {
  const whole = Math.floor(seconds);
  const parts = [whole / 3600, (whole / 60) % 60, whole % 60].map((part) => String(Math.floor(part)).padStart(2, '0'));
  return `${parts.join(':')}.${String(Math.round((seconds - whole) * 1000)).padStart(3, '0')}`;
}

/** Breaks a sentence of more than 37 characters into two lines of similar length. */
function lines(text) {
  if (text.length <= 37) return text;
  const gaps = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = gaps.reduce((best, at) => (Math.abs(at - text.length / 2) < Math.abs(best - text.length / 2) ? at : best));
  return `${text.slice(0, middle)}\n${text.slice(middle + 1)}`;
}

/** Returns a WebVTT file; cues are { start, end, text } in seconds, `map` an optional clock at which cue time 0 plays (90 kHz). */
export function webvtt(cues, map) {
  const head = map === undefined ? 'WEBVTT' : `WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:${map}`;
  return [head, ...cues.map(({ start, end, text }) => `${stamp(start)} --> ${stamp(end)}\n${text}`), ''].join('\n\n').trimEnd() + '\n';
}

/** Returns sentences as caption cues, which are shown half a second longer than spoken. */
export const captions = (sentences) => sentences.map(({ start, end, text }) => ({ start, end: Math.min(64, end + 0.5), text: lines(text) }));

/** Returns the WebVTT segments of HLS, eight seconds each; a cue across a boundary is in both. */
export function textSegments(cues, map) {
  return Array.from({ length: 8 }, (_, i) => webvtt(cues.filter(({ start, end }) => start < (i + 1) * 8 && end > i * 8), map));
}

const chapterStarts = [[0, 'First light'], [8, 'Morning on the water'], [20, 'High noon'], [33, 'The sun goes down'], [45, 'Night, and back to morning']];

/** The video's five chapters. */
export const chapters = chapterStarts.map(([start, text], i) => ({ start, end: chapterStarts[i + 1]?.[0] ?? 64, text }));
