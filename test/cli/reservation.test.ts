import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/cli/audit/report.js';
import { planReservation } from '../../src/cli/headers/plan.js';
import { reservationHeaders } from '../../src/cli/headers/reservation-headers.js';
import { tdmRules } from '../../src/cli/headers/tdmrep.js';
import { auditLocally } from './audited.js';
import { schemaErrorsOf } from './schema.js';
import { lastLine } from './traces.js';

const timeout = { timeout: 120_000 };
const film = readFileSync(new URL('../../demo/media/film.mp4', import.meta.url));
/** A GIF of one pixel. */
const poster = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

const page = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Film</title>
<video src="/media/film.mp4" poster="https://cdn.test/media/poster.gif" muted width="640" height="360">
<track kind="captions" srclang="en" src="/media/en.vtt" default></video>`;
const files: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
  '/': ['text/html', page],
  '/media/film.mp4': ['video/mp4', film],
  '/media/poster.gif': ['image/gif', poster],
  '/media/en.vtt': ['text/vtt', 'WEBVTT\n\n00:00.000 --> 00:05.000\nFirst light']
};

/** A host of the page: whether its media have the headers, and its tdmrep.json with its status. */
interface Host {
  readonly hasHeaders: boolean;
  readonly rules?: string;
  readonly redirectsTo?: string;
}

/** Audits the page on such a host. Returns the report and the requests for `tdmrep.json`. */
async function auditHost({ hasHeaders, rules, redirectsTo }: Host, ...args: readonly string[]) {
  const requests: IncomingHttpHeaders[] = [];
  const headers = hasHeaders ? Object.fromEntries(reservationHeaders({})) : {};
  const audited = await auditLocally(
    'https://page.test/',
    (request, response) => {
      const path = request.url ?? '';
      if (path === '/.well-known/tdmrep.json') {
        requests.push(request.headers);
        if (redirectsTo) response.writeHead(302, { location: redirectsTo, 'access-control-allow-origin': '*' }).end();
        else response.writeHead(rules === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(rules);
        return;
      }
      const [type, body] = files[path] ?? [];
      const isMedia = path.startsWith('/media/');
      const cookie = path === '/' ? { 'set-cookie': 'viewer=1; Secure' } : {};
      response.writeHead(type ? 200 : 404, { 'content-type': type ?? 'text/plain', ...cookie, ...(isMedia ? headers : {}) }).end(body);
    },
    ...['--watch', '1', '--allow-cookies', ...args, '--expect', 'https://cdn.test']
  );
  return { ...audited, requests };
}

const summaryOf = (report: Report) =>
  (report.reservation ?? [])
    .map(({ kind, host, header, file, reserved, missing }) => ({ kind, host, header, file, reserved, missing }))
    .sort((a, b) => a.kind.localeCompare(b.kind));
/** The media of the page, by kind. The poster is on another host, and requested without CORS. */
const mediaHosts = { captions: 'page.test', image: 'cdn.test', video: 'page.test' };

describe('the audit of a page with media', () => {
  it('reports a reservation by headers and by tdmrep.json, for which it asks each host once', timeout, async () => {
    const rules = JSON.stringify(tdmRules(planReservation({ media: [], policy: '', noindex: false, embeddedBy: [], log: '' })));
    const { report, requests, code } = await auditHost({ hasHeaders: true, rules }, '--require-reservation');
    const complete = { header: 'reserved', file: 'reserved', reserved: true, missing: [] };
    expect(summaryOf(report)).toEqual(Object.entries(mediaHosts).map(([kind, host]) => ({ kind, host, ...complete })));
    expect({ code, schemaErrors: schemaErrorsOf(report) }).toEqual({ code: 0, schemaErrors: [] });
    const sentHeaders = requests.map(({ host = '', cookie, referer }) => ({ host, cookie, referer }));
    expect(sentHeaders.sort((a, b) => a.host.localeCompare(b.host))).toEqual(
      ['cdn.test', 'page.test'].map((host) => ({ host, cookie: undefined, referer: undefined }))
    );
    // The page did not make these requests, so they are not among its requests; a logged request would have the type Ping.
    expect(report.hosts.flatMap(({ types }) => types)).not.toContain('Ping');
    const otherRequests = report.requests.map((request) => request.url);
    expect(otherRequests, 'canary').toContain('https://cdn.test/media/poster.gif');
    expect(otherRequests).not.toContain('https://cdn.test/.well-known/tdmrep.json');
  });

  it('canary: reports what is missing when nothing is reserved, and fails only with --require-reservation', timeout, async () => {
    const { report, code, stderr } = await auditHost({ hasHeaders: false }, '--require-reservation');
    const nothing = { header: 'none', file: 'no file', reserved: false };
    const missing = ['tdm-reservation: 1', '/.well-known/tdmrep.json'];
    expect(summaryOf(report)).toEqual([
      { kind: 'captions', host: 'page.test', ...nothing, missing: [...missing, 'X-Robots-Tag: noai'] },
      { kind: 'image', host: 'cdn.test', ...nothing, missing: [...missing, 'X-Robots-Tag: noimageai'] },
      { kind: 'video', host: 'page.test', ...nothing, missing: [...missing, 'X-Robots-Tag: noai'] }
    ]);
    expect([code, lastLine(stderr)]).toEqual([1, 'Not expected: reservation']);
  });

  it('does not follow a redirect of tdmrep.json to another host', timeout, async () => {
    const { report, code, contacted } = await auditHost({ hasHeaders: true, redirectsTo: 'https://elsewhere.test/tdmrep.json' });
    expect(summaryOf(report).map(({ file, reserved }) => [file, reserved])).toEqual(Array(3).fill(['not read', true]));
    expect({ code, contacted: [...contacted].sort() }).toEqual({ code: 0, contacted: ['cdn.test', 'page.test'] });
  });
});
