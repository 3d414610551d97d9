import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { send, sendText } from './answer.mjs';
import { readTimescale, shiftSegment } from './cmaf.mjs';
import { liveMpd } from './live-dash.mjs';
import { liveMultivariantPlaylist, liveMediaPlaylist, segmentDurations } from './live-hls.mjs';
import { videoSegmentOf, parseWindow, isSegmentAvailable } from './live.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/**
 * Returns the request handler of the live channel, which consists of the CMAF segments in `folder`. Paths below `/live/`:
 * `hls/master.m3u8`, `hls/TRACK.m3u8`, `dash/manifest.mpd`, `segments/TRACK/init.mp4` and `segments/TRACK/N.m4s`; the status of all others
 * is 404.
 * @param {string} folder
 * @param {() => number} now milliseconds since 1970
 */
export function liveChannel(folder, now) {
  /** @param {string} name */
  const read = (name) => readFile(join(folder, name), 'utf8');

  /** @param {string} track @param {number} number */
  async function segment(track, number) {
    const { file, shiftSeconds } = videoSegmentOf(number);
    const [init, media] = await Promise.all([readFile(join(folder, track, 'init.mp4')), readFile(join(folder, track, `${file}.m4s`))]);
    return shiftSegment(media, BigInt(shiftSeconds) * BigInt(readTimescale(init)), number);
  }

  /**
   * @param {string} path
   * @param {URLSearchParams} query
   * @returns {Promise<{ type: string, body: string | Buffer } | undefined>}
   */
  async function findResource(path, query) {
    const window = parseWindow(query.get('window'));
    const suffix = query.has('window') ? `?window=${window}` : '';
    const hls = 'application/vnd.apple.mpegurl';
    if (path === 'hls/master.m3u8') return { type: hls, body: liveMultivariantPlaylist(await read('master.m3u8'), suffix) };
    if (path === 'dash/manifest.mpd') {
      const options = { now: now(), window, suffix, clock: query.get('clock') };
      return { type: 'application/dash+xml', body: liveMpd(await read('manifest.mpd'), options) };
    }
    const [, playlistName] = /^hls\/((?:video|audio)-\w+)\.m3u8$/.exec(path) ?? [];
    if (playlistName) {
      const durations = segmentDurations(await read(`${playlistName}.m3u8`));
      return { type: hls, body: liveMediaPlaylist({ name: playlistName, durations, now: now(), window, suffix }) };
    }
    const [, track, fileName] = /^segments\/((?:video|audio)-\w+)\/(init\.mp4|\d+\.m4s)$/.exec(path) ?? [];
    if (!track || !fileName) return undefined;
    const type = track.startsWith('video') ? 'video/mp4' : 'audio/mp4';
    if (fileName === 'init.mp4') return { type, body: await readFile(join(folder, track, fileName)) };
    const number = parseInt(fileName, 10);
    return isSegmentAvailable(number, now(), window) ? { type, body: await segment(track, number) } : undefined;
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {string} path below `/live/`
   * @param {URLSearchParams} query
   */
  return async (request, response, path, query) => {
    const resource = await findResource(path, query).catch((error) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    // A 404 of a segment becomes a 200 up to two seconds later, and a manifest is outdated then, so neither may be cached.
    response.setHeader('Cache-Control', path.endsWith('.m4s') && resource ? 'max-age=60' : 'no-cache');
    if (resource) send(request, response, 200, resource.type, resource.body);
    else sendText(request, response, 404, 'Not in the live window');
  };
}
