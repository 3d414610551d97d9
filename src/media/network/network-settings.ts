import { inOrigins } from '../../policy/rules/allowed-origins.js';
import type { PolicyOptions } from '../../policy/rules/index.js';
import type { DrmSystems } from '../drm.js';
import type { RequestHook } from './request-hook.js';

/**
 * The publisher's settings for requests and for what is played. They are read at every request, so a change takes effect at once, except
 * where a member says from when on it applies.
 */
export interface NetworkSettings extends PolicyOptions {
  /** `error`, the default, rejects redirects; `follow` checks their final URL. */
  readonly redirects?: 'error' | 'follow';
  /** `omit`, the default, sends no cookies. */
  readonly credentials?: RequestCredentials;
  /** The only origins, written as in `allow`, to which `credentials` applies; all others receive no cookies. */
  readonly credentialOrigins?: readonly string[];
  /** Lets the browser play HLS natively when there is no Media Source; the guard cannot control such requests. */
  readonly nativeHls?: boolean;
  /** `strict`: an engine cannot query what the device decodes well (`mediaCapabilities`). Applies from the next source on. */
  readonly privacy?: 'strict';
  /** Plays files through the guard, where the browser's Media Source takes them. */
  readonly guardFiles?: boolean;
  /**
   * Passages that are never requested or shown: `120-135.5 300-320`, starts and ends in seconds. Only an engine that the guard controls
   * plays the media then. Applies from the next load on.
   */
  readonly withdrawn?: string | undefined;
  /** The URL of a file with further passages, which is fetched before the media, and again every 30 seconds while a live stream plays. */
  readonly withdrawals?: string | undefined;
  /** The URL of a file with regions of the frame that must not be shown; it is fetched before the media. */
  readonly masks?: string | undefined;
  /** False refuses a file that cannot be read through the guard, instead of letting the browser play it by itself. */
  readonly nativeFiles?: boolean;
  /** `live`: the player waits for a channel that is not on the air yet, from the first request. */
  readonly streamType?: 'live' | 'on-demand';
  /** Pixels; taller renditions of the next source are not used, unless it has no other. */
  readonly maxHeight?: number;
  /** Returns a renewed, signed URL; called before the given URL expires, and when the server refuses it (401, 403). */
  readonly refreshSource?: ((src: string) => Promise<string>) | undefined;
  /** Called before every request, to sign it. */
  readonly requestHook?: RequestHook | undefined;
  /** Key systems for protected media. */
  readonly drm?: DrmSystems | undefined;
}

/** Returns the credentials mode for a URL: the configured one for all origins, or only for those in `credentialOrigins`. */
export function credentialsFor(url: URL, { credentials = 'omit', credentialOrigins }: NetworkSettings): RequestCredentials {
  return !credentialOrigins || inOrigins(credentialOrigins)(url) ? credentials : 'omit';
}

/** Returns the settings that decide which engine plays a source, with their defaults. */
export function engineOptions({
  nativeHls = false,
  nativeFiles = true,
  guardFiles = true,
  withdrawn = '',
  withdrawals = ''
}: NetworkSettings) {
  const onlyGuarded = withdrawn.trim() !== '' || withdrawals !== '';
  return {
    nativeHls: nativeHls && !onlyGuarded,
    nativeFiles: nativeFiles && !onlyGuarded,
    guardFiles: guardFiles || !nativeFiles || onlyGuarded,
    onlyGuarded
  };
}
