import { isIP } from 'node:net';

/**
 * Whom an IP address reaches. `public`: anybody on the internet. `in-house`: this machine or its private network,
 * which only a destination that the operator named may have. `never`: what no destination of ours can be, such as
 * the link-local address at which clouds hand out credentials, multicast, and ranges that stand for others.
 */
export type Reach = 'public' | 'in-house' | 'never';

/** A range of addresses in CIDR notation and what it reaches. The first that matches says it. */
type Range = readonly [cidr: string, reach: Reach];

/** Source: IANA IPv4 Special-Purpose Address Registry (RFC 6890); metadata services by their vendors' manuals. */
const ipv4: readonly Range[] = [
  ['100.100.100.200/32', 'never'], // metadata service
  ['168.63.129.16/32', 'never'], // host agent of a cloud
  ['10.0.0.0/8', 'in-house'],
  ['100.64.0.0/10', 'in-house'],
  ['127.0.0.0/8', 'in-house'],
  ['172.16.0.0/12', 'in-house'],
  ['192.168.0.0/16', 'in-house'],
  ['0.0.0.0/8', 'never'],
  ['169.254.0.0/16', 'never'], // link-local, with most metadata services
  ['192.0.0.0/24', 'never'],
  ['192.0.2.0/24', 'never'],
  ['192.31.196.0/24', 'never'],
  ['192.52.193.0/24', 'never'],
  ['192.88.99.0/24', 'never'],
  ['192.175.48.0/24', 'never'],
  ['198.18.0.0/15', 'never'],
  ['198.51.100.0/24', 'never'],
  ['203.0.113.0/24', 'never'],
  ['224.0.0.0/3', 'never'], // multicast, reserved, broadcast
];

/** Source: IANA IPv6 Special-Purpose Address Registry. What is not listed as public is not. */
const ipv6: readonly Range[] = [
  ['::1/128', 'in-house'],
  ['fd00:ec2::254/128', 'never'], // metadata service
  ['fd20:ce::254/128', 'never'], // metadata service
  ['fc00::/7', 'in-house'],
  ['2001::/23', 'never'], // protocol assignments, Teredo
  ['2001:db8::/32', 'never'],
  ['2002::/16', 'never'], // 6to4
  ['3fff::/20', 'never'],
  ['2000::/3', 'public'],
];

/** IPv6 ranges whose last four bytes are an IPv4 address that is reached in truth: mapped, and NAT64 (RFC 6052). */
const carriers = ['::ffff:0:0/96', '64:ff9b::/96'];

/** Whom this address reaches; `never` for anything that is no address. */
export function reachOf(address: string): Reach {
  const bytes = bytesOf(address);
  if (bytes === undefined) return 'never';
  if (bytes.length === 4) return reachIn(ipv4, bytes, 'public');
  if (carriers.some((range) => isIn(range, bytes))) return reachIn(ipv4, bytes.slice(12), 'public');
  return reachIn(ipv6, bytes, 'never');
}

function reachIn(ranges: readonly Range[], bytes: readonly number[], otherwise: Reach): Reach {
  return ranges.find(([cidr]) => isIn(cidr, bytes))?.[1] ?? otherwise;
}

function isIn(cidr: string, bytes: readonly number[]): boolean {
  const [network = '', length = ''] = cidr.split('/');
  const start = bytesOf(network) ?? [];
  const bits = Number(length);
  return bytes.every((byte, at) => {
    const mask = (0xff << (8 - Math.min(8, Math.max(0, bits - 8 * at)))) & 0xff;
    return (byte & mask) === ((start[at] ?? 0) & mask);
  });
}

/** The 4 or 16 bytes of an address in text; a zone (`%eth0`) makes it local to a link, which is no address here. */
function bytesOf(address: string): number[] | undefined {
  const version = isIP(address);
  if (version === 0 || address.includes('%')) return undefined;
  if (version === 4) return address.split('.').map(Number);
  const dotted = address.lastIndexOf('.') > 0 ? address.slice(address.lastIndexOf(':') + 1) : undefined;
  const text = dotted === undefined ? address : address.slice(0, -dotted.length) + inHex(dotted);
  const [head = '', tail] = text.split('::');
  const left = groupsOf(head);
  const right = groupsOf(tail ?? '');
  const zeros = tail === undefined ? [] : Array<number>(8 - left.length - right.length).fill(0);
  return [...left, ...zeros, ...right].flatMap((group) => [group >> 8, group & 0xff]);
}

function inHex(dotted: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number);
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

function groupsOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
