import type { Guard } from './guard.js';
import type { PlayerError } from '../error.js';
import type { NetworkSettings } from './network-settings.js';
import { resolveSource, type DeclaredSource } from '../source.js';

interface RenewalContext {
  readonly guard: Guard;
  settings(): NetworkSettings;
  /** Aborts with the attempt to play this source. */
  readonly signal: AbortSignal;
  /** Called with the source at its renewed URL. */
  onRenewed(source: DeclaredSource): void;
}

interface RefusedContext {
  readonly guard: Guard;
  settings(): NetworkSettings;
  /** The error with which the server refused the URL. */
  readonly error: PlayerError;
}

/** Time before the expiry at which the player requests a renewed URL from the page. */
const leadTimeMs = 30_000;
/** Time within which the page must return a renewed URL after the server has refused the old one. */
const renewalTimeoutMs = 10_000;
/** The longest delay of a browser timer. */
const maxDelayMs = 2 ** 31 - 1;

/** Expiry in seconds since 1970: Amazon CloudFront, nginx, Bunny; in a path or a token: Akamai. */
const deadline = /[?&/~;,=](?:expires|expiry|exp)(?:=|%3D)(\d{10})(?!\d)/i;
/** Date of signing and validity in seconds: Amazon S3 (`X-Amz-`), Google Cloud Storage (`X-Goog-`). */
const signedOn = /[?&]X-(?:Amz|Goog)-Date=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i;
const validFor = /[?&]X-(?:Amz|Goog)-Expires=(\d{1,7})(?!\d)/i;

/** Returns when a signed URL expires, in milliseconds since 1970; undefined when the URL does not say. */
export function expiryOf({ href, searchParams }: URL): number | undefined {
  const seconds = deadline.exec(href)?.[1];
  if (seconds) return Number(seconds) * 1000;
  const [date, validity] = [signedOn.exec(href), validFor.exec(href)];
  if (date && validity) {
    const [year, month, day, hour, minute, second] = date.slice(1).map(Number) as [number, number, number, number, number, number];
    return Date.UTC(year, month - 1, day, hour, minute, second) + Number(validity[1]) * 1000;
  }
  // Azure writes the expiry as a date.
  const moment = searchParams.has('sig') ? Date.parse(searchParams.get('se') ?? '') : NaN;
  return Number.isNaN(moment) ? undefined : moment;
}

/**
 * Requests a renewed URL from the page before the source's URL expires, if the URL shows its expiry; playback continues meanwhile.
 *
 * When the expiry is unknown, `SourceRecovery` calls `requestRenewedSource` after the server has refused the URL.
 */
export function renewBeforeExpiry(
  { src, url: expiringUrl, mimeType }: DeclaredSource,
  { guard, settings, signal, onRenewed }: RenewalContext
): void {
  const remaining = ((expiringUrl && expiryOf(expiringUrl)) ?? Infinity) - Date.now();
  if (!expiringUrl || remaining > maxDelayMs || remaining < 0) return;
  const renew = async () => {
    // A page that cannot renew it now is asked again when the server refuses the URL.
    const renewedUrl = await settings()
      .refreshSource?.(src)
      .catch(() => undefined);
    if (renewedUrl === undefined || signal.aborted) return;
    const source = resolveSource({ src: renewedUrl, type: mimeType }, guard.base);
    if (!source.url || source.error) return;
    onRenewed(source);
    guard.signatures.renew(expiringUrl, source.url);
    if ((expiryOf(source.url) ?? 0) > expiryOf(expiringUrl)!) renewBeforeExpiry(source, { guard, settings, signal, onRenewed });
  };
  const timer = setTimeout(() => void renew(), remaining - Math.min(leadTimeMs, remaining / 5));
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/**
 * Requests a renewed URL from the page for a source that the server refused, and resolves to the source at that URL.
 * @throws `error` when the page does not return one in time; what `refreshSource` rejects with
 */
export async function requestRenewedSource(
  { src, mimeType }: DeclaredSource,
  { guard, settings, error }: RefusedContext
): Promise<DeclaredSource> {
  const timeout = AbortSignal.timeout(renewalTimeoutMs);
  const expired = new Promise<never>((_, reject) => timeout.addEventListener('abort', () => reject(error)));
  const renewedUrl = await Promise.race([settings().refreshSource!(src), expired]);
  return resolveSource({ src: renewedUrl, type: mimeType }, guard.base);
}
