import { describe, expect, it } from 'vitest';
import { isSameSite, Reach } from '../../src/cli/lint/reach.js';

/** Whether `url` belongs to the site of `start`. */
const areSameSite = (url: string, start: string) => isSameSite(new URL(url), new URL(start));

describe('isSameSite()', () => {
  it.each([
    ['https://example.eu/a', 'https://example.eu/b'],
    ['https://cdn.example.eu/a', 'https://example.eu/b'],
    ['https://example.eu/a', 'https://www.example.eu/b'],
    ['https://example.eu./a', 'https://example.eu/b'],
    ['https://example.eu:8443/a', 'https://example.eu:8443/b'],
    ['https://example.eu/a', 'https://example.eu:8443/b'],
    ['https://example.eu/a', 'http://example.eu/b'],
    ['http://127.0.0.1:8080/a', 'http://127.0.0.1:8080/b'],
    ['http://2130706433:8080/a', 'http://127.0.0.1:8080/b'],
    ['http://[::1]:8080/a', 'http://[0:0:0:0:0:0:0:1]:8080/b'],
    ['http://localhost/a', 'http://localhost/b']
  ])('returns true for %s from %s', (url, start) => expect(areSameSite(url, start)).toBe(true));

  it.each([
    ['https://evil.test/a', 'https://example.eu/b'],
    ['https://b.example.eu/a', 'https://a.example.eu/b'],
    ['https://evilexample.eu/a', 'https://example.eu/b'],
    ['https://example.eu.evil.test/a', 'https://example.eu/b'],
    ['https://eu/a', 'https://example.eu/b'],
    ['https://example.eu:22/a', 'https://example.eu/b'],
    ['http://127.0.0.1:22/a', 'http://127.0.0.1:8080/b'],
    ['http://127.0.0.1/a', 'http://127.0.0.1:8080/b'],
    ['http://127.0.0.2:8080/a', 'http://127.0.0.1:8080/b'],
    ['http://0.0.0.1/a', 'http://1.0.0.0.1.test/b'],
    ['http://x.localhost/a', 'http://localhost/b']
  ])('returns false for %s from %s', (url, start) => expect(areSameSite(url, start)).toBe(false));
});

describe('Reach', () => {
  const publicAddress = '93.184.216.34';
  /** Returns the reason why a URL or its IP address is refused, or undefined when both are admitted. */
  const refusalReason = (reach: Reach, url: string, address = publicAddress) => {
    try {
      reach.admit(new URL(url));
      reach.admitAddress(address, new URL(url));
      return undefined;
    } catch (error) {
      return (error as { reason?: string }).reason;
    }
  };
  /** A reach that starts at this URL, whose IP address is `startAddress`. */
  const reachFrom = (start: string, startAddress: string, allowedOrigins: readonly string[]) => {
    const reach = new Reach([new URL(start)], allowedOrigins);
    reach.connected(startAddress);
    return reach;
  };

  interface ReachCase {
    readonly start?: string;
    /** The IP address of `start`. */
    readonly startAddress?: string;
    readonly allowedOrigins?: readonly string[];
    readonly url: string;
    /** The IP address of the host of `url`. */
    readonly address?: string;
  }
  const reachOf = ({ start = 'https://example.eu/', startAddress = publicAddress, allowedOrigins = [] }: ReachCase) =>
    reachFrom(start, startAddress, allowedOrigins);

  it.each<[name: string, reachCase: ReachCase]>([
    ['the same host', { url: 'https://example.eu/a' }],
    ['an allowed host', { allowedOrigins: ['https://cdn.test'], url: 'https://cdn.test/a' }],
    ['an allowed IP address', { allowedOrigins: ['http://10.0.0.1'], url: 'http://10.0.0.1/a', address: '10.0.0.1' }],
    [
      'a private address from a private start',
      { start: 'https://v.corp.test/', startAddress: '10.0.0.1', url: 'https://m.v.corp.test/a', address: '10.0.0.2' }
    ],
    [
      'loopback from a loopback start',
      { start: 'http://localhost:1/', startAddress: '127.0.0.1', url: 'http://localhost:1/a', address: '127.0.0.1' }
    ]
  ])('admits %s', (_, reachCase) => expect(refusalReason(reachOf(reachCase), reachCase.url, reachCase.address)).toBeUndefined());

  it.each<[name: string, reason: string, reachCase: ReachCase]>([
    ['another host', 'other-site', { url: 'https://cdn.test/a' }],
    ['http from https', 'other-site', { url: 'http://example.eu/a' }],
    ['a file', 'scheme', { url: 'file:///etc/passwd' }],
    ['data:', 'scheme', { url: 'data:,x' }],
    ['a name that resolves to loopback', 'private-host', { url: 'https://in.example.eu/a', address: '127.0.0.1' }],
    ['the start host when it now resolves to loopback', 'private-host', { url: 'https://example.eu/a', address: '::1' }],
    ['a name that resolves to the cloud metadata address', 'private-host', { url: 'https://in.example.eu/a', address: '169.254.169.254' }],
    [
      'an allowed name that resolves to a private address',
      'private-host',
      { allowedOrigins: ['https://cdn.test'], url: 'https://cdn.test/a', address: '10.0.0.1' }
    ],
    [
      'loopback from a private start',
      'private-host',
      { start: 'https://v.corp.test/', startAddress: '10.0.0.1', url: 'https://m.v.corp.test/a', address: '127.0.0.1' }
    ]
  ])('refuses %s: %s', (_, reason, reachCase) => expect(refusalReason(reachOf(reachCase), reachCase.url, reachCase.address)).toBe(reason));

  it('admits only allowed hosts with a public address when the start is a file', () => {
    expect(refusalReason(new Reach([], []), 'https://example.eu/a')).toBe('other-site');
    expect(refusalReason(new Reach([], ['https://example.eu']), 'https://example.eu/a')).toBeUndefined();
    expect(refusalReason(new Reach([], ['https://example.eu']), 'https://example.eu/a', '10.0.0.1')).toBe('private-host');
  });
});
