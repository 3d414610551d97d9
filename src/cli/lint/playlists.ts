import { readHls } from '../../policy/inspect/hls-reading.js';
import type { Variables } from '../../policy/inspect/hls-variables.js';

/** The tags that name a playlist: variants, renditions, I-frame and image playlists (RFC 8216bis). */
const playlistTags = new Set(['EXT-X-STREAM-INF', 'EXT-X-MEDIA', 'EXT-X-I-FRAME-STREAM-INF', 'EXT-X-IMAGE-STREAM-INF']);

/**
 * Returns the absolute URL of each playlist that an HLS playlist names, as hls.js reads it, once. The time is linear in the length of
 * `text`; `imported` has the variables of the playlist that names this one.
 */
export function playlistsIn(text: string, playlistUrl: URL, imported: Variables = new Map()): URL[] {
  const playlists = new Map<string, URL>();
  for (const { tag, uri, attributes } of readHls(text, playlistUrl, imported)) {
    const reference = playlistTags.has(tag) ? (uri ?? attributes.URI) : undefined;
    if (!reference || !URL.canParse(reference, playlistUrl)) continue;
    const url = new URL(reference, playlistUrl);
    playlists.set(url.href, url);
  }
  return [...playlists.values()];
}
