import { inOrigins } from '../policy/rules/allowed-origins.js';
import type { PolicyOptions } from '../policy/rules/index.js';
import type { DrmSystems } from './drm.js';
import type { RequestHook } from './request-hook.js';

/** What the publisher decides about the network; read at every request, so a change holds at once. */
export interface NetworkSettings extends PolicyOptions {
  /** `error`, the default, refuses redirects; `follow` checks where they ended. */
  readonly redirects?: 'error' | 'follow';
  /** `omit`, the default, sends no cookie. */
  readonly credentials?: RequestCredentials;
  /** The only origins, written as in `allow`, whose requests follow `credentials`; the others get no cookie. */
  readonly credentialOrigins?: readonly string[];
  /** Lets the browser play HLS by itself where there is no Media Source; the guard cannot see inside. */
  readonly nativeHls?: boolean;
  /** `live`: a channel that is not there yet is waited for, from the first request on. */
  readonly streamType?: 'live' | 'on-demand';
  /** Pixels; taller renditions of the next source are left alone, unless it has no other. */
  readonly maxHeight?: number;
  /** Asked for a fresh, signed address before the one it is given expires, and when the server refuses it (401, 403). */
  readonly refreshSource?: ((src: string) => Promise<string>) | undefined;
  /** Sees every request before it is made, to sign it. */
  readonly requestHook?: RequestHook | undefined;
  /** The publisher's key systems, for protected media. */
  readonly drm?: DrmSystems | undefined;
}

/** With cookies where the publisher wants them: at every host, or at those he named. */
export function credentialsFor(url: URL, { credentials = 'omit', credentialOrigins }: NetworkSettings): RequestCredentials {
  return !credentialOrigins || inOrigins(credentialOrigins)(url) ? credentials : 'omit';
}
