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
const corsHeaders = {
  'access-control-allow-origin': '*',
  'timing-allow-origin': '*',
  'access-control-expose-headers': 'Date, Content-Length, Retry-After',
  'cache-control': 'no-store'
};

/** @param {import('node:http').Server} server */
const listenOnFreePort = (server) =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port))
  );

/** One run of one plan: its clock, its switch, and its counts of requests. */
class Run {
  /** Whether the switch of the run is on. */
  isSwitchedOn = false;
  /** The number of all requests. */
  requestCount = 0;
  /** When each request arrived to which a rule applied, in milliseconds since 1970. */
  faultTimes = /** @type {number[]} */ ([]);
  /** How often each rule was applied. */
  useCounts = /** @type {Map<Rule, number>} */ (new Map());
  /** When the clock of the live channel stopped or restarted, in milliseconds since 1970; 0 if it did not. */
  frozenAt = 0;
  restartedAt = 0;
  /** The number of the first segment of the live channel that was requested. */
  firstSegment = NaN;

  /** @param {string} plan */
  constructor(plan) {
    this.plan = plan;
    if (!plans[plan]) throw new Error(`There is no fault plan "${plan}".`);
    this.rules = plans[plan];
    this.demo = createDemoServer({ now: () => this.now() });
    this.port = listenOnFreePort(this.demo);
  }

  /** Returns the time of the live channel's clock, which can stop and restart, in milliseconds since 1970. */
  now() {
    if (this.restartedAt) return epochMs + 60_000 + Date.now() - this.restartedAt;
    return this.frozenAt || Date.now();
  }

  /** Turns the switch of the run on or off. @param {boolean} on */
  turnSwitch(on) {
    this.isSwitchedOn = on;
    if (this.plan === 'live-freeze-15s') this.frozenAt = on ? Date.now() : 0;
    if (this.plan === 'live-restart' && on) this.restartedAt = Date.now();
  }

  /** Whether a rule matches a request. @param {Rule} rule @param {ReturnType<typeof describeRequest>} request */
  matches({ target, track, numbers, whileSwitchedOn, times = Infinity }, { file, track: requestedTrack, number }) {
    if (whileSwitchedOn && !this.isSwitchedOn) return false;
    const isTarget = target === 'any' || target === file || (target === 'media' && (file === 'segment' || file === 'init'));
    return isTarget && (!track || track.test(requestedTrack)) && (!numbers || numbers.includes(number)) && times > 0;
  }

  close() {
    this.demo.closeAllConnections();
    this.demo.close();
  }
}

/** Returns what a path requests: the kind of file, the name of the track, and the number of the segment. @param {string} path */
function describeRequest(path) {
  const [, track = '', segmentFile = ''] = /([\w]+-\w+)\/(init\.mp4|\d+\.(?:m4s|ts|vtt))$/.exec(path) ?? [];
  const playlist = /((?:video|audio|text)-\w+)\.m3u8$/.exec(path)?.[1];
  const result = { track: track || playlist || '', number: parseInt(segmentFile, 10) };
  if (segmentFile) return { ...result, file: segmentFile.startsWith('init') ? 'init' : 'segment' };
  if (playlist) return { ...result, file: 'playlist' };
  return { ...result, file: /\.(m3u8|mpd)$/.test(path) ? 'manifest' : 'other' };
}

/**
 * Starts a server that serves the demo's media and live channel below a path that adds the faults of a plan: `/fault/PLAN@RUN/media/…`. A
 * request to `…/!on` or `…/!off` turns the switch of the run, `…/!report` returns its counts, `…/!end` ends it. The server also has
 * `/page.html`, `/dist/` (the folder `dist`) and `/peers/` (the folder node_modules); all other paths have the status 404.
 * @param {{ dist?: string }} [options]
 */
export async function startFaultServer({ dist = process.env.JET_DIST ?? join(root, 'dist') } = {}) {
  /** @type {Map<string, Run>} */
  const runs = new Map();

  /** @param {string} id */
  const getRun = (id) => {
    let run = runs.get(id);
    if (!run) runs.set(id, (run = new Run(id.split('@')[0] ?? '')));
    return run;
  };

  /**
   * Resolves to the correct response of the demo server, or to a segment after the end of the video, made from the video's own segments.
   * @param {Run} run @param {string} path @param {string} query
   */
  async function fetchFromDemo(run, path, query) {
    const { track, number } = describeRequest(path);
    if (path.startsWith('/media/') && number > 32) {
      const { file, shiftSeconds } = videoSegmentOf(number - 1);
      const folder = join(root, 'demo/media/cmaf', track);
      const [init, media] = await Promise.all([readFile(join(folder, 'init.mp4')), readFile(join(folder, `${file}.m4s`))]);
      return { status: 200, type: 'video/mp4', body: shiftSegment(media, BigInt(shiftSeconds) * BigInt(readTimescale(init)), number) };
    }
    const demoResponse = await fetch(`http://127.0.0.1:${await run.port}${path}${query}`);
    let body = Buffer.from(await demoResponse.arrayBuffer());
    if (run.restartedAt && path.endsWith('.mpd')) {
      const start = new Date(run.restartedAt - 60_000).toISOString();
      body = Buffer.from(body.toString().replace(/availabilityStartTime="[^"]*"/, `availabilityStartTime="${start}"`));
    }
    return { status: demoResponse.status, type: demoResponse.headers.get('content-type') ?? '', body };
  }

  /**
   * Responds to a request of a run, with the fault of the first rule that matches.
   * @param {Run} run @param {IncomingMessage} request @param {ServerResponse} response @param {string} path
   */
  async function respondInRun(run, request, response, path) {
    const requested = describeRequest(path);
    if (path.startsWith('/live/') && requested.file === 'segment') {
      if (Number.isNaN(run.firstSegment)) run.firstSegment = requested.number;
      requested.number -= run.firstSegment - 1;
    }
    run.requestCount += 1;
    const rule = run.rules.find(
      (candidate) => run.matches(candidate, requested) && (run.useCounts.get(candidate) ?? 0) < (candidate.times ?? Infinity)
    );
    if (rule) {
      run.useCounts.set(rule, (run.useCounts.get(rule) ?? 0) + 1);
      run.faultTimes.push(Date.now());
    }
    const { connection, rate, edit, headers } = rule ?? {};
    if (connection === 'reset') return void request.socket.resetAndDestroy();
    if (connection === 'hang') return;
    if (rule?.status) return void response.writeHead(rule.status, { ...corsHeaders, ...headers }).end();
    const { status, type, body: correctBody } = await fetchFromDemo(run, path, new URL(request.url ?? '/', 'http://localhost').search);
    let body = rule?.body ?? correctBody;
    if (edit) {
      const edited = edits[edit]?.(correctBody, { path, now: Date.now });
      if (edited === undefined) return void response.writeHead(404, corsHeaders).end();
      body = edited;
    }
    const length = Buffer.byteLength(body);
    response.writeHead(status, {
      ...corsHeaders,
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
    for (let offset = 0; offset < length && !response.destroyed; offset += rate / 4) {
      response.write(Buffer.from(body).subarray(offset, offset + rate / 4));
      // The rate limits the response only while the run's switch is on.
      if (run.isSwitchedOn) await new Promise((resolve) => setTimeout(resolve, 250));
    }
    response.end();
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function respond(request, response) {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const [, id, rest] = /^\/fault\/([^/]+)(\/.*)$/.exec(path) ?? [];
    if (id && rest) {
      const run = getRun(id);
      if (request.method === 'OPTIONS') return void response.writeHead(204, { ...corsHeaders, 'access-control-allow-headers': '*' }).end();
      if (rest === '/!on' || rest === '/!off') run.turnSwitch(rest === '/!on');
      else if (rest === '/!end') {
        run.close();
        runs.delete(id);
      } else if (rest !== '/!report') return respondInRun(run, request, response, rest);
      const { requestCount, faultTimes } = run;
      return void response
        .writeHead(200, { ...corsHeaders, 'content-type': 'application/json' })
        .end(JSON.stringify({ requestCount, faultTimes }));
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
    if (body) response.writeHead(200, { ...corsHeaders, 'content-type': mediaTypeOf(file ?? '') }).end(body);
    else response.writeHead(404, corsHeaders).end();
  }

  const server = createServer((request, response) => {
    void respond(request, response).catch((error) => {
      // A run may end while its last responses are being sent.
      if (!/terminated|aborted|fetch failed/.test(String(error))) console.error(error);
      response.destroy();
    });
  });
  const port = await listenOnFreePort(server);
  return {
    origin: `http://localhost:${port}`,
    close() {
      for (const run of runs.values()) run.close();
      server.closeAllConnections();
      server.close();
    }
  };
}
