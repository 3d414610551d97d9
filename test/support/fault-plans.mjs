/**
 * The plans of the fault server, by name. A plan is a list of rules. The first rule that matches a request applies; without a match, the
 * demo server responds normally.
 *
 * @typedef {object} Rule
 * @property {'manifest' | 'playlist' | 'segment' | 'init' | 'media' | 'any'} target the requested file: `manifest` is the URL that a player
 * loads, `playlist` a media playlist, `media` a segment or an init segment
 * @property {RegExp} [track] a pattern for the name of the track
 * @property {number[]} [numbers] the numbers of the segments, from 1; in a live channel, 1 is the first segment that is requested in the
 * run
 * @property {number} [times] how often the rule applies; without it, always
 * @property {boolean} [whileSwitchedOn] whether the rule applies only while the switch of the run is on
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {'reset' | 'hang' | 'half-hang' | 'half-reset'} [connection]
 * @property {string} [body]
 * @property {string} [edit] the name of a change to the correct response, in `fault-edits.mjs`
 * @property {number} [rate] bytes a second
 */

const html = '<!doctype html>\n<html><body><h1>Welcome to our network</h1><a href="/login">Log in</a></body></html>';
const htmlHeaders = { 'content-type': 'text/html; charset=utf-8' };
const videoTracks = /^video/;

/** A video of ten minutes, long enough to seek beyond the buffer after a minute is buffered. @type {Rule[]} */
const tenMinuteVideo = [
  { target: 'playlist', edit: 'listTenMinutes' },
  { target: 'manifest', edit: 'listTenMinutes' }
];

/** @type {Record<string, readonly Rule[]>} */
export const plans = {
  none: [],
  'manifest-404': [{ target: 'manifest', status: 404 }],
  'manifest-5xx-then-200': [
    { target: 'manifest', times: 1, status: 500 },
    { target: 'manifest', times: 1, status: 503, headers: { 'retry-after': '1' } }
  ],
  'manifest-is-html': [{ target: 'manifest', body: html, headers: htmlHeaders }],
  'manifest-empty': [{ target: 'manifest', body: '' }],
  'manifest-malformed': [{ target: 'manifest', edit: 'cutShort' }],
  'manifest-hangs': [{ target: 'manifest', connection: 'hang' }],
  'manifest-redirect-loop': [{ target: 'manifest', status: 302, headers: { location: '?again' } }],
  'manifest-of-50-mb': [{ target: 'manifest', edit: 'add50MbOfPadding' }],
  'manifest-of-100000-segments': [
    { target: 'playlist', edit: 'listManySegments' },
    { target: 'manifest', edit: 'listManySegments' }
  ],
  'hostile-strings': [{ target: 'manifest', edit: 'insertHostileStrings' }],
  'hostile-numbers': [
    { target: 'manifest', edit: 'insertHostileNumbers' },
    { target: 'playlist', edit: 'insertHostileNumbers' }
  ],
  'wrong-content-type': [{ target: 'any', headers: { 'content-type': 'text/html' } }],
  'segment-404-twice': [{ target: 'segment', track: videoTracks, numbers: [4], times: 2, status: 404 }],
  'segment-missing': [{ target: 'segment', track: videoTracks, numbers: [5], status: 404 }],
  'segment-corrupt': [{ target: 'segment', track: videoTracks, numbers: [5], edit: 'replaceMediaWithNoise' }],
  'segment-truncated': [{ target: 'segment', track: videoTracks, numbers: [5], edit: 'keepFirstHalf' }],
  'segment-connection-reset': [{ target: 'segment', track: videoTracks, numbers: [4, 5], times: 4, connection: 'half-reset' }],
  'segment-hangs': [{ target: 'segment', track: videoTracks, numbers: [5], times: 1, connection: 'half-hang' }],
  'slow-segments-10s': [{ target: 'segment', whileSwitchedOn: true, rate: 8000 }, ...tenMinuteVideo],
  'html-segments-8s': [{ target: 'segment', whileSwitchedOn: true, body: html, headers: htmlHeaders }, ...tenMinuteVideo],
  'audio-track-missing': [{ target: 'media', track: /^audio-en/, status: 404 }],
  'highest-rendition-missing': [{ target: 'media', track: /^video-720/, status: 404 }],
  outage: [{ target: 'any', whileSwitchedOn: true, connection: 'reset' }, ...tenMinuteVideo],
  'live-outage': [
    { target: 'any', whileSwitchedOn: true, connection: 'reset' },
    { target: 'playlist', edit: 'removeTargetLatency' },
    { target: 'manifest', edit: 'removeTargetLatency' }
  ],
  // The segments around 400 seconds, so that only a seek to that position requests them.
  'decoder-error-once': [
    { target: 'segment', track: videoTracks, numbers: [201, 202], whileSwitchedOn: true, times: 1, edit: 'replaceMediaWithNoise' },
    ...tenMinuteVideo
  ],
  'long-video-segment-missing': [{ target: 'segment', track: videoTracks, numbers: [5], status: 404 }, ...tenMinuteVideo],
  'long-video-404': [{ target: 'media', whileSwitchedOn: true, status: 404 }, ...tenMinuteVideo],
  'long-video': tenMinuteVideo,
  '503-retry-after-30s': [{ target: 'any', whileSwitchedOn: true, status: 503, headers: { 'retry-after': '30' } }],
  'all-403-8s': [{ target: 'any', whileSwitchedOn: true, status: 403 }, ...tenMinuteVideo],
  'live-freeze-15s': [],
  'live-edge-404': [{ target: 'segment', edit: 'delayAvailability' }],
  'live-segment-missing': [{ target: 'segment', track: videoTracks, numbers: [6], status: 404 }],
  'live-restart': []
};
