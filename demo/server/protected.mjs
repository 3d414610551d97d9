import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { send, sendText } from './answer.mjs';
import { encryptInit, encryptSegment, isVideo } from './cenc.mjs';
import { liveMultivariantPlaylist } from './live-hls.mjs';
import { protectedMpd, protectedPlaylist } from './protected-manifests.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/** The key of the video. It protects nothing: it is published here, and the same video is also available unencrypted. */
const key = { id: '6a65742d706c617965722d64656d6f31', key: '8d1f0c5a27b94e63a0d2f7c81b3e6495' };

/** The token that the licence server requires. */
const token = 'a-viewer-who-has-paid';

const base64Url = (/** @type {string} */ hex) => Buffer.from(hex, 'hex').toString('base64url');

/**
 * Returns the request handler of the video in `folder`, which it encrypts on request. Paths below `/protected/`: `master.m3u8`,
 * `TRACK.m3u8`, `manifest.mpd`, `TRACK/init.mp4`, `TRACK/N.m4s`; and `license`, a ClearKey licence server (Encrypted Media Extensions, 9.1)
 * that requires a token.
 * @param {string} folder
 */
export function protectedVideo(folder) {
  /** @param {string} name */
  const read = (name) => readFile(join(folder, name));

  /** @param {string} path */
  async function findResource(path) {
    const hls = 'application/vnd.apple.mpegurl';
    if (path === 'master.m3u8') return { type: hls, body: liveMultivariantPlaylist(String(await read(path)), '') };
    if (path === 'manifest.mpd') return { type: 'application/dash+xml', body: protectedMpd(String(await read(path)), key.id) };
    const [, track, playlistExtension, fileName] = /^((?:video|audio)-\w+)(?:(\.m3u8)|\/(init\.mp4|\d+\.m4s))$/.exec(path) ?? [];
    if (playlistExtension) return { type: hls, body: protectedPlaylist(String(await read(path)), key.id) };
    if (!fileName) return undefined;
    const [init, bytes] = await Promise.all([read(`${track}/init.mp4`), read(path)]);
    const body = fileName === 'init.mp4' ? encryptInit(init, key) : encryptSegment(bytes, key, isVideo(init));
    return { type: path.startsWith('video') ? 'video/mp4' : 'audio/mp4', body };
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function license(request, response) {
    const body = await readText(request);
    if (request.headers['x-token'] !== token) return sendText(request, response, 403, 'No licence without a token');
    if (!body.includes(base64Url(key.id))) return sendText(request, response, 404, 'No such key');
    const keys = [{ kty: 'oct', kid: base64Url(key.id), k: base64Url(key.key) }];
    send(request, response, 200, 'application/json', JSON.stringify({ keys, type: 'temporary' }));
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {string} path
   */
  return async (request, response, path) => {
    if (path === 'license') return license(request, response);
    const resource = await findResource(path).catch((error) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (resource) send(request, response, 200, resource.type, resource.body);
    else sendText(request, response, 404, 'Not found');
  };
}
