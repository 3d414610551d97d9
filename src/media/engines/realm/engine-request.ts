import type { RequestKind } from '../../../policy/policy.js';

/** A request of an engine, in the terms of `fetch`. */
interface EngineRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: BodyInit | null;
}

/**
 * Request headers in which an engine would return the value of the response header of the same name: an identifier of the visit
 * (CTA-5007-A).
 */
const echoedHeaders = ['common-access-token', 'cta-common-access-token'] as const;

/**
 * Reduces an engine's request to what its kind needs. A licence request keeps what the engine and the publisher set; all others use `GET`
 * or `HEAD`, without a body, and with no header but `Range`, so that nothing that a manifest makes an engine add reaches a host.
 */
export function requestOf(kind: RequestKind, { method, headers, body }: EngineRequest): RequestInit {
  if (kind === 'license') {
    for (const name of echoedHeaders) headers.delete(name);
    return { method, headers, ...(body && { body, duplex: 'half' as const }) };
  }
  const range = headers.get('range');
  return { method: method.toUpperCase() === 'HEAD' ? 'HEAD' : 'GET', headers: range === null ? {} : { range } };
}
