import { ownOptions } from '../../lib/own.js';

/** A SegmentTemplate with its SegmentTimeline (ISO/IEC 23009-1, 5.3.9.4 and 5.3.9.6). */
export interface Template {
  readonly attributes: Readonly<Record<string, string>>;
  /** In units of the timescale; `start` is NaN when the attribute is absent. */
  readonly runs: readonly { readonly start: number; readonly duration: number; readonly repeat: number }[];
  /** The values of `$RepresentationID$` and `$Bandwidth$`. */
  readonly representation: Readonly<Record<string, string>>;
}

/**
 * Returns the URLs of a representation's init segment (`init`) and of the media segment at `seconds` of its period; empty when there is
 * none.
 */
export function segmentAt({ attributes, runs, representation }: Template, seconds: number): { init: string; media: string } {
  const numberOf = (name: string, fallback: number) => Number(attributes[name] ?? fallback);
  const offset = numberOf('presentationTimeOffset', 0);
  const target = seconds * numberOf('timescale', 1);
  const position = runs.length > 0 ? positionOnTimeline(runs, target + offset) : positionAtFixedDuration(numberOf('duration', 0), target);
  const identifiers = ownOptions({
    ...representation,
    Number: String(numberOf('startNumber', 1) + position.index),
    Time: String(position.time)
  });
  return { init: fill(attributes.initialization ?? '', identifiers), media: fill(attributes.media ?? '', identifiers) };
}

const positionAtFixedDuration = (duration: number, target: number) => {
  const index = duration > 0 ? Math.floor(target / duration) : 0;
  return { index, time: index * duration };
};

function positionOnTimeline(runs: Template['runs'], target: number): { index: number; time: number } {
  let index = 0;
  let time = 0;
  for (const { start, duration, repeat } of runs) {
    if (!Number.isNaN(start)) time = start;
    // A negative repeat count extends to the next run or to the end (5.3.9.6.2).
    const steps = Math.floor(Math.max(0, target - time) / duration);
    if (repeat < 0 || steps <= repeat) return { index: index + steps, time: time + steps * duration };
    index += repeat + 1;
    time += (repeat + 1) * duration;
  }
  return { index: 0, time: runs[0]!.start || 0 };
}

/** Maximum digits of a number. */
const maxDigits = 20;

/** Maximum characters of a template, and of a value; limited because a template may repeat each identifier. */
const maxLength = 1024;

/** Replaces `$Number%05d$` and similar identifiers (5.3.9.4.4). */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  if ([template, ...Object.values(values)].some(({ length }) => length > maxLength)) return '';
  return template.replace(/\$(\w*)(?:%0(\d+)d)?\$/g, (_, name: string, width = '0') =>
    name ? (values[name] ?? '').padStart(Math.min(Number(width), maxDigits), '0') : '$'
  );
}
