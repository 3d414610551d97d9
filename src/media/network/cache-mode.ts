import type { RequestKind } from '../../policy/policy.js';

/** Maximum number of segments of one visit that may be read from the HTTP cache again; the oldest are forgotten first. */
const maxSegments = 10_000;

/**
 * Chooses the cache mode of each request (https://fetch.spec.whatwg.org/#concept-request-cache-mode) so that nothing that a server
 * stored on an earlier visit is sent back: no validator such as an `ETag`, and no cached body with URLs made for one viewer.
 *
 * A media segment may come from the cache when this player has fetched it before, as after a seek back; everything else is `no-store`.
 */
export class CacheModes {
  readonly #fetched = new Set<string>();

  /** Returns the cache mode of a request. `range` is the value of its `Range` header. */
  of({ href }: URL, kind: RequestKind, range: string | null): RequestCache {
    if (kind !== 'segment') return 'no-store';
    const key = `${range ?? ''} ${href}`;
    if (this.#fetched.has(key)) return 'default';
    this.#fetched.add(key);
    const [oldest] = this.#fetched;
    if (this.#fetched.size > maxSegments) this.#fetched.delete(oldest!);
    return 'reload';
  }
}
