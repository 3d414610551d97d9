import { isIP } from 'node:net';
import { networkOf, type Network } from '../reading/network.js';
import { NotReadError } from '../reading/not-read.js';
import type { WebRules } from '../reading/web.js';

const nameOf = ({ hostname }: URL): string => hostname.replace(/\.$/, '');
const isIpAddress = (name: string): boolean => isIP(name.replace(/^\[|\]$/g, '')) !== 0;

/**
 * Whether a URL is on the same site as another one: the same host, a host below it, or a host above it, on the same port or the default
 * one. Without a list of public suffixes more cannot be known: two hosts side by side may belong to two owners. An IP address, or a name
 * without a dot, is its own site, on its own port.
 */
export function isSameSite(url: URL, start: URL): boolean {
  const [name, startName] = [nameOf(url), nameOf(start)];
  if (isIpAddress(startName) || !startName.includes('.'))
    return name === startName && url.port === start.port && url.protocol === start.protocol;
  if (url.port !== '' && url.port !== start.port) return false;
  return (
    name === startName || name.endsWith(`.${startName}`) || (name.includes('.') && !isIpAddress(name) && startName.endsWith(`.${name}`))
  );
}

/** Decides which web URLs the linter requests when a manifest or a redirect names them. */
export class Reach implements WebRules {
  readonly #starts: readonly URL[];
  readonly #allowedOrigins: readonly string[];
  /** The network of the start URL's IP address; undefined until that has answered. */
  #startNetwork: Network | undefined;
  readonly #networkOf: (address: string) => Network;

  /** `starts`: URLs that the user wrote; empty for a file. `allowedOrigins`: origins that they allow besides, with `--hosts`. */
  constructor(starts: readonly URL[], allowedOrigins: readonly string[], classify = networkOf) {
    this.#starts = starts;
    this.#allowedOrigins = allowedOrigins;
    this.#networkOf = classify;
    // A file has no IP address, and opens no other network than the public one.
    if (starts.length === 0) this.#startNetwork = 'public';
  }

  admit(url: URL): void {
    if (!/^https?:$/.test(url.protocol))
      throw new NotReadError('scheme', `a manifest on the web may name only http(s) URLs, not ${url.protocol}`);
    if (this.#allowedOrigins.includes(url.origin)) return;
    const start = this.#starts.find((each) => isSameSite(url, each));
    if (!start) throw new NotReadError('other-site', `${url.origin} is another site; --hosts ${url.origin} allows it`);
    if (start.protocol === 'https:' && url.protocol === 'http:')
      throw new NotReadError('other-site', `${url.origin} is not encrypted although the start URL is; --hosts ${url.origin} allows it`);
  }

  /** Admits public IP addresses, and those in the same part of the network as that of the start URL. */
  admitAddress(address: string, url: URL): void {
    // Until the start URL has answered, every request is for it. The user chose it, so any IP address is admitted.
    if (this.#startNetwork === undefined || this.#isNamedByUser(url)) return;
    const network = this.#networkOf(address);
    if (network === 'public' || network === this.#startNetwork) return;
    throw new NotReadError(
      'private-host',
      `${url.host} resolves to ${address}, a ${network} IP address, but that of the start URL is not ${network}`
    );
  }

  connected(address: string): void {
    this.#startNetwork ??= this.#networkOf(address);
  }

  /** Whether the user named exactly this IP address, or `localhost`, with `--hosts`. */
  #isNamedByUser(url: URL): boolean {
    const name = nameOf(url);
    return this.#allowedOrigins.includes(url.origin) && (isIpAddress(name) || name === 'localhost');
  }
}
