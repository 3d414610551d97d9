/** Where a live manifest stands: a number that only grows as long as it is the same broadcast, or undefined where it says nothing. */
export interface LiveEpoch {
  /** HLS: the number of the newest segment. DASH: 0. */
  readonly newest: number;
  /** HLS: the number of the oldest segment. DASH: when the presentation began, in milliseconds since 1970. */
  readonly begin: number;
}

/** Reads a live HLS media playlist (RFC 8216, 4.4.3.2) or MPD (ISO/IEC 23009-1, 5.3.1.2); undefined for anything else. */
export function liveEpoch(text: string): LiveEpoch | undefined {
  if (text.includes('#EXTINF') && !text.includes('#EXT-X-ENDLIST')) {
    const begin = Number(/#EXT-X-MEDIA-SEQUENCE:\s*(\d+)/.exec(text)?.[1] ?? 0);
    return { begin, newest: begin + (text.match(/#EXTINF/g)?.length ?? 0) - 1 };
  }
  if (!/<(?:[\w.-]+:)?MPD\s[^>]*type="dynamic"/.test(text)) return undefined;
  const start = Date.parse(/availabilityStartTime="([^"]+)"/.exec(text)?.[1] ?? '');
  return Number.isNaN(start) ? undefined : { begin: start, newest: 0 };
}

/** Whether the encoder began anew between two readings: the numbers went back, or the presentation's beginning moved. */
export function restarted(before: LiveEpoch, now: LiveEpoch): boolean {
  if (before.newest === 0 && now.newest === 0 && before.begin > 1e11) return before.begin !== now.begin;
  // An edge server that lags a little shows an older list; an encoder that began anew has nothing in common with the old one.
  return now.newest < before.begin;
}
