import type { MediaPlayerClass } from 'dashjs';

/** A descriptor element (ISO/IEC 23009-1, 5.8.2). */
export interface Descriptor {
  readonly schemeIdUri?: string;
  readonly value?: unknown;
}

/** An `S` element (5.3.9.6): start `t` and duration `d` in units of the timescale, repeat count `r`, and parts per segment `k`. */
interface Run {
  readonly t?: number;
  readonly d?: number;
  readonly r?: number;
  readonly k?: number;
}

/** A `SegmentTemplate` or `SegmentList`; `duration` is that of a segment in units of the timescale. */
export interface Template {
  readonly timescale?: number;
  readonly duration?: number;
  readonly presentationTimeOffset?: number;
  readonly media?: string;
  readonly initialization?: string;
  readonly SegmentTimeline?: { readonly S?: readonly Run[] };
}

export interface Representation {
  /** A number where the manifest's value looks like one. */
  readonly id?: string | number;
  /** In pixels. */
  readonly height?: number;
  readonly mimeType?: string;
  readonly ContentProtection?: readonly Descriptor[];
  readonly AudioChannelConfiguration?: readonly Descriptor[];
  readonly InbandEventStream?: readonly Descriptor[];
  readonly SegmentBase?: object;
  readonly SegmentTemplate?: Template;
  readonly SegmentList?: Template;
}

export interface AdaptationSet {
  id?: string | number | null;
  readonly contentType?: string;
  readonly mimeType?: string;
  readonly ContentProtection?: readonly Descriptor[];
  lang?: string;
  readonly Role?: readonly Descriptor[];
  readonly Accessibility?: readonly Descriptor[];
  readonly AudioChannelConfiguration?: readonly Descriptor[];
  readonly SupplementalProperty?: readonly Descriptor[];
  readonly Label?: readonly (string | { readonly __text?: string })[];
  readonly InbandEventStream?: readonly Descriptor[];
  Representation?: readonly Representation[];
}

interface Period {
  readonly start?: number;
  readonly duration?: number;
  readonly EventStream?: readonly Descriptor[];
  AdaptationSet?: readonly AdaptationSet[];
  readonly Preselection?: readonly object[];
}

/** A URL for manifest updates. */
export type MpdLocation = string | { readonly __text?: string };

/**
 * The parts of an MPD (ISO/IEC 23009-1, 5.3) that this player reads, as dash.js parses it, with times in seconds. dash.js has copied
 * inherited values into every representation, converted dates and durations, and left invalid ones as text.
 */
export interface ParsedMpd {
  readonly type?: string;
  /** The URL from which the MPD was loaded. */
  readonly url?: string;
  readonly availabilityStartTime?: Date;
  readonly mediaPresentationDuration?: number;
  readonly timeShiftBufferDepth?: number;
  suggestedPresentationDelay?: number;
  Location?: readonly MpdLocation[];
  UTCTiming?: readonly Descriptor[];
  Period?: readonly Period[];
}

/** Runs before dash.js's own listeners, which have no priority. */
const beforeOtherListeners = { priority: 5000 };

/** Calls `edit` with every parsed manifest before dash.js processes it. Edits run in the order in which they were added. */
export function editManifest(player: MediaPlayerClass, edit: (manifest: ParsedMpd) => void): void {
  const listener = ({ manifest }: { manifest?: ParsedMpd | null }) => {
    if (manifest) edit(manifest);
  };
  player.on('internalManifestLoaded', listener, undefined, beforeOtherListeners);
}
