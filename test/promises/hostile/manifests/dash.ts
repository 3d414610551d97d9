import { readFileSync } from 'node:fs';
import { liveMpd } from '../../../../demo/server/live-dash.mjs';
import { epochMs } from '../../../../demo/server/live.mjs';

/** The namespaces of all prefixes that cases use; without them, the MPD would not be well-formed. */
const namespaces = [
  'xmlns="urn:mpeg:dash:schema:mpd:2011"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dvb="urn:dvb:dash:dash-extensions:2014-1"',
  'xmlns:cenc="urn:mpeg:cenc:2013"',
  'xmlns:dashif="https://dashif.org/CPS"',
  'xmlns:up="urn:mpeg:dash:schema:urlparam:2014"',
  'xmlns:up16="urn:mpeg:dash:schema:urlparam:2016"'
].join(' ');

/** The parts that a case can add to an MPD, each at its position in the standard. */
export interface MpdParts {
  /** Elements before the period. */
  readonly head?: string;
  /** Elements after the period. */
  readonly tail?: string;
  /** Attributes of the period. */
  readonly periodAttributes?: string;
  /** Elements of the period before its adaptation sets. */
  readonly period?: string;
  /** Attributes of the video adaptation set. */
  readonly setAttributes?: string;
  /** Elements at the start of the video adaptation set, before its template. */
  readonly set?: string;
  /** The identifier of the video representation, by default the name of its folder. */
  readonly id?: string;
  /** The segment addressing of the video. */
  readonly segments?: string;
  /** Elements of the video representation. */
  readonly representation?: string;
  /** Further adaptation sets. */
  readonly sets?: string;
}

export const segmentTemplate = (
  folder = '/media/cmaf/',
  media = '$RepresentationID$/$Number$.m4s',
  initialization = '$RepresentationID$/init.mp4'
) => `<SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="${folder}${initialization}" media="${folder}${media}"/>`;

/** Returns an on-demand MPD of the demo's video with 240 lines, with the parts of a case. */
export function createMpd(parts: MpdParts = {}): string {
  const { head = '', tail = '', periodAttributes = '', period = '', setAttributes = '', set = '', representation = '', sets = '' } = parts;
  const { id = 'video-240' } = parts;
  return `<?xml version="1.0" encoding="UTF-8"?>
<MPD ${namespaces} type="static" mediaPresentationDuration="PT64S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011">
  ${head}
  <Period id="0" start="PT0S" ${periodAttributes}>
    ${period}
    <AdaptationSet id="1" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1" ${setAttributes}>
      ${set}
      ${parts.segments ?? segmentTemplate()}
      <Representation id="${id}" bandwidth="139708" width="426" height="240" codecs="avc1.4d4015">${representation}</Representation>
    </AdaptationSet>
    ${sets}
  </Period>
  ${tail}
</MPD>`;
}

const demoVideoMpd = readFileSync(new URL('../../../../demo/media/cmaf/manifest.mpd', import.meta.url), 'utf8');

/**
 * Returns a function that creates the MPD of the demo's live channel, which players request again every second. `head` is before the
 * period, `tail` after it.
 */
export const createLiveMpd =
  (head = '', tail = '') =>
  () =>
    liveMpd(demoVideoMpd, { now: Date.now(), window: 60, suffix: '', clock: null })
      .replace('minimumUpdatePeriod="PT8S"', 'minimumUpdatePeriod="PT1S"')
      .replaceAll('../segments/', '/live/segments/')
      .replace('<Period id="0" start="PT0S">', `${head}$&`)
      .replace('</MPD>', `${tail}</MPD>`);

/** When the live channel started. */
export const liveStart = new Date(epochMs).toISOString();
