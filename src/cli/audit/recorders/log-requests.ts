import { newRequest, type Evidence, type RecordedRequest } from '../evidence.js';
import { isForPage, type LogEvent, type NetworkLog } from './log-file.js';
import { recordReceivers } from './reporting.js';

/** The initiator of a request that no page caused. */
const noInitiator = 'not an origin';

/** Returns a request that only the log contains. */
export function loggedRequest(
  url: string,
  method: string,
  type: string,
  phase: RecordedRequest['phase'],
  initiator: RecordedRequest['initiator']
): RecordedRequest {
  return newRequest({ url, method, type, phase, initiator });
}

const keyOf = (method: string, url: string): string => `${method} ${url.split('#')[0]}`;

/** Whether the page caused a request, by its initiator or by the site for which the browser made it. */
function isCausedByPage({ params = {} }: LogEvent, pageHosts: ReadonlySet<string>): boolean {
  const { initiator = noInitiator, network_isolation_key: key } = params;
  if (initiator.startsWith('chrome')) return false;
  return initiator !== noInitiator || isForPage(key, pageHosts);
}

/** Adds the requests that no target reported: those that a page sends while it unloads, and those that the browser sends on its behalf. */
export function addRequests(log: NetworkLog, evidence: Evidence, pageHosts: ReadonlySet<string>): void {
  const recordedKeys = new Set(evidence.requests.map(({ method, url }) => keyOf(method, url)));
  const keysRecordedLeaving = new Set(
    evidence.requests.filter(({ phase }) => phase === 'leave').map(({ method, url }) => keyOf(method, url))
  );
  const addedRequests = new Map<number, RecordedRequest>();
  const urlBySource = new Map<number, string>();
  for (const event of log.events) {
    const { url = '', method = 'GET', initiator = noInitiator, headers = [], byte_count: bytes = 0 } = event.params ?? {};
    const isOfPage = !evidence.auditRequests.has(url) && isCausedByPage(event, pageHosts);
    if (log.is(event, 'URL_REQUEST_START_JOB') && /^https?:/.test(url) && isOfPage) {
      urlBySource.set(event.source.id, url);
      const phase = evidence.phaseAt(log.momentOf(event));
      const phaseKeys = phase === 'leave' ? keysRecordedLeaving : recordedKeys;
      if (phaseKeys.has(keyOf(method, url))) continue;
      const cause = { type: 'page', url: /^https?:/.test(initiator) ? initiator : '', line: 0 };
      addedRequests.set(
        event.source.id,
        evidence.addRequest(loggedRequest(url, method, phase === 'leave' ? 'Ping' : 'Other', phase, cause))
      );
    }
    const sourceUrl = urlBySource.get(event.source.id);
    if (sourceUrl && log.is(event, 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS'))
      recordReceivers(headersOf(headers), sourceUrl, evidence, evidence.phaseAt(log.momentOf(event)));
    const addedRequest = addedRequests.get(event.source.id);
    if (!addedRequest) continue;
    if (headers.length && !log.is(event, 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS')) readHeaders(headers, addedRequest);
    if (log.is(event, 'URL_REQUEST_JOB_FILTERED_BYTES_READ')) addedRequest.bytes += bytes;
  }
}

/** Parses the header lines of a response. The values of a repeated header are joined by line breaks. */
function headersOf(lines: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:\s]{1,200}):(.*)$/s.exec(line) ?? [];
    const earlierValue = headers.get(name.toLowerCase());
    if (name) headers.set(name.toLowerCase(), earlierValue === undefined ? value.trim() : `${earlierValue}\n${value.trim()}`);
  }
  return Object.fromEntries(headers);
}

/**
 * Adds the information in request headers to a request. The log omits the values of cookies and credentials, but shows that they were sent.
 */
function readHeaders(headers: readonly string[], request: RecordedRequest): void {
  for (const line of headers) {
    const [, name = '', value = ''] = /^([^:\s]+): (.*)$/.exec(line) ?? [];
    if (/^referer$/i.test(name)) request.referrer = value;
    if (/^cookie$/i.test(name)) request.cookies = ['*'];
    if (/^authorization$/i.test(name)) request.authorization = true;
    if (/^content-type$/i.test(name) && /^application\/reports\+json\b/i.test(value)) request.type = 'Report';
  }
}
