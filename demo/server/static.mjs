import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { sendText } from './answer.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/** @type {Record<string, string>} */
const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mpd': 'application/dash+xml',
  '.m4s': 'video/iso.segment',
  '.mp4': 'video/mp4',
  '.ts': 'video/mp2t',
  '.vtt': 'text/vtt; charset=utf-8'
};

/** Returns the media type for a file name; `application/octet-stream` if it is not known. @param {string} name */
export const mediaTypeOf = (name) => mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream';

/**
 * Returns the file below `folder` that a URL path names; undefined if the path is malformed, leaves the folder or names a dot file.
 * @param {string} folder
 * @param {string} path percent-encoded, beginning with `/`
 */
export function resolvePath(folder, path) {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  if (decoded.split('/').some((part) => part.startsWith('.'))) return undefined;
  const base = normalize(folder + sep);
  const file = join(base, decoded);
  return file.startsWith(base) ? file : undefined;
}

/**
 * Returns the first and the last byte that a Range header requests of a file of `size` bytes; `whole` without a single, valid byte range;
 * `outside` if the range cannot be satisfied (RFC 9110, 14.2).
 * @param {string | undefined} header
 * @param {number} size
 * @returns {{ first: number, last: number } | 'whole' | 'outside'}
 */
export function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return 'whole';
  const [, from = '', to = ''] = match;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return 'whole';
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last || first >= size ? 'outside' : { first, last };
}

/**
 * Sends a file of `folder`, whole or in part; the folder's index.html for a path that ends in `/`. Sends 404 if there is no such file.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {string} folder
 * @param {string} path
 */
export async function sendFile(request, response, folder, path) {
  const file = resolvePath(folder, path.endsWith('/') ? `${path}index.html` : path);
  const fileStats = file ? await stat(file).catch(() => undefined) : undefined;
  if (file && fileStats?.isDirectory()) {
    response.writeHead(301, { Location: `${(request.url ?? '').split('?')[0]?.replace(/^\/+/, '/')}/` }).end();
    return;
  }
  if (!file || !fileStats?.isFile()) return sendText(request, response, 404, 'Not found');

  const etag = `"${fileStats.size.toString(16)}-${Math.round(fileStats.mtimeMs).toString(16)}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Last-Modified', fileStats.mtime.toUTCString());
  response.setHeader('Accept-Ranges', 'bytes');
  // Every file may change during development, so browsers must revalidate; they receive 304 if it has not changed.
  response.setHeader('Cache-Control', 'no-cache');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const rangeHeader = request.headers['if-range'] && request.headers['if-range'] !== etag ? undefined : request.headers.range;
  const range = parseRange(rangeHeader, fileStats.size);
  if (range === 'outside') {
    response.setHeader('Content-Range', `bytes */${fileStats.size}`);
    return sendText(request, response, 416, 'Range not satisfiable');
  }
  const { first, last } = range === 'whole' ? { first: 0, last: fileStats.size - 1 } : range;
  if (range !== 'whole') response.setHeader('Content-Range', `bytes ${first}-${last}/${fileStats.size}`);
  response.writeHead(range === 'whole' ? 200 : 206, { 'Content-Type': mediaTypeOf(file), 'Content-Length': last - first + 1 });
  if (request.method === 'HEAD' || fileStats.size === 0) {
    response.end();
    return;
  }
  createReadStream(file, { start: first, end: last })
    .on('error', () => response.destroy())
    .pipe(response);
}
