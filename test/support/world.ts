import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { createDemoServer } from '../../demo/server.mjs';
import { startSilentHost } from './silent-host.mjs';

/** The response of a simulated server at one URL. A function is called at each request, for responses that depend on the clock. */
export interface Answer {
  readonly body?: string | Uint8Array | (() => string);
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the server sends only the bytes from the start of the range that a `Range` header requests, to the end of the body. */
  readonly ranges?: boolean;
  /** The response to the second request and to all after it. */
  readonly then?: Answer;
}

/** One request that reached the network. */
export interface Hit {
  /** Scheme, host and port, as the browser requested them. */
  readonly origin: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** The origin of the page with the player. */
export const site = 'https://page.test';

/** Pages of any origin may read every response: a request that passes the player has to succeed, so that the test sees it. */
const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': '*',
  'cache-control': 'no-store'
};

/** The paths that the demo's server answers on every host, so that a third party can send real media. */
const demoPath = /^\/(media|live|dist)\//;

/**
 * Creates the simulated internet of a test: one server for every host over HTTP and HTTPS, which records each request. `stage` sets its
 * responses besides the demo's media; URLs without a host are on `site`.
 */
export async function createWorld() {
  const demo = createDemoServer(process.env.JET_ROOT ? { root: process.env.JET_ROOT } : {});
  const hits: Hit[] = [];
  let answers = new Map<string, Answer>();

  const respond = (request: IncomingMessage, response: ServerResponse) => {
    const { url: path = '/', headers: requestHeaders } = request;
    const origin = `${(request.socket as TLSSocket).encrypted ? 'https' : 'http'}://${requestHeaders.host}`;
    hits.push({ origin, path, headers: requestHeaders });
    const url = `${origin}${path.split('?')[0]}`;
    const answer = answers.get(url);
    if (answer?.then) answers.set(url, answer.then);
    if (request.method === 'OPTIONS') return void response.writeHead(204, corsHeaders).end();
    if (answer) {
      const { body = '', type = 'text/plain', status = 200, headers = {} } = answer;
      const rangeStart = answer.ranges && /^bytes=(\d+)-/.exec(requestHeaders.range ?? '')?.[1];
      if (rangeStart !== undefined && rangeStart !== false && body instanceof Uint8Array) {
        const rangeHeaders = {
          'content-range': `bytes ${rangeStart}-${body.length - 1}/${body.length}`,
          'content-length': body.length - Number(rangeStart)
        };
        return void response
          .writeHead(206, { ...corsHeaders, 'content-type': type, ...rangeHeaders, ...headers })
          .end(body.subarray(Number(rangeStart)));
      }
      return void response
        .writeHead(status, { ...corsHeaders, 'content-type': type, ...headers })
        .end(typeof body === 'function' ? body() : body);
    }
    if (demoPath.test(path)) return void demo.emit('request', request, response);
    response.writeHead(new URL(origin).host === new URL(site).host ? 404 : 200, corsHeaders).end('seen');
  };

  const silentHost = await startSilentHost(respond);
  return {
    browserArgs: silentHost.browserArgs as string[],
    /** For browsers that reach it as a proxy; see `silent-host.mjs`. */
    port: silentHost.port,
    tunnels: silentHost.tunnels as readonly string[],
    /** The requests since the last `stage`. */
    hits: hits as readonly Hit[],
    stage(files: Readonly<Record<string, Answer>>): void {
      answers = new Map(Object.entries(files).map(([url, answer]) => [new URL(url, site).href, answer]));
      hits.length = silentHost.tunnels.length = 0;
    },
    close: () => silentHost.close()
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
