import { xmlRoot } from '../../policy/manifest-kind.js';

/** Two numbers of a live manifest that only grow from one reload to the next, until the encoder restarts. */
export interface LiveEpoch {
  /** HLS: the media sequence number of the newest segment. DASH: 0. */
  readonly newest: number;
  /** HLS: the media sequence number of the oldest segment. DASH: `availabilityStartTime` in milliseconds since 1970. */
  readonly begin: number;
}

/** Reads a live HLS media playlist (RFC 8216, 4.4.3.2) or MPD (ISO/IEC 23009-1, 5.3.1.2); undefined for anything else. */
export function liveEpoch(text: string): LiveEpoch | undefined {
  if (text.includes('#EXTINF') && !text.includes('#EXT-X-ENDLIST')) {
    const begin = Number(/#EXT-X-MEDIA-SEQUENCE:\s*(\d+)/.exec(text)?.[1] ?? 0);
    return { begin, newest: begin + (text.match(/#EXTINF/g)?.length ?? 0) - 1 };
  }
  const root = xmlRoot(text);
  if (root?.name !== 'MPD' || !root.tag.includes('type="dynamic"')) return undefined;
  const start = Date.parse(/availabilityStartTime="([^"]+)"/.exec(root.tag)?.[1] ?? '');
  return Number.isNaN(start) ? undefined : { begin: start, newest: 0 };
}

/** Whether the encoder restarted between two manifests: the numbers went back, or `availabilityStartTime` changed. */
export function hasRestarted(before: LiveEpoch, now: LiveEpoch): boolean {
  if (before.newest === 0 && now.newest === 0 && before.begin > 1e11) return before.begin !== now.begin;
  // A lagging CDN server shows an older playlist that overlaps; after an encoder restart, the playlists have no segment in common.
  return now.newest < before.begin;
}
