import { epochMs, presentationDelaySeconds } from './live.mjs';

/** @param {string} value */
const escape = (value) => value.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/**
 * Returns the live MPD at `now` (ISO/IEC 23009-1, 5.3.1): the video's own MPD, dynamic and without captions. Segments are numbered from 0
 * at the epoch. It names a time server only if `clock` is its URL (as urn:mpeg:dash:utc:http-xsdate:2014).
 * @param {string} mpd the video's MPD
 * @param {{ now: number, window: number, suffix: string, clock?: string | null }} options
 */
export function liveMpd(mpd, { now, window, suffix, clock }) {
  const live = [
    'type="dynamic"',
    `availabilityStartTime="${new Date(epochMs).toISOString()}"`,
    `publishTime="${new Date(now).toISOString()}"`,
    'minimumUpdatePeriod="PT8S"',
    `timeShiftBufferDepth="PT${window}S"`,
    `suggestedPresentationDelay="PT${presentationDelaySeconds}S"`
  ].join(' ');
  const timing = clock ? `  <UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-xsdate:2014" value="${escape(clock)}"/>\n</MPD>` : '</MPD>';
  return mpd
    .replace(/type="static" mediaPresentationDuration="[^"]*"/, live)
    .replace(/ *<AdaptationSet [^>]*contentType="text"[\s\S]*?<\/AdaptationSet>\n/g, '')
    .replaceAll('startNumber="1"', 'startNumber="0"')
    .replaceAll('initialization="', 'initialization="../segments/')
    .replaceAll('media="$', 'media="../segments/$')
    .replaceAll('$Number$.m4s', `$Number$.m4s${escape(suffix)}`)
    .replace('</MPD>', timing);
}
