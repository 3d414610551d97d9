import { readDataUrl } from '../../lib/data-url.js';
import { ownOptions } from '../../lib/own.js';
import { redactUrl } from '../../lib/redact.js';
import { judge, type BlockReason, type Judgement, type Rule, type RequestKind } from '../../policy/policy.js';
import { collectorsIn } from '../../policy/reporting-headers.js';
import { RequestLog } from './request-log.js';
import { CacheModes } from './cache-mode.js';
import { PlayerError } from '../error.js';
import type { MediaGuard } from './media-guard.js';
import { meterBody, readEagerly, replay, type WholeResponse } from './response-timing.js';
import { PrefetchedResponses } from './prefetched-responses.js';
import type { RequestHook } from './request-hook.js';
import { Signatures } from './url-signatures.js';

// Stored when the module loads, so that a script that patches the page's `fetch` later cannot intercept the guard's requests.
const pageFetch: typeof fetch | undefined = globalThis.fetch?.bind(globalThis);

/** A blocked request, as reported to the page. The URL has no query because the query may contain a secret. */
export interface BlockedRequest {
  readonly url: string;
  readonly origin: string;
  readonly kind: RequestKind;
  readonly rule: BlockReason;
}

export interface GuardOptions {
  /** The URL of the page that contains the player. */
  readonly page: URL;
  /** The base of relative URLs; a page may declare another base than its own URL. */
  readonly base: URL;
  /** Read at every request, so that a policy change takes effect at once. */
  rules(): readonly Rule[];
  /** Returns the credentials mode for an admitted URL. */
  credentials?(url: URL): RequestCredentials;
  redirects?(): 'error' | 'follow';
  /** Whether an engine may query what the device decodes well; by default it may. */
  capabilityQueries?(): boolean;
  /** Returns the hook with which the page edits every request. */
  hook?(): RequestHook | undefined;
  /** Called once for each blocked combination of origin and kind. */
  onBlocked?(blocked: BlockedRequest): void;
}

/**
 * Sends every request that the player makes by script: for manifests, segments, keys, captions, images and clocks. One method applies the
 * policy, sends no referrer, sends no cookies and follows no redirect unless configured to, and records the request in the log.
 */
export class Guard implements MediaGuard {
  readonly log = new RequestLog();
  readonly signatures = new Signatures();
  readonly #options: GuardOptions;
  readonly #cacheModes = new CacheModes();
  readonly #prefetched = new PrefetchedResponses();

  constructor(options: GuardOptions) {
    this.#options = ownOptions(options);
  }

  /** The base of relative URLs. */
  get base(): URL {
    return this.#options.base;
  }

  /** Whether the policy allows a URL. Sends no request and writes nothing to the log. */
  allows(url: URL, kind: RequestKind): boolean {
    return this.#judge(url, kind).verdict === 'allow';
  }

  /** Returns the credentials mode for an admitted URL. */
  credentials(url: URL): RequestCredentials {
    return this.#options.credentials?.(url) ?? 'omit';
  }

  /** Whether a redirect is an error, or is followed and then checked. */
  get redirects(): 'error' | 'follow' {
    return this.#options.redirects?.() ?? 'error';
  }

  get capabilityQueries(): boolean {
    return this.#options.capabilityQueries?.() ?? true;
  }

  /** Returns the absolute URL when the policy allows it. @throws PlayerError `policy/blocked` or `source/invalid-url` */
  admit(url: string | URL, kind: RequestKind): URL {
    const resolved = this.#resolve(url);
    const judgement = this.#judge(resolved, kind);
    if (judgement.verdict === 'allow') return resolved;
    const { reason: rule } = judgement;
    const publicUrl = redactUrl(resolved);
    const origin = resolved.origin === 'null' ? resolved.protocol : resolved.origin;
    if (this.log.recordBlocked(origin, kind, rule)) this.#options.onBlocked?.({ url: publicUrl, origin, kind, rule });
    throw new PlayerError('policy/blocked', `The privacy guard blocked ${origin} (${kind}; rule: ${rule}).`, { url: publicUrl });
  }

  /**
   * Fetches a URL that the policy allows. Returns a prefetched response instead, once, if there is one. The guard itself sets cache mode,
   * credentials, redirect mode and referrer policy; the other options are passed on. With `redirect: 'manual'` a redirect returns an opaque
   * response and is not followed.
   * @throws PlayerError `policy/blocked`, `network/offline` or `network/unreachable`; an `AbortError` when `options.signal` aborts
   */
  async fetch(url: string | URL, kind: RequestKind, options: RequestInit = {}): Promise<Response> {
    const admitted = this.admit(url, kind);
    const init = ownOptions(options);
    return this.#prefetched.take(admitted, init) ?? this.#send(admitted, kind, init);
  }

  /**
   * Fetches a URL before the engine requests it, and resolves to the whole response. The next `fetch` of that URL and `range` receives
   * this response, complete or not. A prefetched response serves one fetch: it is not a cache.
   * @throws what `fetch` throws, and when the URL was already requested; a blocked URL is not logged because no engine requested it
   */
  async prefetch(
    url: URL,
    kind: RequestKind,
    { signal, range }: { signal: AbortSignal; range?: string | undefined }
  ): Promise<WholeResponse> {
    const init = ownOptions({ signal, ...(range && { headers: { range } }) });
    const [response, abortController] = this.#sendEarly(url, kind, init);
    const eager = response.then(readEagerly);
    this.#prefetched.store(
      url,
      init,
      eager.then(({ response }) => response),
      abortController
    );
    return (await eager).whole;
  }

  /** Sends a request whose response the next `fetch` of that URL and range receives; nothing reads it before. It never throws. @internal */
  prefetchStream(url: URL, kind: RequestKind, init: RequestInit & { signal: AbortSignal }): void {
    const ownInit = ownOptions(init);
    try {
      this.#prefetched.store(url, ownInit, ...this.#sendEarly(url, kind, ownInit));
    } catch {
      // The engine meets the same error and reports it.
    }
  }

  #sendEarly(url: URL, kind: RequestKind, init: RequestInit & { signal: AbortSignal }): [Promise<Response>, AbortController] {
    this.#prefetched.startRecording();
    // No caller sees this error: the engine's own request succeeds, or reports its error.
    if (!this.allows(url, kind)) throw new PlayerError('policy/blocked', 'Not prefetched: this URL is blocked.');
    if (this.#prefetched.wasRequested(url, init)) throw new DOMException('This URL was requested already.', 'InvalidStateError');
    const abortController = new AbortController();
    return [
      this.#send(url, kind, ownOptions({ ...init, signal: AbortSignal.any([init.signal, abortController.signal]) })),
      abortController
    ];
  }

  /** Stores a response that has been read for the next `fetch` of its URL. */
  storeResponse(url: URL, whole: WholeResponse): void {
    this.#prefetched.store(url, ownOptions({}), Promise.resolve(replay(whole)));
  }

  /** Discards unused prefetched responses. */
  clearPrefetched(): void {
    this.#prefetched.clear();
  }

  #judge(url: URL, kind: RequestKind): Judgement {
    return judge(this.#options.rules(), { url, kind, page: this.#options.page });
  }

  /** Returns the URL that the browser itself may fetch: admitted, and signed by the page. @throws PlayerError as `admit` does */
  async signedUrl(url: string | URL, kind: RequestKind): Promise<string> {
    return (await this.#signed(this.admit(url, kind), kind, new Headers())).href;
  }

  /**
   * Returns the URL to which the request for an admitted URL is sent: with the current signature and the changes of the page's hook. It is
   * used for nothing else, so that no signature gets into the base of relative URLs or into an error.
   */
  async #signed(url: URL, kind: RequestKind, headers: Headers): Promise<URL> {
    const current = this.signatures.current(url);
    const hook = this.#options.hook?.();
    if (!hook) return current === url ? url : this.admit(current, kind);
    const request = { url: current.href, kind, headers };
    try {
      await hook(request);
    } catch (cause) {
      throw new PlayerError('source/not-authorised', 'The page could not sign a request.', { cause, url: redactUrl(url) });
    }
    return this.admit(request.url, kind);
  }

  #resolve(url: string | URL): URL {
    try {
      return new URL(url, this.base);
    } catch (cause) {
      throw new PlayerError('source/invalid-url', 'The text is not a valid URL.', { cause });
    }
  }

  async #send(url: URL, kind: RequestKind, init: RequestInit): Promise<Response> {
    if (url.protocol === 'data:') return readDataUrl(url.href);
    if (!pageFetch) throw new PlayerError('network/unreachable', 'This environment has no `fetch`.');
    const { log } = this;
    const headers = new Headers(init.headers);
    const signedUrl = await this.#signed(url, kind, headers);
    const isHttp = signedUrl.protocol.startsWith('http');
    if (isHttp) log.recordRequest(signedUrl.origin);
    const start = performance.now();
    let response: Response;
    try {
      // Without a prototype, because the browser would also read absent members from `Object.prototype`.
      const request: RequestInit = ownOptions({
        ...init,
        headers,
        cache: this.#cacheModes.of(signedUrl, kind, headers.get('range')),
        credentials: this.credentials(signedUrl),
        referrerPolicy: 'no-referrer',
        redirect: init.redirect === 'manual' ? 'manual' : this.redirects
      });
      response = await pageFetch(signedUrl, request);
    } catch (cause) {
      throw networkError(cause, url, init.signal);
    }
    if (response.redirected) this.#admitRedirect(response, kind);
    const { origin } = new URL(response.url || signedUrl);
    log.recordCollectors(origin, collectorsIn(response.headers, origin));
    const publicUrl = response.redirected || signedUrl === url ? response.url : url.href;
    return meterBody(response, publicUrl, start, (bytes) => isHttp && log.recordBytes(origin, bytes));
  }

  /** Checks the target of a followed redirect and logs it. The request has already been sent, but its response is discarded. */
  #admitRedirect(response: Response, kind: RequestKind): void {
    try {
      this.log.recordRequest(this.admit(response.url, kind).origin);
    } catch (error) {
      void response.body?.cancel();
      throw error;
    }
  }
}

function networkError(cause: unknown, url: URL, signal?: AbortSignal | null): unknown {
  if (signal?.aborted) return signal.reason;
  const offline = globalThis.navigator?.onLine === false;
  return offline
    ? new PlayerError('network/offline', 'The device is offline.', { cause, url: redactUrl(url) })
    : new PlayerError(
        'network/unreachable',
        `${url.host} did not answer, redirected, or does not let this page read the response (CORS).`,
        {
          cause,
          url: redactUrl(url)
        }
      );
}
