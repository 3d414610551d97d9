import { readDataUrl } from '../lib/data-url.js';
import { redactUrl } from '../lib/redact.js';
import { judge, type Judgement, type Rule, type UrlKind } from '../policy/policy.js';
import { Book } from './book.js';
import { PlayerError } from './error.js';
import { meter, readWhole, replay, type WholeResponse } from './meter.js';
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
  credentials?(): RequestCredentials;
  redirects?(): 'error' | 'follow';
  /** What the page does to every request before it is made. */
  hook?(): RequestHook | undefined;
  /** Called once for each origin and kind that is refused. */
  onBlocked?(blocked: Blocked): void;
}

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
  readonly #warm = new Map<string, Promise<WholeResponse | undefined>>();

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
    const whole = await this.#takeWarm(admitted, init);
    return whole ? replay(whole) : this.#send(admitted, kind, init);
  }

  /**
   * Starts to fetch a URL before the engine asks for it, and returns what came. The next `fetch` of that URL gets the same bytes.
   * One warm response serves one fetch: it is a head start, never a cache. A response that `wanted` declines is let go unread.
   */
  async warm(
    url: string | URL,
    kind: UrlKind,
    { signal, wanted = () => true }: { signal?: AbortSignal; wanted?(response: Response): boolean } = {}
  ): Promise<WholeResponse | undefined> {
    const admitted = this.admit(url, kind);
    const whole = this.#send(admitted, kind, { signal: signal ?? null }).then((response) => {
      if (wanted(response)) return readWhole(response);
      void response.body?.cancel();
      return undefined;
    });
    this.#warm.set(admitted.href, whole);
    try {
      return await whole;
    } catch (error) {
      this.#warm.delete(admitted.href);
      throw signal?.aborted ? signal.reason : error;
    }
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

  #takeWarm(url: URL, { method = 'GET', headers }: RequestInit): Promise<WholeResponse | undefined> | undefined {
    const warm = this.#warm.get(url.href);
    if (!warm || method !== 'GET' || new Headers(headers).has('range')) return undefined;
    this.#warm.delete(url.href);
    return warm;
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
        credentials: this.#options.credentials?.() ?? 'omit',
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
