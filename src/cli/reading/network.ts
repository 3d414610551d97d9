import { BlockList, isIP } from 'node:net';

/** The part of the internet to which an IP address belongs; `private` includes addresses that no public host can have. */
export type Network = 'public' | 'loopback' | 'link-local' | 'private';

type Block = readonly [prefix: string, bits: number];

/** IANA special-purpose address registries (RFC 6890); IPv6 outside 2000::/3 is not in use on the public internet. */
const specialBlocks: Readonly<Record<Exclude<Network, 'public'>, readonly Block[]>> = {
  loopback: [
    ['127.0.0.0', 8],
    // The unspecified address connects to this machine.
    ['0.0.0.0', 8],
    ['::', 127]
  ],
  'link-local': [
    ['169.254.0.0', 16],
    ['fe80::', 10]
  ],
  private: [
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['3fff::', 20]
  ]
};

const listOf = (blocks: readonly Block[]): BlockList => {
  const list = new BlockList();
  for (const [prefix, bits] of blocks) list.addSubnet(prefix, bits, isIP(prefix) === 6 ? 'ipv6' : 'ipv4');
  return list;
};
const lists = Object.entries(specialBlocks).map(([network, blocks]) => [network as Network, listOf(blocks)] as const);
const unicast = listOf([['2000::', 3]]);

/**
 * The prefixes of IPv6 addresses that contain an IPv4 address (mapped, translated, NAT64, 6to4), each with the 16-bit group at which the
 * IPv4 address begins.
 */
const carriers: readonly (readonly [list: BlockList, group: number])[] = [
  [listOf([['::ffff:0:0', 96]]), 6],
  [listOf([['::ffff:0:0:0', 96]]), 6],
  [listOf([['64:ff9b::', 96]]), 6],
  [listOf([['2002::', 16]]), 1]
];

/** Classifies an IP address in the system's form; a zone such as `%eth0` is ignored. Anything that is not an IP address is `private`. */
export function networkOf(address: string): Network {
  const ip = address.split('%')[0]!;
  const family = isIP(ip);
  if (family === 0) return 'private';
  if (family === 4) return lists.find(([, list]) => list.check(ip, 'ipv4'))?.[0] ?? 'public';
  const carrier = carriers.find(([list]) => list.check(ip, 'ipv6'));
  if (carrier) return networkOf(embeddedAddress(ip, carrier[1]));
  return lists.find(([, list]) => list.check(ip, 'ipv6'))?.[0] ?? (unicast.check(ip, 'ipv6') ? 'public' : 'private');
}

/** Returns the IPv4 address that begins at a group of an IPv6 address. */
function embeddedAddress(ip: string, group: number): string {
  // The URL parser converts every IPv6 address to its canonical form.
  const [head = '', tail = ''] = new URL(`http://[${ip}]`).hostname.slice(1, -1).split('::');
  const headGroups = head.split(':').filter(Boolean);
  const tailGroups = tail.split(':').filter(Boolean);
  const groups = [...headGroups, ...Array<string>(8 - headGroups.length - tailGroups.length).fill('0'), ...tailGroups].map((hex) =>
    parseInt(hex, 16)
  );
  return [groups[group]!, groups[group + 1]!].flatMap((two) => [two >> 8, two & 255]).join('.');
}
