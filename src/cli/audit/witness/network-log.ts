import type { Evidence, SeenRequest } from '../evidence.js';

interface LogEvent {
  readonly time: string;
  readonly type: number;
  readonly phase: number;
  readonly source: { id: number };
  readonly params?: {
    readonly url?: string;
    readonly method?: string;
    readonly initiator?: string;
    readonly group_id?: string;
    readonly headers?: readonly string[];
    readonly byte_count?: number;
  };
}

interface Log {
  readonly constants: { readonly timeTickOffset: number; readonly logEventTypes: Record<string, number> };
  readonly events: readonly LogEvent[];
}

/** The log's word for a request that no page asked for. */
const nobody = 'not an origin';
/** `https://host <https://site ...>`: a connection to a host, made for pages of a site. */
const connection = /^(?:[a-z_]+\/)*(https?:\/\/[^\s<]+) <(https?:\/\/[^\s>]+)[^>]*>/;

/**
 * Chromium's own network log, as the second witness. It alone sees what a page sends while it is being left (no target reports
 * that any more) and connections opened ahead of a request. What the browser asks for itself has no initiator there, and is left out.
 */
export function readNetworkLog(text: string, evidence: Evidence, pageHosts: ReadonlySet<string>): void {
  const log = parse(text);
  if (!log) return;
  const { timeTickOffset, logEventTypes: types } = log.constants;
  const momentOf = (event: LogEvent): number => timeTickOffset + Number(event.time);
  const seen = new Set(evidence.requests.map(({ method, url }) => keyOf(method, url)));
  const seenLeaving = new Set(evidence.requests.filter(({ phase }) => phase === 'leave').map(({ method, url }) => keyOf(method, url)));
  const added = new Map<number, SeenRequest>();

  for (const event of log.events) {
    const { url = '', method = 'GET', initiator = nobody, headers = [], byte_count: bytes = 0 } = event.params ?? {};
    if (event.type === types['URL_REQUEST_START_JOB'] && /^https?:/.test(url) && initiator !== nobody && !initiator.startsWith('chrome')) {
      const phase = evidence.phaseAt(momentOf(event));
      const known = phase === 'leave' ? seenLeaving : seen;
      if (known.has(keyOf(method, url))) continue;
      const from = { type: 'page', url: initiator === 'null' ? '' : initiator, line: 0 };
      added.set(event.source.id, evidence.addRequest(request(url, method, phase === 'leave' ? 'Ping' : 'Other', phase, from)));
    }
    const mine = added.get(event.source.id);
    if (!mine) continue;
    if (headers.length && event.type !== types['HTTP_TRANSACTION_READ_RESPONSE_HEADERS']) readHeaders(headers, mine);
    if (event.type === types['URL_REQUEST_JOB_FILTERED_BYTES_READ']) mine.bytes += bytes;
  }
  addConnections(log, evidence, pageHosts, momentOf);
}

/** Connections that a page's `preconnect` opened and no request of the audit used. */
function addConnections(log: Log, evidence: Evidence, pageHosts: ReadonlySet<string>, momentOf: (event: LogEvent) => number): void {
  const hosts = new Set(evidence.requests.map(({ url }) => new URL(url).host));
  for (const event of log.events) {
    const [, address, site] = connection.exec(event.params?.group_id ?? '') ?? [];
    if (!address || !site || !URL.canParse(address)) continue;
    const url = new URL(address);
    const forUs = [...pageHosts].some((host) => host === new URL(site).hostname || host.endsWith(`.${new URL(site).hostname}`));
    if (!forUs || hosts.has(url.host)) continue;
    hosts.add(url.host);
    const from = { type: 'preconnect', url: site, line: 0 };
    evidence.addRequest(request(url.href, 'CONNECT', 'Preconnect', evidence.phaseAt(momentOf(event)), from));
  }
}

function request(url: string, method: string, type: string, phase: SeenRequest['phase'], initiator: SeenRequest['initiator']): SeenRequest {
  const unknown = {
    referrer: '',
    cookies: [],
    setCookies: [],
    authorization: false,
    cmcd: [],
    body: '',
    bytes: 0,
    outcome: 'sent' as const,
    reason: ''
  };
  return { url, method, type, phase, initiator, ...unknown };
}

/** The log strips the values of cookies and credentials; that they were sent is still to be read. */
function readHeaders(headers: readonly string[], into: SeenRequest): void {
  for (const line of headers) {
    const [, name = '', value = ''] = /^([^:\s]+): (.*)$/.exec(line) ?? [];
    if (/^referer$/i.test(name)) into.referrer = value;
    if (/^cookie$/i.test(name)) into.cookies = ['*'];
    if (/^authorization$/i.test(name)) into.authorization = true;
  }
}

const keyOf = (method: string, url: string): string => `${method} ${url.split('#')[0]}`;

function parse(text: string): Log | undefined {
  // A browser that was killed leaves the list open.
  for (const candidate of [text, `${text.trimEnd().replace(/,$/, '')}]}`]) {
    try {
      return JSON.parse(candidate) as Log;
    } catch {
      continue;
    }
  }
  return undefined;
}
