import { isIP } from 'node:net';
import { networkOf, type Network } from '../reading/network.js';
import { NotReadError } from '../reading/not-read.js';
import type { WebRules } from '../reading/web.js';

const nameOf = ({ hostname }: URL): string => hostname.replace(/\.$/, '');
const isAddress = (name: string): boolean => isIP(name.replace(/^\[|\]$/g, '')) !== 0;

/**
 * Whether a URL is on the same site as another one: the same host, a host below it, or a host above it, on the same port or the default
 * one. Without a list of public suffixes more cannot be known: two hosts side by side may belong to two owners. An IP address, or a name
 * without a dot, is its own site, on its own port.
 */
export function isSameSite(url: URL, start: URL): boolean {
  const [name, startName] = [nameOf(url), nameOf(start)];
  if (isAddress(startName) || !startName.includes('.'))
    return name === startName && url.port === start.port && url.protocol === start.protocol;
  if (url.port !== '' && url.port !== start.port) return false;
  return name === startName || name.endsWith(`.${startName}`) || (name.includes('.') && !isAddress(name) && startName.endsWith(`.${name}`));
}

/** Decides which web URLs the linter requests when a manifest or a redirect names them. */
export class Reach implements WebRules {
  readonly #starts: readonly URL[];
  readonly #hosts: readonly string[];
  /** The network of the start URL (public, private or this machine); undefined until it has answered. */
  #network: Network | undefined;
  readonly #networkOf: (address: string) => Network;

  /** `starts`: URLs that the user wrote; empty for a file. `hosts`: origins that they allow besides. */
  constructor(starts: readonly URL[], hosts: readonly string[], classify = networkOf) {
    this.#starts = starts;
    this.#hosts = hosts;
    this.#networkOf = classify;
    if (starts.length === 0) this.#network = 'public';
  }

  admit(url: URL): void {
    if (!/^https?:$/.test(url.protocol))
      throw new NotReadError('scheme', `a manifest on the web may name only http(s) URLs, not ${url.protocol}`);
    if (this.#hosts.includes(url.origin)) return;
    const start = this.#starts.find((each) => isSameSite(url, each));
    if (!start) throw new NotReadError('other-site', `${url.origin} is another site; --hosts ${url.origin} allows it`);
    if (start.protocol === 'https:' && url.protocol === 'http:')
      throw new NotReadError('other-site', `${url.origin} is not encrypted although the start URL is; --hosts ${url.origin} allows it`);
  }

  /** Admits public addresses, and those in the same part of the network as the start URL. */
  admitAddress(address: string, url: URL): void {
    if (this.#network === undefined || this.#isNamedByUser(url)) return;
    const network = this.#networkOf(address);
    if (network === 'public' || network === this.#network) return;
    throw new NotReadError(
      'private-host',
      `${url.host} resolves to ${address}, a ${network} address, but the start address is not ${network}`
    );
  }

  connected(address: string): void {
    this.#network ??= this.#networkOf(address);
  }

  /** Whether the user named exactly this IP address, or `localhost`, with `--hosts`. */
  #isNamedByUser(url: URL): boolean {
    const name = nameOf(url);
    return this.#hosts.includes(url.origin) && (isAddress(name) || name === 'localhost');
  }
}
