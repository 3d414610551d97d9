import { videoSegmentOf, epochMs, liveWindow, segmentSeconds } from './live.mjs';
import { newestPart } from './live-parts.mjs';

/** Number of complete segments whose parts are still listed, for players that start at the live edge. */
const segmentsWithParts = 2;

/**
 * Returns the low-latency media playlist of the track `name` at `now` (draft-pantos-hls-rfc8216bis, 4.4.3.7 and 4.4.4.9): parts of half a
 * second, a preload hint for the next one, and blocking reloads.
 * @param {{ name: string, durations: number[], now: number, window: number, partsOf: (number: number) => Promise<{ seconds: number,
 * independent: boolean }[]> }} track
 */
export async function lowLatencyMediaPlaylist({ name, durations, now, window, partsOf }) {
  const { first, last } = liveWindow(now, window);
  const newest = newestPart(now);
  const { file, shiftSeconds } = videoSegmentOf(first);
  const start = shiftSeconds + durations.slice(0, file - 1).reduce((sum, seconds) => sum + seconds, 0);
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:9',
    `#EXT-X-TARGETDURATION:${segmentSeconds}`,
    '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=2.0',
    '#EXT-X-PART-INF:PART-TARGET=0.52',
    `#EXT-X-MEDIA-SEQUENCE:${first}`,
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MAP:URI="../segments/${name}/init.mp4"`,
    `#EXT-X-PROGRAM-DATE-TIME:${new Date(Math.round(epochMs + start * 1000)).toISOString()}`
  ];
  for (let number = first; number <= last + 1; number += 1) {
    if (number > last - segmentsWithParts) {
      const completePartCount = number < newest.number ? undefined : number > newest.number ? 0 : newest.part + 1;
      for (const [index, { seconds, independent }] of (await partsOf(number)).slice(0, completePartCount).entries()) {
        lines.push(
          `#EXT-X-PART:DURATION=${seconds.toFixed(5)},URI="../segments/${name}/${number}.${index}.m4s"${independent ? ',INDEPENDENT=YES' : ''}`
        );
      }
    }
    if (number > last) continue;
    const seconds = durations[videoSegmentOf(number).file - 1] ?? 0;
    lines.push(`#EXTINF:${seconds.toFixed(6)},`, `../segments/${name}/${number}.m4s`);
  }
  const next = newestPart(now + 500);
  lines.push(`#EXT-X-PRELOAD-HINT:TYPE=PART,URI="../segments/${name}/${next.number}.${next.part}.m4s"`);
  return `${lines.join('\n')}\n`;
}
