/** A SegmentTemplate with its SegmentTimeline (ISO/IEC 23009-1, 5.3.9.4 and 5.3.9.6). */
export interface Template {
  readonly attributes: Readonly<Record<string, string>>;
  /** In units of the timescale; a `start` that is not written is not a number. */
  readonly runs: readonly { readonly start: number; readonly duration: number; readonly repeat: number }[];
  /** What stands for `$RepresentationID$` and `$Bandwidth$`. */
  readonly representation: Readonly<Record<string, string>>;
}

/** The addresses of a representation's head, and of the segment that holds `seconds` of its period; empty where there is none. */
export function segmentAt({ attributes, runs, representation }: Template, seconds: number): { head: string; media: string } {
  const numberOf = (name: string, otherwise: number) => Number(attributes[name] ?? otherwise);
  const offset = numberOf('presentationTimeOffset', 0);
  const wanted = seconds * numberOf('timescale', 1);
  const place = runs.length > 0 ? onTimeline(runs, wanted + offset) : evenly(numberOf('duration', 0), wanted);
  const values = { ...representation, Number: String(numberOf('startNumber', 1) + place.index), Time: String(place.time) };
  return { head: fill(attributes.initialization ?? '', values), media: fill(attributes.media ?? '', values) };
}

const evenly = (duration: number, wanted: number) => {
  const index = duration > 0 ? Math.floor(wanted / duration) : 0;
  return { index, time: index * duration };
};

function onTimeline(runs: Template['runs'], wanted: number): { index: number; time: number } {
  let index = 0;
  let time = 0;
  for (const { start, duration, repeat } of runs) {
    if (!Number.isNaN(start)) time = start;
    // A negative repeat goes on to the next run or to the end (5.3.9.6.2).
    const steps = Math.floor(Math.max(0, wanted - time) / duration);
    if (repeat < 0 || steps <= repeat) return { index: index + steps, time: time + steps * duration };
    index += repeat + 1;
    time += (repeat + 1) * duration;
  }
  return { index: 0, time: runs[0]!.start || 0 };
}

/** Digits; a number has no more. */
const widest = 20;

/** Fills in `$Number%05d$` and its like (5.3.9.4.4). */
const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\$(\w*)(?:%0(\d+)d)?\$/g, (_, name: string, width = '0') =>
    name ? (values[name] ?? '').padStart(Math.min(Number(width), widest), '0') : '$'
  );
