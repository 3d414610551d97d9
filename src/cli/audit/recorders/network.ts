import type { Evidence, Initiator, SeenRequest } from '../evidence.js';
import type { Target } from '../targets.js';
import { noteReceivers } from './reporting.js';

interface CallFrame {
  readonly url: string;
  readonly lineNumber: number;
}

interface Stack {
  readonly callFrames: readonly CallFrame[];
  readonly parent?: Stack;
}

interface CdpInitiator {
  readonly type: string;
  readonly url?: string;
  readonly lineNumber?: number;
  readonly stack?: Stack;
}

interface WillBeSent {
  readonly requestId: string;
  readonly documentURL: string;
  readonly request: { url: string; method: string; headers: Record<string, string>; postData?: string };
  readonly initiator: CdpInitiator;
  readonly type?: string;
  readonly redirectResponse?: { encodedDataLength: number };
}

interface ExtraInfo {
  readonly requestId: string;
  readonly headers: Record<string, string>;
  readonly associatedCookies?: readonly { cookie: { name: string }; blockedReasons: readonly string[] }[];
  readonly blockedCookies?: readonly {
    blockedReasons: readonly string[];
    cookie?: { name: string; domain: string; path: string; httpOnly: boolean };
  }[];
}

/** Whether a URL contacts a host: `data:`, `blob:`, `about:` and the browser's own pages do not. */
export const reachesOut = (url: string): boolean => /^(https?|wss?):/i.test(url);

/** The nearest script of a stack that has a URL, asynchronous callers included. */
function scriptOf(stack: Stack | undefined): CallFrame | undefined {
  if (!stack) return undefined;
  return stack.callFrames.find(({ url }) => url !== '') ?? scriptOf(stack.parent);
}

function toInitiator({ type, url = '', lineNumber, stack }: CdpInitiator, documentUrl: string): Initiator {
  const script = scriptOf(stack);
  if (script) return { type, url: script.url, line: script.lineNumber + 1 };
  return { type, url: url || (type === 'other' ? documentUrl : ''), line: lineNumber === undefined ? 0 : lineNumber + 1 };
}

/** A header's value whatever the case of its name; '' if absent. */
function header(headers: Record<string, string>, wanted: string): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
}

const cmcdHeaders = (headers: Record<string, string>): string[] =>
  Object.entries(headers).flatMap(([name, value]) => (/^cmcd-/i.test(name) ? [`${name}: ${value}`] : []));

/** Records every request of every target that it is started on. One for the whole audit, because targets share requests. */
export class NetworkWitness {
  readonly #evidence: Evidence;
  readonly #open = new Map<string, SeenRequest>();
  readonly #early = new Map<string, ExtraInfo>();
  #ended = false;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  start({ session }: Target): Promise<unknown>[] {
    session.on<WillBeSent>('Network.requestWillBeSent', (event) => this.#sent(event));
    session.on<ExtraInfo>('Network.requestWillBeSentExtraInfo', (event) => this.#extra(event));
    session.on<ExtraInfo>('Network.responseReceivedExtraInfo', (event) => this.#answered(event));
    session.on<{ requestId: string }>('Network.requestServedFromCache', ({ requestId }) => this.#settle(requestId, 'cached'));
    session.on<{ requestId: string; response: { fromServiceWorker?: boolean; fromDiskCache?: boolean } }>(
      'Network.responseReceived',
      ({ requestId, response }) => {
        // The service worker's own request, if it made one, is recorded at the worker.
        if (response.fromServiceWorker || response.fromDiskCache) this.#settle(requestId, 'cached');
      }
    );
    session.on<{ requestId: string; dataLength: number }>('Network.dataReceived', ({ requestId, dataLength }) =>
      this.#add(requestId, dataLength)
    );
    session.on<{ requestId: string; encodedDataLength: number }>('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const request = this.#open.get(requestId);
      if (request && encodedDataLength > 0) request.bytes = encodedDataLength;
    });
    session.on<{ requestId: string; errorText: string; blockedReason?: string }>(
      'Network.loadingFailed',
      ({ requestId, errorText, blockedReason }) => this.#settle(requestId, blockedReason ? 'blocked' : 'failed', blockedReason ?? errorText)
    );
    session.on<{ requestId: string; url: string; initiator?: CdpInitiator }>('Network.webSocketCreated', ({ requestId, url, initiator }) =>
      this.#socket(requestId, url, 'WebSocket', initiator)
    );
    session.on<{ requestId: string; request: { headers: Record<string, string> } }>(
      'Network.webSocketWillSendHandshakeRequest',
      ({ requestId, request }) => this.#headers(requestId, request.headers)
    );
    session.on<{ transportId: string; url: string; initiator?: CdpInitiator }>(
      'Network.webTransportCreated',
      ({ transportId, url, initiator }) => this.#socket(transportId, url, 'WebTransport', initiator)
    );
    for (const type of ['Network.webSocketFrameReceived', 'Network.webSocketFrameSent'])
      session.on<{ requestId: string; response: { payloadData: string } }>(type, ({ requestId, response }) =>
        this.#add(requestId, response.payloadData.length)
      );
    return [session.attempt('Network.enable', { maxPostDataSize: 65_536 })];
  }

  /** Ends the recording: what the browser requests from now on, the audit caused itself. */
  end(): void {
    this.#ended = true;
  }

  #sent({ requestId, documentURL, request, initiator, type = 'Other', redirectResponse }: WillBeSent): void {
    const before = this.#open.get(requestId);
    // A worker's script is reported at the worker and at its page.
    if (this.#ended || (before && !redirectResponse)) return;
    if (before && redirectResponse) before.bytes = Math.max(before.bytes, redirectResponse.encodedDataLength);
    if (!reachesOut(request.url)) return;
    const from = redirectResponse && before ? { type: 'redirect', url: before.url, line: 0 } : toInitiator(initiator, documentURL);
    this.#note(requestId, request.url, request.method, type, from, request.postData ?? '');
    this.#headers(requestId, request.headers);
    const early = this.#early.get(requestId);
    if (early) this.#extra(early);
  }

  #socket(requestId: string, url: string, type: string, initiator: CdpInitiator | undefined): void {
    this.#note(requestId, url, 'GET', type, toInitiator(initiator ?? { type: 'other' }, ''), '');
  }

  #note(requestId: string, url: string, method: string, type: string, initiator: Initiator, body: string): void {
    const phase = this.#evidence.phase;
    const request: SeenRequest = {
      ...{ url, method, type, phase, initiator, referrer: '', cookies: [], setCookies: [], authorization: false, cmcd: [], body },
      ...{ bytes: 0, outcome: 'sent', reason: '' }
    };
    this.#open.set(requestId, this.#evidence.addRequest(request));
  }

  #extra(event: ExtraInfo): void {
    const request = this.#open.get(event.requestId);
    // The two events of a request arrive in either order.
    this.#early.set(event.requestId, event);
    if (!request) return;
    this.#early.delete(event.requestId);
    request.cookies = (event.associatedCookies ?? [])
      .filter(({ blockedReasons }) => !blockedReasons.length)
      .map(({ cookie }) => cookie.name);
    this.#headers(event.requestId, event.headers);
  }

  #headers(requestId: string, headers: Record<string, string>): void {
    const request = this.#open.get(requestId);
    if (!request) return;
    request.referrer = header(headers, 'referer') || request.referrer;
    request.authorization ||= header(headers, 'authorization') !== '';
    if (!request.cmcd.length) request.cmcd = cmcdHeaders(headers);
  }

  #answered({ requestId, headers, blockedCookies = [] }: ExtraInfo): void {
    const request = this.#open.get(requestId);
    const names = header(headers, 'set-cookie')
      .split('\n')
      .map((line) => line.split('=')[0]?.trim() ?? '')
      .filter(Boolean);
    if (request && names.length) request.setCookies = names;
    if (request) noteReceivers(headers, request.url, this.#evidence);
    for (const { cookie, blockedReasons } of blockedCookies) {
      if (!cookie || !blockedReasons.length) continue;
      const { name, domain, path, httpOnly } = cookie;
      this.#evidence.addCookie({
        ...{ name, domain, path, httpOnly, expires: -1, characters: 0 },
        phase: this.#evidence.phase,
        refused: true
      });
    }
  }

  #add(requestId: string, bytes: number): void {
    const request = this.#open.get(requestId);
    if (request) request.bytes += bytes;
  }

  #settle(requestId: string, outcome: SeenRequest['outcome'], reason = ''): void {
    const request = this.#open.get(requestId);
    // A finished download whose reader was cancelled is reported as canceled, although it was sent.
    if (!request || request.outcome !== 'sent' || /ERR_ABORTED/.test(reason)) return;
    request.outcome = outcome;
    request.reason = reason;
  }
}
