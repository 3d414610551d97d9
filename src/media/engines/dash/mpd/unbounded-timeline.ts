import type { MediaPlayerClass } from 'dashjs';
import { PlayerError } from '../../../error.js';
import { editManifest, type ParsedMpd, type Representation, type Template } from './parsed-mpd.js';

/** Maximum segments of one representation; a week of one-second segments has fewer. dash.js iterates over all of them. */
const maxSegments = 1_000_000;

/** Maximum parts of a segment, over which dash.js iterates too. */
const maxParts = 10_000;

/** Matches a number format of more than 99 digits; dash.js would write them all. */
const tooManyDigits = /\$\w*%0\d{3,}/;

/** Maximum characters of a template or of a representation's id, which dash.js inserts wherever the template refers to it. */
const maxLength = 4096;

/** Refuses a manifest that dash.js could not finish processing: the page would hang, and no error could end that. */
export function rejectUnboundedTimelines(player: MediaPlayerClass, failAttempt: (error: PlayerError) => void): void {
  editManifest(player, (manifest) => {
    const end = latestEnd(manifest);
    // Representations share the timelines that they inherit.
    const checked = new Set<unknown>();
    const unprocessable = representationsOf(manifest).flatMap((representation) =>
      templatesOf(representation).filter((template) => {
        const { SegmentTimeline: timeline, media = '', initialization = '' } = template;
        if ([media, initialization, String(representation.id)].some((text) => text.length > maxLength || tooManyDigits.test(text)))
          return true;
        if (checked.has(timeline)) return false;
        checked.add(timeline);
        return !isCountable(template, end);
      })
    );
    if (unprocessable.length === 0) return;
    // dash.js handles this manifest to the end, so it receives templates that it can process.
    for (const template of unprocessable)
      Object.assign(template, { media: '', initialization: '' }, template.SegmentTimeline && { SegmentTimeline: { S: [{ t: 0, d: 1 }] } });
    // In a task, because dash.js still handles this manifest after the event, and would fail if it were destroyed before it has finished.
    setTimeout(() =>
      failAttempt(new PlayerError('manifest/malformed', 'The DASH manifest describes more segments than the player can process.'))
    );
  });
}

/** Returns a time in seconds at which all periods have ended: on demand as the manifest says, live by the clock. */
function latestEnd({ availabilityStartTime, mediaPresentationDuration = 0, Period: periods = [] }: ParsedMpd): number {
  const liveEnd = availabilityStartTime ? (Date.now() - availabilityStartTime.getTime()) / 1000 : 0;
  // `reduce`, because there may be more periods than a call takes arguments.
  return periods.reduce(
    (latest, { start = 0, duration = 0 }) => Math.max(latest, Math.abs(start) + duration),
    Math.max(mediaPresentationDuration, liveEnd)
  );
}

const representationsOf = ({ Period: periods = [] }: ParsedMpd): Representation[] =>
  periods.flatMap(({ AdaptationSet: sets = [] }) => sets).flatMap(({ Representation: representations = [] }) => representations);

const templatesOf = ({ SegmentTemplate: template, SegmentList: list }: Representation): Template[] =>
  [template, list].filter((candidate) => candidate !== undefined);

function isCountable({ timescale = 1, presentationTimeOffset = 0, SegmentTimeline: timeline }: Template, end: number): boolean {
  const runs = timeline?.S ?? [];
  let count = 0;
  let time = 0;
  for (let i = 0; i < runs.length; i++) {
    const { t = time, d = 0, r = 0, k = 1 } = runs[i]!;
    // A negative repeat count extends to the next `S` with a start, or to the end of the period.
    const until = runs[i + 1]?.t ?? end * timescale + presentationTimeOffset;
    const repeat = r < 0 ? Math.max((until - t) / d, 0) : r;
    count += 1 + repeat;
    time = t + d * (1 + repeat);
    // Negated, because every comparison with NaN is false.
    if (!(count <= maxSegments && k <= maxParts)) return false;
  }
  return true;
}
