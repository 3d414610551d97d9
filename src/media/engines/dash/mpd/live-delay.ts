import type { MediaPlayerClass } from 'dashjs';
import { defaultLatency } from '../../default-latency.js';
import { editManifest } from './parsed-mpd.js';

/** Sets a suggested presentation delay in seconds when a live MPD has none. */
export function suggestLiveDelay(player: MediaPlayerClass): void {
  editManifest(player, (manifest) => {
    if (manifest.type !== 'dynamic' || manifest.suggestedPresentationDelay) return;
    const template = manifest.Period?.[0]?.AdaptationSet?.[0]?.Representation?.[0]?.SegmentTemplate;
    const ticks = template?.duration ?? template?.SegmentTimeline?.S?.[0]?.d;
    if (!ticks) return;
    manifest.suggestedPresentationDelay = defaultLatency(ticks / (template?.timescale ?? 1), manifest.timeShiftBufferDepth ?? Infinity);
  });
}
