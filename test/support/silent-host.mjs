import { readFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp } from 'node:net';

const readTlsFile = (name) => readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url));
const tlsHandshakeByte = 0x16;

/** Requests that Chromium makes on its own, observed with an empty page and no player: exact method, host and path. */
const chromiumRequests = new Set(['POST accounts.google.com/ListAccounts', 'POST update.googleapis.com/service/update2/json']);

/**
 * The request that Chromium makes about a form with three or more fields, to learn what kind of form it is. The path is the form's hash.
 */
const chromiumFormRequest = 'GET content-autofill.googleapis.com/v1/pages/';

/** Requests that Firefox makes to its vendor: lists of its own settings, by name. */
const firefoxSettingsRequest = 'GET firefox.settings.services.mozilla.com/v1/';

const isBrowserRequest = ({ method, headers, url = '' }) => {
  const requestName = `${method} ${headers.host}${url.split('?')[0]}`;
  return chromiumRequests.has(requestName) || requestName.startsWith(chromiumFormRequest) || requestName.startsWith(firefoxSettingsRequest);
};

/**
 * Starts the third party, which must receive no request: a server on one port that answers for every host name, over HTTP and HTTPS, and
 * records each request. A Chromium that is started with `browserArgs` sends it every request that is not for localhost, and so does every
 * browser that uses its `port` as a proxy.
 */
export async function startSilentHost(
  answer = (_, response) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('seen')
) {
  const hits = [];
  /** The hosts to which a browser requested a tunnel, with their ports. A tunnel is a contact even if nothing was sent through it. */
  const tunnels = [];
  const recordAndAnswer = (request, response) => {
    // A proxy receives absolute URLs.
    request.url = request.url?.replace(/^http:\/\/[^/]*/i, '') || '/';
    if (isBrowserRequest(request)) return response.writeHead(503).end();
    hits.push({ host: request.headers.host ?? '', url: request.url ?? '', method: request.method ?? '', headers: request.headers });
    answer(request, response);
  };
  const http = createHttp(recordAndAnswer);
  const https = createHttps({ key: readTlsFile('key'), cert: readTlsFile('cert') }, recordAndAnswer);
  // Closing a connection at the moment in which a browser reuses it looks like a network error.
  http.keepAliveTimeout = https.keepAliveTimeout = 60_000;
  const acceptConnection = (socket) =>
    socket.once('data', (firstBytes) => {
      socket.pause();
      socket.unshift(firstBytes);
      (firstBytes[0] === tlsHandshakeByte ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  // A browser that uses this server as a proxy requests a tunnel to every host. Each tunnel leads to this server.
  http.on('connect', ({ url = '' }, socket) => {
    if (!url.startsWith('firefox.settings.services.mozilla.com')) tunnels.push(url);
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    acceptConnection(socket);
  });
  const tcpServer = createTcp((socket) => {
    socket.on('error', () => socket.destroy());
    acceptConnection(socket);
  });
  await new Promise((resolve) => tcpServer.listen(0, '127.0.0.1', resolve));
  const address = /** @type {import('node:net').AddressInfo} */ (tcpServer.address());
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
      return new Promise((resolve) => tcpServer.close(resolve));
    }
  };
}
