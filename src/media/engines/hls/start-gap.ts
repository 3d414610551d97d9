/** Time added after the gap, because audio segments end a little later than those of the video. */
const marginSeconds = 0.1;

/**
 * Adds a start position after the first segments of a playlist on demand when they are marked as gaps (RFC 8216bis, 4.4.4.7), because
 * hls.js would request the first one forever. A playlist with its own start position is returned unchanged.
 */
export function withStartBehindGap(playlist: string): string {
  if (!playlist.includes('#EXT-X-GAP') || !playlist.includes('#EXT-X-ENDLIST') || playlist.includes('#EXT-X-START:')) return playlist;
  let start = 0;
  let duration = 0;
  let isGap = false;
  for (const line of playlist.split('\n')) {
    if (line.startsWith('#EXTINF:')) duration = Number.parseFloat(line.slice(8));
    else if (line.startsWith('#EXT-X-GAP')) isGap = true;
    else if (line.trim() && !line.startsWith('#')) {
      if (!isGap) break;
      start += duration || 0;
      isGap = false;
    }
  }
  return start > 0
    ? playlist.replace('#EXTM3U', `#EXTM3U\n#EXT-X-START:TIME-OFFSET=${(start + marginSeconds).toFixed(3)},PRECISE=YES`)
    : playlist;
}
