import type { RequestKind } from '../../policy/policy.js';

/** A request before it is sent, for the page to sign. */
export interface OutgoingRequest {
  /** Absolute. The page may replace it; the policy then checks the new URL. */
  url: string;
  readonly kind: RequestKind;
  /** The page may add headers. Requests that the browser makes itself, as for a media file, send none of them. */
  readonly headers: Headers;
}

/** Called before every request that the policy allows; the request is sent, with the hook's changes, when the hook has finished. */
export type RequestHook = (request: OutgoingRequest) => void | Promise<void>;
