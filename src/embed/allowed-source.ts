import { PlayerError } from '../media/error.js';
import { longestAddress } from './values.js';

export interface Admission {
  /** What a relative address resolves against. */
  readonly base: URL;
  /** Asks the player's guard; throws a `PlayerError` for a host that is not allowed. */
  admit(url: URL): URL;
  /** The publisher named the embed's own origin among the media; else it serves the page, and no film. */
  readonly own: boolean;
}

const invalid = (message: string): PlayerError => new PlayerError('source/invalid-url', message);

/**
 * The address a visitor asks for, when the publisher allows its host.
 * @throws PlayerError `source/empty`, `source/invalid-url` or `policy/blocked`
 */
export function allowedAddress(address: string, { base, admit, own }: Admission): URL {
  if (!address.trim()) throw new PlayerError('source/empty', 'No address was given.');
  if (address.length > longestAddress) throw invalid('The address is too long.');
  // The URL parser forgives these, and with them an address can look like another.

  if (/[\u0000-\u001f\u007f\\]|^\s|\s$|^\/\//.test(address)) throw invalid('The address is not written plainly.');
  if (!URL.canParse(address, base.href)) throw invalid('The address cannot be read as a URL.');
  const url = new URL(address, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalid('The address is not one of the web.');
  if (url.username || url.password) throw invalid('The address contains a name or a password.');
  if (url.origin === base.origin && !own)
    throw new PlayerError('policy/blocked', 'This page may not play media of its own host.', { url: url.origin });
  return admit(url);
}

/** As `allowedAddress`, for all that was written as `src`: exactly one will do. */
export function allowedSource(sources: readonly string[], admission: Admission): URL {
  if (sources.length > 1) throw invalid('The address was given more than once.');
  return allowedAddress(sources[0] ?? '', admission);
}
