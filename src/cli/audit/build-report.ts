import type { PhaseName, SeenRequest } from './evidence.js';
import { identifiersIn } from './identifiers.js';
import {
  limits,
  type Findings,
  type HostRow,
  type IdentifierRow,
  type ReferrerLevel,
  type ReferrerRow,
  type Report,
  type RequestRow
} from './report.js';
import { evidenceUrl, plainUrl } from './shown-url.js';
import { verdictOf } from './verdict.js';

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
const hostOf = ({ url }: { url: string }): string => new URL(url).host;
/** The origin as people write it, for web sockets too. */
export const originOf = (url: string): string => new URL(url.replace(/^ws/i, 'http')).origin;

/** Whether a request left the browser. */
const left = ({ outcome }: SeenRequest): boolean => outcome === 'sent' || outcome === 'failed';

/** Merges rows that say the same, and counts them. */
function counted<Row extends object>(rows: readonly Row[]): (Row & { count: number })[] {
  const merged = new Map<string, Row & { count: number }>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    const known = merged.get(key);
    if (known) known.count += 1;
    else merged.set(key, { ...row, count: 1 });
  }
  return [...merged.values()];
}

const initiatorOf = ({ initiator: { type, url, line } }: SeenRequest): string =>
  url ? `${plainUrl(url)}${line ? `:${line}` : ''}` : type === 'other' ? 'the browser, for the page' : type;

function referrerLevel({ referrer }: SeenRequest): ReferrerLevel {
  if (!referrer) return 'none';
  return URL.canParse(referrer) && new URL(referrer).pathname === '/' && !new URL(referrer).search ? 'origin' : 'full';
}

function highest(levels: readonly ReferrerLevel[]): ReferrerLevel {
  return (['full', 'origin'] as const).find((level) => levels.includes(level)) ?? 'none';
}

/** Turns what the witnesses saw into a report. Pure: same findings, same report. */
export function buildReport({ evidence, requested, page, title, browser, tool, startedAt, expected }: Findings): Report {
  const own = new Set([requested.host, page.host]);
  const wanted = new Set(expected.map(originOf));
  const sent = evidence.requests.filter(left);
  const foreign = evidence.requests.filter((request) => !own.has(hostOf(request)));

  const hosts = distinct(sent.map(hostOf))
    .map((host): HostRow => {
      const all = sent.filter((request) => hostOf(request) === host);
      return {
        ...{ host, own: own.has(host), expected: all.every(({ url }) => wanted.has(originOf(url))) },
        ...{ requests: all.length, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) },
        phases: distinct(all.map(({ phase }) => phase)),
        types: distinct(all.map(({ type }) => type)).sort(),
        scripts: all.filter(({ type }) => type === 'Script').length,
        withCredentials: all.filter(({ cookies, authorization }) => cookies.length > 0 || authorization).length,
        referrer: highest(all.map(referrerLevel)),
        initiators: distinct(all.map(initiatorOf)).slice(0, 8)
      };
    })
    .sort((a, b) => Number(b.own) - Number(a.own) || a.host.localeCompare(b.host, 'en'));

  const report: Omit<Report, 'verdict'> = {
    ...{ format: 'jet-player-audit', formatVersion: 1, tool, browser },
    page: { url: page.href, host: page.host, title },
    startedAt: startedAt.toISOString(),
    phases: evidence.phases,
    expected: [...wanted],
    hosts,
    cookies: evidence.cookies,
    storage: evidence.storage,
    fingerprinting: evidence.calls,
    identifiers: identifierRows(sent, page),
    referrers: referrerRows(sent.filter((request) => !own.has(hostOf(request)))),
    requests: requestRows(foreign),
    limits
  };
  const unexpected = distinct(sent.filter((request) => !own.has(hostOf(request))).map(({ url }) => originOf(url))).filter(
    (origin) => !wanted.has(origin)
  );
  return { ...report, verdict: verdictOf(report, unexpected) };
}

function identifierRows(requests: readonly SeenRequest[], page: URL): IdentifierRow[] {
  const first = new Map<string, PhaseName>();
  const rows = requests.flatMap((request) =>
    identifiersIn(request, page).map((identifier) => {
      const { host, origin, pathname } = new URL(request.url);
      // Segments differ in their path only; one row tells it.
      const url = identifier.kind === 'cmcd' ? `${origin}/…` : evidenceUrl(`${origin}${pathname}`);
      const key = [host, url, identifier.kind, identifier.name].join(' ');
      first.set(key, first.get(key) ?? request.phase);
      return { ...identifier, host, url, phase: first.get(key) ?? request.phase };
    })
  );
  return counted(rows);
}

function referrerRows(requests: readonly SeenRequest[]): ReferrerRow[] {
  const rows = requests.map((request) => ({ host: hostOf(request), level: referrerLevel(request) }));
  return counted(rows).flatMap(({ host, level, count }) => (level === 'none' ? [] : [{ host, level, requests: count }]));
}

/** At most this many rows of evidence: a long stream repeats itself. */
const mostRows = 500;

function requestRows(requests: readonly SeenRequest[]): RequestRow[] {
  const rows = requests.flatMap((request) => {
    const { url, method, type, phase, bytes, outcome, reason } = request;
    if (outcome === 'cached') return [];
    return [{ host: hostOf(request), url: evidenceUrl(url), method, type, phase, initiator: initiatorOf(request), bytes, outcome, reason }];
  });
  return counted(rows).slice(0, mostRows);
}
