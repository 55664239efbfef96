import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** An address in its one spelling: IPv4 with dots, or the eight groups of IPv6. */
export type Address =
  | { readonly family: 'ipv4'; readonly text: string }
  | { readonly family: 'ipv6'; readonly text: string; readonly groups: readonly string[] };

/** Which proxies may say for whom they ask: none, so many of them in a row, or those with these addresses. */
export type TrustedProxies = false | number | readonly string[];

/** Who asks, as the limits count them. */
export interface Client {
  /** An IPv4 address, or the first 64 bits of an IPv6 address: a client can change the rest as it likes. */
  readonly address: string;
  /** The first 48 bits of an IPv6 address: one customer of a provider may hold all 65,536 networks in it. */
  readonly network: string | undefined;
}

/** Machines on one's own network: RFC 1918, RFC 4193, loopback and link-local. */
const OWN_NETWORK = ['loopback', 'linklocal', 'uniquelocal'] as const;
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/**
 * Reads an address in every form in which proxies write one: bare, with a port (Azure Application Gateway:
 * https://learn.microsoft.com/en-us/azure/application-gateway/how-application-gateway-works#modifications-to-the-request),
 * in brackets or without, in quotes, with a zone. An IPv4 address that is mapped into IPv6 is the IPv4 address. Undefined for
 * anything else, as `unknown`.
 */
export function parseAddress(text: string): Address | undefined {
  const bare = text.trim().replace(/^(["'])(.*)\1$/, '$2');
  const bracketed = /^\[([^\]]*)\](?::\d{0,5})?$/.exec(bare)?.[1] ?? bare;
  // A port after a colon, or the colon alone. Some write it behind IPv6 without brackets: what is an address with it is
  // taken as one, in the same network.
  const address = isIP(bracketed) === 0 ? bracketed.replace(/:\d{0,5}$/, '') : bracketed;
  switch (isIP(address)) {
    case 4:
      return { family: 'ipv4', text: address };
    case 6: {
      const groups = groupsOf(address);
      return ipv4In(groups, MAPPED) ?? { family: 'ipv6', text: groups.join(':'), groups };
    }
    default:
      return undefined;
  }
}

/** The eight groups of a valid IPv6 address, each without leading zeros. */
function groupsOf(address: string): readonly string[] {
  const withoutZone = address.split('%')[0] ?? '';
  const hexadecimal = withoutZone.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = hexadecimal.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}

/** `::ffff:203.0.113.1` (RFC 4291, section 2.5.5.2): how a socket for both families shows an IPv4 client. */
const MAPPED = '0:0:0:0:0:ffff';
/** `64:ff9b::203.0.113.1` (RFC 6052, section 2.1): how a network that speaks IPv6 alone shows one of the internet's. */
const TRANSLATED = '64:ff9b:0:0:0:0';

/** The IPv4 address in the last groups of one that begins so. */
function ipv4In(groups: readonly string[], prefix: string): Address | undefined {
  if (groups.slice(0, 6).join(':') !== prefix) return undefined;
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return { family: 'ipv4', text: [high >> 8, high & 255, low >> 8, low & 255].join('.') };
}

const isRange = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  return (
    family !== 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  );
};

/** Whether text names proxies: an address, a range as 10.0.0.0/8, or one of the names for one's own network. */
export const isProxyName = (text: string): boolean => Object.hasOwn(NAMED, text) || isRange(text);

/** Answers whether an address is one of these (`isProxyName`). */
function oneOf(names: readonly string[]): (address: Address) => boolean {
  const list = new BlockList();
  for (const range of names.flatMap((name) => NAMED[name] ?? [name])) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return ({ text, family }) => list.check(text, family);
}

/** Whether the address belongs to a machine on one's own network. */
export const isOwnNetwork = oneOf(OWN_NETWORK);

/**
 * Fastify's `trustProxy`: whether the machine that many hops away may say for whom it asks. A number trusts that many
 * hops; anything further left in X-Forwarded-For can be forged by the client.
 */
export function proxyTrust(trust: TrustedProxies): false | ((address: string, hop: number) => boolean) {
  if (trust === false || trust === 0) return false;
  if (typeof trust === 'number') return (_address, hop) => hop < trust;
  const isProxy = oneOf(trust);
  return (text) => {
    const address = parseAddress(text);
    return address !== undefined && isProxy(address);
  };
}

/**
 * The client behind a request. What is no address counts as the machine that handed it on: else each invented word
 * would be a client with a budget of its own.
 */
export function clientOf(request: Pick<FastifyRequest, 'ip' | 'ips'>): Client {
  const hops = request.ips ?? [request.ip];
  const written = hops.map((hop) => parseAddress(hop)).findLast((parsed) => parsed !== undefined);
  if (!written) return { address: 'unknown', network: undefined };
  // It is only counted so: a translated address makes nobody a proxy, or a machine on one's own network.
  const translated = written.family === 'ipv6' ? ipv4In(written.groups, TRANSLATED) : undefined;
  const address: Address = translated ?? written;
  if (address.family === 'ipv4') return { address: address.text, network: undefined };
  return {
    address: address.groups.slice(0, 4).join(':'),
    network: address.groups.slice(0, 3).join(':'),
  };
}
