/** A response and the controller that aborts its request. */
interface PrefetchedResponse {
  readonly response: Promise<Response>;
  readonly abortController: AbortController;
}

const keyOf = ({ href }: URL, init: RequestInit): string => `${new Headers(init.headers).get('range') ?? ''} ${href}`;

/** The responses that are prefetched for the next request for their URL and range. */
export class PrefetchedResponses {
  readonly #responses = new Map<string, PrefetchedResponse>();
  /** Keys requested since `startRecording` was first called; undefined before. */
  #requested: Set<string> | undefined;

  /** Records the requests from the first call on. */
  startRecording(): void {
    this.#requested ??= new Set();
  }

  /** Whether a request for this URL and range has been recorded. */
  wasRequested(url: URL, init: RequestInit): boolean {
    return this.#requested?.has(keyOf(url, init)) === true;
  }

  store(url: URL, init: RequestInit, response: Promise<Response>, abortController = new AbortController()): void {
    // The request that takes the response rejects with the same error.
    response.catch(() => undefined);
    this.#responses.set(keyOf(url, init), { response, abortController });
  }

  /** Returns the response for a request, once; from then on the request's signal aborts it. */
  take(url: URL, init: RequestInit): Promise<Response> | undefined {
    const key = keyOf(url, init);
    const prefetched = (init.method ?? 'GET') === 'GET' ? this.#responses.get(key) : undefined;
    this.#requested?.add(key);
    if (!prefetched) return undefined;
    this.#responses.delete(key);
    const { response, abortController } = prefetched;
    init.signal?.addEventListener('abort', () => abortController.abort(init.signal?.reason), { once: true });
    return response;
  }

  /** Aborts the requests whose responses nothing has taken. */
  clear(): void {
    for (const { abortController } of this.#responses.values()) abortController.abort();
    this.#responses.clear();
    this.#requested = undefined;
  }
}
