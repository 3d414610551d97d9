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
  /** Sends the part that a `Range` header requests, to the end. */
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

/** The site of the page with the player. */
export const site = 'https://page.test';

/** Pages of any origin may read every response: a request that passes the player has to succeed, so that the test sees it. */
const open = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': '*',
  'cache-control': 'no-store'
};

/** `/media/` and `/live/` are the demo's on every host, so a third party has real media to send. */
const shared = /^\/(media|live|dist)\//;

/**
 * The simulated internet of a test: one server for every host over HTTP and HTTPS, which records each request. `stage` sets its
 * responses besides the demo's media; URLs without a host are on `site`.
 */
export async function createWorld() {
  const demo = createDemoServer(process.env.JET_ROOT ? { root: process.env.JET_ROOT } : {});
  const hits: Hit[] = [];
  let answers = new Map<string, Answer>();

  const reply = (request: IncomingMessage, response: ServerResponse) => {
    const { url: path = '/', headers: requestHeaders } = request;
    const origin = `${(request.socket as TLSSocket).encrypted ? 'https' : 'http'}://${requestHeaders.host}`;
    hits.push({ origin, path, headers: requestHeaders });
    const address = `${origin}${path.split('?')[0]}`;
    const known = answers.get(address);
    if (known?.then) answers.set(address, known.then);
    if (request.method === 'OPTIONS') return void response.writeHead(204, open).end();
    if (known) {
      const { body = '', type = 'text/plain', status = 200, headers = {} } = known;
      const from = known.ranges && /^bytes=(\d+)-/.exec(requestHeaders.range ?? '')?.[1];
      if (from !== undefined && from !== false && body instanceof Uint8Array) {
        const range = { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}`, 'content-length': body.length - Number(from) };
        return void response.writeHead(206, { ...open, 'content-type': type, ...range, ...headers }).end(body.subarray(Number(from)));
      }
      return void response.writeHead(status, { ...open, 'content-type': type, ...headers }).end(typeof body === 'function' ? body() : body);
    }
    if (shared.test(path)) return void demo.emit('request', request, response);
    response.writeHead(new URL(origin).host === new URL(site).host ? 404 : 200, open).end('seen');
  };

  const silent = await startSilentHost(reply);
  return {
    browserArgs: silent.browserArgs as string[],
    /** For browsers that reach it as a proxy; see `silent-host.mjs`. */
    port: silent.port,
    tunnels: silent.tunnels as readonly string[],
    /** The requests since the last `stage`. */
    hits: hits as readonly Hit[],
    stage(files: Readonly<Record<string, Answer>>): void {
      answers = new Map(Object.entries(files).map(([address, answer]) => [new URL(address, site).href, answer]));
      hits.length = silent.tunnels.length = 0;
    },
    close: () => silent.close()
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
