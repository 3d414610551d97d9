import { readFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp } from 'node:net';

const fixture = (name) => readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url));
const tlsHello = 0x16;

/** What a Chromium asks on its own account, seen with an empty page and no player: method, host and path, to the letter. */
const browserErrands = new Set(['POST accounts.google.com/ListAccounts', 'POST update.googleapis.com/service/update2/json']);

/** The same, on a page with a form of three fields or more: which kind of form it might be. The path is the form's own hash. */
const formErrand = 'GET content-autofill.googleapis.com/v1/pages/';

/** What Firefox asks of its maker: lists of its own settings, by name. */
const settingsErrand = 'GET firefox.settings.services.mozilla.com/v1/';

const isErrand = ({ method, headers, url = '' }) => {
  const asked = `${method} ${headers.host}${url.split('?')[0]}`;
  return browserErrands.has(asked) || asked.startsWith(formErrand) || asked.startsWith(settingsErrand);
};

/**
 * The second origin, which must stay silent: one port that answers for every host name, over HTTP and HTTPS, and writes down each
 * request. A Chromium started with `browserArgs` sends it everything that is not meant for localhost; so does any browser that has
 * its `port` as a proxy.
 */
export async function startSilentHost(
  answer = (_, response) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('seen')
) {
  const hits = [];
  /** Hosts that a browser wanted a tunnel to, with their ports: a contact, even where nothing was sent through it. */
  const tunnels = [];
  const note = (request, response) => {
    // As a proxy it is asked for whole addresses.
    request.url = request.url?.replace(/^http:\/\/[^/]*/i, '') || '/';
    if (isErrand(request)) return response.writeHead(503).end();
    hits.push({ host: request.headers.host ?? '', url: request.url ?? '', method: request.method ?? '', headers: request.headers });
    answer(request, response);
  };
  const http = createHttp(note);
  const https = createHttps({ key: fixture('key'), cert: fixture('cert') }, note);
  // A connection that is closed at the moment in which a browser sends on it again looks like a broken line.
  http.keepAliveTimeout = https.keepAliveTimeout = 60_000;
  const receive = (socket) =>
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === tlsHello ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  // A browser that takes it for a proxy asks for a tunnel to every host; each leads back here.
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
