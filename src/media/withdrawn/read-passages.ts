import type { TimeRange } from '../../lib/time-ranges.js';
import { readTimedEntries } from '../../lib/timed-entries.js';
import { PlayerError } from '../error.js';

/** `start-end`, in seconds. */
const passagePattern = /^(\d{1,12}(?:\.\d{1,9})?)-(\d{1,12}(?:\.\d{1,9})?)$/;

/** Maximum number of passages. */
const maxPassages = 1000;

const unreadable = (cause: string) =>
  new PlayerError('policy/withdrawn', 'The list of withdrawn passages cannot be read, so the video is not played.', { cause });

/**
 * Reads a list of withdrawn passages, `120-135.5 300-320`: starts and ends in seconds, in any order. Returns them in ascending order;
 * passages that touch or overlap become one.
 * @throws PlayerError `policy/withdrawn` when any part of the list is not a passage, because playback would show what must not be shown
 */
export function readPassages(list: string): readonly TimeRange[] {
  const entries = list.split(/[\s,]+/).filter(Boolean);
  if (entries.length === 0 && list.trim()) throw unreadable('It has no passages.');
  if (entries.length > maxPassages) throw unreadable(`There are more than ${maxPassages} passages.`);
  const passages = entries.map((entry) => {
    const [start = NaN, end = NaN] = passagePattern.exec(entry)?.slice(1).map(Number) ?? [];
    if (!(start < end)) throw unreadable(`"${entry.slice(0, 100)}" is not a start and a later end in seconds.`);
    return { start, end };
  });
  return mergePassages(passages);
}

/**
 * Reads a file of withdrawn passages: WebVTT, whose cues are the passages and whose texts are not used, or JSON,
 * `[{ "start": 120, "end": 135.5 }]`. Returns them as `readPassages` does.
 * @throws SyntaxError when any part of the file is not a passage
 */
export function readPassagesFile(file: string): readonly TimeRange[] {
  const entries = readTimedEntries(file, 'text');
  if (entries.some(({ end }) => end === Infinity)) throw new SyntaxError('A passage has no end.');
  return mergePassages(entries.map(({ start, end }) => ({ start, end })));
}

/** Returns passages in ascending order; those that touch or overlap become one. */
export function mergePassages(passages: readonly TimeRange[]): readonly TimeRange[] {
  const merged: TimeRange[] = [];
  for (const passage of passages.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && passage.start <= last.end) merged.splice(-1, 1, { start: last.start, end: Math.max(last.end, passage.end) });
    else merged.push(passage);
  }
  return merged;
}
