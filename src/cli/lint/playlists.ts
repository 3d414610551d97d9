/** A line of a playlist. In hls.js, whose patterns read lines with `.`, each of the four characters ends one. */
const lines = /[^\r\n\u2028\u2029]+/g;

/**
 * The playlists that an HLS playlist names (RFC 8216bis: variants, renditions, I-frame and image playlists), absolute, each once.
 * The time is linear in the length of `text`.
 */
export function playlistsIn(text: string, address: URL): URL[] {
  const named = new Map<string, URL>();
  const add = (uri: string | undefined) => {
    if (uri === undefined || !URL.canParse(uri, address)) return;
    const url = new URL(uri, address);
    named.set(url.href, url);
  };
  /** Whether the next line without a `#` is the URL of a variant. */
  let variant = false;
  for (const [raw] of text.matchAll(lines)) {
    const line = raw.trim();
    if (line.startsWith('#EXT-X-STREAM-INF:')) variant = true;
    else if (/^#EXT-X-(MEDIA|I-FRAME-STREAM-INF|IMAGE-STREAM-INF):/.test(line)) add(/[:,]URI="([^"]+)"/.exec(line)?.[1]);
    else if (line !== '' && !line.startsWith('#')) {
      if (variant) add(line);
      variant = false;
    }
  }
  return [...named.values()];
}
