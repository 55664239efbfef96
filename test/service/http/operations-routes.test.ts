import {
  AttemptMadeSchema,
  ConsentAnswerSchema,
  RequestMadeSchema,
  RequestShownSchema,
} from '../../../src/service/http/schemas';
import { connectRaw } from '../testing/raw-connection';
import { Value } from 'typebox/value';
import { asUnavailable, DatabaseUnavailable, type Database } from '../../../src/service/database/database';
import { generate } from 'selfsigned';
import { parseTenantId } from '../../../src/core/tenant';
import { DEMO } from '../../simulator/entra/demo-seed';
import { aroundStatements } from '../../../src/service/database/around-statements';
import { onEachDatabase } from '../testing/on-each-database';
import { consentOf, eventsOf, get, kindsOf, makeRequest } from '../testing/service-world';

interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, unknown>> }>>>
  >;
}

const DAY_MS = 24 * 60 * 60_000;

onEachDatabase(
  (scene) => {
    test('alive and ready', async () => {
      expect((await get(scene.app, '/healthz')).json()).toEqual({ status: 'alive' });
      expect((await get(scene.app, '/readyz')).json()).toEqual({ status: 'ready' });
    });

    test('S1: a thousand who ask together whether it is ready are one question to the database', async () => {
      const queries = jest.spyOn(scene.empty.database, 'query');
      const answers = await Promise.all(Array.from({ length: 1_000 }, () => get(scene.app, '/readyz')));
      const asked = queries.mock.calls.filter(([sql]) => sql.includes('where false')).length;
      queries.mockRestore();
      expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
      expect(asked).toBeLessThan(50);
      expect(asked).toBeGreaterThan(0);
    });

    test('with the database away the service is alive, not ready, and says so to callers', async () => {
      let isAway = false;
      const { database } = scene.empty;
      const app = await scene.world.startService(
        aroundStatements(database, (ask) =>
          isAway ? Promise.reject(new DatabaseUnavailable('away')) : ask(),
        ),
      );
      isAway = true;
      try {
        expect((await get(app, '/healthz')).statusCode).toBe(200);
        expect((await get(app, '/readyz')).statusCode).toBe(503);
        const answer = await app.inject({
          method: 'POST',
          url: '/api/requests',
          payload: { tenant: 'contoso.example' },
        });
        expect(answer.statusCode).toBe(503);
        expect(answer.headers['retry-after']).toBe('5');
        expect(answer.json()).toMatchObject({ type: 'urn:extendsync:problem:store-unavailable' });
        // The pages do not need it.
        expect((await get(app, '/taskpane.html')).statusCode).toBe(200);
      } finally {
        isAway = false;
      }
    });

    test('a database that takes no writes is not ready, and is ready again once it does', async () => {
      const { database } = scene.empty;
      // What PostgreSQL answers on a standby, and where its owner has set it to be read.
      const refused = Object.assign(new Error('cannot execute UPDATE in a read-only transaction'), {
        code: '25006',
      });
      let isReadOnly = false;
      const app = await scene.world.startService(
        aroundStatements(database, async (ask, sql) => {
          if (isReadOnly && /insert|update|delete/.test(sql)) throw asUnavailable(refused);
          return ask();
        }),
      );
      isReadOnly = true;
      const answer = await app.inject({
        method: 'POST',
        url: '/api/requests',
        payload: { tenant: 'contoso.example' },
      });
      expect(answer.statusCode).toBe(503);
      expect((await get(app, '/readyz')).statusCode).toBe(503);
      isReadOnly = false;
      // A write was refused a moment ago.
      expect((await get(app, '/readyz')).statusCode).toBe(503);
      await scene.world.clock.advance(60_000);
      expect((await get(app, '/readyz')).json()).toEqual({ status: 'ready' });
    });

    test('F17: a LISTEN that is taken and delivers nothing is told, with the setting to change', async () => {
      const deaf = { ...scene.empty.database, listen: () => Promise.resolve(() => Promise.resolve()) };
      const app = await scene.world.startService(deaf);
      const { id } = await makeRequest(app);
      const poll = eventsOf(app, id, 1, 25_000);
      await scene.world.clock.advance(5_000);
      const answer = await get(app, '/readyz');
      // It does its work: no load balancer should take every instance away.
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({
        status: 'degraded',
        because: 'LISTEN hears nothing',
        change: expect.stringMatching(/DATABASE_URL.*pool_mode = session/) as string,
      });
      expect(scene.world.logLines.join('')).toMatch(
        /"level":50[^}]*pool_mode = session[^}]*LISTEN hears nothing/,
      );
      // Meanwhile whoever waits looks for themselves.
      await app.inject({ method: 'POST', url: `/api/requests/${id}/openings` });
      await scene.world.clock.advance(5_000);
      expect(kindsOf(await poll)).toEqual(['opened']);
    });

    test('F17: a connection for LISTEN that cannot come back is told in words of its own, and the log says why', async () => {
      let lose = (_reason: string): void => undefined;
      const cut: Database = {
        ...scene.empty.database,
        listen: async (hear, onGap, onLost) => {
          let isCut = false;
          lose = (reason) => {
            isCut = true;
            onLost(reason);
          };
          return scene.empty.database.listen((news) => isCut || hear(news), onGap, onLost);
        },
      };
      const app = await scene.world.startService(cut);
      lose('too many connections');
      const ready = () => get(app, '/readyz');
      // The proof waits its turn in the database, and only then the clock runs for it.
      let answer = await ready();
      while (answer.json<{ status: string }>().status === 'ready') {
        await scene.world.clock.advance(5_000);
        answer = await ready();
      }
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({
        status: 'degraded',
        because: 'the connection for LISTEN is lost and cannot be opened again',
        change: expect.stringMatching(/max_connections/) as string,
      });
      expect(scene.world.logLines.join('')).toMatch(
        /"level":50[^}]*too many connections[^}]*the connection for LISTEN is lost/,
      );
    });

    test('D2: a disk that is nearly full is told, with what to do', async () => {
      const app = await scene.world.startService({ ...scene.empty.database, freeBytes: () => 1000 });
      expect((await get(app, '/readyz')).json()).toEqual({
        status: 'degraded',
        because: 'the disk of DATA_DIR is nearly full',
        change: expect.stringMatching(/make room/) as string,
      });
      expect(scene.world.logLines.join('')).toMatch(/"level":50[^}]*make room[^}]*nearly full/);
    });

    test('a secret that Entra takes no more is told, for the doctor sees only the one that has been put in its place', async () => {
      const { world, empty } = scene;
      const homeTenant = parseTenantId(DEMO.tenants.extendsync)!;
      world.entra.directory.installApplication(homeTenant);
      const old = { kind: 'secret', secret: 'the one before' } as const;
      const app = await world.startService(empty.database, {}, { homeTenant, credential: old });
      expect((await get(app, '/readyz')).json()).toEqual({
        status: 'degraded',
        because: 'Entra gives it no token in HOME_TENANT (AADSTS7000215)',
        change: expect.stringMatching(
          /start the service again: it goes on with the settings and files/,
        ) as string,
      });
      const renewed = await world.startService(empty.database, {}, { homeTenant });
      expect((await get(renewed, '/readyz')).json()).toEqual({ status: 'ready' });
    });

    test('a certificate that was renewed in its file only is told before the old one ends', async () => {
      const { cert, private: privateKey } = await generate([{ name: 'commonName', value: 'x' }], {
        algorithm: 'sha256',
        notAfterDate: new Date(scene.world.clock.now() + 6 * DAY_MS),
      });
      const credential = { kind: 'certificate', certificate: cert, privateKey } as const;
      const app = await scene.world.startService(scene.empty.database, {}, { credential });
      expect((await get(app, '/readyz')).json()).toEqual({
        status: 'degraded',
        because: expect.stringMatching(
          /^the client certificate that it was started with ends on 20/,
        ) as string,
        change: expect.stringMatching(/start the service again/) as string,
      });
    });

    test('a start on a database in which nothing is yet is told: it may not be the one of before', async () => {
      const { world, empty } = scene;
      const told = (): number => world.logLines.filter((line) => line.includes('holds nothing yet')).length;
      await empty.database.query('delete from service_keys');
      const before = told();
      await world.startService(empty.database);
      expect(told()).toBe(before + 1);
      expect(world.logLines.join('')).toMatch(
        /"level":40[^}]*the volume of DATA_DIR is there[^}]*holds nothing yet/,
      );
      await world.startService(empty.database);
      expect(told()).toBe(before + 1);
    });

    test('figures count routes and outcomes, and name no tenant', async () => {
      scene.world.entra.directory.grantForTenant('contoso.example');
      await consentOf(scene.app, await scene.world.tokenOf(DEMO.users.mia));
      const { id } = await makeRequest(scene.app);
      await get(scene.app, `/api/requests/${id}/events?waitMs=0`, { accept: 'application/json' });
      const figures = await get(scene.app, '/metrics');
      expect(figures.headers['content-type']).toMatch(/^text\/plain/);
      expect(figures.body).toContain(
        'extendsync_http_request_duration_seconds_count{route="/api/requests/:id/events",method="GET",status="200"} 1',
      );
      expect(figures.body).toContain('extendsync_tenant_check_duration_seconds_count{outcome="answered"} 1');
      expect(figures.body).toContain('extendsync_event_streams 0');
      expect(figures.body).not.toMatch(new RegExp(`${DEMO.tenants.contoso}|contoso|${id}`));
    });

    test('figures are not for the world', async () => {
      for (const headers of [
        { 'x-forwarded-for': '10.0.0.1' },
        { forwarded: 'for=10.0.0.1' },
        // S17: proxies that say in another way that they are one, or pass the public name on.
        { via: '1.1 proxy' },
        { 'x-real-ip': '203.0.113.9' },
        { 'x-forwarded-proto': 'https' },
        { host: 'consent.example' },
      ]) {
        expect((await get(scene.app, '/metrics', headers)).statusCode).toBe(404);
      }
      const outside = await scene.app.inject({ url: '/metrics', remoteAddress: '203.0.113.9' });
      expect(outside.statusCode).toBe(404);
      for (const remoteAddress of ['10.1.2.3', '::1', '::ffff:192.168.0.4', 'fd00::1']) {
        expect((await scene.app.inject({ url: '/metrics', remoteAddress })).statusCode).toBe(200);
      }
    });

    test('S17: with a port of their own the figures are there and nowhere else, and end with the service', async () => {
      const app = await scene.world.startService(scene.empty.database, {}, { metricsPort: 0 });
      const line = scene.world.logLines.find((text) => text.includes('figures at /metrics')) ?? '{}';
      const { port } = (JSON.parse(line) as { at: { port: number } }).at;
      expect((await get(app, '/metrics')).statusCode).toBe(404);
      const ask = (path: string) => fetch(`http://127.0.0.1:${String(port)}${path}`);
      expect(await (await ask('/metrics')).text()).toContain('extendsync_event_streams 0');
      const other = await ask('/api/consent');
      expect([other.status, other.headers.get('x-content-type-options')]).toEqual([404, 'nosniff']);
      // S15: what is no HTTP is refused as everywhere, under our headers.
      const raw = await connectRaw(port, 'this is no HTTP\r\n\r\n');
      const refusal = await raw.closed;
      expect(refusal).toContain('HTTP/1.1 400');
      expect(refusal).toContain('application/problem+json');
      expect(refusal.toLowerCase()).toContain('content-security-policy');
      expect(refusal).not.toContain('this is no HTTP');
      await app.close();
      await expect(ask('/metrics')).rejects.toThrow('fetch failed');
    });

    test('the description of the API names every route of it and nothing else', async () => {
      const description = (await get(scene.app, '/api/openapi.json')).json<OpenApi>();
      expect(description.openapi).toBe('3.1.0');
      const routes = Object.entries(description.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      expect(routes.toSorted()).toEqual([
        'DELETE /api/requests/{id}',
        'DELETE /api/tenants/{id}',
        'GET /api/consent',
        'GET /api/looks/{key}',
        'GET /api/requests/{id}/events',
        'GET /api/tenants',
        'GET /api/tenants.csv',
        'GET /api/tenants/counts',
        'GET /api/tenants/{id}',
        'GET /api/webhooks/failures',
        'POST /api/looks',
        'POST /api/requests',
        'POST /api/requests/{id}/attempts',
        'POST /api/requests/{id}/openings',
        'POST /api/tenants/{id}/checks',
        'POST /api/webhooks/failures/retries',
      ]);
      expect(Object.keys(description.paths['/api/consent']?.['get']?.responses ?? {})).toEqual([
        '200',
        '401',
        '403',
        '429',
        '503',
      ]);
    });

    test('what the service answers is what its description says', async () => {
      scene.world.entra.directory.grantForTenant('contoso.example');
      const token = await scene.world.tokenOf(DEMO.users.mia);
      const { id } = await makeRequest(scene.app);
      const post = (url: string) => scene.app.inject({ method: 'POST', url });
      const made = await scene.app.inject({
        method: 'POST',
        url: '/api/requests',
        payload: { tenant: 'contoso.example' },
      });
      const refused = await (async () => {
        scene.world.entra.directory.injectFault({
          families: ['token'],
          trouble: { kind: 'throttle', retryAfterSeconds: 9 },
        });
        return consentOf(scene.app, token);
      })();
      for (const [schema, value] of [
        [RequestMadeSchema, made.json()],
        [RequestShownSchema, (await post(`/api/requests/${id}/openings`)).json()],
        [AttemptMadeSchema, (await post(`/api/requests/${id}/attempts`)).json()],
        [ConsentAnswerSchema, refused],
      ] as const) {
        expect([...Value.Errors(schema, value)]).toEqual([]);
      }
      scene.world.entra.directory.clearFaults();
      await scene.world.clock.advance(9_001);
      const answer = await get(scene.app, '/api/consent', { authorization: `Bearer ${token}` });
      const checked = answer.json<Record<string, unknown>>();
      expect(checked['outcome']).toBe('checked');
      expect([...Value.Errors(ConsentAnswerSchema, checked)]).toEqual([]);
      expect([...Value.Errors(ConsentAnswerSchema, { ...checked, outcome: 'fine' })]).not.toEqual([]);
    });
  },
  { kinds: ['pglite'] },
);
