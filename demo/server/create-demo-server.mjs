import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderPage } from '../render/site.mjs';
import { renderSecurityText, securityTextPath } from '../render/security-text.mjs';
import { allowEveryOrigin, sendPreflightResponse, send, sendText } from './answer.mjs';
import { hostileHandler } from './hostile.mjs';
import { liveChannel } from './live-channel.mjs';
import { lowLatencyChannel } from './low-latency-channel.mjs';
import { protectedVideo } from './protected.mjs';
import { sendFile } from './static.mjs';

/**
 * Creates the server of the demo, which is not yet listening. It renders pages on request. `/dist/` is the built player, `/live/` a live
 * channel, `/live/low/` one with low latency, `/protected/` the video with a licence server, and `/hostile/` a publisher's manifests with
 * the third party that they name. Every other path is a file in `demo/`. Pages of any origin may read media and the embed. The server
 * contacts no host.
 * @param {{ root?: string, now?: () => number }} [options] the repository's folder; the wall clock in milliseconds since 1970
 */
export function createDemoServer({ root = fileURLToPath(new URL('../..', import.meta.url)), now = Date.now } = {}) {
  const demo = join(root, 'demo');
  const live = liveChannel(join(demo, 'media/cmaf'), now);
  const hostile = hostileHandler(root);
  const lowLatency = lowLatencyChannel(join(demo, 'media/cmaf'), now);
  const encrypted = protectedVideo(join(demo, 'media/cmaf'));

  return createServer((request, response) => {
    // Players set their clocks by this header, so it must agree with the live channel.
    response.setHeader('Date', new Date(now()).toUTCString());
    void answer(request, response).catch((error) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendText(request, response, 500, 'Internal server error');
    });
  });

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    // Not parsed with URL(), which would resolve `..` and interpret `//host/path` as a URL with a host.
    const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
    // The embed's frame is sandboxed, so even its own script is cross-origin to its opaque origin.
    if (/^\/(media|live|hostile|dist\/embed)\//.test(path)) {
      allowEveryOrigin(response);
      if (request.method === 'OPTIONS') return sendPreflightResponse(response);
    }
    // A licence is requested with POST.
    if (path === '/protected/license' && request.method === 'POST') return encrypted(request, response, 'license');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendText(request, response, 405, 'Method not allowed');
    }
    if (path.startsWith('/live/low/')) return lowLatency(request, response, path.slice('/live/low/'.length), new URLSearchParams(search));
    if (path.startsWith('/live/')) return live(request, response, path.slice('/live/'.length), new URLSearchParams(search));
    if (path.startsWith('/dist/')) return sendFile(request, response, join(root, 'dist'), path.slice('/dist'.length));
    if (path.startsWith('/protected/')) return encrypted(request, response, path.slice('/protected/'.length));
    if (path.startsWith('/hostile/')) return hostile(request, response, path.slice('/hostile/'.length));
    if (path === securityTextPath) return send(request, response, 200, 'text/plain; charset=utf-8', await renderSecurityText(root));
    const page = await renderPage(root, path);
    if (page) return send(request, response, 200, 'text/html; charset=utf-8', page);
    return sendFile(request, response, demo, path);
  }
}
