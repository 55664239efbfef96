import { SPREAD_MOMENTS_MS } from '../../../src/core/asking/watch';
import { DEMO } from '../../simulator/entra/demo-seed';
import { DATABASE_KINDS } from '../testing/databases';
import { onEachDatabase } from '../testing/on-each-database';
import {
  adminAccepts,
  attempt,
  byState,
  consentOf,
  eventsOf,
  kindsOf,
  makeRequest,
  returnTo,
  untilEvents,
} from '../testing/service-world';
import type { AddressInfo } from 'node:net';
import { setTimeout as soon } from 'node:timers/promises';
import pg from 'pg';
import { startListeners } from '../testing/listeners';

const postgresOnly = DATABASE_KINDS.filter((kind) => kind === 'postgres');

/** Two instances behind a load balancer: the one that answers is never the one that knows. */
describe('two instances on one database', () => {
  if (postgresOnly.length === 0) {
    test('are not tried here: PostgreSQL is not installed', () => {
      expect(DATABASE_KINDS).toEqual(['pglite']);
    });
    return;
  }
  onEachDatabase(
    (scene) => {
      const secondInstance = async () => scene.world.startService(await scene.empty.another());

      test('a request made at one is opened, granted and followed at the other', async () => {
        const second = await secondInstance();
        const { id } = await makeRequest(scene.app);
        const poll = eventsOf(scene.app, id, 1, 25_000);
        await second.inject({ method: 'POST', url: `/api/requests/${id}/openings` });
        expect(kindsOf(await poll)).toEqual(['opened']);

        const state = (await attempt(second, id)).searchParams.get('state') ?? '';
        const query = new URLSearchParams({ admin_consent: 'True', tenant: DEMO.tenants.contoso, state });
        const next = eventsOf(second, id, 2, 25_000);
        expect((await returnTo(scene.app, `/consent/return?${query.toString()}`)).get('returned')).toBe(
          'accepted',
        );
        expect(kindsOf(await next)).toEqual(['returned']);
        expect((await returnTo(second, `/consent/return?${query.toString()}`)).get('returned')).toBe(
          'repeated',
        );
      });

      test('a look travels: what the other instance knew counts no more', async () => {
        const second = await secondInstance();
        scene.world.entra.directory.setApiGrant('contoso.example', true);
        const mia = await scene.world.tokenOf(DEMO.users.mia);
        expect(byState(await consentOf(second, mia))).not.toHaveProperty('tenant');
        scene.world.entra.directory.grantForTenant('contoso.example');
        // Within five seconds, and without a look, it would be told again.
        expect(byState(await consentOf(second, mia))).not.toHaveProperty('tenant');

        const { id } = await makeRequest(scene.app);
        await adminAccepts(scene.world, scene.app, id, 'Adele Admin adele@contoso.example');
        expect(Object.keys(byState(await consentOf(second, mia)))).toEqual(['tenant']);
      });

      test('15.4: a user loses what was theirs alone, and somebody looks: an instance that hears nothing asks anew', async () => {
        const another = await scene.empty.another();
        const deaf = await scene.world.startService({
          ...another,
          listen: () => Promise.resolve(() => Promise.resolve()),
        });
        const { directory } = scene.world.entra;
        directory.setTenantGrant('contoso.example', [{ scope: 'Directory.Read.All', kind: 'application' }]);
        directory.grantForUser(DEMO.users.mia);
        const mia = await scene.world.tokenOf(DEMO.users.mia);
        expect(byState(await consentOf(deaf, mia))).toHaveProperty('this-user');
        directory.revokeForUser(DEMO.users.mia);
        await scene.empty.database.query(
          `insert into tenant_hints (tenant_id, number, hinted_at) values ($1, 1, $2)`,
          [DEMO.tenants.contoso, new Date(scene.world.clock.now())],
        );
        expect(byState(await consentOf(deaf, mia))).not.toHaveProperty('this-user');
      });

      test('what one has asked, the other tells again', async () => {
        const second = await secondInstance();
        scene.world.entra.directory.grantForTenant('contoso.example');
        const mia = await scene.world.tokenOf(DEMO.users.mia);
        const first = await consentOf(scene.app, mia);
        expect(await consentOf(second, mia)).toEqual(first);
        expect(scene.world.asked('token')).toBe(1);
      });

      test('follow-ups happen once, whoever takes them, and go on when the instance that planned them is gone', async () => {
        const second = await secondInstance();
        const { id } = await makeRequest(scene.app);
        const state = (await attempt(scene.app, id)).searchParams.get('state') ?? '';
        const query = new URLSearchParams({ admin_consent: 'True', tenant: DEMO.tenants.contoso, state });
        await returnTo(scene.app, `/consent/return?${query.toString()}`);
        const startedAtMs = scene.world.clock.now();

        await scene.world.clock.advance(SPREAD_MOMENTS_MS[0] ?? 0);
        expect(kindsOf(await untilEvents(scene.world.clock, second, id, 3))).toEqual([
          'made',
          'returned',
          'check-again',
        ]);
        await scene.app.close();
        await scene.world.clock.advance(startedAtMs + (SPREAD_MOMENTS_MS[1] ?? 0) - scene.world.clock.now());
        expect(kindsOf(await untilEvents(scene.world.clock, second, id, 4))).toHaveLength(4);
      });

      test('limits are counted together', async () => {
        const rule = { limitRules: { 'make-by-address-and-tenant': { points: 3, seconds: 600 } } };
        const [one, other] = [
          await scene.world.startService(await scene.empty.another(), rule),
          await scene.world.startService(await scene.empty.another(), rule),
        ];
        const statuses = [];
        for (const app of [one, other, one, other]) {
          const answer = await app.inject({
            method: 'POST',
            url: '/api/requests',
            payload: { tenant: 'contoso.example' },
          });
          statuses.push(answer.statusCode);
        }
        expect(statuses).toEqual([201, 201, 201, 429]);
      });

      test('the state that one sealed the other opens, although no key was configured', async () => {
        const second = await secondInstance();
        const { id } = await makeRequest(second);
        const state = (await attempt(second, id)).searchParams.get('state') ?? '';
        const query = new URLSearchParams({
          error: 'access_denied',
          error_description: 'AADSTS65004: no',
          state,
        });
        expect((await returnTo(scene.app, `/consent/return?${query.toString()}`)).get('returned')).toBe(
          'denied',
        );
      });

      test('15.5: three instances, one of which dies, and a connection is cut: every pane hears every event once', async () => {
        const REQUESTS = 8;
        const PANES_EACH = 6;
        const ROUNDS = 4;
        const apps = [scene.app, await secondInstance(), await secondInstance()];
        for (const app of apps) await app.listen({ port: 0, host: '127.0.0.1' });
        const alive = [...apps];
        const portOf = (app: (typeof apps)[number] | undefined): number =>
          (app?.server.address() as AddressInfo | undefined)?.port ?? 0;
        let turnOf = 0;
        const next = () => alive[(turnOf += 1) % alive.length] ?? scene.app;
        const ids: string[] = [];
        for (let index = 0; index < REQUESTS; index += 1) ids.push((await makeRequest(next())).id);
        const panes = startListeners(
          () => portOf(next()),
          ids.flatMap((id) => Array.from({ length: PANES_EACH }, () => id)),
          () => 50,
        );
        await panes.allIn;
        const comesBack = async (id: string): Promise<void> => {
          const state = (await attempt(next(), id)).searchParams.get('state') ?? '';
          const query = new URLSearchParams({
            error: 'access_denied',
            error_description: 'AADSTS65004: no',
            state,
          });
          await returnTo(next(), `/consent/return?${query.toString()}`);
        };
        for (let round = 0; round < ROUNDS; round += 1) {
          await Promise.all(ids.map(comesBack));
          if (round === 0) {
            const [dead] = alive.splice(2, 1);
            dead?.server.closeAllConnections();
            void dead?.close();
          }
          if (round === 1) {
            const admin = new pg.Client({ connectionString: scene.empty.url ?? '' });
            await admin.connect();
            await admin.query(
              `select pg_terminate_backend(pid) from pg_stat_activity
               where query ilike 'listen%' and pid <> pg_backend_pid() limit 1`,
            );
            await admin.end();
          }
        }
        const expected = [1, ...Array.from({ length: ROUNDS }, (_, round) => round + 2)];
        // The listener of the connection that was cut is back after a second of the machine.
        while (panes.heard.some(({ numbers }) => numbers.length < expected.length)) await soon(20);
        panes.close();
        for (const { numbers } of panes.heard) expect(numbers).toEqual(expected);
      });

      test('the database cuts every connection: requests go on, and waiting polls hear what they missed', async () => {
        const second = await secondInstance();
        const { id } = await makeRequest(second);
        const poll = eventsOf(second, id, 1, 25_000);
        while (scene.world.clock.pending === 0) await scene.world.clock.advance(0);
        const admin = new pg.Client({ connectionString: scene.empty.url ?? '' });
        await admin.connect();
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and pid <> pg_backend_pid()`,
        );
        await admin.query(
          `with e as (insert into request_events select id_hash, 2, 'opened', now() from requests) select 1`,
        );
        await admin.end();
        // The listeners come back by the services' own connections, whose clock is the machine's.
        expect(kindsOf(await poll)).toEqual(['opened']);
      });
    },
    { kinds: postgresOnly },
  );
});
