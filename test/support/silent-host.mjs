import { readFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp } from 'node:net';

const fixture = (name) => readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url));
const tlsHello = 0x16;

/** Requests that Chromium makes on its own, observed with an empty page and no player: exact method, host and path. */
const browserRequests = new Set(['POST accounts.google.com/ListAccounts', 'POST update.googleapis.com/service/update2/json']);

/** The request of Chromium on a page with a form of three fields or more, about the kind of form. The path is the hash of the form. */
const formRequest = 'GET content-autofill.googleapis.com/v1/pages/';

/** Requests that Firefox makes to its vendor: lists of its own settings, by name. */
const settingsRequest = 'GET firefox.settings.services.mozilla.com/v1/';

const isErrand = ({ method, headers, url = '' }) => {
  const requested = `${method} ${headers.host}${url.split('?')[0]}`;
  return browserRequests.has(requested) || requested.startsWith(formRequest) || requested.startsWith(settingsRequest);
};

/**
 * The third party, which must receive no request: one port that simulates every host name, over HTTP and HTTPS, and records each
 * request. A Chromium started with `browserArgs` sends it everything that is not meant for localhost; so does any browser that has its
 * `port` as a proxy.
 */
export async function startSilentHost(
  answer = (_, response) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('seen')
) {
  const hits = [];
  /** Hosts to which a browser requested a tunnel, with their ports: a contact even if nothing was sent through it. */
  const tunnels = [];
  const note = (request, response) => {
    // As a proxy it receives absolute URLs.
    request.url = request.url?.replace(/^http:\/\/[^/]*/i, '') || '/';
    if (isErrand(request)) return response.writeHead(503).end();
    hits.push({ host: request.headers.host ?? '', url: request.url ?? '', method: request.method ?? '', headers: request.headers });
    answer(request, response);
  };
  const http = createHttp(note);
  const https = createHttps({ key: fixture('key'), cert: fixture('cert') }, note);
  // Closing a connection at the moment in which a browser reuses it looks like a network error.
  http.keepAliveTimeout = https.keepAliveTimeout = 60_000;
  const receive = (socket) =>
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === tlsHello ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  // A browser that uses it as a proxy requests a tunnel to every host; each leads back here.
  http.on('connect', ({ url = '' }, socket) => {
    if (!url.startsWith('firefox.settings.services.mozilla.com')) tunnels.push(url);
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    receive(socket);
  });
  const port = createTcp((socket) => {
    socket.on('error', () => socket.destroy());
    receive(socket);
  });
  await new Promise((resolve) => port.listen(0, '127.0.0.1', resolve));
  const address = /** @type {import('node:net').AddressInfo} */ (port.address());
  return {
    hits,
    tunnels,
    port: address.port,
    browserArgs: [
      `--host-resolver-rules=MAP * 127.0.0.1:${address.port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors'
    ],
    close: () => {
      http.closeAllConnections();
      https.closeAllConnections();
      return new Promise((resolve) => port.close(resolve));
    }
  };
}
