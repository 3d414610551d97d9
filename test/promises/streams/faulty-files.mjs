import { readFileSync } from 'node:fs';
import { parseRange } from '../../../demo/server/static.mjs';

const video = readFileSync(new URL('../../../demo/media/film.mp4', import.meta.url));
/** Three seconds, with the index. */
const faultAt = 150_000;
/** The index and the first half, as after an upload that was broken off. @param {Buffer} file */
const halfOf = (file) => file.subarray(0, Math.round(file.length / 2));
/** The file with other bytes in place of the media of two and a half seconds, from the third second on. @param {Buffer} file @param {string | number} bytes */
const damagedCopyOf = (file, bytes) => Buffer.from(file).fill(bytes, 150_000, 250_000);
const webm = readFileSync(new URL('media/film.webm', import.meta.url));
/** A tenth of the bytes of one second. */
const slowBytes = 5_000;
const page = { body: Buffer.from('<!doctype html>\n<html><body>Log in</body></html>'), type: 'text/html' };

/** The end of the first response, then a fault for so many seconds, then the rest of the file. @param {number} duration @param {object} fault */
const during = (duration, fault) => (/** @type {number} */ earlier, /** @type {number} */ seconds) =>
  earlier === 0 ? { stop: 'end' } : seconds < duration ? fault : {};

/**
 * The faults of a server, by name: what it answers to a request, by the number of requests before and the seconds since the first one. `stopAt` is the position at which the
 * response breaks off (`reset`), ends (`end`) or continues no more (`hang`). What happens later follows an end, because a browser discards
 * the received bytes of a response that breaks off before they are read.
 * @type {Record<string, (earlier: number, seconds: number) => { status?: number, headers?: Record<string, string>, body?: Buffer, type?: string, etag?: string, stop?: 'reset' | 'end' | 'hang', stopAt?: number, hang?: boolean, drop?: boolean, pace?: number }>}
 */
const plans = {
  'not-found': () => ({ status: 404 }),
  gone: () => ({ status: 410 }),
  forbidden: () => ({ status: 403 }),
  busy: () => ({ status: 503 }),
  'busy-at-first': (earlier) => (earlier < 2 ? { status: [500, 503][earlier] ?? 503 } : {}),
  page: () => page,
  hang: () => ({ hang: true }),
  'redirect-loop': () => ({ status: 302, headers: { location: '?again' } }),
  empty: () => ({ body: Buffer.alloc(0) }),
  noise: () => ({ body: Buffer.alloc(60_000, 'noise') }),
  'wrong-type': () => ({ type: 'text/html' }),
  'reset-in-the-index': (earlier) => (earlier < 1 ? { stop: 'reset', stopAt: 20_000 } : {}),
  reset: (earlier) => (earlier < 2 ? { stop: 'reset' } : {}),
  'short-response': (earlier) => (earlier < 2 ? { stop: 'end' } : {}),
  'stopped-response': (earlier) => (earlier === 0 ? { stop: 'hang' } : {}),
  'busy-later': (earlier) => (earlier === 0 ? { stop: 'end' } : earlier < 3 ? { status: 503 } : {}),
  'refused-later': (earlier) => (earlier === 0 ? { stop: 'end' } : earlier < 3 ? { status: 403 } : {}),
  'page-later': (earlier) => (earlier === 0 ? { stop: 'end' } : earlier < 3 ? page : {}),
  outage: during(10, { drop: true }),
  'refused-for-8-s': during(8, { status: 403 }),
  'page-for-8-s': during(8, page),
  // A tenth of the bytes per second that the file needs, then the whole line.
  'slow-for-10-s': (earlier, seconds) => (earlier === 0 ? { stop: 'end' } : { pace: Math.max(0, 10 - seconds) }),
  'cut-off': () => ({ body: halfOf(video) }),
  'cut-off-webm': () => ({ body: halfOf(webm), type: 'video/webm' }),
  damaged: () => ({ body: damagedCopyOf(video, 'noise') }),
  hole: () => ({ body: damagedCopyOf(video, 0) }),
  'missing-later': (earlier) => (earlier === 0 ? { stop: 'end' } : { status: 404 }),
  changed: (earlier) => (earlier === 0 ? { stop: 'end' } : { etag: '"two"' })
};

/** The number of requests and the time of the first one in milliseconds, by run. @type {Map<string, { count: number, begun: number }>} */
const runs = new Map();

/** Answers a request below a folder for the plan and one for the run. @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response @param {string} path */
export function answerFaulty(request, response, path) {
  const [plan = '', run = ''] = path.split('/');
  const { count: earlier, begun } = runs.get(run) ?? { count: 0, begun: performance.now() };
  runs.set(run, { count: earlier + 1, begun });
  const {
    status,
    headers,
    body = video,
    type = 'video/mp4',
    etag = '"one"',
    stop,
    stopAt = faultAt * (earlier + 1),
    hang,
    drop,
    pace = 0
  } = plans[plan]?.(earlier, (performance.now() - begun) / 1000) ?? { status: 404 };
  if (hang) return;
  if (drop) return void request.socket.resetAndDestroy();
  if (status) return void response.writeHead(status, headers).end();
  // A page in the place of the file is sent as a whole, whatever was requested.
  const range = body === page.body ? undefined : parseRange(request.headers.range, body.length);
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
  // For `pace` seconds, a tenth of what the file needs arrives.
  for (let second = 0; second < pace; second += 1) {
    const at = first + second * slowBytes;
    setTimeout(() => response.destroyed || response.write(body.subarray(at, at + slowBytes)), second * 1000);
  }
  if (pace > 0) {
    const sent = first + Math.ceil(pace) * slowBytes;
    return void setTimeout(() => response.destroyed || response.end(body.subarray(sent, end)), pace * 1000);
  }
  response.write(body.subarray(first, Math.max(end, first + 1)), () => {
    if (stop === 'reset') request.socket.resetAndDestroy();
    else if (stop !== 'hang') response.end();
  });
}
