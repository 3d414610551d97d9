import { join } from 'node:path';
import { send, sendText } from './answer.mjs';
import { hostileManifests } from './hostile-manifests.mjs';
import { sendFile } from './static.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/**
 * @typedef {{ side: string, path: string, referer: string }} ReceivedRequest what the third party learned from one request, besides the
 * viewer's IP address
 */

/** Maximum number of tries whose requests are stored; it is larger than the number of pages that are open at the same time. */
const maxTries = 40;

/** Maximum number of requests that are stored for one try. */
const maxRequests = 500;

/** The engines as npm provides them, without a guard and not sealed. @type {Readonly<Record<string, string>>} */
const engines = { 'hls.js': 'hls.js/dist/hls.min.js', 'dash.js': 'dashjs/dist/modern/umd/dash.all.min.js' };

/**
 * Returns the origin of the same server under its other name, which is another host for a browser: 127.0.0.1 for localhost, and vice versa.
 * Returns undefined if the demo has a network name.
 * @param {string} host name and port
 */
function thirdPartyOf(host) {
  const [name, port] = host.split(':');
  const otherName = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[name ?? ''];
  return otherName && `http://${otherName}${port ? `:${port}` : ''}`;
}

/**
 * Returns the policy of the frame with the unguarded engine. The frame may contact the third party, like a page without a policy.
 * @param {string} ownOrigin @param {string} thirdParty
 */
const framePolicy = (ownOrigin, thirdParty) =>
  `default-src 'none'; script-src ${ownOrigin}; style-src ${ownOrigin}; connect-src ${ownOrigin} ${thirdParty}; media-src blob: data:; worker-src blob:`;

/** The responses that a real third party would send. @type {Readonly<Record<string, [type: string, body: () => string]>>} */
const thirdPartyResponses = {
  'steering.json': ['application/json', () => JSON.stringify({ VERSION: 1, TTL: 10, 'PATHWAY-PRIORITY': ['.', 'own'] })],
  'ad-list.json': ['application/json', () => JSON.stringify({ ASSETS: [] })],
  clock: ['text/plain', () => new Date().toISOString()]
};

/**
 * Returns the request handler of the page about hostile manifests. Paths below `/hostile/`: `TRY/SIDE/FILE`, a publisher's manifest;
 * `TRY/SIDE/third-party/...`, the third party that it names; `TRY/requests.json`, the requests that the third party received in this try;
 * `unguarded.html` and `engine/NAME`, the page with an engine without a guard.
 * @param {string} root the repository's folder
 */
export function hostileHandler(root) {
  /** @type {Map<string, ReceivedRequest[]>} */
  const tries = new Map();

  /** @param {string} id */
  function requestsOf(id) {
    const requests = tries.get(id) ?? [];
    tries.set(id, requests);
    for (const oldest of tries.keys()) if (tries.size > maxTries) tries.delete(oldest);
    return requests;
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {string} path below `/hostile/`
   */
  return async (request, response, path) => {
    const { host = '', referer = '' } = request.headers;
    const thirdParty = thirdPartyOf(host);
    if (!thirdParty)
      return sendText(
        request,
        response,
        404,
        'Open the demo as localhost: the simulated third party is the same server under another name'
      );
    response.setHeader('Cache-Control', 'no-store');

    if (path === 'unguarded.html') response.setHeader('Content-Security-Policy', framePolicy(`http://${host}`, thirdParty));
    const [, engine = ''] = /^engine\/([\w.]+)$/.exec(path) ?? [];
    if (engines[engine]) return sendFile(request, response, join(root, 'node_modules'), `/${engines[engine]}`);

    const [, id = '', pathInTry = ''] = /^([\w-]{8,40})\/(.+)$/.exec(path) ?? [];
    if (pathInTry === 'requests.json') return send(request, response, 200, 'application/json', JSON.stringify(requestsOf(id)));
    const [, side = '', file = ''] = /^(guarded|unguarded)\/(.+)$/.exec(pathInTry) ?? [];
    if (!side) return sendFile(request, response, join(root, 'demo/hostile'), `/${path}`);

    const [, requested] = /^third-party\/(.+)$/.exec(file) ?? [];
    if (requested) return answerAsThirdParty(request, response, { side, path: requested, referer: String(referer) }, requestsOf(id));
    const manifest = await hostileManifests(root, `${thirdParty}/hostile/${id}/${side}/third-party/`)[file]?.();
    return manifest ? send(request, response, 200, manifest.type, manifest.body) : sendText(request, response, 404, 'Not found');
  };

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {ReceivedRequest} received
   * @param {ReceivedRequest[]} requests
   */
  async function answerAsThirdParty(request, response, received, requests) {
    if (requests.length < maxRequests) requests.push(received);
    const [, file] = /^(?:video|captions)\/(.+)$/.exec(received.path) ?? [];
    if (file === 'en.vtt') return sendFile(request, response, join(root, 'demo/media/captions'), '/en.vtt');
    if (file) return sendFile(request, response, join(root, 'demo/media/cmaf'), `/${file}`);
    const [type, body] = thirdPartyResponses[received.path] ?? ['text/plain', () => 'received'];
    return send(request, response, 200, type, body());
  }
}
