import type { MediaPlayerClass } from 'dashjs';
import { PlayerError } from '../../error.js';

/** A run of segments (ISO/IEC 23009-1, 5.3.9.6): begin and duration in units of the timescale, how often repeated, and of how many parts. */
interface Run {
  readonly t?: number;
  readonly d?: number;
  readonly r?: number;
  readonly k?: number;
}

interface Template {
  readonly timescale?: number;
  readonly presentationTimeOffset?: number;
  readonly media?: string;
  readonly initialization?: string;
  readonly SegmentTimeline?: { S?: readonly Run[] };
}

interface Period {
  readonly start?: number;
  readonly duration?: number;
  readonly AdaptationSet?: readonly {
    readonly Representation?: readonly { readonly SegmentTemplate?: Template; readonly SegmentList?: Template }[];
  }[];
}

/** As much of a parsed MPD as is looked at: times in seconds; dash.js has written into every representation what it inherits. */
interface ParsedMpd {
  readonly availabilityStartTime?: Date;
  readonly mediaPresentationDuration?: number;
  readonly Period?: readonly Period[];
}

/** Segments of one representation; a week in pieces of a second has fewer. dash.js counts through them all, one by one. */
const most = 1_000_000;

/** Parts of a segment, through which it counts as well. */
const mostParts = 10_000;

/** A number is written with more than 99 digits; dash.js would write every one of them. */
const tooWide = /\$\w*%0\d{3,}/;

/** Before dash.js's own listeners, which have no priority. */
const first = { priority: 5000 };

/** Refuses a manifest that dash.js would not come to the end of: a page that stands still is not ended by any error. */
export function refuseEndless(player: MediaPlayerClass, fail: (error: PlayerError) => void): void {
  const look = ({ manifest }: { manifest?: ParsedMpd | null }) => {
    const end = latestEnd(manifest ?? {});
    // Representations share what they inherit.
    const looked = new Set<unknown>();
    const endless = templatesOf(manifest ?? {}).filter((template) => {
      const { SegmentTimeline: timeline, media = '', initialization = '' } = template;
      if (tooWide.test(media) || tooWide.test(initialization)) return true;
      if (looked.has(timeline)) return false;
      looked.add(timeline);
      return !isCountable(template, end);
    });
    if (endless.length === 0) return;
    // dash.js works on until its events are over.
    for (const template of endless)
      Object.assign(template, { media: '', initialization: '' }, template.SegmentTimeline && { SegmentTimeline: { S: [{ t: 0, d: 1 }] } });
    setTimeout(() => fail(new PlayerError('manifest/malformed', 'The DASH manifest has numbers that no film has.')));
  };
  player.on('internalManifestLoaded', look, undefined, first);
}

/** A second at which no period goes on any more: on demand as it is written, on the air with the clock. */
function latestEnd({ availabilityStartTime, mediaPresentationDuration = 0, Period: periods = [] }: ParsedMpd): number {
  const onAir = availabilityStartTime ? (Date.now() - availabilityStartTime.getTime()) / 1000 : 0;
  // One by one: there may be more of them than a call takes.
  return periods.reduce(
    (latest, { start = 0, duration = 0 }) => Math.max(latest, Math.abs(start) + duration),
    Math.max(mediaPresentationDuration, onAir)
  );
}

const templatesOf = ({ Period: periods = [] }: ParsedMpd): Template[] =>
  periods
    .flatMap(({ AdaptationSet: sets = [] }) => sets)
    .flatMap(({ Representation: representations = [] }) => representations)
    .flatMap(({ SegmentTemplate: template, SegmentList: list }) => [template, list].filter((found) => found !== undefined));

function isCountable({ timescale = 1, presentationTimeOffset = 0, SegmentTimeline: timeline }: Template, end: number): boolean {
  const runs = timeline?.S ?? [];
  let count = 0;
  let time = 0;
  for (let i = 0; i < runs.length; i++) {
    const { t = time, d = 0, r = 0, k = 1 } = runs[i]!;
    // A negative repeat goes on to the next run that says when it begins, or to the end of the period.
    const until = runs[i + 1]?.t ?? end * timescale + presentationTimeOffset;
    const repeat = r < 0 ? Math.max((until - t) / d, 0) : r;
    count += 1 + repeat;
    time = t + d * (1 + repeat);
    // What is not a number is not smaller either.
    if (!(count <= most && k <= mostParts)) return false;
  }
  return true;
}
