import type { RequestKind } from '../../policy/policy.js';
import type { RequestLog } from './request-log.js';

/** The part of a guard that an engine uses. It is the engine's only way to the network. */
export interface MediaGuard {
  /** The base of relative URLs. */
  readonly base: URL;
  readonly log: RequestLog;
  /** Whether an engine may query what the device decodes well. */
  readonly capabilityQueries: boolean;
  /** Returns the absolute URL when the policy allows it. @throws PlayerError `policy/blocked` or `source/invalid-url` */
  admit(url: string | URL, kind: RequestKind): URL;
  /** Whether the policy allows a URL. Sends no request and writes nothing to the log. */
  allows(url: URL, kind: RequestKind): boolean;
  /** Fetches a URL that the policy allows. @throws PlayerError as `admit` does, and when the request fails; an `AbortError` */
  fetch(url: string | URL, kind: RequestKind, options?: RequestInit): Promise<Response>;
  /** Returns the URL that the browser itself may fetch: admitted, and signed by the page. @throws PlayerError as `admit` does */
  signedUrl(url: string | URL, kind: RequestKind): Promise<string>;
}
