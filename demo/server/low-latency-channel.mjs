import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { send, text } from './answer.mjs';
import { defaultWindow, segmentAvailable } from './live.mjs';
import { liveMaster, segmentDurations } from './live-hls.mjs';
import { newestPart, partReady, partsOf, partsPerSegment } from './live-parts.mjs';
import { lowLatencyMpd } from './low-latency-dash.mjs';
import { lowLatencyMedia } from './low-latency-hls.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/** Maximum delay of a response in milliseconds until there is an update: three segments, as the draft requires. */
const maxDelay = 6000;

/**
 * Returns the request handler of the same live channel with low latency. Paths below `/live/low/`: `hls/master.m3u8`, `hls/TRACK.m3u8` (reloads
 * wait for the part that `_HLS_msn` and `_HLS_part` name), `dash/manifest.mpd`, `segments/TRACK/init.mp4`, `segments/TRACK/N.m4s` (in chunks,
 * while it is produced) and its parts `segments/TRACK/N.P.m4s`; the status of all others is 404.
 * @param {string} folder
 * @param {() => number} now milliseconds since 1970
 */
export function lowLatencyChannel(folder, now) {
  /** @param {string} name */
  const read = (name) => readFile(join(folder, name), 'utf8');

  /**
   * Waits until a part is available. Resolves to false if that would take too long, or if the client has disconnected.
   * @param {number} number @param {number} part @param {AbortSignal} signal
   */
  async function ready(number, part, signal) {
    const delay = partReady(number, part) - now();
    if (delay > maxDelay) return false;
    if (delay > 0) await wait(delay, undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }

  /** @param {string} track @param {URLSearchParams} query @param {AbortSignal} signal */
  async function playlist(track, query, signal) {
    const [number, part] = [query.get('_HLS_msn'), query.get('_HLS_part')].map((value) => (value === null ? NaN : Number(value)));
    if (!Number.isNaN(number) && !(await ready(number, Number.isNaN(part) ? partsPerSegment - 1 : part, signal))) return undefined;
    const durations = segmentDurations(await read(`${track}.m3u8`));
    return lowLatencyMedia({
      name: track,
      durations,
      now: now(),
      window: defaultWindow,
      partsOf: (wanted) => partsOf(folder, track, wanted)
    });
  }

  /**
   * Sends the parts of a segment, each as soon as it is available.
   * @param {ServerResponse} response @param {string} track @param {number} number @param {AbortSignal} signal
   */
  async function stream(response, track, number, signal) {
    for (const [part, { bytes }] of (await partsOf(folder, track, number)).entries()) {
      if (!(await ready(number, part, signal))) return;
      response.write(bytes);
    }
    response.end();
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {string} path below `/live/low/`
   * @param {URLSearchParams} query
   */
  return async (request, response, path, query) => {
    const disconnection = new AbortController();
    response.on('close', () => disconnection.abort());
    response.setHeader('Cache-Control', 'no-cache');
    const hls = 'application/vnd.apple.mpegurl';
    if (path === 'hls/master.m3u8') return send(request, response, 200, hls, liveMaster(await read('master.m3u8'), ''));
    if (path === 'dash/manifest.mpd') {
      return send(
        request,
        response,
        200,
        'application/dash+xml',
        lowLatencyMpd(await read('manifest.mpd'), { now: now(), window: defaultWindow })
      );
    }
    const [, list] = /^hls\/((?:video|audio)-\w+)\.m3u8$/.exec(path) ?? [];
    const [, track, init, number, part] = /^segments\/((?:video|audio)-\w+)\/(?:(init\.mp4)|(\d+)(?:\.([0-3]))?\.m4s)$/.exec(path) ?? [];
    const body = list && (await playlist(list, query, disconnection.signal).catch(absent));
    if (body) return send(request, response, 200, hls, body);
    if (!track) return text(request, response, 404, 'Not in the live window');
    const type = track.startsWith('video') ? 'video/mp4' : 'audio/mp4';
    if (init) return send(request, response, 200, type, await readFile(join(folder, track, init)));
    const wanted = Number(number);
    const begun = wanted === newestPart(now()).number || segmentAvailable(wanted, now());
    if (part !== undefined && (await ready(wanted, Number(part), disconnection.signal))) {
      return send(request, response, 200, type, (await partsOf(folder, track, wanted))[Number(part)]?.bytes ?? '');
    }
    if (part !== undefined || !begun) return text(request, response, 404, 'Not in the live window');
    response.writeHead(200, { 'Content-Type': type });
    await stream(response, track, wanted, disconnection.signal);
  };
}

/** @param {NodeJS.ErrnoException} error */
function absent(error) {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
