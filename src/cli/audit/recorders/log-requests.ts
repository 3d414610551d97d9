import type { Evidence, SeenRequest } from '../evidence.js';
import { isForPage, type LogEvent, type NetworkLog } from './log-file.js';
import { noteReceivers } from './reporting.js';

/** The log's value for a request that no page caused. */
const none = 'not an origin';

/** A request that only the log contains. */
export function logged(
  url: string,
  method: string,
  type: string,
  phase: SeenRequest['phase'],
  initiator: SeenRequest['initiator']
): SeenRequest {
  return {
    ...{ url, method, type, phase, initiator, referrer: '', cookies: [], setCookies: [], authorization: false, cmcd: [], body: '' },
    ...{ bytes: 0, outcome: 'sent', reason: '' }
  };
}

const keyOf = (method: string, url: string): string => `${method} ${url.split('#')[0]}`;

/** Whether the page caused a request: by its initiator, or by the site for which the browser made it. */
function byPage({ params = {} }: LogEvent, pageHosts: ReadonlySet<string>): boolean {
  const { initiator = none, network_isolation_key: key } = params;
  if (initiator.startsWith('chrome')) return false;
  return initiator !== none || isForPage(key, pageHosts);
}

/** Adds the requests that no target reported: those that a page sends while it is left, and those that the browser sends on its behalf. */
export function addRequests(log: NetworkLog, evidence: Evidence, pageHosts: ReadonlySet<string>): void {
  const seen = new Set(evidence.requests.map(({ method, url }) => keyOf(method, url)));
  const seenLeaving = new Set(evidence.requests.filter(({ phase }) => phase === 'leave').map(({ method, url }) => keyOf(method, url)));
  const added = new Map<number, SeenRequest>();
  const answering = new Map<number, string>();
  for (const event of log.events) {
    const { url = '', method = 'GET', initiator = none, headers = [], byte_count: bytes = 0 } = event.params ?? {};
    if (log.is(event, 'URL_REQUEST_START_JOB') && /^https?:/.test(url) && byPage(event, pageHosts)) {
      answering.set(event.source.id, url);
      const phase = evidence.phaseAt(log.momentOf(event));
      const known = phase === 'leave' ? seenLeaving : seen;
      if (known.has(keyOf(method, url))) continue;
      const from = { type: 'page', url: /^https?:/.test(initiator) ? initiator : '', line: 0 };
      added.set(event.source.id, evidence.addRequest(logged(url, method, phase === 'leave' ? 'Ping' : 'Other', phase, from)));
    }
    const from = answering.get(event.source.id);
    if (from && log.is(event, 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS'))
      noteReceivers(headersOf(headers), from, evidence, evidence.phaseAt(log.momentOf(event)));
    const mine = added.get(event.source.id);
    if (!mine) continue;
    if (headers.length && !log.is(event, 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS')) readHeaders(headers, mine);
    if (log.is(event, 'URL_REQUEST_JOB_FILTERED_BYTES_READ')) mine.bytes += bytes;
  }
}

/** Header lines of a response as names and values; the values of a repeated header are joined by line breaks. */
function headersOf(lines: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:\s]{1,200}):(.*)$/s.exec(line) ?? [];
    const known = headers.get(name.toLowerCase());
    if (name) headers.set(name.toLowerCase(), known === undefined ? value.trim() : `${known}\n${value.trim()}`);
  }
  return Object.fromEntries(headers);
}

/** The log strips the values of cookies and credentials, but not the fact that they were sent. */
function readHeaders(headers: readonly string[], into: SeenRequest): void {
  for (const line of headers) {
    const [, name = '', value = ''] = /^([^:\s]+): (.*)$/.exec(line) ?? [];
    if (/^referer$/i.test(name)) into.referrer = value;
    if (/^cookie$/i.test(name)) into.cookies = ['*'];
    if (/^authorization$/i.test(name)) into.authorization = true;
    if (/^content-type$/i.test(name) && /^application\/reports\+json\b/i.test(value)) into.type = 'Report';
  }
}
