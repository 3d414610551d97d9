import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderPage } from '../render/site.mjs';
import { allowEveryOrigin, preflight, send, text } from './answer.mjs';
import { hostileHosts } from './hostile.mjs';
import { liveChannel } from './live-channel.mjs';
import { lowLatencyChannel } from './low-latency-channel.mjs';
import { protectedFilm } from './protected.mjs';
import { sendFile } from './static.mjs';

/**
 * A server, not yet listening, for the demo: its pages, rendered on request; else `/` is `demo/` (so `/media/` is `demo/media/`), `/dist/`
 * the built player, `/live/` a live channel, `/live/low/` one of low latency, `/protected/` the video with a licence server, `/hostile/` a
 * publisher's manifests and the third party they name. Pages of any origin may read media and the embed. It contacts no host.
 * @param {{ root?: string, now?: () => number }} [options] the repository's folder; the wall clock in milliseconds since 1970
 */
export function createDemoServer({ root = fileURLToPath(new URL('../..', import.meta.url)), now = Date.now } = {}) {
  const demo = join(root, 'demo');
  const live = liveChannel(join(demo, 'media/cmaf'), now);
  const hostile = hostileHosts(root);
  const lowLatency = lowLatencyChannel(join(demo, 'media/cmaf'), now);
  const locked = protectedFilm(join(demo, 'media/cmaf'));

  return createServer((request, response) => {
    // Players set their clock by it: it must be the clock of the live channel.
    response.setHeader('Date', new Date(now()).toUTCString());
    void answer(request, response).catch((error) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else text(request, response, 500, 'Internal server error');
    });
  });

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    // Parsed by hand, because URL() would resolve `..` and take `//host/path` for a URL.
    const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
    // The embed's frame is sandboxed: for its opaque origin even its own script is cross-origin.
    if (/^\/(media|live|hostile|dist\/embed)\//.test(path)) {
      allowEveryOrigin(response);
      if (request.method === 'OPTIONS') return preflight(response);
    }
    // A licence is requested with POST.
    if (path === '/protected/license' && request.method === 'POST') return locked(request, response, 'license');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return text(request, response, 405, 'Method not allowed');
    }
    if (path.startsWith('/live/low/')) return lowLatency(request, response, path.slice('/live/low/'.length), new URLSearchParams(search));
    if (path.startsWith('/live/')) return live(request, response, path.slice('/live/'.length), new URLSearchParams(search));
    if (path.startsWith('/dist/')) return sendFile(request, response, join(root, 'dist'), path.slice('/dist'.length));
    if (path.startsWith('/protected/')) return locked(request, response, path.slice('/protected/'.length));
    if (path.startsWith('/hostile/')) return hostile(request, response, path.slice('/hostile/'.length));
    const page = await renderPage(root, path);
    if (page) return send(request, response, 200, 'text/html; charset=utf-8', page);
    return sendFile(request, response, demo, path);
  }
}
