import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Budget } from './budget.js';
import { systemReason, UnreadError } from './unread.js';

export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** A caller's decisions about requests. */
export interface WebRules {
  /** Called with each URL that a redirect names, before it is requested. Throws an `UnreadError` to refuse it. */
  admit(url: URL): void;
  /** Called with every IP address of a host before the connection. Throws an `UnreadError` to refuse it. */
  admitAddress(address: string, url: URL): void;
  /** Called with the IP address of the host that answered. */
  connected?(address: string): void;
  /** Replaces the system's resolver in a test. */
  resolve?(hostname: string): Promise<readonly HostAddress[]>;
}

/** Rules for a URL that the user wrote and that no other text can change. */
export const anywhere: WebRules = { admit: () => undefined, admitAddress: () => undefined };

/** A real site needs two: to https, and to another host name. */
const mostRedirects = 5;

/**
 * Fetches an http(s) URL without cookies, referrer and proxy, follows redirects as far as the rules allow, and returns the body and its
 * final URL.
 *
 * A host name is resolved once and the connection uses those very addresses, so that a name cannot lead to another address between the
 * check and the connection.
 * @throws UnreadError `scheme`, `too-large`, `too-slow`, `unreachable`, or any error of a rule
 */
export async function readWeb(start: URL, budget: Budget, rules: WebRules): Promise<{ url: URL; bytes: Uint8Array }> {
  const signal = budget.deadline();
  try {
    let url = start;
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const answer = await ask(url, rules, signal);
      const next = redirectOf(answer, url);
      if (!next) return { url, bytes: await budget.collect(bodyOf(answer), url.href) };
      answer.destroy();
      if (!/^https?:$/.test(next.protocol)) throw new UnreadError('scheme', `${url.href} redirects to an address that is not http(s)`);
      rules.admit(next);
      url = next;
    }
    throw new UnreadError('unreachable', `cannot fetch ${start.href}: more than ${mostRedirects} redirects`);
  } catch (error) {
    if (error instanceof UnreadError) throw error;
    if (signal.aborted) throw new UnreadError('too-slow', `cannot fetch ${start.href}: no complete answer within the time limit`);
    throw new UnreadError('unreachable', `cannot fetch ${start.href}: ${systemReason(error)}`);
  }
}

async function ask(url: URL, rules: WebRules, signal: AbortSignal): Promise<IncomingMessage> {
  if (url.username || url.password) throw new UnreadError('scheme', `cannot fetch ${url.href}: it carries a name or a password`);
  const hosts = await addressesOf(url.hostname, rules, signal);
  for (const { address } of hosts) rules.admitAddress(address, url);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { agent: false, lookup: pinnedTo(hosts), signal, headers: { accept: '*/*', 'accept-encoding': 'identity' } })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
  if (answer.socket.remoteAddress) rules.connected?.(answer.socket.remoteAddress);
  return answer;
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

/** Answers the lookup of a socket with addresses that are known already. */
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
    if (!URL.canParse(location, from)) throw new UnreadError('unreachable', `${from.href} redirects to an address that cannot be read`);
    return new URL(location, from);
  }
  if (statusCode < 200 || statusCode > 299) throw new UnreadError('unreachable', `cannot fetch ${from.href}: status ${statusCode}`);
  return undefined;
}

const decoders: ReadonlyMap<string, () => Duplex> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress]
]);

/** The body, decompressed if a server compresses although it was asked not to. */
function bodyOf(answer: IncomingMessage): AsyncIterable<Uint8Array> {
  const decoder = decoders.get(answer.headers['content-encoding']?.trim().toLowerCase() ?? '')?.();
  if (!decoder) return answer;
  // An error of either stream ends the other one, and the reader of the decoder receives it.
  pipeline(answer, decoder, () => undefined);
  return decoder;
}
