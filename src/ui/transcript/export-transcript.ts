import type { TranscriptLine } from '../../media/index.js';

/** The formats of a saved transcript. */
export type TranscriptFormat = 'txt' | 'vtt';

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** Formats seconds as a WebVTT timestamp: `00:01:05.250`. */
function timestamp(seconds: number): string {
  const milliseconds = Math.round(Math.max(0, seconds) * 1000);
  const [hours, minutes, millisecondsOfMinute] = [
    Math.floor(milliseconds / 3_600_000),
    Math.floor(milliseconds / 60_000) % 60,
    milliseconds % 60_000
  ];
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(Math.floor(millisecondsOfMinute / 1000), 2)}.${pad(millisecondsOfMinute % 1000, 3)}`;
}

/** Escapes text for a WebVTT cue, where `<` begins a tag, `&` a character reference, and `-->` a cue. */
const escapeCue = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Returns a transcript as a file: text with one line for each cue, or WebVTT. */
export function transcriptFile(lines: readonly TranscriptLine[], format: TranscriptFormat): string {
  if (format === 'txt') return lines.map(({ text }) => `${text}\n`).join('');
  const cues = lines.map(
    ({ start, end, text }) => `\n${timestamp(start)} --> ${timestamp(Math.max(end, start + 0.001))}\n${escapeCue(text)}\n`
  );
  return `WEBVTT\n${cues.join('')}`;
}

/** Returns a title as the name of a file, without characters that a file system does not allow. */
const fileName = (title: string): string =>
  title
    .replace(/[\p{Cc}\p{Cf}"*/:<>?\\|]/gu, ' ')
    .trim()
    .slice(0, 100)
    .replace(/^\.+/, '') || 'transcript';

const mimeTypes: Readonly<Record<TranscriptFormat, string>> = { txt: 'text/plain', vtt: 'text/vtt' };

/** Saves a transcript under the name `title`. The file is made in the page, so that no request is sent. */
export function saveTranscript(lines: readonly TranscriptLine[], format: TranscriptFormat, title: string): void {
  const href = URL.createObjectURL(new Blob([transcriptFile(lines, format)], { type: `${mimeTypes[format]};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href, download: `${fileName(title)}.${format}` });
  link.click();
  // In a task, because Safari reads the file only after the click.
  setTimeout(() => URL.revokeObjectURL(href));
}
