import { PlayerError } from '../media/error.js';
import { maxUrlLength } from './parameter-values.js';

/** What decides which URLs in the parameters of the frame are allowed. */
export interface UrlAdmission {
  /** Base URL for relative URLs. */
  readonly base: URL;
  /** Asks the player's guard; throws a `PlayerError` for a host that is not allowed. */
  admit(url: URL): URL;
  /** Whether the publisher listed the embed's own origin as a media origin; otherwise that origin serves the page only. */
  readonly mayPlayOwnOrigin: boolean;
}

const invalidUrl = (message: string): PlayerError => new PlayerError('source/invalid-url', message);

/**
 * Returns a URL from the parameters of the frame when the publisher allows its host.
 * @throws PlayerError `source/empty`, `source/invalid-url` or `policy/blocked`
 */
export function allowedUrl(text: string, { base, admit, mayPlayOwnOrigin }: UrlAdmission): URL {
  if (!text.trim()) throw new PlayerError('source/empty', 'No URL was given.');
  if (text.length > maxUrlLength) throw invalidUrl('The URL is too long.');
  // The URL parser tolerates these characters, and a URL that contains them can look like a different one.
  if (/[\u0000-\u001f\u007f\\]|^\s|\s$|^\/\//.test(text)) throw invalidUrl('The URL contains characters that can disguise another URL.');
  if (!URL.canParse(text, base.href)) throw invalidUrl('The text cannot be read as a URL.');
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalidUrl('The URL is neither http: nor https:.');
  if (url.username || url.password) throw invalidUrl('The URL contains a name or a password.');
  if (url.origin === base.origin && !mayPlayOwnOrigin)
    throw new PlayerError('policy/blocked', 'This embed page may not play media from its own origin.', { url: url.origin });
  return admit(url);
}

/** Like `allowedUrl`, for all `src` values: exactly one is accepted. */
export function allowedSource(sources: readonly string[], admission: UrlAdmission): URL {
  if (sources.length > 1) throw invalidUrl('The URL was given more than once.');
  return allowedUrl(sources[0] ?? '', admission);
}
