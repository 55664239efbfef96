import { clientOf, isProxyName, parseAddress, proxyTrust } from '../../../src/service/http/client-address';
import { onEachDatabase } from '../testing/on-each-database';

/** The client that Fastify finds behind these hops, the nearest first. */
const client = (...ips: string[]) => clientOf({ ip: ips.at(-1) ?? '', ips });

describe('F9: an address is one address in every form in which a proxy writes it', () => {
  test.each([
    ['203.0.113.1', '203.0.113.1'],
    ['203.0.113.1:51234', '203.0.113.1'],
    [' 203.0.113.1:8 ', '203.0.113.1'],
    ['"203.0.113.1:8"', '203.0.113.1'],
    ['::ffff:203.0.113.1', '203.0.113.1'],
    ['::FFFF:cb00:7101', '203.0.113.1'],
    ['0:0:0:0:0:ffff:203.0.113.1', '203.0.113.1'],
    ['[::ffff:203.0.113.1]:51234', '203.0.113.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['[2001:db8:1:2:3:4:5:6]', '2001:db8:1:2'],
    ['[2001:db8:1:2:3:4:5:6]:443', '2001:db8:1:2'],
    ['"[2001:db8:1:2::6]:443"', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['64:ff9b::203.0.113.1', '203.0.113.1'],
    ['[64:ff9b::cb00:7101]:443', '203.0.113.1'],
    // A network's own prefix can be any (RFC 8215).
    ['64:ff9b:1::203.0.113.1', '64:ff9b:1:0'],
    ['203.0.113.1:', '203.0.113.1'],
    ['[203.0.113.1]', '203.0.113.1'],
    ['[203.0.113.1]:443', '203.0.113.1'],
    ['[203.0.113.1]:', '203.0.113.1'],
    ['[2001:db8:1:2::6]:', '2001:db8:1:2'],
    ['2001:db8:1:2:3:4:5:6:443', '2001:db8:1:2'],
    ['2001:db8:1:2::6:51234', '2001:db8:1:2'],
    // By chance an address too: the network is the same.
    ['2001:db8:1:2::6:443', '2001:db8:1:2'],
    ['2001:db8:1:2::6:', '2001:db8:1:2'],
    ['::ffff:203.0.113.1:51234', '203.0.113.1'],
    ["'203.0.113.1:8'", '203.0.113.1'],
  ])('%s is %s', (written, address) => {
    expect(client(written).address).toBe(address);
  });

  test.each([
    '',
    'unknown',
    '_hidden',
    '203.0.113',
    '203.0.113.256',
    '203.0.113.1:port',
    '203.0.113.1:123456',
    '[203.0.113.256]:80',
    '203.0.113.1::80',
    '2001:db8:1:2:3:4:5:6:7:8',
    '[2001:db8::1',
    '2001:db8::1::2',
    'for=203.0.113.1',
    '203.0.113.1, 203.0.113.2',
    'proxy.example',
  ])('S18: "%s" is none', (written) => {
    expect(parseAddress(written)).toBeUndefined();
  });
});

test('S18: an invented word is no client: the machine that handed it on is counted', () => {
  expect(client('10.0.0.1', '198.51.100.7', 'unknown').address).toBe('198.51.100.7');
  expect(client('10.0.0.1', '', 'nonsense-2').address).toBe('10.0.0.1');
  expect(client('nonsense').address).toBe('unknown');
  expect(clientOf({ ip: '203.0.113.1' }).address).toBe('203.0.113.1');
});

test('S18: the 65,536 networks of one site are one network beside', () => {
  expect(client('2001:db8:1:1::1').network).toBe(client('2001:db8:1:ffff::1').network);
  expect(client('2001:db8:1:1::1').network).not.toBe(client('2001:db8:2:1::1').network);
  expect(client('203.0.113.1').network).toBeUndefined();
});

test.each([
  ['10.0.0.1', true],
  ['10.0.0.0/8', true],
  ['fc00::/7', true],
  ['loopback', true],
  ['10.0.0.0/33', false],
  ['10.0.0.0/8/8', false],
  ['10.0.0.0/', false],
  ['constructor', false],
  ['proxy.example', false],
])('whether TRUST_PROXY may name %s: %s', (name, may) => {
  expect(isProxyName(name)).toBe(may);
});

test('F9: a proxy in the list is known in every form of its address', () => {
  const trust = proxyTrust(['10.0.0.0/8', 'loopback', '2001:db8:ffff::1']);
  if (trust === false) throw new Error('nobody is trusted');
  for (const address of ['10.1.2.3', '10.1.2.3:443', '::ffff:10.1.2.3', '::1', '[2001:db8:ffff:0::1]:80'])
    expect(trust(address, 0)).toBe(true);
  for (const address of ['11.1.2.3', 'unknown', '2001:db8:ffff::2']) expect(trust(address, 0)).toBe(false);
});

test('a number trusts so many hops, and nothing further left', () => {
  const trust = proxyTrust(2);
  if (trust === false) throw new Error('nobody is trusted');
  expect([0, 1, 2].map((hop) => trust('10.0.0.1', hop))).toEqual([true, true, false]);
  expect(proxyTrust(0)).toBe(false);
});

onEachDatabase(
  (scene) => {
    const statuses = async (trustProxy: number | readonly string[], addresses: readonly string[]) => {
      const app = await scene.world.startService(
        scene.empty.database,
        { limitRules: { 'make-by-address': { points: 2, seconds: 600 } } },
        { trustProxy },
      );
      const found: number[] = [];
      for (const address of addresses) {
        const answer = await app.inject({
          method: 'POST',
          url: '/api/requests',
          headers: { 'x-forwarded-for': address },
          payload: { tenant: 'contoso.example' },
        });
        found.push(answer.statusCode);
      }
      return found;
    };

    test.each([1, ['127.0.0.1'], ['loopback']])(
      'F9: with TRUST_PROXY %j a client that changes its port stays one client',
      async (trustProxy) => {
        expect(
          await statuses(
            trustProxy,
            [1, 2, 3, 4, 5].map((port) => `203.0.113.1:5000${String(port)}`),
          ),
        ).toEqual([201, 201, 429, 429, 429]);
        expect(
          await statuses(
            trustProxy,
            [1, 2, 3].map((port) => `[2001:db8::${String(port)}]:5000${String(port)}`),
          ),
        ).toEqual([201, 201, 429]);
      },
    );

    test('S18: words and mapped addresses give a client no second budget', async () => {
      expect(await statuses(1, ['one', 'two', 'three'])).toEqual([201, 201, 429]);
      expect(await statuses(1, ['203.0.113.9', '::ffff:203.0.113.9', '203.0.113.9:1'])).toEqual([
        201, 201, 429,
      ]);
    });

    test('S18: one site with 65,536 networks runs out', async () => {
      const networks = Array.from({ length: 20 }, (_, index) => `2001:db8:7:${index.toString(16)}::1`);
      const found = await statuses(1, networks);
      expect(found.slice(0, 16)).toEqual(Array.from({ length: 16 }, () => 201));
      expect(found.slice(16)).toEqual([429, 429, 429, 429]);
      expect(await statuses(1, ['2001:db8:8::1'])).toEqual([201]);
    });

    test('S18: the log says once when the number of proxies cannot be right', async () => {
      const warnings = () => scene.world.logLines.filter((line) => line.includes('TRUST_PROXY'));
      await statuses(2, ['203.0.113.1', '203.0.113.2']);
      expect(warnings()).toHaveLength(1);
      expect(warnings()[0]).toContain('TRUST_PROXY is 2');
      expect(warnings()[0]).not.toContain('203.0.113');
      await statuses(1, ['203.0.113.1, 10.0.0.7']);
      expect(warnings()).toHaveLength(2);
      await statuses(1, ['203.0.113.3']);
      expect(warnings()).toHaveLength(2);
    });
  },
  { kinds: ['pglite'] },
);
