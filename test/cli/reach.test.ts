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
  /** Returns the reason why a URL or its IP address is refused, or undefined when both are admitted. */
  const refusalReason = (reach: Reach, url: string, address = '93.184.216.34') => {
    try {
      reach.admit(new URL(url));
      reach.admitAddress(address, new URL(url));
      return undefined;
    } catch (error) {
      return (error as { reason?: string }).reason;
    }
  };
  /** A reach that starts at this URL, whose IP address is `startAddress`. */
  const reachFrom = (start: string, startAddress: string, hosts: string[] = []) => {
    const reach = new Reach([new URL(start)], hosts);
    reach.connected(startAddress);
    return reach;
  };

  it.each([
    ['the same host', 'https://example.eu/', '93.184.216.34', [], 'https://example.eu/a', '93.184.216.34', undefined],
    ['another host', 'https://example.eu/', '93.184.216.34', [], 'https://cdn.test/a', '93.184.216.34', 'other-site'],
    ['an allowed host', 'https://example.eu/', '93.184.216.34', ['https://cdn.test'], 'https://cdn.test/a', '93.184.216.34', undefined],
    ['http from https', 'https://example.eu/', '93.184.216.34', [], 'http://example.eu/a', '93.184.216.34', 'other-site'],
    ['a file', 'https://example.eu/', '93.184.216.34', [], 'file:///etc/passwd', '', 'scheme'],
    ['data:', 'https://example.eu/', '93.184.216.34', [], 'data:,x', '', 'scheme'],
    [
      'a name that resolves to loopback',
      'https://example.eu/',
      '93.184.216.34',
      [],
      'https://in.example.eu/a',
      '127.0.0.1',
      'private-host'
    ],
    [
      'the start host when it now resolves to loopback',
      'https://example.eu/',
      '93.184.216.34',
      [],
      'https://example.eu/a',
      '::1',
      'private-host'
    ],
    [
      'a name that resolves to the cloud metadata address',
      'https://example.eu/',
      '93.184.216.34',
      [],
      'https://in.example.eu/a',
      '169.254.169.254',
      'private-host'
    ],
    [
      'an allowed name that resolves to a private address',
      'https://example.eu/',
      '93.184.216.34',
      ['https://cdn.test'],
      'https://cdn.test/a',
      '10.0.0.1',
      'private-host'
    ],
    ['an allowed IP address', 'https://example.eu/', '93.184.216.34', ['http://10.0.0.1'], 'http://10.0.0.1/a', '10.0.0.1', undefined],
    ['a private address from a private start', 'https://v.corp.test/', '10.0.0.1', [], 'https://m.v.corp.test/a', '10.0.0.2', undefined],
    ['loopback from a private start', 'https://v.corp.test/', '10.0.0.1', [], 'https://m.v.corp.test/a', '127.0.0.1', 'private-host'],
    ['loopback from a loopback start', 'http://localhost:1/', '127.0.0.1', [], 'http://localhost:1/a', '127.0.0.1', undefined]
  ] as const)('admits or refuses %s', (_, start, startAddress, hosts, url, address, reason) =>
    expect(refusalReason(reachFrom(start, startAddress, [...hosts]), url, address)).toBe(reason)
  );

  it('admits only allowed hosts with a public address when the start is a file', () => {
    expect(refusalReason(new Reach([], []), 'https://example.eu/a')).toBe('other-site');
    expect(refusalReason(new Reach([], ['https://example.eu']), 'https://example.eu/a')).toBeUndefined();
    expect(refusalReason(new Reach([], ['https://example.eu']), 'https://example.eu/a', '10.0.0.1')).toBe('private-host');
  });
});
