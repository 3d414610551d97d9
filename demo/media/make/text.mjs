/** Formats seconds as a WebVTT time, hh:mm:ss.ttt. */
export function formatTime(seconds) {
  const wholeSeconds = Math.floor(seconds);
  const parts = [wholeSeconds / 3600, (wholeSeconds / 60) % 60, wholeSeconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0'));
  return `${parts.join(':')}.${String(Math.round((seconds - wholeSeconds) * 1000)).padStart(3, '0')}`;
}

/** Breaks a sentence of more than 37 characters into two lines of similar length. */
function breakLine(text) {
  if (text.length <= 37) return text;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.reduce((best, position) => (Math.abs(position - text.length / 2) < Math.abs(best - text.length / 2) ? position : best));
  return `${text.slice(0, middle)}\n${text.slice(middle + 1)}`;
}

/**
 * Returns a WebVTT file. Cues are { start, end, text } in seconds; `startTicks` is the time on the optional 90 kHz clock at which cue time
 * 0 plays.
 */
export function webvtt(cues, startTicks) {
  const header = startTicks === undefined ? 'WEBVTT' : `WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:${startTicks}`;
  return [header, ...cues.map(({ start, end, text }) => `${formatTime(start)} --> ${formatTime(end)}\n${text}`), ''].join('\n\n').trimEnd() + '\n';
}

/** Returns a caption cue for each sentence, which is shown half a second longer than the sentence is spoken. */
export const captionCues = (sentences) => sentences.map(({ start, end, text }) => ({ start, end: Math.min(64, end + 0.5), text: breakLine(text) }));

/** Returns the WebVTT segments of HLS, eight seconds each; a cue across a boundary is in both. */
export function textSegments(cues, startTicks) {
  return Array.from({ length: 8 }, (_, i) => webvtt(cues.filter(({ start, end }) => start < (i + 1) * 8 && end > i * 8), startTicks));
}

const chapterStarts = [[0, 'First light'], [8, 'Morning on the water'], [20, 'High noon'], [33, 'The sun goes down'], [45, 'Night, and back to morning']];

/** The video's five chapters. */
export const chapters = chapterStarts.map(([start, text], i) => ({ start, end: chapterStarts[i + 1]?.[0] ?? 64, text }));
