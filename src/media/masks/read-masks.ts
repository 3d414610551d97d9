import { readTimedEntries, type TimedEntry } from '../../lib/timed-entries.js';
import type { Mask } from './mask.js';

/** The spatial dimension of Media Fragments URI 1.0, in percent: `xywh=percent:10,20,30,40`. */
const regionPattern =
  /^(?:#?xywh=)?percent:(\d{1,3}(?:\.\d{1,6})?),(\d{1,3}(?:\.\d{1,6})?),(\d{1,3}(?:\.\d{1,6})?),(\d{1,3}(?:\.\d{1,6})?)$/;

function masksOf({ start, end, text }: TimedEntry): Mask[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.map((line) => {
    const [x = NaN, y = NaN, width = NaN, height = NaN] = regionPattern.exec(line)?.slice(1).map(Number) ?? [];
    if (!(width > 0 && height > 0 && x < 100 && y < 100))
      throw new SyntaxError(`"${line.slice(0, 100)}" is not a region such as xywh=percent:10,20,30,40.`);
    return { start, end, x, y, width, height };
  });
}

/**
 * Reads a file of masks: WebVTT whose cues have one region a line, `xywh=percent:10,20,30,40`, or JSON,
 * `[{ "start": 10, "end": 20, "xywh": "percent:10,20,30,40" }]`; without times, a JSON mask applies to the whole video.
 * @throws SyntaxError when any part of the file cannot be read
 */
export const readMasks = (file: string): readonly Mask[] => readTimedEntries(file, 'xywh').flatMap(masksOf);
