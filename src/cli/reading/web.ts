import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Budget } from './budget.js';
import { systemReason, NotReadError } from './not-read.js';

export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** Rules with which a caller limits requests. */
export interface WebRules {
  /** Called with each URL that a redirect names, before it is requested. Throws a `NotReadError` to refuse it. */
  admit(url: URL): void;
  /** Called with every IP address of a host before the connection. Throws a `NotReadError` to refuse it. */
  admitAddress(address: string, url: URL): void;
  /** Called with the IP address of the host that answered. */
  connected?(address: string): void;
  /** Replaces the system's resolver in tests. */
  resolve?(hostname: string): Promise<readonly HostAddress[]>;
}

/** Rules that allow every request, for a URL that only the user can choose. */
export const unrestricted: WebRules = { admit: () => undefined, admitAddress: () => undefined };

/** Maximum number of redirects. A real site needs two: to https, and to another host name. */
const maxRedirects = 5;

/**
 * Fetches an http(s) URL without cookies, referrer and proxy, follows redirects that the rules allow, and returns the body and its final
 * URL.
 *
 * A host name is resolved once, and the connection uses the same IP addresses that were checked, so a name cannot lead to another address
 * in between.
 * @throws NotReadError `scheme`, `too-large`, `too-slow`, `unreachable`, or any error of a rule
 */
export async function readWeb(start: URL, budget: Budget, rules: WebRules): Promise<{ url: URL; bytes: Uint8Array }> {
  const signal = budget.deadline();
  try {
    let url = start;
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const response = await fetchOnce(url, rules, signal);
      const redirectUrl = redirectOf(response, url);
      if (!redirectUrl) return { url, bytes: await budget.collect(bodyOf(response), url.href) };
      response.destroy();
      if (!/^https?:$/.test(redirectUrl.protocol)) throw new NotReadError('scheme', `${url.href} redirects to a URL that is not http(s)`);
      rules.admit(redirectUrl);
      url = redirectUrl;
    }
    throw new NotReadError('unreachable', `cannot fetch ${start.href}: more than ${maxRedirects} redirects`);
  } catch (error) {
    if (error instanceof NotReadError) throw error;
    if (signal.aborted) throw new NotReadError('too-slow', `cannot fetch ${start.href}: no complete response within the time limit`);
    throw new NotReadError('unreachable', `cannot fetch ${start.href}: ${systemReason(error)}`);
  }
}

async function fetchOnce(url: URL, rules: WebRules, signal: AbortSignal): Promise<IncomingMessage> {
  if (url.username || url.password) throw new NotReadError('scheme', `cannot fetch ${url.href}: it contains a name or a password`);
  const hosts = await addressesOf(url.hostname, rules, signal);
  for (const { address } of hosts) rules.admitAddress(address, url);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { agent: false, lookup: pinnedTo(hosts), signal, headers: { accept: '*/*', 'accept-encoding': 'identity' } })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
  if (response.socket.remoteAddress) rules.connected?.(response.socket.remoteAddress);
  return response;
}

async function addressesOf(hostname: string, { resolve }: WebRules, signal: AbortSignal): Promise<readonly HostAddress[]> {
  const literal = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  if (family !== 0) return [{ address: literal, family }];
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });
  return Promise.race([resolve?.(hostname) ?? lookup(hostname, { all: true }), aborted]);
}

/** Returns a lookup function that answers with IP addresses that are already known. */
const pinnedTo =
  (hosts: readonly HostAddress[]): LookupFunction =>
  (_hostname, { all }, callback) => {
    const [first] = hosts;
    if (all) callback(null, [...hosts]);
    else if (first) callback(null, first.address, first.family);
    else callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
  };

function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | undefined {
  if ([301, 302, 303, 307, 308].includes(statusCode) && location !== undefined) {
    if (!URL.canParse(location, from)) throw new NotReadError('unreachable', `${from.href} redirects to a URL that cannot be read`);
    return new URL(location, from);
  }
  if (statusCode < 200 || statusCode > 299) throw new NotReadError('unreachable', `cannot fetch ${from.href}: status ${statusCode}`);
  return undefined;
}

const decoders: ReadonlyMap<string, () => Duplex> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress]
]);

/** Returns the body, decompressed if the server compresses it although the request forbids that. */
function bodyOf(response: IncomingMessage): AsyncIterable<Uint8Array> {
  const decoder = decoders.get(response.headers['content-encoding']?.trim().toLowerCase() ?? '')?.();
  if (!decoder) return response;
  // An error of either stream ends the other, and the reader of the decoder receives it.
  pipeline(response, decoder, () => undefined);
  return decoder;
}
