import { describe, expect, it } from 'vitest';
import { networkOf } from '../../src/cli/reading/network.js';

describe('networkOf()', () => {
  it.each([
    ['93.184.216.34', 'public'],
    ['172.32.0.1', 'public'],
    ['2606:2800:220:1:248:1893:25c8:1946', 'public'],
    ['::ffff:93.184.216.34', 'public'],
    ['64:ff9b::5db8:d822', 'public'],
    ['2002:5db8:d822::1', 'public'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['0.0.0.0', 'loopback'],
    ['::1', 'loopback'],
    ['::', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['0:0:0:0:0:ffff:7f00:0001', 'loopback'],
    ['::ffff:0:127.0.0.1', 'loopback'],
    ['64:ff9b::7f00:1', 'loopback'],
    ['2002:7f00:1::', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['::ffff:169.254.169.254', 'link-local'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['224.0.0.1', 'private'],
    ['255.255.255.255', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['64:ff9b::a00:1', 'private'],
    ['::127.0.0.1', 'private'],
    ['fc00::1', 'private'],
    ['fd12:3456::1', 'private'],
    ['ff02::1', 'private'],
    ['fec0::1', 'private'],
    ['2001:db8::1', 'private'],
    ['2001::1', 'private'],
    ['64:ff9b:1::1', 'private'],
    ['not an address', 'private'],
    ['', 'private']
  ])('classifies %s as %s', (address, network) => expect(networkOf(address)).toBe(network));

  it.each(['2130706433', '0x7f000001', '017700000001', '127.1', '127.0.0.1.', '0x7f.1'])(
    'classifies %s, normalised by the URL parser, as loopback',
    (written) => expect(networkOf(new URL(`http://${written}/`).hostname)).toBe('loopback')
  );
});
