import { join } from 'node:path';
import { send, text } from './answer.mjs';
import { hostileManifests } from './hostile-manifests.mjs';
import { sendFile } from './static.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {{ side: string, path: string, referer: string }} Heard what the stranger learned from one request, the viewer's address apart */

/** Tries that are remembered: enough for the pages that are open, and nothing that grows. */
const most = 40;
const mostHeard = 500;

/** The engines as npm gives them: no guard, no seal. @type {Readonly<Record<string, string>>} */
const engines = { 'hls.js': 'hls.js/dist/hls.min.js', 'dash.js': 'dashjs/dist/modern/umd/dash.all.min.js' };

/**
 * The same server under its other name, which to a browser is another host: 127.0.0.1 for localhost, and the other way round.
 * Undefined where the demo is reached by a name of the network.
 * @param {string} host name and port
 */
function strangerOf(host) {
  const [name, port] = host.split(':');
  const other = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[name ?? ''];
  return other && `http://${other}${port ? `:${port}` : ''}`;
}

/** The policy of the frame with the unguarded engine: it may contact the stranger, as a page without a policy may. @param {string} own @param {string} stranger */
const framePolicy = (own, stranger) =>
  `default-src 'none'; script-src ${own}; style-src ${own}; connect-src ${own} ${stranger}; media-src blob: data:; worker-src blob:`;

/** What a stranger's servers would say. @type {Readonly<Record<string, [type: string, body: () => string]>>} */
const answers = {
  'steering.json': ['application/json', () => JSON.stringify({ VERSION: 1, TTL: 10, 'PATHWAY-PRIORITY': ['.', 'own'] })],
  'ad-list.json': ['application/json', () => JSON.stringify({ ASSETS: [] })],
  clock: ['text/plain', () => new Date().toISOString()]
};

/**
 * The stage of the page about hostile manifests. Paths below `/hostile/`: `TRY/SIDE/FILE`, a publisher's manifest; `TRY/SIDE/heard/...`,
 * the stranger it names; `TRY/heard.json`, what the stranger heard in this try; `unguarded.html` and `engine/NAME`, the other side.
 * @param {string} root the repository's folder
 */
export function hostileHosts(root) {
  /** @type {Map<string, Heard[]>} */
  const tries = new Map();

  /** @param {string} id */
  function heardIn(id) {
    const heard = tries.get(id) ?? [];
    tries.set(id, heard);
    for (const oldest of tries.keys()) if (tries.size > most) tries.delete(oldest);
    return heard;
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {string} path below `/hostile/`
   */
  return async (request, response, path) => {
    const { host = '', referer = '' } = request.headers;
    const stranger = strangerOf(host);
    if (!stranger) return text(request, response, 404, 'Open the demo as localhost: its stranger is the same server by another name');
    response.setHeader('Cache-Control', 'no-store');

    if (path === 'unguarded.html') response.setHeader('Content-Security-Policy', framePolicy(`http://${host}`, stranger));
    const [, engine = ''] = /^engine\/([\w.]+)$/.exec(path) ?? [];
    if (engines[engine]) return sendFile(request, response, join(root, 'node_modules'), `/${engines[engine]}`);

    const [, id = '', rest = ''] = /^([\w-]{8,40})\/(.+)$/.exec(path) ?? [];
    if (rest === 'heard.json') return send(request, response, 200, 'application/json', JSON.stringify(heardIn(id)));
    const [, side = '', file = ''] = /^(guarded|unguarded)\/(.+)$/.exec(rest) ?? [];
    if (!side) return sendFile(request, response, join(root, 'demo/hostile'), `/${path}`);

    const [, asked] = /^heard\/(.+)$/.exec(file) ?? [];
    if (asked) return hear(request, response, { side, path: asked, referer: String(referer) }, heardIn(id));
    const manifest = await hostileManifests(root, `${stranger}/hostile/${id}/${side}/heard/`)[file]?.();
    return manifest ? send(request, response, 200, manifest.type, manifest.body) : text(request, response, 404, 'Not found');
  };

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {Heard} what
   * @param {Heard[]} heard
   */
  async function hear(request, response, what, heard) {
    if (heard.length < mostHeard) heard.push(what);
    const [, film] = /^(?:film|captions)\/(.+)$/.exec(what.path) ?? [];
    if (film === 'en.vtt') return sendFile(request, response, join(root, 'demo/media/captions'), '/en.vtt');
    if (film) return sendFile(request, response, join(root, 'demo/media/cmaf'), `/${film}`);
    const [type, body] = answers[what.path] ?? ['text/plain', () => 'heard'];
    return send(request, response, 200, type, body());
  }
}
