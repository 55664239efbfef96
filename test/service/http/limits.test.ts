import type { LimitName, LimitRule } from '../../../src/service/http/limits';
import { clientOf } from '../../../src/service/http/limits';
import { DEMO } from '../../simulator/entra/demo-seed';
import { onEachDatabase } from '../testing/on-each-database';
import { get, makeRequest, type Injected } from '../testing/service-world';

onEachDatabase((scene) => {
  const limited = (rules: Partial<Record<LimitName, LimitRule>>, trustProxy = false) =>
    scene.world.startService(scene.empty.database, { limitRules: rules }, { trustProxy });
  const twice = { points: 2, seconds: 600 };

  const refused = (answer: Injected | undefined): boolean => {
    expect(answer?.statusCode).toBe(429);
    expect(answer?.headers['content-type']).toBe('application/problem+json');
    expect(Number(answer?.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer?.json()).toMatchObject({ type: 'urn:extendsync:problem:too-many-requests', status: 429 });
    return (answer?.json<{ retryAfterMs: number }>().retryAfterMs ?? 0) > 0;
  };

  test('requests are limited by address', async () => {
    const app = await limited({ 'make-by-address': twice }, true);
    const make = (address: string) =>
      app.inject({
        method: 'POST',
        url: '/api/requests',
        headers: { 'x-forwarded-for': address },
        payload: { tenant: 'contoso.example' },
      });
    await make('203.0.113.1');
    await make('203.0.113.1');
    expect(refused(await make('203.0.113.1'))).toBe(true);
    expect((await make('203.0.113.2')).statusCode).toBe(201);
  });

  test('an IPv6 client cannot escape by changing the half of the address that is its own', async () => {
    const app = await limited({ 'make-by-address': twice }, true);
    const make = (address: string) =>
      app.inject({
        method: 'POST',
        url: '/api/requests',
        headers: { 'x-forwarded-for': address },
        payload: { tenant: 'contoso.example' },
      });
    await make('2001:db8:1:2::1');
    await make('2001:db8:1:2::2');
    expect(refused(await make('2001:db8:1:2:ffff::3'))).toBe(true);
    expect((await make('2001:db8:1:3::1')).statusCode).toBe(201);
  });

  test('a client that nobody vouches for cannot invent its address', async () => {
    const app = await limited({ 'make-by-address': twice });
    const answers: Injected[] = [];
    for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
      answers.push(
        await app.inject({
          method: 'POST',
          url: '/api/requests',
          headers: { 'x-forwarded-for': address },
          payload: { tenant: 'contoso.example' },
        }),
      );
    }
    expect(refused(answers[2])).toBe(true);
  });

  test('requests are limited by tenant', async () => {
    const app = await limited({ 'make-by-tenant': twice });
    await makeRequest(app, 'contoso.example');
    await makeRequest(app, 'contoso.example');
    expect(
      refused(
        await app.inject({ method: 'POST', url: '/api/requests', payload: { tenant: 'CONTOSO.example' } }),
      ),
    ).toBe(true);
    await makeRequest(app, 'fabrikam.example');
  });

  test.each([
    ['attempt-by-request', 'attempts'],
    ['attempt-by-tenant', 'attempts'],
    ['attempt-by-address', 'attempts'],
    ['open-by-address', 'openings'],
  ] as const)('%s', async (name, what) => {
    const app = await limited({ [name]: twice });
    const { id } = await makeRequest(app);
    const answers: Injected[] = [];
    for (let round = 0; round < 3; round += 1) {
      answers.push(await app.inject({ method: 'POST', url: `/api/requests/${id}/${what}` }));
    }
    expect(answers.slice(0, 2).every(({ statusCode }) => statusCode < 300)).toBe(true);
    expect(refused(answers[2])).toBe(true);
  });

  test('listening and returning are limited', async () => {
    const app = await limited({ 'listen-by-request': twice, 'return-by-address': twice });
    const { id } = await makeRequest(app);
    const listen = () => get(app, `/api/requests/${id}/events?waitMs=0`, { accept: 'application/json' });
    await listen();
    await listen();
    expect(refused(await listen())).toBe(true);
    await get(app, '/consent/return');
    await get(app, '/consent/return');
    expect(refused(await get(app, '/consent/return'))).toBe(true);
  });

  test("one user's haste does not stop another, and a restart does not forget it", async () => {
    scene.world.entra.directory.grantForTenant('contoso.example');
    const rules = { 'consent-by-user': twice };
    const app = await limited(rules);
    const [mia, alex] = await Promise.all([
      scene.world.tokenOf(DEMO.users.mia),
      scene.world.tokenOf(DEMO.users.alex),
    ]);
    const ask = (from: typeof app, token: string) =>
      get(from, '/api/consent', { authorization: `Bearer ${token}` });
    await ask(app, mia);
    await ask(app, mia);
    expect(refused(await ask(app, mia))).toBe(true);
    expect((await ask(app, alex)).statusCode).toBe(200);
    await app.close();
    expect(refused(await ask(await limited(rules), mia))).toBe(true);
  });

  test('wrong tokens from one address stop costing anything', async () => {
    const app = await limited({ 'bad-token-by-address': twice });
    const tid = DEMO.tenants.contoso;
    const forged = `${Buffer.from('{"alg":"RS256","kid":"x"}').toString('base64url')}.${Buffer.from(JSON.stringify({ tid })).toString('base64url')}.eA`;
    const ask = () => get(app, '/api/consent', { authorization: `Bearer ${forged}` });
    expect((await ask()).statusCode).toBe(401);
    expect((await ask()).statusCode).toBe(401);
    expect(refused(await ask())).toBe(true);
    const asked = scene.world.asked('openid');
    expect(refused(await ask())).toBe(true);
    expect(scene.world.asked('openid')).toBe(asked);
  });

  test('the database keeps neither addresses nor tenants', async () => {
    const app = await limited({}, true);
    await app.inject({
      method: 'POST',
      url: '/api/requests',
      headers: { 'x-forwarded-for': '203.0.113.77' },
      payload: { tenant: 'fabrikam.example' },
    });
    const kept = JSON.stringify(await scene.empty.database.query('select key from rate_limits'));
    expect(kept).toContain('make-by-address');
    expect(kept).not.toMatch(/203\.0\.113|fabrikam/);
  });
});

test.each([
  ['203.0.113.1', '203.0.113.1'],
  ['::ffff:203.0.113.1', '::ffff:203.0.113.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('the client behind %s is %s', (address, client) => {
  expect(clientOf(address)).toBe(client);
});
