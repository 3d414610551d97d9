import type { UrlKind } from '../policy/policy.js';

/** A request that is about to be made, for the page to sign. */
export interface OutgoingRequest {
  /** Absolute. The page may put another in its place, about which the policy is asked again. */
  url: string;
  readonly kind: UrlKind;
  /** The page may add to them. The browser's own requests, as for a film file, carry none of these. */
  readonly headers: Headers;
}

/** Called before every request, after the policy has allowed it; the request is made when it has returned, as it then is. */
export type RequestHook = (request: OutgoingRequest) => void | Promise<void>;
