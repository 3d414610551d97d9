/** Time added after the gap, because audio segments end a little later than those of the video. */
const marginSeconds = 0.1;

/** Returns the end, in seconds, of the segments at the start that are marked as gaps (RFC 8216bis, 4.4.4.7); 0 when there are none. */
function endOfFirstGap(playlist: string): number {
  if (!playlist.includes('#EXT-X-GAP')) return 0;
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
  return start > 0 ? start + marginSeconds : 0;
}

/**
 * Adds a start position to a playlist on demand, after `minStart` seconds and after first segments that are marked as gaps, because hls.js
 * would request the first segment forever. A playlist with its own start position is returned unchanged.
 */
export function withStartAfter(minStart: number, playlist: string): string {
  if (!playlist.includes('#EXT-X-ENDLIST') || playlist.includes('#EXT-X-START:')) return playlist;
  const start = Math.max(minStart, endOfFirstGap(playlist));
  return start > 0 ? playlist.replace('#EXTM3U', `#EXTM3U\n#EXT-X-START:TIME-OFFSET=${start.toFixed(3)},PRECISE=YES`) : playlist;
}
