import type { Guard } from '../guard.js';
import type { KindOf } from './realm.js';

/** `fetch` as an engine sees it: the guard decides about credentials, redirects and the referrer, whatever the engine asked for. */
export function sealedFetch(guard: Guard, kindOf: KindOf) {
  return (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const { url, method, headers, body, signal } = new Request(input instanceof Request ? input : new URL(input, guard.base), init);
    const streaming = body ? { body, duplex: 'half' } : {};
    return guard.fetch(url, kindOf(url), { method, headers, signal, ...streaming });
  };
}
