import { readDataUrl } from '../lib/data-url.js';
import { redactUrl } from '../lib/redact.js';
import { judge, type Judgement, type Rule, type UrlKind } from '../policy/policy.js';
import { Book } from './book.js';
import { PlayerError } from './error.js';
import { meter, readEarly, replay, type Early, type WholeResponse } from './meter.js';
import type { RequestHook } from './request-hook.js';
import { Signatures } from './signatures.js';

// Taken when the module loads, so that a script that patches the page later cannot stand between the guard and the network.
const pageFetch: typeof fetch | undefined = globalThis.fetch?.bind(globalThis);

/** A refusal, as the page hears of it. The URL carries no query, for it may hold a secret. */
export interface Blocked {
  readonly url: string;
  readonly origin: string;
  readonly kind: UrlKind;
  readonly rule: string;
}

export interface GuardOptions {
  /** The page that holds the player. */
  readonly page: URL;
  /** What relative URLs resolve against; a page may name another base than itself. */
  readonly base: URL;
  /** Asked at every request, so that a changed policy holds at once. */
  rules(): readonly Rule[];
  /** Whether cookies go along to an admitted URL. */
  credentials?(url: URL): RequestCredentials;
  redirects?(): 'error' | 'follow';
  /** What the page does to every request before it is made. */
  hook?(): RequestHook | undefined;
  /** Called once for each origin and kind that is refused. */
  onBlocked?(blocked: Blocked): void;
}

/** A response that was asked for before its time, and what ends it. */
interface Warm {
  readonly early: Promise<Early>;
  readonly life: AbortController;
}

const keyOf = ({ href }: URL, range: string | null | undefined): string => `${range ?? ''} ${href}`;

/**
 * The one door to the network.
 *
 * Nothing else in the player fetches: every manifest, segment, key, caption, image and clock passes `fetch`, which asks the
 * policy, sends neither cookies nor a referrer, follows no redirect unless told to, and writes all of it in the book.
 */
export class Guard {
  readonly book = new Book();
  readonly signatures = new Signatures();
  readonly #options: GuardOptions;
  readonly #warm = new Map<string, Warm>();
  /** What was asked for while a head start was on; undefined when there is none. */
  #asked: Set<string> | undefined;

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  /** What relative URLs resolve against. */
  get base(): URL {
    return this.#options.base;
  }

  /** Whether the policy would allow a URL. Nothing is asked for, and nothing is written in the book. */
  allows(url: URL, kind: UrlKind): boolean {
    return this.#judge(url, kind).verdict === 'allow';
  }

  /** Whether cookies go along to an admitted URL. */
  credentials(url: URL): RequestCredentials {
    return this.#options.credentials?.(url) ?? 'omit';
  }

  /** Returns the absolute URL when the policy allows it. @throws PlayerError `policy/blocked` or `source/invalid-url` */
  admit(url: string | URL, kind: UrlKind): URL {
    const resolved = this.#resolve(url);
    const { verdict, rule } = this.#judge(resolved, kind);
    if (verdict === 'allow') return resolved;
    const shown = redactUrl(resolved);
    const origin = resolved.origin === 'null' ? resolved.protocol : resolved.origin;
    if (this.book.refuse(origin, kind, rule)) this.#options.onBlocked?.({ url: shown, origin, kind, rule });
    throw new PlayerError('policy/blocked', `The privacy guard blocked ${origin} (${kind}; rule: ${rule}).`, { url: shown });
  }

  /**
   * Fetches an admitted URL. A response that `warm` already asked for is handed over instead, once.
   * @throws PlayerError `policy/blocked`, `network/offline` or `network/unreachable`; an `AbortError` when `init.signal` aborts
   */
  async fetch(url: string | URL, kind: UrlKind, init: RequestInit = {}): Promise<Response> {
    const admitted = this.admit(url, kind);
    return this.#takeWarm(admitted, init) ?? this.#send(admitted, kind, init);
  }

  /**
   * Starts to fetch a URL before the engine asks for it, and resolves to all of it. The next `fetch` of that URL, and of that `range`,
   * gets this response, be it here or on its way. One warm response serves one fetch: it is a head start, never a cache.
   * @throws what `fetch` throws, and where somebody was faster; a refusal is not written down, for nobody has asked yet
   */
  async warm(url: URL, kind: UrlKind, { signal, range }: { signal: AbortSignal; range?: string | undefined }): Promise<WholeResponse> {
    const key = keyOf(url, range);
    this.#asked ??= new Set();
    if (!this.allows(url, kind) || this.#asked.has(key)) throw new PlayerError('policy/blocked', 'This is refused, or asked for already.');
    const life = new AbortController();
    const init = { signal: AbortSignal.any([signal, life.signal]), ...(range && { headers: { range } }) };
    const early = this.#send(url, kind, init).then(readEarly);
    this.#warm.set(key, { early, life });
    return (await early).whole;
  }

  /** Hands a response that has been read to the next `fetch` of its URL. */
  keep(url: URL, whole: WholeResponse): void {
    const early = Promise.resolve({ response: replay(whole), whole: Promise.resolve(whole) });
    this.#warm.set(keyOf(url, null), { early, life: new AbortController() });
  }

  /** Lets go of all that was fetched early and that nobody asked for. */
  cool(): void {
    for (const { life } of this.#warm.values()) life.abort();
    this.#warm.clear();
    this.#asked = undefined;
  }

  #judge(url: URL, kind: UrlKind): Judgement {
    return judge(this.#options.rules(), { url, kind, page: this.#options.page });
  }

  /** The address under which the browser itself may fetch this: admitted, and signed by the page. @throws PlayerError as `admit` does */
  async address(url: string | URL, kind: UrlKind): Promise<string> {
    return (await this.#signed(this.admit(url, kind), kind, new Headers())).href;
  }

  /** What goes out for an admitted URL. Nobody else sees it: it would carry its signature into the next address, and into errors. */
  async #signed(url: URL, kind: UrlKind, headers: Headers): Promise<URL> {
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
      throw new PlayerError('source/invalid-url', 'The address cannot be read as a URL.', { cause });
    }
  }

  #takeWarm(url: URL, { method = 'GET', headers, signal }: RequestInit): Promise<Response> | undefined {
    const key = keyOf(url, new Headers(headers).get('range'));
    const warm = method === 'GET' ? this.#warm.get(key) : undefined;
    this.#asked?.add(key);
    if (!warm) return undefined;
    this.#warm.delete(key);
    signal?.addEventListener('abort', () => warm.life.abort(signal.reason), { once: true });
    return warm.early.then(({ response }) => response);
  }

  async #send(url: URL, kind: UrlKind, init: RequestInit): Promise<Response> {
    if (url.protocol === 'data:') return readDataUrl(url.href);
    if (!pageFetch) throw new PlayerError('network/unreachable', 'This environment has no network.');
    const { book } = this;
    const headers = new Headers(init.headers);
    const signed = await this.#signed(url, kind, headers);
    const counts = signed.protocol.startsWith('http');
    if (counts) book.request(signed.origin);
    const start = performance.now();
    let response: Response;
    try {
      response = await pageFetch(signed, {
        ...init,
        headers,
        credentials: this.credentials(signed),
        referrerPolicy: 'no-referrer',
        redirect: this.#options.redirects?.() ?? 'error'
      });
    } catch (cause) {
      throw networkError(cause, url, init.signal);
    }
    if (response.redirected) this.#admitRedirect(response, kind);
    const { origin } = new URL(response.url || signed);
    const shown = response.redirected || signed === url ? response.url : url.href;
    return meter(response, shown, start, (bytes) => counts && book.received(origin, bytes));
  }

  /** The first hop is already made; this one keeps its answer from being used, and books it. */
  #admitRedirect(response: Response, kind: UrlKind): void {
    try {
      this.book.request(this.admit(response.url, kind).origin);
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
    : new PlayerError('network/unreachable', `${url.host} did not answer, redirected, or does not allow this page to read it (CORS).`, {
        cause,
        url: redactUrl(url)
      });
}
