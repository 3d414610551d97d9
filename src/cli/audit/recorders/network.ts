import { newRequest, type Evidence, type Initiator, type RecordedRequest } from '../evidence.js';
import type { Target } from '../targets.js';
import { recordMedia } from './media.js';
import { recordReceivers } from './reporting.js';

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

interface ResponseReceived {
  readonly requestId: string;
  readonly response: {
    readonly url: string;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly fromServiceWorker?: boolean;
    readonly fromDiskCache?: boolean;
  };
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
export const contactsHost = (url: string): boolean => /^(https?|wss?):/i.test(url);

/** Returns the nearest script of a stack that has a URL, including asynchronous callers. */
function scriptOf(stack: Stack | undefined): CallFrame | undefined {
  if (!stack) return undefined;
  return stack.callFrames.find(({ url }) => url !== '') ?? scriptOf(stack.parent);
}

function toInitiator({ type, url = '', lineNumber, stack }: CdpInitiator, documentUrl: string): Initiator {
  const script = scriptOf(stack);
  if (script) return { type, url: script.url, line: script.lineNumber + 1 };
  return { type, url: url || (type === 'other' ? documentUrl : ''), line: lineNumber === undefined ? 0 : lineNumber + 1 };
}

/** Returns the value of a header, whose name is not case-sensitive; '' if it is absent. */
function header(headers: Record<string, string>, wantedName: string): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wantedName)?.[1] ?? '';
}

const cmcdHeaders = (headers: Record<string, string>): string[] =>
  Object.entries(headers).flatMap(([name, value]) => (/^cmcd-/i.test(name) ? [`${name}: ${value}`] : []));

/** Records every request of the targets for which it is started. An audit has one recorder, because targets share requests. */
export class NetworkRecorder {
  readonly #evidence: Evidence;
  readonly #requests = new Map<string, RecordedRequest>();
  readonly #earlyExtraInfo = new Map<string, ExtraInfo>();
  #isStopped = false;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  start({ session }: Target): Promise<unknown>[] {
    session.on<WillBeSent>('Network.requestWillBeSent', (event) => this.#onRequest(event));
    session.on<ExtraInfo>('Network.requestWillBeSentExtraInfo', (event) => this.#onExtraInfo(event));
    session.on<ExtraInfo>('Network.responseReceivedExtraInfo', (event) => this.#onResponse(event));
    session.on<{ requestId: string }>('Network.requestServedFromCache', ({ requestId }) => this.#setOutcome(requestId, 'cached'));
    session.on<ResponseReceived>('Network.responseReceived', ({ requestId, response }) => {
      // The service worker's own request, if it made one, is recorded at the worker.
      if (response.fromServiceWorker || response.fromDiskCache) this.#setOutcome(requestId, 'cached');
      else if (!this.#isStopped && contactsHost(response.url)) recordMedia(response, this.#evidence);
    });
    session.on<{ requestId: string; dataLength: number }>('Network.dataReceived', ({ requestId, dataLength }) =>
      this.#addBytes(requestId, dataLength)
    );
    session.on<{ requestId: string; encodedDataLength: number }>('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const request = this.#requests.get(requestId);
      if (request && encodedDataLength > 0) request.bytes = encodedDataLength;
    });
    session.on<{ requestId: string; errorText: string; blockedReason?: string }>(
      'Network.loadingFailed',
      ({ requestId, errorText, blockedReason }) =>
        this.#setOutcome(requestId, blockedReason ? 'blocked' : 'failed', blockedReason ?? errorText)
    );
    session.on<{ requestId: string; url: string; initiator?: CdpInitiator }>('Network.webSocketCreated', ({ requestId, url, initiator }) =>
      this.#onSocket(requestId, url, 'WebSocket', initiator)
    );
    session.on<{ requestId: string; request: { headers: Record<string, string> } }>(
      'Network.webSocketWillSendHandshakeRequest',
      ({ requestId, request }) => this.#readHeaders(requestId, request.headers)
    );
    session.on<{ transportId: string; url: string; initiator?: CdpInitiator }>(
      'Network.webTransportCreated',
      ({ transportId, url, initiator }) => this.#onSocket(transportId, url, 'WebTransport', initiator)
    );
    for (const type of ['Network.webSocketFrameReceived', 'Network.webSocketFrameSent'])
      session.on<{ requestId: string; response: { payloadData: string } }>(type, ({ requestId, response }) =>
        this.#addBytes(requestId, response.payloadData.length)
      );
    return [session.trySend('Network.enable', { maxPostDataSize: 65_536 })];
  }

  /** Stops recording, because later requests are caused by the audit itself. */
  stop(): void {
    this.#isStopped = true;
  }

  #onRequest({ requestId, documentURL, request, initiator, type = 'Other', redirectResponse }: WillBeSent): void {
    const previous = this.#requests.get(requestId);
    // A worker's script is reported at the worker and at its page.
    if (this.#isStopped || (previous && !redirectResponse)) return;
    if (previous && redirectResponse) previous.bytes = Math.max(previous.bytes, redirectResponse.encodedDataLength);
    if (!contactsHost(request.url)) return;
    const cause = redirectResponse && previous ? { type: 'redirect', url: previous.url, line: 0 } : toInitiator(initiator, documentURL);
    this.#addRequest(requestId, request.url, request.method, type, cause, request.postData ?? '');
    this.#readHeaders(requestId, request.headers);
    const extraInfo = this.#earlyExtraInfo.get(requestId);
    if (extraInfo) this.#onExtraInfo(extraInfo);
  }

  #onSocket(requestId: string, url: string, type: string, initiator: CdpInitiator | undefined): void {
    this.#addRequest(requestId, url, 'GET', type, toInitiator(initiator ?? { type: 'other' }, ''), '');
  }

  #addRequest(requestId: string, url: string, method: string, type: string, initiator: Initiator, body: string): void {
    const phase = this.#evidence.phase;
    this.#requests.set(requestId, this.#evidence.addRequest(newRequest({ url, method, type, phase, initiator, body })));
  }

  #onExtraInfo(event: ExtraInfo): void {
    const request = this.#requests.get(event.requestId);
    // The two events of a request arrive in either order.
    this.#earlyExtraInfo.set(event.requestId, event);
    if (!request) return;
    this.#earlyExtraInfo.delete(event.requestId);
    request.cookies = (event.associatedCookies ?? [])
      .filter(({ blockedReasons }) => !blockedReasons.length)
      .map(({ cookie }) => cookie.name);
    this.#readHeaders(event.requestId, event.headers);
  }

  #readHeaders(requestId: string, headers: Record<string, string>): void {
    const request = this.#requests.get(requestId);
    if (!request) return;
    request.referrer = header(headers, 'referer') || request.referrer;
    request.authorization ||= header(headers, 'authorization') !== '';
    if (!request.cmcd.length) request.cmcd = cmcdHeaders(headers);
  }

  #onResponse({ requestId, headers, blockedCookies = [] }: ExtraInfo): void {
    const request = this.#requests.get(requestId);
    const names = header(headers, 'set-cookie')
      .split('\n')
      .map((line) => line.split('=')[0]?.trim() ?? '')
      .filter(Boolean);
    if (request && names.length) request.setCookies = names;
    if (request) recordReceivers(headers, request.url, this.#evidence);
    for (const { cookie, blockedReasons } of blockedCookies) {
      if (!cookie || !blockedReasons.length) continue;
      const { name, domain, path, httpOnly } = cookie;
      this.#evidence.addCookie({
        name,
        domain,
        path,
        httpOnly,
        expires: -1,
        characters: 0,
        phase: this.#evidence.phase,
        refused: true
      });
    }
  }

  #addBytes(requestId: string, bytes: number): void {
    const request = this.#requests.get(requestId);
    if (request) request.bytes += bytes;
  }

  #setOutcome(requestId: string, outcome: RecordedRequest['outcome'], reason = ''): void {
    const request = this.#requests.get(requestId);
    // A finished download whose reader was cancelled is reported as aborted, although it was sent.
    if (!request || request.outcome !== 'sent' || /ERR_ABORTED/.test(reason)) return;
    request.outcome = outcome;
    request.reason = reason;
  }
}
