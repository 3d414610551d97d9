import { readFileSync } from 'node:fs';
import { parseRange } from '../../../demo/server/static.mjs';

const video = readFileSync(new URL('../../../demo/media/film.mp4', import.meta.url));
/** The bytes of the index and the first three seconds. */
const bytesBeforeFault = 150_000;
/** Returns the index and the first half, as after an upload that was interrupted. @param {Buffer} file */
const firstHalf = (file) => file.subarray(0, Math.round(file.length / 2));
/**
 * Returns the file with other bytes in place of two and a half seconds of media, from the third second on.
 * @param {Buffer} file @param {string | number} bytes
 */
const damagedCopyOf = (file, bytes) => Buffer.from(file).fill(bytes, 150_000, 250_000);
const webm = readFileSync(new URL('media/film.webm', import.meta.url));
/** A tenth of the bytes per second that the file needs. */
const slowBytesPerSecond = 5_000;
const logInPage = { body: Buffer.from('<!doctype html>\n<html><body>Log in</body></html>'), type: 'text/html' };

/**
 * Ends the first response early, answers with `fault` until `duration` seconds have passed, and then sends the rest of the file.
 * @param {number} duration @param {object} fault
 */
const faultFor = (duration, fault) => (/** @type {number} */ earlierRequests, /** @type {number} */ seconds) =>
  earlierRequests === 0 ? { stop: 'end' } : seconds < duration ? fault : {};

/**
 * The faulty servers by name: each is a function that returns the answer to a request from the number of earlier requests and the seconds
 * since the first one. `stopAt` is the position at which the response is reset (`reset`), ends (`end`) or stops without an end (`hang`).
 * `hang` sends no answer at all, `drop` resets the connection, and `pace` is the number of seconds in which the answer is slow. The faults
 * with a later part first end the response early, because a browser discards bytes of a reset response that it has not read yet.
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: Buffer, type?: string, etag?: string, hang?: boolean, drop?: boolean,
 *   pace?: number, stop?: 'reset' | 'end' | 'hang', stopAt?: number }} FaultyAnswer
 * @type {Record<string, (earlierRequests: number, seconds: number) => FaultyAnswer>}
 */
const plans = {
  'not-found': () => ({ status: 404 }),
  gone: () => ({ status: 410 }),
  forbidden: () => ({ status: 403 }),
  busy: () => ({ status: 503 }),
  'busy-at-first': (earlierRequests) => (earlierRequests < 2 ? { status: [500, 503][earlierRequests] ?? 503 } : {}),
  page: () => logInPage,
  hang: () => ({ hang: true }),
  'redirect-loop': () => ({ status: 302, headers: { location: '?again' } }),
  empty: () => ({ body: Buffer.alloc(0) }),
  noise: () => ({ body: Buffer.alloc(60_000, 'noise') }),
  'wrong-type': () => ({ type: 'text/html' }),
  'reset-in-the-index': (earlierRequests) => (earlierRequests < 1 ? { stop: 'reset', stopAt: 20_000 } : {}),
  reset: (earlierRequests) => (earlierRequests < 2 ? { stop: 'reset' } : {}),
  'short-response': (earlierRequests) => (earlierRequests < 2 ? { stop: 'end' } : {}),
  'stopped-response': (earlierRequests) => (earlierRequests === 0 ? { stop: 'hang' } : {}),
  'busy-later': (earlierRequests) => (earlierRequests === 0 ? { stop: 'end' } : earlierRequests < 3 ? { status: 503 } : {}),
  'refused-later': (earlierRequests) => (earlierRequests === 0 ? { stop: 'end' } : earlierRequests < 3 ? { status: 403 } : {}),
  'page-later': (earlierRequests) => (earlierRequests === 0 ? { stop: 'end' } : earlierRequests < 3 ? logInPage : {}),
  outage: faultFor(10, { drop: true }),
  'refused-for-8-s': faultFor(8, { status: 403 }),
  'page-for-8-s': faultFor(8, logInPage),
  // The file arrives at a tenth of the necessary speed, and then at full speed.
  'slow-for-10-s': (earlierRequests, seconds) => (earlierRequests === 0 ? { stop: 'end' } : { pace: Math.max(0, 10 - seconds) }),
  'cut-off': () => ({ body: firstHalf(video) }),
  'cut-off-webm': () => ({ body: firstHalf(webm), type: 'video/webm' }),
  damaged: () => ({ body: damagedCopyOf(video, 'noise') }),
  hole: () => ({ body: damagedCopyOf(video, 0) }),
  'missing-later': (earlierRequests) => (earlierRequests === 0 ? { stop: 'end' } : { status: 404 }),
  changed: (earlierRequests) => (earlierRequests === 0 ? { stop: 'end' } : { etag: '"two"' })
};

/**
 * The number of requests, and the time of the first one in milliseconds, by run.
 * @type {Map<string, { count: number, firstRequestMs: number }>}
 */
const runs = new Map();

/**
 * Answers a request for the path `PLAN/RUN/FILE`: PLAN is the name of a faulty server, and each RUN of a test starts it again.
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response @param {string} path
 */
export function answerFaulty(request, response, path) {
  const [plan = '', run = ''] = path.split('/');
  const planOf = plans[plan];
  if (!planOf) throw new Error(`There is no plan "${plan}" of a faulty server.`);
  const { count: earlierRequests, firstRequestMs } = runs.get(run) ?? { count: 0, firstRequestMs: performance.now() };
  runs.set(run, { count: earlierRequests + 1, firstRequestMs });
  const {
    status,
    headers,
    body = video,
    type = 'video/mp4',
    etag = '"one"',
    stop,
    stopAt = bytesBeforeFault * (earlierRequests + 1),
    hang,
    drop,
    pace = 0
  } = planOf(earlierRequests, (performance.now() - firstRequestMs) / 1000);
  if (hang) return;
  if (drop) return void request.socket.resetAndDestroy();
  if (status) return void response.writeHead(status, headers).end();
  // A login page in the place of the file is sent as a whole, even if a range was requested.
  const range = body === logInPage.body ? undefined : parseRange(request.headers.range, body.length);
  if (range === 'outside') return void response.writeHead(416, { 'Content-Range': `bytes */${body.length}` }).end();
  const { first, last } = typeof range === 'object' ? range : { first: 0, last: body.length - 1 };
  const isPart = typeof range === 'object';
  response.writeHead(isPart ? 206 : 200, {
    ...{ 'Content-Type': type, 'Cache-Control': 'no-store', ETag: etag },
    // Without a length, the client cannot see that the response ends too early.
    ...(stop === 'end' ? {} : { 'Content-Length': last - first + 1 }),
    ...(isPart && { 'Content-Range': `bytes ${first}-${last}/${body.length}` })
  });
  const end = stop ? Math.max(first, stopAt) : last + 1;
  // For `pace` seconds, the file arrives at a tenth of the necessary speed.
  for (let second = 0; second < pace; second += 1) {
    const start = first + second * slowBytesPerSecond;
    setTimeout(() => response.destroyed || response.write(body.subarray(start, start + slowBytesPerSecond)), second * 1000);
  }
  if (pace > 0) {
    const slowEnd = first + Math.ceil(pace) * slowBytesPerSecond;
    return void setTimeout(() => response.destroyed || response.end(body.subarray(slowEnd, end)), pace * 1000);
  }
  response.write(body.subarray(first, Math.max(end, first + 1)), () => {
    if (stop === 'reset') request.socket.resetAndDestroy();
    else if (stop !== 'hang') response.end();
  });
}
