import { ownOptions } from '../../../lib/own.js';
import type { MediaGuard } from '../../network/media-guard.js';
import { requestOf } from './engine-request.js';
import type { KindOf } from './request-kind.js';

/** Creates `Request` for an engine: only own properties of its options count, whatever a script has added to `Object.prototype`. */
export const sealedRequest = (): typeof Request =>
  class SealedRequest extends Request {
    constructor(input: RequestInfo | URL, init: RequestInit = {}) {
      super(input, ownOptions(init));
    }
  };

/** Creates `fetch` for an engine: the guard decides about credentials, redirects and the referrer, whatever the engine requests. */
export function sealedFetch(guard: MediaGuard, kindOf: KindOf) {
  return (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(input instanceof Request ? input : new URL(input, guard.base), ownOptions(init));
    const { url, signal } = request;
    const kind = kindOf(url);
    return guard.fetch(url, kind, { ...requestOf(kind, request), signal });
  };
}
