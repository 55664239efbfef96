import { RETURN_MARK } from '../../../src/core/api/paths';
import { createLimits, type LimitName, type LimitRule } from '../../../src/service/http/limits';
import { DEMO } from '../../simulator/entra/demo-seed';
import { onEachDatabase } from '../testing/on-each-database';
import { attempt, get, makeRequest, PUBLIC_ORIGIN, returnTo, type Injected } from '../testing/service-world';

onEachDatabase((scene) => {
  const limited = (rules: Partial<Record<LimitName, LimitRule>>, trustProxy: false | number = false) =>
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
    const app = await limited({ 'make-by-address': twice }, 1);
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
    const app = await limited({ 'make-by-address': twice }, 1);
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

  test('requests of one address are limited by tenant', async () => {
    const app = await limited({ 'make-by-address-and-tenant': twice });
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
    ['attempt-by-address-and-request', 'attempts'],
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
    const app = await limited({
      'listen-by-address-and-request': twice,
      'return-by-address-and-request': twice,
    });
    const { id } = await makeRequest(app);
    const listen = () => get(app, `/api/requests/${id}/events?waitMs=0`, { accept: 'application/json' });
    await listen();
    await listen();
    expect(refused(await listen())).toBe(true);
    const state = (await attempt(app, id)).searchParams.get('state') ?? '';
    const back = async () =>
      (await returnTo(app, `/consent/return?error=access_denied&state=${state}`)).get('returned');
    expect([await back(), await back()]).not.toContain('failed');
    // The person is at a page and not in front of JSON.
    expect(await back()).toBe('failed');
  });

  test.each(['unasked-return-by-address', 'unasked-return-by-address-and-tenant'] as const)(
    'S7: past %s an approval from elsewhere is refused nothing: the page asks by itself',
    async (name) => {
      const app = await limited({ [name]: twice });
      const back = (tenant: string) => get(app, `/consent/return?admin_consent=True&tenant=${tenant}`);
      const first = [await back(DEMO.tenants.contoso), await back(DEMO.tenants.contoso)];
      for (const { headers } of first) expect(headers.location).toMatch(/prompt=none/);
      const asked = new URL(String((await back(DEMO.tenants.contoso)).headers.location), PUBLIC_ORIGIN);
      asked.searchParams.delete(RETURN_MARK.parameter);
      expect(asked.pathname + asked.search).toBe(
        `/grant.html?admin_consent=True&tenant=${DEMO.tenants.contoso}`,
      );
      // What others at the address send in the name of other organisations takes nothing from this one's.
      const other = String((await back(DEMO.tenants.fabrikam)).headers.location);
      expect(other.includes('prompt=none')).toBe(name.endsWith('tenant'));
    },
  );

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

  test('a clock that was ahead for a moment turns nobody away when it is right again', async () => {
    // The service, which takes out windows that have ended, goes by the same clock.
    await scene.settled();
    const limits = createLimits(scene.empty.database, new Uint8Array(32), { 'consent-by-user': twice });
    const mia = { who: 'mia' };
    const take = () => limits.take('consent-by-user', mia);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60 * 60_000);
    try {
      for (const isWithin of [true, true, false]) expect((await take()).ok).toBe(isWithin);
      clock.mockRestore();
      expect(limits.isTurnedAway('consent-by-user', mia).ok).toBe(true);
      for (const isWithin of [true, true]) expect((await take()).ok).toBe(isWithin);
      expect(await take()).toEqual({ ok: false, retryAfterMs: twice.seconds * 1_000 });
      // Another instance, which remembers nothing, goes by the same window.
      const other = createLimits(scene.empty.database, new Uint8Array(32), { 'consent-by-user': twice });
      expect((await other.take('consent-by-user', mia)).ok).toBe(false);
      other.close();
    } finally {
      clock.mockRestore();
      limits.close();
    }
  });

  test('wrong tokens from one address stop costing anything', async () => {
    const app = await limited({ 'keys-by-address-and-tenant': twice });
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

  test('S3: strangers cannot use up what a company needs', async () => {
    const app = await limited(
      {
        'make-by-address-and-tenant': twice,
        'attempt-by-address-and-request': twice,
        'listen-by-address-and-request': twice,
        'return-by-address-and-request': twice,
      },
      1,
    );
    const victim = 'contoso.example';
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const make = (address: string) =>
      app.inject({
        method: 'POST',
        url: '/api/requests',
        headers: from(address),
        payload: { tenant: victim },
      });
    const begin = (address: string, id: string) =>
      app.inject({ method: 'POST', url: `/api/requests/${id}/attempts`, headers: from(address) });
    const { id } = (await make('192.0.2.1')).json<{ id: string }>();

    for (const stranger of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
      for (let round = 0; round < 5; round += 1) {
        const made = await make(stranger);
        // Even with the very link of the victim's request.
        await begin(stranger, id);
        if (made.statusCode === 201) await begin(stranger, made.json<{ id: string }>().id);
      }
      expect(refused(await make(stranger))).toBe(true);
      expect(refused(await begin(stranger, id))).toBe(true);
    }

    expect((await make('192.0.2.1')).statusCode).toBe(201);
    expect((await begin('192.0.2.1', id)).statusCode).toBe(201);
  });

  test('S4: no answer tells a stranger that others ask for the company, nor since when', async () => {
    const app = await limited({ 'make-by-address-and-tenant': { points: 5, seconds: 3600 } }, 1);
    const make = (address: string) =>
      app.inject({
        method: 'POST',
        url: '/api/requests',
        headers: { 'x-forwarded-for': address },
        payload: { tenant: 'contoso.example' },
      });
    for (let round = 0; round < 4; round += 1) await make('192.0.2.1');
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1) statuses.push((await make('203.0.113.1')).statusCode);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
    const { retryAfterMs } = (await make('203.0.113.1')).json<{ retryAfterMs: number }>();
    expect(retryAfterMs % 60_000).toBe(0);
  });

  test("S10: while Microsoft's keys are away, forged tokens of ever other tenants run out", async () => {
    const app = await limited({ 'keys-by-address': { points: 3, seconds: 60 } });
    scene.world.entra.directory.injectFault({
      families: ['openid'],
      trouble: { kind: 'throttle', retryAfterSeconds: 1 },
    });
    const forgedOf = (index: number) =>
      [
        { alg: 'RS256', kid: 'x' },
        { tid: `dead0000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}` },
        {},
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        get(app, '/api/consent', { authorization: `Bearer ${forgedOf(index)}` }),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 503)).toHaveLength(3);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(27);
    expect(scene.world.asked('openid')).toBe(3);
  });

  test('S6: what others at its address send does not turn a good token away', async () => {
    scene.world.entra.directory.grantForTenant('contoso.example');
    const app = await limited({ 'bad-token-by-address': twice });
    const token = await scene.world.tokenOf(DEMO.users.mia);
    const ask = (authorization: string) => get(app, '/api/consent', { authorization });
    expect((await ask(`Bearer ${token}`)).statusCode).toBe(200);
    for (let round = 0; round < 3; round += 1) await ask('Bearer nonsense');
    expect(refused(await ask('Bearer nonsense'))).toBe(true);
    expect((await ask(`Bearer ${token}`)).statusCode).toBe(200);
  });

  test('S6: nor one whose keys must be asked for, when nobody has asked for them for ten minutes', async () => {
    scene.world.entra.directory.grantForTenant('contoso.example');
    const app = await limited({ 'bad-token-by-address': twice, 'keys-by-address-and-tenant': twice });
    const ask = (authorization: string) => get(app, '/api/consent', { authorization });
    const forgedOf = (tid: string) =>
      [{ alg: 'RS256', kid: 'x' }, { tid }, {}]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
    for (let round = 0; round < 3; round += 1) {
      await ask('Bearer nonsense');
      await ask(`Bearer ${forgedOf(DEMO.tenants.fabrikam)}`);
    }
    expect(refused(await ask('Bearer nonsense'))).toBe(true);
    const token = await scene.world.tokenOf(DEMO.users.mia);
    expect((await ask(`Bearer ${token}`)).statusCode).toBe(200);
  });

  test('the database keeps neither addresses nor tenants', async () => {
    const app = await limited({}, 1);
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
