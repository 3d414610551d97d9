import type { MediaPlayerClass } from 'dashjs';
import { chooseLatency } from '../live-latency.js';

/** As much of a parsed MPD as is looked at; times in seconds. */
interface ParsedMpd {
  readonly type?: string;
  readonly timeShiftBufferDepth?: number;
  suggestedPresentationDelay?: number;
  readonly Period?: readonly {
    readonly AdaptationSet?: readonly {
      readonly Representation?: readonly {
        readonly SegmentTemplate?: {
          readonly duration?: number;
          readonly timescale?: number;
          readonly SegmentTimeline?: { readonly S?: readonly { readonly d?: number }[] };
        };
      }[];
    }[];
  }[];
}

/** Before dash.js's own listeners, which have no priority. */
const first = { priority: 5000 };

/** Suggests a presentation delay to dash.js where a live MPD suggests none. */
export function suggestDelay(player: MediaPlayerClass): void {
  const suggest = ({ manifest }: { manifest?: ParsedMpd | null }) => {
    if (manifest?.type !== 'dynamic' || manifest.suggestedPresentationDelay) return;
    const template = manifest.Period?.[0]?.AdaptationSet?.[0]?.Representation?.[0]?.SegmentTemplate;
    const ticks = template?.duration ?? template?.SegmentTimeline?.S?.[0]?.d;
    if (!ticks) return;
    manifest.suggestedPresentationDelay = chooseLatency(ticks / (template?.timescale ?? 1), manifest.timeShiftBufferDepth ?? Infinity);
  };
  player.on('internalManifestLoaded', suggest, undefined, first);
}
