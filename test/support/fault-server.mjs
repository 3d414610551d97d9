import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDemoServer } from '../../demo/server.mjs';
import { epochMs, videoSegmentOf } from '../../demo/server/live.mjs';
import { readTimescale, shiftSegment } from '../../demo/server/cmaf.mjs';
import { mediaTypeOf } from '../../demo/server/static.mjs';
import { edits } from './fault-edits.mjs';
import { plans } from './fault-plans.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {import('./fault-plans.mjs').Rule} Rule */

const root = fileURLToPath(new URL('../..', import.meta.url));
const open = {
  'access-control-allow-origin': '*',
  'timing-allow-origin': '*',
  'access-control-expose-headers': 'Date, Content-Length, Retry-After',
  'cache-control': 'no-store'
};

/** @param {import('node:http').Server} server */
const listening = (server) =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port))
  );

/** One run of one plan: its clock, its switch, and its requests. */
class Run {
  on = false;
  /** Requests that met a fault, and all of them. */
  faults = 0;
  requests = 0;
  /** Maximum number of requests within one second while the switch was on, or a fault was met. */
  moments = /** @type {number[]} */ ([]);
  used = /** @type {Map<Rule, number>} */ (new Map());
  frozenAt = 0;
  restartedAt = 0;
  firstSegment = NaN;

  /** @param {string} plan */
  constructor(plan) {
    this.plan = plan;
    this.rules = plans[plan] ?? [];
    this.demo = createDemoServer({ now: () => this.now() });
    this.port = listening(this.demo);
  }

  /** The clock of the live channel, which can stop and restart. */
  now() {
    if (this.restartedAt) return epochMs + 60_000 + Date.now() - this.restartedAt;
    return this.frozenAt || Date.now();
  }

  /** @param {boolean} on */
  turn(on) {
    this.on = on;
    if (this.plan === 'live-freeze-15s') this.frozenAt = on ? Date.now() : 0;
    if (this.plan === 'live-restart' && on) this.restartedAt = Date.now();
  }

  /** @param {Rule} rule @param {{ what: string, track: string, number: number }} requested */
  fits({ on, track, numbers, switched, times = Infinity }, { what, track: name, number }) {
    if (switched && !this.on) return false;
    const fitting = on === 'any' || on === what || (on === 'media' && (what === 'segment' || what === 'init'));
    return fitting && (!track || track.test(name)) && (!numbers || numbers.includes(number)) && times > 0;
  }

  close() {
    this.demo.closeAllConnections();
    this.demo.close();
  }
}

/** @param {string} path */
function describe(path) {
  const [, track = '', part = ''] = /([\w]+-\w+)\/(init\.mp4|\d+\.(?:m4s|ts|vtt))$/.exec(path) ?? [];
  const list = /((?:video|audio|text)-\w+)\.m3u8$/.exec(path)?.[1];
  const what = part.startsWith('init') ? 'init' : part ? 'segment' : list ? 'playlist' : /\.(m3u8|mpd)$/.test(path) ? 'manifest' : 'other';
  return { what, track: track || list || '', number: parseInt(part, 10) };
}

/**
 * The demo's media and live channel behind a prefix that adds faults: `/fault/PLAN@RUN/media/…`. `POST …/!on` and `…/!off` turn the run's
 * switch, `GET …/!report` returns its figures, `DELETE …` ends it. Everything else is `/page.html`, `/dist/` (from `dist`) and `/peers/`
 * (from node_modules).
 * @param {{ dist?: string }} [options]
 */
export async function startFaultServer({ dist = process.env.JET_DIST ?? join(root, 'dist') } = {}) {
  /** @type {Map<string, Run>} */
  const runs = new Map();

  /** @param {string} id */
  const runOf = (id) => {
    let run = runs.get(id);
    if (!run) runs.set(id, (run = new Run(id.split('@')[0] ?? '')));
    return run;
  };

  /** @param {Run} run @param {string} path @param {string} query */
  async function truth(run, path, query) {
    const { track, number } = describe(path);
    if (path.startsWith('/media/') && number > 32) {
      const { file, shiftSeconds } = videoSegmentOf(number - 1);
      const folder = join(root, 'demo/media/cmaf', track);
      const [init, media] = await Promise.all([readFile(join(folder, 'init.mp4')), readFile(join(folder, `${file}.m4s`))]);
      return { status: 200, type: 'video/mp4', body: shiftSegment(media, BigInt(shiftSeconds) * BigInt(readTimescale(init)), number) };
    }
    const answer = await fetch(`http://127.0.0.1:${await run.port}${path}${query}`);
    let body = Buffer.from(await answer.arrayBuffer());
    if (run.restartedAt && path.endsWith('.mpd')) {
      const start = new Date(run.restartedAt - 60_000).toISOString();
      body = Buffer.from(body.toString().replace(/availabilityStartTime="[^"]*"/, `availabilityStartTime="${start}"`));
    }
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', body };
  }

  /** @param {Run} run @param {IncomingMessage} request @param {ServerResponse} response @param {string} path */
  async function answer(run, request, response, path) {
    const requested = describe(path);
    if (path.startsWith('/live/') && requested.what === 'segment') {
      if (Number.isNaN(run.firstSegment)) run.firstSegment = requested.number;
      requested.number -= run.firstSegment - 1;
    }
    run.requests += 1;
    const rule = run.rules.find(
      (candidate) => run.fits(candidate, requested) && (run.used.get(candidate) ?? 0) < (candidate.times ?? Infinity)
    );
    if (rule) {
      run.used.set(rule, (run.used.get(rule) ?? 0) + 1);
      run.faults += 1;
      run.moments.push(Date.now());
    }
    const { connection, rate, edit, headers } = rule ?? {};
    if (connection === 'reset') return void request.socket.resetAndDestroy();
    if (connection === 'hang') return;
    if (rule?.status) return void response.writeHead(rule.status, { ...open, ...headers }).end();
    const { status, type, body: true_ } = await truth(run, path, new URL(request.url ?? '/', 'http://localhost').search);
    let body = rule?.body ?? true_;
    if (edit) {
      const edited = edits[edit]?.(true_, { path, first: run.firstSegment, shown: (number) => number, now: Date.now });
      if (edited === undefined) return void response.writeHead(404, open).end();
      body = edited;
    }
    const length = Buffer.byteLength(body);
    response.writeHead(status, {
      ...open,
      date: new Date(run.frozenAt || Date.now()).toUTCString(),
      'content-type': type || mediaTypeOf(path),
      'content-length': length,
      ...headers
    });
    if (connection?.startsWith('half')) {
      response.write(Buffer.from(body).subarray(0, length / 2));
      if (connection === 'half-reset') setTimeout(() => request.socket.resetAndDestroy(), 50);
      return;
    }
    if (!rate) return void response.end(body);
    for (let at = 0; at < length && !response.destroyed; at += rate / 4) {
      response.write(Buffer.from(body).subarray(at, at + rate / 4));
      // The rate limits the response only while the run's switch is on.
      if (run.on) await new Promise((resolve) => setTimeout(resolve, 250));
    }
    response.end();
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function reply(request, response) {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const [, id, rest] = /^\/fault\/([^/]+)(\/.*)$/.exec(path) ?? [];
    if (id && rest) {
      const run = runOf(id);
      if (request.method === 'OPTIONS') return void response.writeHead(204, { ...open, 'access-control-allow-headers': '*' }).end();
      if (rest === '/!on' || rest === '/!off') run.turn(rest === '/!on');
      else if (rest === '/!end') {
        run.close();
        runs.delete(id);
      } else if (rest !== '/!report') return answer(run, request, response, rest);
      const { faults, requests, moments } = run;
      return void response
        .writeHead(200, { ...open, 'content-type': 'application/json' })
        .end(JSON.stringify({ faults, requests, moments }));
    }
    const file = path.startsWith('/dist/')
      ? join(dist, path.slice(6))
      : path.startsWith('/peers/')
        ? join(root, 'node_modules', path.slice(7))
        : undefined;
    if (path === '/page.html')
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><meta charset="utf-8"><title>Faults</title><body>');
    const body = file ? await readFile(file).catch(() => undefined) : undefined;
    if (body) response.writeHead(200, { ...open, 'content-type': mediaTypeOf(file ?? '') }).end(body);
    else response.writeHead(404, open).end();
  }

  const server = createServer((request, response) => {
    void reply(request, response).catch((error) => {
      // A run may end while its last responses are being sent.
      if (!/terminated|aborted|fetch failed/.test(String(error))) console.error(error);
      response.destroy();
    });
  });
  const port = await listening(server);
  return {
    origin: `http://localhost:${port}`,
    close() {
      for (const run of runs.values()) run.close();
      server.closeAllConnections();
      server.close();
    }
  };
}
