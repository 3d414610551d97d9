import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseRange, mediaTypeOf } from '../../../demo/server/static.mjs';
import { dash } from './dash.mjs';
import { endings } from './endings.mjs';
import { answerFaulty } from './faulty-files.mjs';
import { clearKey, hls } from './hls.mjs';
import { protectedMedia } from './protected.mjs';
import { undecodable } from './undecodable.mjs';
import { makePeriodsMpd, makePeriodText } from './periods.mjs';

const base64Url = (hex) => Buffer.from(hex, 'hex').toString('base64url');

/** Returns the response of a ClearKey licence server (Encrypted Media Extensions, 9.1.4). */
const license = () =>
  JSON.stringify({ keys: [{ kty: 'oct', kid: base64Url(clearKey.id), k: base64Url(clearKey.key) }], type: 'temporary' });

const readMediaFile = (name) => readFileSync(new URL(`media/${name}`, import.meta.url));

/** The licence, the certificate, sources whose URLs have no file extension, and presentations that a test describes in the query. */
const specialBodies = {
  license,
  certificate: () => 'a certificate',
  'unnamed/film': () => readFileSync(new URL('../../../demo/media/film.mp4', import.meta.url)),
  'unnamed/hls': () => hls['audio-only/master.m3u8'],
  'unnamed/dash': () => dash['number/manifest.mpd'],
  'presentation/manifest.mpd': (_, query) => makePeriodsMpd(JSON.parse(query.get('presentation'))),
  'presentation/text.vtt': (_, query) => makePeriodText(query.get('name'), Number(query.get('start')), Number(query.get('seconds')))
};

const mediaTypes = {
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.aac': 'audio/aac',
  '.flac': 'audio/flac',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.ttml': 'application/ttml+xml'
};
const mediaTypesByPath = {
  license: 'application/json',
  certificate: 'application/octet-stream',
  'unnamed/film': 'video/mp4',
  'unnamed/hls': 'text/plain',
  'unnamed/dash': 'text/plain'
};

/** Returns the entries of a table with `folder` before each of their paths. */
const prefixPaths = (folder, table) => Object.fromEntries(Object.entries(table).map(([name, body]) => [`${folder}/${name}`, body]));

const bodies = {
  ...hls,
  ...dash,
  ...endings,
  ...specialBodies,
  ...prefixPaths('undecodable', undecodable),
  ...prefixPaths('protected', protectedMedia)
};

function findBody(path, query) {
  if (path.startsWith('files/')) return readMediaFile(path.slice(6));
  if (path.startsWith('whole/')) return readMediaFile(path.slice(6));
  const entry = bodies[path] ?? bodies[path.replace(/\d+(?=\.\w+$)/, '#')];
  const number = Number(/(\d+)\.\w+$/.exec(path)?.[1]);
  const body = typeof entry === 'function' ? entry(number, query) : entry;
  return body === undefined ? undefined : Buffer.from(body);
}

/**
 * Answers `signed/SECRET/PATH` with the body of PATH if the request has the signature SECRET, in the query parameter `sig` or the header
 * `x-sig`, and the time `expires` of the query (Unix time in seconds) has not passed. A playlist with `expires` passes its query on to its
 * relative URLs.
 */
function answerSigned(request, path, query) {
  const [, secret, innerPath] = /^signed\/([^/]+)\/(.*)$/.exec(path);
  const signature = query.get('sig') ?? request.headers['x-sig'];
  if (signature !== secret || Number(query.get('expires') ?? Infinity) * 1000 < Date.now()) return { innerPath, status: 403 };
  const passesQueryOn = query.has('expires') && innerPath.endsWith('.m3u8');
  const body = passesQueryOn
    ? Buffer.from(String(findBody(innerPath)).replace(/^(?!#)(?!.*\/)(.+)$/gm, `$1?${query}`))
    : findBody(innerPath);
  return { innerPath, body, status: 200 };
}

/** Answers a request below `/streams/` with a body that is generated for it; `relativeUrl` is the rest of the URL. */
export function answerStream(request, response, relativeUrl) {
  const [path, search] = relativeUrl.split(/\?(.*)/s);
  if (path.startsWith('faulty/')) return answerFaulty(request, response, path.slice('faulty/'.length));
  const query = new URLSearchParams(search);
  const {
    innerPath = path,
    body,
    status
  } = path.startsWith('signed/') ? answerSigned(request, path, query) : { body: findBody(path, query) };
  if (!body) return void response.writeHead(status ?? 404).end();
  // Below `whole/`, the server supports no ranges.
  const range = path.startsWith('whole/') ? undefined : parseRange(request.headers.range, body.length);
  const { first, last } = typeof range === 'object' ? range : { first: 0, last: body.length - 1 };
  const isPart = typeof range === 'object';
  response.writeHead(isPart ? 206 : 200, {
    'Content-Type': mediaTypesByPath[innerPath] ?? mediaTypes[extname(innerPath)] ?? mediaTypeOf(innerPath),
    'Content-Length': last - first + 1,
    'Accept-Ranges': 'bytes',
    ...(isPart && { 'Content-Range': `bytes ${first}-${last}/${body.length}` })
  });
  response.end(request.method === 'HEAD' ? undefined : body.subarray(first, last + 1));
}
