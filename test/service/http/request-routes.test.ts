import { parseRequestMade } from '../../../src/core/api/request-made';
import { parseAttemptMade, parseRequestShown, REQUEST_LIFETIME_MS } from '../../../src/core/api/requests';
import { DEMO } from '../../simulator/entra/demo-seed';
import { onEachDatabase } from '../testing/on-each-database';
import { attempt, eventsOf, get, kindsOf, makeRequest, PUBLIC_ORIGIN } from '../testing/service-world';

const UNKNOWN_ID = 'AAAAAAAAAAAAAAAAAAAAAA';

onEachDatabase((scene) => {
  const post = (url: string, payload?: object) =>
    scene.app.inject({ method: 'POST', url, ...(payload ? { payload } : {}) });

  describe('making a request', () => {
    test('a user who may not sign in yet makes one for the domain of the mailbox', async () => {
      const answer = await post('/api/requests', { tenant: 'Contoso.Example' });
      expect(answer.statusCode).toBe(201);
      const made = parseRequestMade(answer.json());
      expect(made?.link).toBe(`${PUBLIC_ORIGIN}/grant.html?request=${String(made?.id)}`);
      expect(made?.madeAt).toBe(new Date(scene.world.clock.now()).toISOString());
      expect(Date.parse(made?.expiresAt ?? '') - scene.world.clock.now()).toBe(REQUEST_LIFETIME_MS);
      expect(kindsOf(await eventsOf(scene.app, made?.id ?? ''))).toEqual(['made']);
    });

    test('no two requests have the same id, and the database knows none of them', async () => {
      const made = await Promise.all(Array.from({ length: 20 }, () => makeRequest(scene.app)));
      expect(new Set(made.map(({ id }) => id)).size).toBe(20);
      const stored = JSON.stringify(await scene.empty.database.query('select * from requests'));
      for (const { id } of made) expect(stored).not.toContain(id);
    });

    test('Microsoft is not asked: the answer tells nothing of the tenant', async () => {
      await makeRequest(scene.app, 'contoso.example');
      await makeRequest(scene.app, 'nobody-has-this-domain.example');
      expect(scene.world.entra.log.list()).toEqual([]);
    });

    test.each([
      ['nothing', undefined],
      ['no tenant', {}],
      ['a number', { tenant: 4 }],
      ['an address of a person', { tenant: 'mia@contoso.example' }],
      ['a web address', { tenant: 'https://contoso.example/' }],
      ['a path', { tenant: '../common' }],
      ['a name without a dot', { tenant: 'organizations' }],
      ['the GUID that names nobody', { tenant: '00000000-0000-0000-0000-000000000000' }],
      ['more than was asked for', { tenant: 'contoso.example', admin: true }],
      [
        'an address of a person as the domain',
        { tenant: DEMO.tenants.contoso, domain: 'mia@contoso.example' },
      ],
      ['markup as the domain', { tenant: DEMO.tenants.contoso, domain: '<b>contoso.example</b>' }],
      ['a second name beside a domain', { tenant: 'fabrikam.example', domain: 'contoso.example' }],
      ['a situation that nobody knows', { tenant: 'contoso.example', situation: 'autopilot' }],
      ['SQL', { tenant: "'; drop table requests; --" }],
    ])('%s is turned down', async (_title, payload) => {
      const answer = await post('/api/requests', payload);
      expect(answer.statusCode).toBe(400);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.json()).toMatchObject({ type: 'urn:extendsync:problem:malformed', status: 400 });
      expect(answer.body).not.toContain('mia');
    });

    test.each([
      ['broken JSON', 'application/json', '{"tenant":', 400],
      [
        'a form, as another site could send it',
        'application/x-www-form-urlencoded',
        'tenant=contoso.example',
        415,
      ],
      ['plain text, as another site could send it', 'text/plain', '{"tenant":"contoso.example"}', 415],
      ['a very long body', 'application/json', JSON.stringify({ tenant: 'x'.repeat(5000) }), 413],
    ])('%s is turned down', async (_title, contentType, payload, status) => {
      const answer = await scene.app.inject({
        method: 'POST',
        url: '/api/requests',
        headers: { 'content-type': contentType },
        payload,
      });
      expect(answer.statusCode).toBe(status);
      expect(answer.headers['content-type']).toBe('application/problem+json');
    });
  });

  describe('opening the link', () => {
    test('the first opening is an event, the others are not; each shows what the request is for', async () => {
      const { id } = await makeRequest(scene.app, DEMO.tenants.contoso);
      const openings = await Promise.all([1, 2, 3].map(() => post(`/api/requests/${id}/openings`)));
      for (const opening of openings) {
        expect(opening.statusCode).toBe(200);
        expect(parseRequestShown(opening.json())?.tenant).toBe(DEMO.tenants.contoso);
      }
      expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'opened']);
    });

    test('the domain of who asked is told again as it came, true or not, and Microsoft is not asked', async () => {
      for (const domain of ['contoso.example', 'fabrikam.example', 'nobody-has-this-domain.example']) {
        const made = await post('/api/requests', { tenant: DEMO.tenants.contoso, domain });
        const { id } = made.json<{ id: string }>();
        expect(parseRequestShown((await post(`/api/requests/${id}/openings`)).json())).toMatchObject({
          tenant: DEMO.tenants.contoso,
          domain,
        });
      }
      const { id } = await makeRequest(scene.app, DEMO.tenants.contoso);
      expect((await post(`/api/requests/${id}/openings`)).json()).not.toHaveProperty('domain');
      expect(scene.world.entra.log.list()).toEqual([]);
    });
  });

  describe('beginning an attempt', () => {
    test("the address is Microsoft's consent page of the tenant, found by its domain", async () => {
      const { id } = await makeRequest(scene.app, 'contoso-mail.example');
      const answer = await post(`/api/requests/${id}/attempts`);
      const made = parseAttemptMade(answer.json());
      expect(answer.statusCode).toBe(201);
      expect(Date.parse(made?.expiresAt ?? '') - scene.world.clock.now()).toBe(5 * 60_000);
      const url = new URL(made?.consentUrl ?? '');
      expect(url.origin + url.pathname).toBe(
        `${scene.world.entra.origin}/${DEMO.tenants.contoso}/v2.0/adminconsent`,
      );
      expect(Object.fromEntries(url.searchParams)).toEqual({
        client_id: DEMO.appId,
        scope: `${scene.world.entra.origin}/.default`,
        redirect_uri: `${PUBLIC_ORIGIN}/consent/return`,
        state: expect.stringMatching(/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/) as string,
      });
      // The state travels through Microsoft's logs and the browser's history: it must not open the request.
      expect(url.href).not.toContain(id);
    });

    test('a domain that Microsoft does not know, or does not answer for, leads to "organizations"', async () => {
      const unknown = await makeRequest(scene.app, 'nobody-has-this-domain.example');
      expect((await attempt(scene.app, unknown.id)).pathname).toBe('/organizations/v2.0/adminconsent');
      const known = await makeRequest(scene.app, 'contoso.example');
      scene.world.entra.directory.injectFault({ families: ['openid'], trouble: { kind: 'cut' }, times: 1 });
      expect((await attempt(scene.app, known.id)).pathname).toBe('/organizations/v2.0/adminconsent');
      expect((await attempt(scene.app, known.id)).pathname).toBe(
        `/${DEMO.tenants.contoso}/v2.0/adminconsent`,
      );
    });

    test('the situation decides what is asked for: without Autopilot no application permission', async () => {
      const made = parseRequestMade(
        (await post('/api/requests', { tenant: 'contoso.example', situation: 'no-autopilot' })).json(),
      );
      const id = made?.id ?? '';
      expect((await post(`/api/requests/${id}/openings`)).json()).toMatchObject({
        situation: 'no-autopilot',
      });
      const begun = parseAttemptMade((await post(`/api/requests/${id}/attempts`)).json());
      const scope = new URL(begun?.consentUrl ?? '').searchParams.get('scope') ?? '';
      expect(scope).toContain('/Mail.ReadWrite');
      expect(scope).not.toContain('.default');
      // The administrator answers on the page, and "I am not sure" asks for everything.
      const unsure = await post(`/api/requests/${id}/attempts`, { situation: 'not-sure' });
      const whole = new URL(parseAttemptMade(unsure.json())?.consentUrl ?? '');
      expect(whole.searchParams.get('scope')).toMatch(/\/\.default$/);
    });

    test('S4: whose a name is is asked anew for each request: no answer comes sooner because others asked', async () => {
      const [one, other] = [await makeRequest(scene.app), await makeRequest(scene.app)];
      await attempt(scene.app, one.id);
      await attempt(scene.app, one.id);
      expect(scene.world.asked('openid')).toBe(1);
      await attempt(scene.app, other.id);
      expect(scene.world.asked('openid')).toBe(2);
    });

    test('each attempt has a state of its own', async () => {
      const { id } = await makeRequest(scene.app, DEMO.tenants.contoso);
      const states = await Promise.all(
        [1, 2, 3].map(async () => (await attempt(scene.app, id)).searchParams.get('state')),
      );
      expect(new Set(states).size).toBe(3);
    });
  });

  describe('a request that is not there', () => {
    const everyWay = (id: string) => [
      post(`/api/requests/${id}/openings`),
      post(`/api/requests/${id}/attempts`),
      get(scene.app, `/api/requests/${id}/events`),
      scene.app.inject({ method: 'DELETE', url: `/api/requests/${id}` }),
    ];

    test('unknown, misshapen and expired ids get the same answer', async () => {
      const { id } = await makeRequest(scene.app);
      await scene.sleep(REQUEST_LIFETIME_MS - 1);
      expect((await post(`/api/requests/${id}/openings`)).statusCode).toBe(200);
      await scene.world.clock.advance(1);
      const bodies = new Set<string>();
      for (const gone of [id, UNKNOWN_ID, 'x', "'%20or%201=1--", 'a'.repeat(99)]) {
        for (const answer of await Promise.all(everyWay(gone))) {
          expect(answer.statusCode).toBe(404);
          bodies.add(answer.body);
        }
      }
      expect([...bodies]).toEqual([
        JSON.stringify({
          type: 'urn:extendsync:problem:request-not-found',
          title: 'There is no such request',
          status: 404,
        }),
      ]);
    });

    test('a withdrawn request opens nothing, and tells those who still listen', async () => {
      const { id } = await makeRequest(scene.app);
      expect((await scene.app.inject({ method: 'DELETE', url: `/api/requests/${id}` })).statusCode).toBe(204);
      expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'withdrawn']);
      for (const answer of [
        await post(`/api/requests/${id}/openings`),
        await post(`/api/requests/${id}/attempts`),
        await scene.app.inject({ method: 'DELETE', url: `/api/requests/${id}` }),
        await scene.app.inject({
          method: 'POST',
          url: '/api/looks',
          payload: { request: id, tenant: DEMO.tenants.contoso },
        }),
      ]) {
        expect(answer.statusCode).toBe(404);
      }
      expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'withdrawn']);
    });

    test('what has expired is swept out of the database', async () => {
      await makeRequest(scene.app);
      await scene.sleep(REQUEST_LIFETIME_MS);
      await scene.world.stopServices();
      const [left] = await scene.empty.database.query<{ left: number }>(
        'select (select count(*) from requests)::int + (select count(*) from request_events)::int as left',
      );
      expect(left).toEqual({ left: 0 });
    });
  });
});
