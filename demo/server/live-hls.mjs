import { epochMs, videoSegmentOf, liveWindow, presentationDelaySeconds } from './live.mjs';

/**
 * Returns the live multivariant playlist: the video's own without captions, with `suffix` (a query, or empty) on the URL of every playlist.
 * @param {string} master the video's multivariant playlist
 * @param {string} suffix
 */
export function liveMultivariantPlaylist(master, suffix) {
  return master
    .split('\n')
    .filter((line) => !line.startsWith('#EXT-X-MEDIA:TYPE=SUBTITLES'))
    .map((line) => line.replace(/,SUBTITLES="[^"]*"/, '').replace(/\.m3u8/, `.m3u8${suffix}`))
    .join('\n');
}

/**
 * Returns the durations of a media playlist's segments, in seconds.
 * @param {string} playlist
 */
export const segmentDurations = (playlist) => [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map(([, seconds]) => Number(seconds));

/**
 * Returns the live media playlist of the track `name` at `now` (RFC 8216, 6.2.2). Audio segments are not exactly two seconds long, so times
 * come from `durations`, those of the video's own playlist. The media sequence number is the segment's number.
 * @param {{ name: string, durations: number[], now: number, window: number, suffix: string }} track
 */
export function liveMediaPlaylist({ name, durations, now, window, suffix }) {
  const { first, last } = liveWindow(now, window);
  const { file, shiftSeconds } = videoSegmentOf(first);
  const start = shiftSeconds + durations.slice(0, file - 1).reduce((sum, seconds) => sum + seconds, 0);
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.round(Math.max(...durations))}`,
    `#EXT-X-MEDIA-SEQUENCE:${first}`,
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-SERVER-CONTROL:HOLD-BACK=${presentationDelaySeconds}.0`,
    `#EXT-X-MAP:URI="../segments/${name}/init.mp4"`,
    `#EXT-X-PROGRAM-DATE-TIME:${new Date(Math.round(epochMs + start * 1000)).toISOString()}`
  ];
  for (let number = first; number <= last; number += 1) {
    const seconds = durations[videoSegmentOf(number).file - 1] ?? 0;
    lines.push(`#EXTINF:${seconds.toFixed(6)},`, `../segments/${name}/${number}.m4s${suffix}`);
  }
  return `${lines.join('\n')}\n`;
}
