import { liveMpd } from './live-dash.mjs';
import { partsPerSegment } from './live-parts.mjs';
import { segmentSeconds } from './live.mjs';

/** How many seconds before its completion a segment may be requested: its duration except for its first part. */
const availabilityTimeOffset = segmentSeconds - segmentSeconds / partsPerSegment;

/** The target latency of players, in seconds. */
const targetLatency = 3;

/**
 * Returns the low-latency MPD at `now` (ISO/IEC 23009-1, 5.3.9.2 and K.3). Segments may be fetched while they are produced. The MPD
 * contains the time of its creation, so no time server is needed.
 * @param {string} mpd the video's MPD
 * @param {{ now: number, window: number }} options
 */
export function lowLatencyMpd(mpd, { now, window }) {
  const service = `<ServiceDescription id="0"><Latency target="${targetLatency * 1000}" min="2000" max="6000"/><PlaybackRate min="0.96" max="1.04"/></ServiceDescription>`;
  const clock = `<UTCTiming schemeIdUri="urn:mpeg:dash:utc:direct:2014" value="${new Date(now).toISOString()}"/>`;
  return liveMpd(mpd, { now, window, suffix: '' })
    .replace(/suggestedPresentationDelay="[^"]*"/, `suggestedPresentationDelay="PT${targetLatency}S"`)
    .replaceAll(
      '<SegmentTemplate ',
      `<SegmentTemplate availabilityTimeOffset="${availabilityTimeOffset}" availabilityTimeComplete="false" `
    )
    .replace('  <Period', `  ${service}\n  <Period`)
    .replace('</MPD>', `  ${clock}\n</MPD>`);
}
