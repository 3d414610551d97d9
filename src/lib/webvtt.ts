/** One cue of a WebVTT file; `text` is data and never markup. */
export interface VttCue {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** More cues than any thumbnail track needs; a longer file is cut here. */
const maxCuesPerFile = 20_000;

const timing = /^\s*(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)\.(\d{3})[ \t]+-->[ \t]+(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)\.(\d{3})/;

const seconds = ([hours = '0', minutes, whole, thousandths]: readonly (string | undefined)[]): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;

/**
 * Reads the cues of a WebVTT file (https://www.w3.org/TR/webvtt1/), sorted by their start: times and payloads, without styles, regions and
 * positions. A file that is not WebVTT has no cues, and an invalid cue is left out.
 */
export function readWebVtt(file: string): VttCue[] {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(text)) return [];
  const cues: VttCue[] = [];
  for (const block of text.split(/\n{2,}/)) {
    const lines = block.split('\n');
    // Before its timing, a cue may have one line with its name.
    const timingLine = lines.slice(0, 2).findIndex((line) => timing.test(line));
    if (timingLine < 0) continue;
    const [, ...parts] = timing.exec(lines[timingLine]!)!;
    const [start, end] = [seconds(parts.slice(0, 4)), seconds(parts.slice(4))];
    if (end > start)
      cues.push({
        start,
        end,
        text: lines
          .slice(timingLine + 1)
          .join('\n')
          .trim()
      });
    if (cues.length === maxCuesPerFile) break;
  }
  return cues.sort((a, b) => a.start - b.start);
}
