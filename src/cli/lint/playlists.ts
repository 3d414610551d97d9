import { readHls } from '../../policy/inspect/hls-reading.js';
import type { Variables } from '../../policy/inspect/hls-variables.js';

/** The tags that name a playlist: variants, renditions, I-frame and image playlists (RFC 8216bis). */
const naming = new Set(['EXT-X-STREAM-INF', 'EXT-X-MEDIA', 'EXT-X-I-FRAME-STREAM-INF', 'EXT-X-IMAGE-STREAM-INF']);

/**
 * The playlists that an HLS playlist names, as hls.js reads it, absolute, each once. The time is linear in the length of `text`; `imported`
 * has the variables of the playlist that names this one.
 */
export function playlistsIn(text: string, playlistUrl: URL, imported: Variables = new Map()): URL[] {
  const named = new Map<string, URL>();
  for (const { tag, uri, attributes } of readHls(text, playlistUrl, imported)) {
    const written = naming.has(tag) ? (uri ?? attributes.URI) : undefined;
    if (!written || !URL.canParse(written, playlistUrl)) continue;
    const url = new URL(written, playlistUrl);
    named.set(url.href, url);
  }
  return [...named.values()];
}
