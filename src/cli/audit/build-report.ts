import type { PhaseName, RecordedRequest } from './evidence.js';
import { identifiersIn } from './identifiers.js';
import { incompleteReason } from './incomplete.js';
import { auditLimits, unseen } from './limits.js';
import type { ReportInput, HostRow, IdentifierRow, ReferrerLevel, ReferrerRow, Report, ReportingRow, RequestRow } from './report.js';
import { reservationRows } from './reservation.js';
import { evidenceUrl, plainUrl } from './shown-url.js';
import { verdictOf } from './verdict.js';

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
const hostOf = ({ url }: { url: string }): string => new URL(url).host;
/** Returns the origin as people write it, for WebSockets too; scheme and host if the URL has no origin (`udp://192.0.2.1:3478`). */
const originOf = (url: string): string => {
  const { origin, protocol, host } = new URL(url.replace(/^ws/i, 'http'));
  return origin === 'null' ? `${protocol}//${host}` : origin;
};

/** Whether a request left the browser. */
const leftBrowser = ({ outcome }: RecordedRequest): boolean => outcome === 'sent' || outcome === 'failed';

/** Merges equal rows and counts them. */
function mergeEqualRows<Row extends object>(rows: readonly Row[]): (Row & { count: number })[] {
  const rowsByKey = new Map<string, Row & { count: number }>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    const equalRow = rowsByKey.get(key);
    if (equalRow) equalRow.count += 1;
    else rowsByKey.set(key, { ...row, count: 1 });
  }
  return [...rowsByKey.values()];
}

const initiatorOf = ({ initiator: { type, url, line } }: RecordedRequest): string =>
  url ? `${plainUrl(url)}${line ? `:${line}` : ''}` : type === 'other' ? 'the browser, for the page' : type;

function referrerLevel({ referrer }: RecordedRequest): ReferrerLevel {
  if (!referrer) return 'none';
  return URL.canParse(referrer) && new URL(referrer).pathname === '/' && !new URL(referrer).search ? 'origin' : 'full';
}

function mostRevealing(levels: readonly ReferrerLevel[]): ReferrerLevel {
  return (['full', 'origin'] as const).find((level) => levels.includes(level)) ?? 'none';
}

/** Turns the evidence of a visit into a report. Pure: the same input gives the same report. */
export function buildReport({ evidence, requested, page, title, browser, tool, startedAt, expected }: ReportInput): Report {
  const ownHosts = new Set([requested.host, page.host]);
  const expectedOrigins = new Set(expected.map(originOf));
  const sentRequests = evidence.requests.filter(leftBrowser);
  const foreignRequests = evidence.requests.filter((request) => !ownHosts.has(hostOf(request)));

  const hosts = distinct(sentRequests.map(hostOf))
    .map((host): HostRow => {
      const hostRequests = sentRequests.filter((request) => hostOf(request) === host);
      return {
        host,
        own: ownHosts.has(host),
        expected: hostRequests.every(({ url }) => expectedOrigins.has(originOf(url))),
        requests: hostRequests.length,
        bytes: hostRequests.reduce((sum, { bytes }) => sum + bytes, 0),
        phases: distinct(hostRequests.map(({ phase }) => phase)),
        types: distinct(hostRequests.map(({ type }) => type)).sort(),
        scripts: hostRequests.filter(({ type }) => type === 'Script').length,
        withCredentials: hostRequests.filter(({ cookies, authorization }) => cookies.length > 0 || authorization).length,
        referrer: mostRevealing(hostRequests.map(referrerLevel)),
        initiators: distinct(hostRequests.map(initiatorOf)).slice(0, 8)
      };
    })
    .sort((a, b) => Number(b.own) - Number(a.own) || a.host.localeCompare(b.host, 'en'));

  const reporting = reportingRows(evidence, expectedOrigins).filter((row) => !ownHosts.has(row.host));
  const report: Omit<Report, 'verdict'> = {
    format: 'jet-player-audit',
    formatVersion: 1,
    tool,
    browser,
    page: { url: page.href, host: page.host, title, status: evidence.status },
    startedAt: startedAt.toISOString(),
    phases: evidence.phases,
    played: evidence.played,
    expected: [...expectedOrigins],
    hosts,
    cookies: evidence.cookies,
    storage: evidence.storage,
    fingerprinting: evidence.calls,
    identifiers: identifierRows(sentRequests, page),
    referrers: referrerRows(sentRequests.filter((request) => !ownHosts.has(hostOf(request)))),
    reporting,
    reservation: reservationRows(evidence.media, evidence.reservationFiles),
    requests: requestRows(foreignRequests),
    limits: auditLimits,
    unseen
  };
  const contacted = [...sentRequests.filter((request) => !ownHosts.has(hostOf(request))), ...reporting];
  const unexpected = distinct(contacted.map(({ url }) => originOf(url))).filter((origin) => !expectedOrigins.has(origin));
  return { ...report, verdict: verdictOf(report, incompleteReason(evidence), unexpected) };
}

function identifierRows(requests: readonly RecordedRequest[], page: URL): IdentifierRow[] {
  const firstPhases = new Map<string, PhaseName>();
  const rows = requests.flatMap((request) =>
    identifiersIn(request, page).map((identifier) => {
      const { host, origin, pathname } = new URL(request.url);
      // Segments differ only in their paths, so one row covers them all.
      const url = identifier.kind === 'cmcd' ? `${origin}/…` : evidenceUrl(`${origin}${pathname}`);
      const key = [host, url, identifier.kind, identifier.name].join(' ');
      firstPhases.set(key, firstPhases.get(key) ?? request.phase);
      return { ...identifier, host, url, phase: firstPhases.get(key) ?? request.phase };
    })
  );
  return mergeEqualRows(rows);
}

function referrerRows(requests: readonly RecordedRequest[]): ReferrerRow[] {
  const rows = requests.map((request) => ({ host: hostOf(request), level: referrerLevel(request) }));
  return mergeEqualRows(rows).flatMap(({ host, level, count }) => (level === 'none' ? [] : [{ host, level, requests: count }]));
}

/** Returns one row for each URL that receives reports. */
function reportingRows({ reporting, requests }: ReportInput['evidence'], expectedOrigins: ReadonlySet<string>): ReportingRow[] {
  return distinct(reporting.map(({ url }) => url)).map((url) => {
    const receiverRows = reporting.filter((row) => row.url === url);
    return {
      host: hostOf({ url }),
      url: evidenceUrl(url),
      expected: expectedOrigins.has(originOf(url)),
      headers: distinct(receiverRows.map(({ header }) => header)),
      from: distinct(receiverRows.map(({ from }) => hostOf({ url: from }))),
      phase: receiverRows[0]?.phase ?? 'load',
      deliveries: requests.filter((request) => leftBrowser(request) && request.method === 'POST' && request.url === url).length
    };
  });
}

/** Maximum number of rows in the list of requests. The requests of a long stream resemble each other. */
const maxRequestRows = 500;

function requestRows(requests: readonly RecordedRequest[]): RequestRow[] {
  const rows = requests.flatMap((request) => {
    const { url, method, type, phase, bytes, outcome, reason } = request;
    if (outcome === 'cached') return [];
    return [{ host: hostOf(request), url: evidenceUrl(url), method, type, phase, initiator: initiatorOf(request), bytes, outcome, reason }];
  });
  return mergeEqualRows(rows).slice(0, maxRequestRows);
}
