/**
 * The faults, by name. A plan is a list of rules; the first that matches a request applies, and without a match the demo server responds normally.
 *
 * `on`: the requested file: `manifest` (the URL that a player is given), `playlist`, `segment`, `init`, `any`. `track`: a pattern for the
 * track's name. `numbers`: segments, counted from 1 (live: counted from the first request of the run). `times`: how often it happens.
 * `switched`: only while the run's switch is on.
 *
 * @typedef {object} Rule
 * @property {'manifest' | 'playlist' | 'segment' | 'init' | 'media' | 'any'} on
 * @property {RegExp} [track]
 * @property {number[]} [numbers]
 * @property {number} [times]
 * @property {boolean} [switched]
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {'reset' | 'hang' | 'half-hang' | 'half-reset'} [connection]
 * @property {string} [body]
 * @property {string} [edit] the name of a change to the correct response, in `fault-edits.mjs`
 * @property {number} [rate] bytes a second
 */

const html = '<!doctype html>\n<html><body><h1>Welcome to our network</h1><a href="/login">Log in</a></body></html>';
const page = { 'content-type': 'text/html; charset=utf-8' };
const video = /^video/;

/** A video of ten minutes, long enough to seek beyond the buffer after a minute is buffered. @type {Rule[]} */
const long = [
  { on: 'playlist', edit: 'minutes' },
  { on: 'manifest', edit: 'minutes' }
];

/** @type {Record<string, readonly Rule[]>} */
export const plans = {
  none: [],
  'man-404': [{ on: 'manifest', status: 404 }],
  'man-5xx-then-ok': [
    { on: 'manifest', times: 1, status: 500 },
    { on: 'manifest', times: 1, status: 503, headers: { 'retry-after': '1' } }
  ],
  'man-html': [{ on: 'manifest', body: html, headers: page }],
  'man-empty': [{ on: 'manifest', body: '' }],
  'man-malformed': [{ on: 'manifest', edit: 'malformed' }],
  'man-hang': [{ on: 'manifest', connection: 'hang' }],
  'man-redirect-loop': [{ on: 'manifest', status: 302, headers: { location: '?again' } }],
  'man-50mb': [{ on: 'manifest', edit: 'padded' }],
  'man-100k': [
    { on: 'playlist', edit: 'long' },
    { on: 'manifest', edit: 'long' }
  ],
  'hostile-strings': [{ on: 'manifest', edit: 'hostileStrings' }],
  'hostile-numbers': [
    { on: 'manifest', edit: 'hostileNumbers' },
    { on: 'playlist', edit: 'hostileNumbers' }
  ],
  'wrong-ctype': [{ on: 'any', headers: { 'content-type': 'text/html' } }],
  'seg-404x2': [{ on: 'segment', track: video, numbers: [4], times: 2, status: 404 }],
  'seg-gap': [{ on: 'segment', track: video, numbers: [5], status: 404 }],
  'seg-corrupt': [{ on: 'segment', track: video, numbers: [5], edit: 'noise' }],
  'seg-truncated': [{ on: 'segment', track: video, numbers: [5], edit: 'half' }],
  'seg-reset': [{ on: 'segment', track: video, numbers: [4, 5], times: 4, connection: 'half-reset' }],
  'seg-hang': [{ on: 'segment', track: video, numbers: [5], times: 1, connection: 'half-hang' }],
  'slow-10s': [{ on: 'segment', switched: true, rate: 8000 }, ...long],
  'html-segments-8s': [{ on: 'segment', switched: true, body: html, headers: page }, ...long],
  'audio-dead': [{ on: 'media', track: /^audio-en/, status: 404 }],
  'top-dead': [{ on: 'media', track: /^video-720/, status: 404 }],
  outage: [{ on: 'any', switched: true, connection: 'reset' }, ...long],
  'live-outage': [
    { on: 'any', switched: true, connection: 'reset' },
    { on: 'playlist', edit: 'unhurried' },
    { on: 'manifest', edit: 'unhurried' }
  ],
  // Around 400 seconds, so that the requests before a seek to there are not affected.
  'noise-once': [{ on: 'segment', track: video, numbers: [201, 202], switched: true, times: 1, edit: 'noise' }, ...long],
  hole: [{ on: 'segment', track: video, numbers: [5], status: 404 }, ...long],
  gone: [{ on: 'media', switched: true, status: 404 }, ...long],
  long,
  later: [{ on: 'any', switched: true, status: 503, headers: { 'retry-after': '30' } }],
  'token-403-8s': [{ on: 'any', switched: true, status: 403 }, ...long],
  'live-freeze-15s': [],
  'live-404-edge': [{ on: 'segment', edit: 'late' }],
  'live-gap': [{ on: 'segment', track: video, numbers: [6], status: 404 }],
  'live-restart': []
};
