import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseRange, mediaTypeOf } from '../../../demo/server/static.mjs';
import { dash } from './dash.mjs';
import { endings } from './endings.mjs';
import { answerFaulty } from './faulty-files.mjs';
import { clearKey, hls } from './hls.mjs';
import { protectedMedia } from './protected.mjs';
import { undecodable } from './undecodable.mjs';
import { periodsMpd, periodText } from './periods.mjs';

const base64Url = (hex) => Buffer.from(hex, 'hex').toString('base64url');

/** The response of a ClearKey licence server (Encrypted Media Extensions, 9.1.4). */
const license = () =>
  JSON.stringify({ keys: [{ kty: 'oct', kid: base64Url(clearKey.id), k: base64Url(clearKey.key) }], type: 'temporary' });

const files = (name) => readFileSync(new URL(`media/${name}`, import.meta.url));

/** Licence, certificate, and sources whose URLs have no file extension. */
const odd = {
  license: license,
  certificate: () => 'a certificate',
  'unnamed/film': () => readFileSync(new URL('../../../demo/media/film.mp4', import.meta.url)),
  'unnamed/hls': () => hls['audio-only/master.m3u8'],
  'unnamed/dash': () => dash['number/manifest.mpd'],
  // A test describes the presentation in the query.
  'presentation/manifest.mpd': (_, query) => periodsMpd(JSON.parse(query.get('presentation'))),
  'presentation/text.vtt': (_, query) => periodText(query.get('name'), Number(query.get('start')), Number(query.get('seconds')))
};

const types = {
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.aac': 'audio/aac',
  '.flac': 'audio/flac',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.ttml': 'application/ttml+xml'
};
const typesOf = {
  license: 'application/json',
  certificate: 'application/octet-stream',
  'unnamed/film': 'video/mp4',
  'unnamed/hls': 'text/plain',
  'unnamed/dash': 'text/plain'
};

/** The entries of a table, below a folder. */
const below = (folder, table) => Object.fromEntries(Object.entries(table).map(([name, body]) => [`${folder}/${name}`, body]));

const all = { ...hls, ...dash, ...endings, ...odd, ...below('undecodable', undecodable), ...below('protected', protectedMedia) };

function find(path, query) {
  if (path.startsWith('files/')) return files(path.slice(6));
  if (path.startsWith('whole/')) return files(path.slice(6));
  const entry = all[path] ?? all[path.replace(/\d+(?=\.\w+$)/, '#')];
  const number = Number(/(\d+)\.\w+$/.exec(path)?.[1]);
  const body = typeof entry === 'function' ? entry(number, query) : entry;
  return body === undefined ? undefined : Buffer.from(body);
}

/**
 * Returns PATH for `signed/SECRET/PATH` when the request is signed with `sig=SECRET`, in the query or a header, until `expires` (Unix time in
 * seconds); playlists pass the query on to their relative URLs.
 */
function signed(request, path, query) {
  const [, secret, inner] = /^signed\/([^/]+)\/(.*)$/.exec(path);
  const given = query.get('sig') ?? request.headers['x-sig'];
  if (given !== secret || Number(query.get('expires') ?? Infinity) * 1000 < Date.now()) return { inner, status: 403 };
  const passesQueryOn = query.has('expires') && inner.endsWith('.m3u8');
  const body = passesQueryOn ? Buffer.from(String(find(inner)).replace(/^(?!#)(?!.*\/)(.+)$/gm, `$1?${query}`)) : find(inner);
  return { inner, body, status: 200 };
}

/** Handles requests below `/streams/`, and generates the body on request; `address` is the rest of the URL. */
export function answerStream(request, response, address) {
  const [path, search] = address.split(/\?(.*)/s);
  if (path.startsWith('faulty/')) return answerFaulty(request, response, path.slice('faulty/'.length));
  const query = new URLSearchParams(search);
  const { inner = path, body, status } = path.startsWith('signed/') ? signed(request, path, query) : { body: find(path, query) };
  if (!body) return void response.writeHead(status ?? 404).end();
  // A server that sends only whole files.
  const range = path.startsWith('whole/') ? undefined : parseRange(request.headers.range, body.length);
  const { first, last } = typeof range === 'object' ? range : { first: 0, last: body.length - 1 };
  const part = typeof range === 'object';
  response.writeHead(part ? 206 : 200, {
    'Content-Type': typesOf[inner] ?? types[extname(inner)] ?? mediaTypeOf(inner),
    'Content-Length': last - first + 1,
    'Accept-Ranges': 'bytes',
    ...(part && { 'Content-Range': `bytes ${first}-${last}/${body.length}` })
  });
  response.end(request.method === 'HEAD' ? undefined : body.subarray(first, last + 1));
}
