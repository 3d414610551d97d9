/** The playlists that an HLS playlist names (RFC 8216bis: variants, renditions, I-frame and image playlists), absolute, each once. */
export function playlistsIn(text: string, address: URL): URL[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const named = lines.flatMap((line, index) => {
    if (/^#EXT-X-(MEDIA|I-FRAME-STREAM-INF|IMAGE-STREAM-INF):/.test(line)) return /[:,]URI="([^"]+)"/.exec(line)?.slice(1, 2) ?? [];
    const isVariant = lines
      .slice(0, index)
      .findLast((before) => before !== '' && !/^#(?!EXT-X-STREAM-INF:)/.test(before))
      ?.startsWith('#EXT-X-STREAM-INF:');
    return line !== '' && !line.startsWith('#') && isVariant ? [line] : [];
  });
  const urls = named.filter((uri) => URL.canParse(uri, address)).map((uri) => new URL(uri, address).href);
  return [...new Set(urls)].map((url) => new URL(url));
}
