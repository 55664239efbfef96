import { parseTenantId } from '../../../src/core/tenant';
import { errorFacts } from '../../../src/service/http/log';
import { DEMO } from '../../simulator/entra/demo-seed';
import { onEachDatabase } from '../testing/on-each-database';
import { adminAccepts, attempt, get, makeRequest, returnTo, eventsOf } from '../testing/service-world';

const ADELE = 'Adele Admin adele@contoso.example';
const { contoso, extendsync } = DEMO.tenants;

/** The lines without what one kind of them names on purpose: the operator, and the organisation of a deletion. */
const withoutOperators = (lines: readonly string[]): string =>
  lines
    .map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>)
    .map(({ msg, did, operator, tenant, ...rest }) => {
      const named = msg === 'ledger' ? { ...(did === 'delete' ? {} : { tenant }) } : { operator, tenant };
      return JSON.stringify({ msg, did, ...named, ...rest });
    })
    .join('\n');

onEachDatabase(
  (scene) => {
    test('a whole day of the service, at the finest level, names nobody but operators, and opens nothing', async () => {
      const { entra, logLines } = scene.world;
      entra.directory.grantForTenant('contoso.example');
      const token = await scene.world.tokenOf(DEMO.users.mia);
      const { id } = await makeRequest(scene.app);
      const { id: withdrawn } = await makeRequest(scene.app, 'fabrikam.example');
      const state = (await attempt(scene.app, id)).searchParams.get('state') ?? '';

      await adminAccepts(scene.world, scene.app, id, ADELE);
      await returnTo(
        scene.app,
        `/consent/return?error=access_denied&error_description=mia%40contoso.example&state=${state}`,
      );
      await eventsOf(scene.app, id);
      await scene.app.inject({ method: 'DELETE', url: `/api/requests/${withdrawn}` });
      await get(scene.app, '/api/consent', { authorization: `Bearer ${token}` });
      await get(scene.app, '/api/consent', { authorization: `Bearer ${token.slice(0, -4)}AAAA` });
      await get(scene.app, `/api/consent?access_token=${token}`, { 'x-forwarded-for': '203.0.113.5' });
      await get(scene.app, `/no/such/page/${id}?mail=mia@contoso.example`);
      await scene.app.inject({
        method: 'POST',
        url: '/api/requests',
        payload: { tenant: 'mia@contoso.example' },
      });
      await scene.app.inject({
        method: 'POST',
        url: '/api/requests',
        headers: { 'content-type': 'application/json' },
        payload: '{"tenant": "mia@contoso.example',
      });
      entra.directory.injectFault({ families: ['token'], trouble: { kind: 'aadsts', number: 7000215 } });
      await scene.world.clock.advance(61_000);
      await get(scene.app, '/api/consent', { authorization: `Bearer ${token}` });

      entra.reset();
      entra.directory.installApplication('extendsync.example');
      const olga = { authorization: `Bearer ${await scene.world.tokenOf(DEMO.users.olga)}` };
      await get(scene.app, '/api/tenants?text=contoso.example', olga);
      await get(scene.app, '/api/tenants.csv', olga);
      await get(scene.app, '/api/tenants/counts', olga);
      await scene.app.inject({ method: 'POST', url: `/api/tenants/${contoso}/checks`, headers: olga });
      await get(scene.app, `/api/tenants/${contoso}`, olga);
      await scene.app.inject({ method: 'DELETE', url: `/api/tenants/${contoso}`, headers: olga });
      await get(scene.app, '/api/webhooks/failures', olga);
      await get(scene.app, '/api/tenants', { authorization: `Bearer ${token}` });

      expect(logLines.filter((line) => line.includes('"operator"'))).toHaveLength(7);
      const log = withoutOperators(logLines);
      expect(logLines.length).toBeGreaterThan(10);
      for (const secret of [
        token,
        token.split('.')[1] ?? '',
        token.split('.')[2] ?? '',
        state,
        id,
        withdrawn,
        DEMO.clientSecret,
        DEMO.users.mia,
        DEMO.users.olga,
        ...Object.values(DEMO.tenants),
        'mia@',
        'mia%40',
        'Mia Moreno',
        'adele',
        'contoso.example',
        'fabrikam.example',
        '203.0.113.5',
        '127.0.0.1',
        'access_token',
        '?',
      ]) {
        expect(log).not.toContain(secret);
      }
      expect(log).not.toMatch(/eyJ[\w-]{10}/);
    });

    test('and yet says what happened', async () => {
      const { logLines } = scene.world;
      logLines.length = 0;
      const { id } = await makeRequest(scene.app);
      await get(scene.app, '/api/consent');
      await returnTo(scene.app, '/consent/return');
      await get(scene.app, `/api/requests/${id}/events?after=x`);
      const lines = logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ msg: 'answered', method: 'POST', route: '/api/requests', status: 201 }),
          expect.objectContaining({ msg: 'token turned down', why: 'no-token' }),
          expect.objectContaining({ msg: 'returned', outcome: 'forged' }),
          expect.objectContaining({ msg: 'answered', route: '/api/requests/:id/events', status: 400 }),
        ]),
      );
    });

    test('trouble is told by its kind and place, without the text that may quote a person', async () => {
      const { logLines } = scene.world;
      const app = await scene.world.startService(scene.empty.database, {
        tenantReader: {
          read: () => Promise.reject(new RangeError('mia@contoso.example is out of range')),
          readPersonal: () => Promise.reject(new Error('no')),
        },
      });
      scene.world.entra.directory.grantForTenant('contoso.example');
      const token = await scene.world.tokenOf(DEMO.users.mia);
      logLines.length = 0;
      const answer = await get(app, '/api/consent', { authorization: `Bearer ${token}` });
      expect(answer.statusCode).toBe(500);
      expect(answer.json()).toMatchObject({ type: 'urn:extendsync:problem:internal-error' });
      expect(answer.body).not.toMatch(/range|mia/);
      const line = logLines.find((text) => text.includes('"failed"')) ?? '';
      expect(JSON.parse(line)).toMatchObject({
        err: { type: 'RangeError', stack: expect.stringContaining('log.test') as string },
      });
      expect(line).not.toContain('mia');
    });
  },
  {
    kinds: ['pglite'],
    settings: { homeTenant: parseTenantId(extendsync)! },
    prepare: ({ entra }) => entra.directory.installApplication('extendsync.example'),
  },
);

test.each([
  [
    new Error('secret', { cause: Object.assign(new Error('deeper secret'), { code: 'ECONNREFUSED' }) }),
    'Error ECONNREFUSED',
  ],
  [Object.assign(new TypeError('secret'), { code: '42P01' }), undefined],
])('an error is told without its message', (error, cause) => {
  const facts = errorFacts(error);
  expect(facts).toMatchObject({ type: error.name, message: '' });
  expect(facts.cause).toBe(cause);
  expect(JSON.stringify(facts)).not.toContain('secret');
});

test('what is thrown and is no error is told by its type', () => {
  expect(errorFacts('secret')).toEqual({ type: 'string', message: '', stack: '' });
});
