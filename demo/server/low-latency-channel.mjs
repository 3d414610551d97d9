import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { send, sendText } from './answer.mjs';
import { defaultWindowSeconds, isSegmentAvailable } from './live.mjs';
import { liveMultivariantPlaylist, segmentDurations } from './live-hls.mjs';
import { newestPart, partReadyTime, partsOf, partsPerSegment } from './live-parts.mjs';
import { lowLatencyMpd } from './low-latency-dash.mjs';
import { lowLatencyMediaPlaylist } from './low-latency-hls.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/** Maximum delay of a response in milliseconds until there is an update: three segments, as the draft requires. */
const maxDelay = 6000;

/**
 * Returns the request handler of the same live channel with low latency. Paths below `/live/low/`: `hls/master.m3u8`, `hls/TRACK.m3u8`
 * (reloads wait for the part that `_HLS_msn` and `_HLS_part` name), `dash/manifest.mpd`, `segments/TRACK/init.mp4`, `segments/TRACK/N.m4s`
 * (in chunks, while it is produced) and its parts `segments/TRACK/N.P.m4s`; the status of all others is 404.
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
  async function waitForPart(number, part, signal) {
    const delay = partReadyTime(number, part) - now();
    if (delay > maxDelay) return false;
    if (delay > 0) await wait(delay, undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }

  /** @param {string} track @param {URLSearchParams} query @param {AbortSignal} signal */
  async function playlist(track, query, signal) {
    const [number, part] = [query.get('_HLS_msn'), query.get('_HLS_part')].map((value) => (value === null ? NaN : Number(value)));
    if (!Number.isNaN(number) && !(await waitForPart(number, Number.isNaN(part) ? partsPerSegment - 1 : part, signal))) return undefined;
    const durations = segmentDurations(await read(`${track}.m3u8`));
    return lowLatencyMediaPlaylist({
      name: track,
      durations,
      now: now(),
      window: defaultWindowSeconds,
      partsOf: (requestedSegment) => partsOf(folder, track, requestedSegment)
    });
  }

  /**
   * Sends the parts of a segment, each as soon as it is available.
   * @param {ServerResponse} response @param {string} track @param {number} number @param {AbortSignal} signal
   */
  async function sendParts(response, track, number, signal) {
    for (const [part, { bytes }] of (await partsOf(folder, track, number)).entries()) {
      if (!(await waitForPart(number, part, signal))) return;
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
    if (path === 'hls/master.m3u8') return send(request, response, 200, hls, liveMultivariantPlaylist(await read('master.m3u8'), ''));
    if (path === 'dash/manifest.mpd') {
      return send(
        request,
        response,
        200,
        'application/dash+xml',
        lowLatencyMpd(await read('manifest.mpd'), { now: now(), window: defaultWindowSeconds })
      );
    }
    const [, playlistName] = /^hls\/((?:video|audio)-\w+)\.m3u8$/.exec(path) ?? [];
    const [, track, initFileName, number, part] =
      /^segments\/((?:video|audio)-\w+)\/(?:(init\.mp4)|(\d+)(?:\.([0-3]))?\.m4s)$/.exec(path) ?? [];
    const body = playlistName && (await playlist(playlistName, query, disconnection.signal).catch(undefinedIfMissing));
    if (body) return send(request, response, 200, hls, body);
    if (!track) return sendText(request, response, 404, 'Not in the live window');
    const type = track.startsWith('video') ? 'video/mp4' : 'audio/mp4';
    if (initFileName) return send(request, response, 200, type, await readFile(join(folder, track, initFileName)));
    const segmentNumber = Number(number);
    const isAvailable = segmentNumber === newestPart(now()).number || isSegmentAvailable(segmentNumber, now());
    if (part !== undefined && (await waitForPart(segmentNumber, Number(part), disconnection.signal))) {
      return send(request, response, 200, type, (await partsOf(folder, track, segmentNumber))[Number(part)]?.bytes ?? '');
    }
    if (part !== undefined || !isAvailable) return sendText(request, response, 404, 'Not in the live window');
    response.writeHead(200, { 'Content-Type': type });
    await sendParts(response, track, segmentNumber, disconnection.signal);
  };
}

/** @param {NodeJS.ErrnoException} error */
function undefinedIfMissing(error) {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
