import { ownOptions } from './own.js';
import type { TimeRange } from './time-ranges.js';
import { readWebVtt } from './webvtt.js';

/** An entry of a file, with the part of the timeline that it applies to. */
export interface TimedEntry extends TimeRange {
  /** The text of the cue, or the member of the JSON object. Data, never markup. */
  readonly text: string;
}

/** Maximum number of entries in one file. */
const maxEntries = 1000;

function readCues(file: string): TimedEntry[] {
  const cues = readWebVtt(file);
  // `readWebVtt` leaves out a cue that it cannot read; here, each of them matters.
  const timingLines = file.match(/^.*-->/gm)?.length ?? 0;
  if (cues.length !== timingLines) throw new SyntaxError(`${timingLines - cues.length} of ${timingLines} cues cannot be read.`);
  return cues;
}

function readObject(value: unknown, textMember: string): TimedEntry {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { start = 0, end = Infinity, [textMember]: text = '' } = ownOptions(value as Record<string, unknown>);
    if (typeof start === 'number' && typeof end === 'number' && typeof text === 'string' && start >= 0 && start < end)
      return { start, end, text };
  }
  throw new SyntaxError(`${JSON.stringify(value)?.slice(0, 100)} has no start and a later end in seconds.`);
}

/**
 * Reads a file of entries with times: WebVTT, or JSON, `[{ "start": 120, "end": 135.5 }]`, in seconds. Without `start` an entry begins at
 * 0, without `end` it lasts up to the end of the media. An empty list is valid.
 * @param textMember the member of a JSON object that corresponds to the text of a cue
 * @throws SyntaxError when any entry cannot be read, because none may be missed
 */
export function readTimedEntries(file: string, textMember: string): readonly TimedEntry[] {
  const isWebVtt = /^\uFEFF?WEBVTT(?:\s|$)/.test(file);
  const list: unknown = isWebVtt ? readCues(file) : JSON.parse(file);
  if (!Array.isArray(list)) throw new SyntaxError('It is neither WebVTT nor a JSON array.');
  if (list.length > maxEntries) throw new SyntaxError(`It has more than ${maxEntries} entries.`);
  return isWebVtt ? (list as TimedEntry[]) : list.map((value) => readObject(value, textMember));
}
