import { setTimeout as turn } from 'node:timers/promises';
import { CONSENT_LIMIT_MS } from '../../../src/core/api/consent-answer';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import { createKeptFacts } from '../../../src/service/tenant/kept-facts';
import { CHECK_LIMIT_MS } from '../../../src/service/tenant/reader';
import { DEMO } from '../../simulator/entra/demo-seed';
import { onEachDatabase } from '../testing/on-each-database';
import { byState, consentOf, get, untilHeldBack } from '../testing/service-world';

const CONTOSO = 'contoso.example';
const MIA = DEMO.users.mia;
const application = (scope: string) => ({ scope, kind: 'application' as const });
const delegated = (scope: string) => ({ scope, kind: 'delegated' as const });
const PROOF = application('Directory.Read.All');
const names = (kind: 'application' | 'delegated'): string[] =>
  PERMISSION_SET.filter((permission) => permission.kind === kind).map(({ scope }) => `${kind}:${scope}`);
const ALL = PERMISSION_SET.map(({ kind, scope }) => `${kind}:${scope}`);

onEachDatabase((scene) => {
  const ask = async (userId: string = MIA) => consentOf(scene.app, await scene.world.tokenOf(userId));

  describe('what Microsoft says is told, permission by permission', () => {
    test('everything is granted for the organisation', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      const answer = await ask();
      expect(answer).toMatchObject({
        outcome: 'checked',
        tenantId: DEMO.tenants.contoso,
        tenantName: 'Contoso',
        checkedAt: new Date(scene.world.clock.now()).toISOString(),
      });
      expect(byState(answer)).toEqual({ tenant: ALL });
      expect(answer).not.toHaveProperty('obstacle');
    });

    test('a tenant whose domain has an alias is the same tenant', async () => {
      scene.world.entra.directory.grantForTenant('contoso-mail.example');
      expect(byState(await ask())).toEqual({ tenant: ALL });
    });

    test('the application was removed a moment after the token was issued: everything is missing', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      const token = await scene.world.tokenOf(MIA);
      scene.world.entra.directory.removeApplication(CONTOSO);
      expect(byState(await consentOf(scene.app, token))).toEqual({ missing: ALL });
    });

    test('without Directory.Read.All nobody can see the delegated grant, and nobody guesses', async () => {
      scene.world.entra.directory.setTenantGrant(
        CONTOSO,
        PERMISSION_SET.filter(({ kind }) => kind === 'delegated'),
      );
      expect(byState(await ask())).toEqual({
        'not-known': names('delegated'),
        missing: names('application'),
      });
    });

    test('an old grant lacks a delegated permission', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      scene.world.entra.directory.revokeForTenant(CONTOSO, [delegated('Mail.ReadWrite')]);
      expect(byState(await ask())).toEqual({
        tenant: ALL.filter((name) => name !== 'delegated:Mail.ReadWrite'),
        missing: ['delegated:Mail.ReadWrite'],
      });
    });

    test('an old grant lacks an application permission', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      scene.world.entra.directory.revokeForTenant(CONTOSO, [application('Mail.ReadWrite')]);
      expect(byState(await ask())).toMatchObject({ missing: ['application:Mail.ReadWrite'] });
    });

    test("a user's own consent is that user's alone", async () => {
      const { directory } = scene.world.entra;
      directory.setTenantGrant(CONTOSO, [PROOF]);
      directory.grantForUser(MIA);
      expect(byState(await ask())).toEqual({
        'this-user': names('delegated'),
        tenant: ['application:Directory.Read.All'],
        missing: names('application').filter((name) => !name.endsWith('Directory.Read.All')),
      });
      expect(byState(await ask(DEMO.users.alex))['missing']).toEqual(
        expect.arrayContaining(names('delegated')),
      );
    });

    test('the application stands disabled: an obstacle, and no word on permissions', async () => {
      const { directory } = scene.world.entra;
      directory.grantForTenant(CONTOSO);
      const token = await scene.world.tokenOf(MIA);
      directory.setApplicationEnabled(CONTOSO, false);
      const answer = await consentOf(scene.app, token);
      expect(answer).toMatchObject({ outcome: 'checked', obstacle: 'application-disabled' });
      expect(byState(answer)).toEqual({ 'not-known': ALL });
    });

    test('users must be assigned, and a fresh token proves that this one is', async () => {
      const { directory } = scene.world.entra;
      directory.grantForTenant(CONTOSO);
      directory.setAssignmentRequired(CONTOSO, true);
      directory.assignUser(MIA);
      expect(await ask()).not.toHaveProperty('obstacle');
    });

    test('a token that is older proves it no more: Graph says whether this user is still let in', async () => {
      const { clock, entra } = scene.world;
      const { directory } = entra;
      directory.grantForTenant(CONTOSO);
      directory.setAssignmentRequired(CONTOSO, true);
      directory.assignUser(MIA);
      const token = await scene.world.tokenOf(MIA);
      await clock.advance(6 * 60_000);
      expect(await consentOf(scene.app, token)).not.toHaveProperty('obstacle');
      directory.unassignUser(MIA);
      await clock.advance(2 * 60_000);
      expect(await consentOf(scene.app, token)).toMatchObject({
        outcome: 'checked',
        obstacle: 'user-not-assigned',
      });
    });

    test('Graph tokens that nobody can read: Graph itself is asked for the application permissions', async () => {
      const { directory } = scene.world.entra;
      directory.grantForTenant(CONTOSO);
      directory.revokeForTenant(CONTOSO, [application('User.Read.All')]);
      directory.setOpaqueGraphTokens(true);
      expect(byState(await ask())).toEqual({
        tenant: ALL.filter((name) => name !== 'application:User.Read.All'),
        missing: ['application:User.Read.All'],
      });
    });

    test('unreadable tokens and no right to ask Graph: nothing is known, nothing is claimed', async () => {
      const { directory } = scene.world.entra;
      directory.setTenantGrant(CONTOSO, [delegated('User.Read')]);
      directory.setOpaqueGraphTokens(true);
      expect(byState(await ask())).toEqual({ 'not-known': ALL });
    });

    test('a consultant asks about the tenant of the account, not of the home', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      const token = await scene.world.tokenOf(DEMO.users.carl, DEMO.tenants.contoso);
      expect(await consentOf(scene.app, token)).toMatchObject({ tenantId: DEMO.tenants.contoso });
    });
  });

  describe('when Microsoft does not answer, neither does the service', () => {
    const troubled = async (): Promise<string> => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      return scene.world.tokenOf(MIA);
    };

    test('throttled: the wait is passed on and kept, by all callers, then Microsoft is asked again', async () => {
      const { entra, clock } = scene.world;
      const token = await troubled();
      entra.directory.injectFault({
        families: ['token'],
        trouble: { kind: 'throttle', retryAfterSeconds: 20 },
        times: 1,
      });
      expect(await consentOf(scene.app, token)).toMatchObject({
        outcome: 'no-answer',
        because: 'throttled',
        retryAfterMs: 20_000,
      });
      await clock.advance(15_000);
      const asked = scene.world.asked('token');
      expect(await consentOf(scene.app, token)).toMatchObject({ because: 'throttled', retryAfterMs: 5_000 });
      expect(scene.world.asked('token')).toBe(asked);
      await clock.advance(5_001);
      expect(byState(await consentOf(scene.app, token))).toEqual({ tenant: ALL });
    });

    test.each([
      ['500', { kind: 'server-error' as const }, 'unreachable'],
      ['a cut connection', { kind: 'cut' as const }, 'unreachable'],
      [
        'a page instead of JSON',
        { kind: 'garbage' as const, body: '<html>hello</html>', status: 200 },
        'unexpected',
      ],
      ['an error that is no JSON', { kind: 'garbage' as const, body: 'oops', status: 502 }, 'unreachable'],
    ])('%s from the token endpoint', async (_title, trouble, because) => {
      const token = await troubled();
      scene.world.entra.directory.injectFault({ families: ['token'], trouble, times: 1 });
      expect(await consentOf(scene.app, token)).toMatchObject({ outcome: 'no-answer', because });
      await scene.world.clock.advance(5_001);
      expect(byState(await consentOf(scene.app, token))).toEqual({ tenant: ALL });
    });

    test.each([
      ['500', { kind: 'server-error' as const }, 'unreachable'],
      ['a cut connection', { kind: 'cut' as const }, 'unreachable'],
      ['throttling', { kind: 'throttle' as const, retryAfterSeconds: 3 }, 'throttled'],
      [
        'garbage',
        { kind: 'garbage' as const, body: '[]', status: 200, contentType: 'application/json' },
        'unexpected',
      ],
    ])('%s from Graph', async (_title, trouble, because) => {
      const token = await troubled();
      scene.world.entra.directory.injectFault({ families: ['graph'], trouble });
      expect(await consentOf(scene.app, token)).toMatchObject({ outcome: 'no-answer', because });
    });

    test.each([
      [50196, 'refused'],
      [53003, 'refused'],
      [7000215, 'refused'],
      [999999, 'refused'],
    ])('AADSTS%i is no word on permissions', async (number, because) => {
      const token = await troubled();
      scene.world.entra.directory.injectFault({
        families: ['token'],
        trouble: { kind: 'aadsts', number },
        times: 1,
      });
      expect(await consentOf(scene.app, token)).toMatchObject({
        outcome: 'no-answer',
        because,
        code: `AADSTS${String(number)}`,
      });
    });

    test('silence ends at the time limit, before the pane gives up', async () => {
      const token = await troubled();
      scene.world.entra.directory.injectFault({
        families: ['token'],
        trouble: { kind: 'latency', delayMs: 60_000 },
      });
      const answering = consentOf(scene.app, token);
      await untilHeldBack(scene.world);
      await scene.world.clock.advance(CHECK_LIMIT_MS);
      expect(await answering).toMatchObject({ outcome: 'no-answer', because: 'unreachable' });
      expect(CHECK_LIMIT_MS).toBeLessThan(CONSENT_LIMIT_MS);
    });
  });

  describe('one question serves all who ask', () => {
    const rows = async () => {
      const found = await scene.empty.database.query<{ checked_at: Date }>(
        'select checked_at from tenant_checks',
      );
      return found.map(({ checked_at }) => checked_at.getTime());
    };

    test('a thousand panes of one tenant ask at the same moment: Microsoft is asked once', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      const tokens = await Promise.all(
        [MIA, DEMO.users.adele, DEMO.users.alex, DEMO.users.priya].map((user) => scene.world.tokenOf(user)),
      );
      // Sixty calls in a minute are allowed to one user; a thousand users have a thousand times that.
      await scene.world.stopServices();
      const wide = await scene.world.startService(scene.empty.database, {
        limitRules: { 'consent-by-user': { points: 10_000, seconds: 60 } },
      });
      const answers = await Promise.all(
        Array.from({ length: 1000 }, (_, index) => consentOf(wide, tokens[index % tokens.length] ?? '')),
      );
      expect(answers.every((answer) => answer.outcome === 'checked')).toBe(true);
      expect(new Set(answers.map((answer) => JSON.stringify(byState(answer)))).size).toBe(1);
      expect(answers.map(byState)[999]).toEqual({ tenant: ALL });
      expect(scene.world.asked('token')).toBe(1);
      expect(
        scene.world.entra.log.list().filter(({ path }) => path.includes('oauth2PermissionGrants')),
      ).toHaveLength(1);
    }, 60_000);

    test('tenants are asked about apart', async () => {
      const { directory } = scene.world.entra;
      directory.grantForTenant(CONTOSO);
      directory.setApiGrant('fabrikam.example', true);
      const [contoso, fabrikam] = await Promise.all([ask(), ask(DEMO.users.bo)]);
      expect(byState(contoso)).toEqual({ tenant: ALL });
      expect(byState(fabrikam)).not.toHaveProperty('tenant');
      expect(scene.world.asked('token')).toBe(2);
    });

    test('a grant is told again for a minute, and no longer: a revoked one shows', async () => {
      const { entra, clock } = scene.world;
      entra.directory.grantForTenant(CONTOSO);
      const token = await scene.world.tokenOf(MIA);
      const first = await consentOf(scene.app, token);
      entra.directory.revokeForTenant(CONTOSO);
      await clock.advance(59_000);
      expect(await consentOf(scene.app, token)).toEqual(first);
      await clock.advance(1_001);
      expect(byState(await consentOf(scene.app, token))).not.toHaveProperty('tenant');
    });

    describe('15.4: a grant whose minute is nearly over is asked for anew behind the answer', () => {
      const OLD_MS = 50_000;
      /** What was begun behind an answer has come to its end. */
      const untilRenewed = async (): Promise<void> => {
        const isOld = (at: number): boolean => scene.world.clock.now() - at >= OLD_MS;
        while ((await rows()).some(isOld)) await turn(1);
      };
      const asked = () => scene.world.asked('token');
      const granted = async (): Promise<string> => {
        scene.world.entra.directory.grantForTenant(CONTOSO);
        const token = await scene.world.tokenOf(MIA);
        await consentOf(scene.app, token);
        return token;
      };

      test('who asks gets the old one at once, and whoever comes after the minute waits for nobody', async () => {
        const token = await granted();
        await scene.world.clock.advance(OLD_MS - 1);
        await consentOf(scene.app, token);
        expect(asked()).toBe(1);
        await scene.world.clock.advance(1);
        // Microsoft holds the new one back: the old one is told all the same.
        scene.world.entra.directory.injectFault({
          families: ['token'],
          trouble: { kind: 'latency', delayMs: 1_000 },
        });
        const many = await Promise.all(Array.from({ length: 5 }, () => consentOf(scene.app, token)));
        expect(new Set(many.map(({ checkedAt }) => Date.parse(checkedAt)))).toEqual(
          new Set([scene.world.clock.now() - OLD_MS]),
        );
        await untilHeldBack(scene.world);
        await scene.world.clock.advance(1_000);
        await untilRenewed();
        await scene.world.clock.advance(15_000);
        expect(byState(await consentOf(scene.app, token))).toEqual({ tenant: ALL });
        expect(asked()).toBe(2);
      });

      test('one that was revoked is told no more, as soon as Microsoft has said so', async () => {
        const token = await granted();
        scene.world.entra.directory.revokeForTenant(CONTOSO);
        await scene.world.clock.advance(OLD_MS);
        expect(byState(await consentOf(scene.app, token))).toEqual({ tenant: ALL });
        await untilRenewed();
        expect(byState(await consentOf(scene.app, token))).not.toHaveProperty('tenant');
      });

      test('Microsoft gives no answer: the old one counts to its end, and its wait is kept by all', async () => {
        const token = await granted();
        scene.world.logLines.length = 0;
        scene.world.entra.directory.injectFault({
          families: ['token'],
          trouble: { kind: 'throttle', retryAfterSeconds: 20 },
          times: 1,
        });
        await scene.world.clock.advance(OLD_MS);
        await consentOf(scene.app, token);
        while (!scene.world.logLines.some((line) => line.includes('no answer'))) await turn(1);
        await scene.world.clock.advance(9_000);
        expect(byState(await consentOf(scene.app, token))).toEqual({ tenant: ALL });
        await scene.world.clock.advance(2_000);
        expect(await consentOf(scene.app, token)).toMatchObject({
          because: 'throttled',
          retryAfterMs: 9_000,
        });
        expect(asked()).toBe(2);
        await scene.world.clock.advance(9_001);
        expect(byState(await consentOf(scene.app, token))).toEqual({ tenant: ALL });
        expect(asked()).toBe(3);
      });
    });

    test('"not granted" is told again for five seconds, and no longer', async () => {
      const { entra, clock } = scene.world;
      entra.directory.setApiGrant(CONTOSO, true);
      const token = await scene.world.tokenOf(MIA);
      await consentOf(scene.app, token);
      entra.directory.grantForTenant(CONTOSO);
      await clock.advance(5_000);
      expect(byState(await consentOf(scene.app, token))).not.toHaveProperty('tenant');
      await clock.advance(1);
      expect(byState(await consentOf(scene.app, token))).toEqual({ tenant: ALL });
    });

    const readings = (): number =>
      scene.world.entra.log.list().filter(({ path }) => path.includes('oauth2PermissionGrants')).length;

    test('an optional permission that is missing costs no question for each user', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      scene.world.entra.directory.revokeForTenant(CONTOSO, [delegated('Mail.ReadWrite.Shared')]);
      const tokens = await Promise.all(
        [MIA, DEMO.users.adele, DEMO.users.alex].map((user) => scene.world.tokenOf(user)),
      );
      for (const token of tokens) {
        expect(byState(await consentOf(scene.app, token))).toEqual({
          tenant: ALL.filter((name) => name !== 'delegated:Mail.ReadWrite.Shared'),
          'not-known': ['delegated:Mail.ReadWrite.Shared'],
        });
      }
      expect(readings()).toBe(1);
    });

    test("a user's own consent is told again for a minute, what is missing for five seconds", async () => {
      const { clock, entra } = scene.world;
      entra.directory.setTenantGrant(CONTOSO, [PROOF]);
      entra.directory.setApiGrant(CONTOSO, true);
      const token = await scene.world.tokenOf(MIA);
      const own = async () => {
        const before = readings();
        const states = byState(await consentOf(scene.app, token));
        return { isOwn: 'this-user' in states, readings: readings() - before };
      };
      // Before anything is called missing, Graph is asked for the tenant's grants and for the user's another way too (F16).
      expect(await own()).toEqual({ isOwn: false, readings: 4 });
      expect(await own()).toEqual({ isOwn: false, readings: 0 });
      entra.directory.grantForUser(MIA);
      await clock.advance(5_001);
      expect(await own()).toEqual({ isOwn: true, readings: 3 });
      // The tenant is asked about anew, the user is not.
      await clock.advance(50_000);
      expect(await own()).toEqual({ isOwn: true, readings: 2 });
      await clock.advance(10_001);
      expect(await own()).toEqual({ isOwn: true, readings: 3 });
    });

    /** The clock of the instance that checked was ahead, and has been set right since. */
    const checkedAhead = (ms: number) =>
      scene.empty.database.query(`update tenant_checks set checked_at = checked_at + $1 * interval '1 ms'`, [
        ms,
      ]);
    test('a grant that was checked in the future is asked anew, and the present takes its place', async () => {
      const { entra, clock } = scene.world;
      entra.directory.grantForTenant(CONTOSO);
      const token = await scene.world.tokenOf(MIA);
      await consentOf(scene.app, token);
      await checkedAhead(10 * 60_000);
      entra.directory.revokeForTenant(CONTOSO);
      expect(byState(await consentOf(scene.app, token))).not.toHaveProperty('tenant');
      expect(await rows()).toEqual([clock.now()]);
    });

    test('clocks that differ by a moment are no reason to ask twice', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      const token = await scene.world.tokenOf(MIA);
      await consentOf(scene.app, token);
      await checkedAhead(4_000);
      await consentOf(scene.app, token);
      expect(scene.world.asked('token')).toBe(1);
    });

    test('a wait that was asked for in the future is no wait', async () => {
      const { entra } = scene.world;
      entra.directory.grantForTenant(CONTOSO);
      const token = await scene.world.tokenOf(MIA);
      entra.directory.injectFault({
        families: ['token'],
        trouble: { kind: 'throttle', retryAfterSeconds: 20 },
        times: 1,
      });
      await consentOf(scene.app, token);
      await checkedAhead(4_000);
      expect(await consentOf(scene.app, token)).toMatchObject({ because: 'throttled', retryAfterMs: 20_000 });
      await checkedAhead(10 * 60_000);
      expect(byState(await consentOf(scene.app, token))).toEqual({ tenant: ALL });
    });

    test('15.4: what is kept is read again as soon as anybody has written it, in whichever table, and only then', async () => {
      const { database } = scene.empty;
      const kept = createKeptFacts(database, scene.world.clock, PERMISSION_SET, { endsLooks: true });
      const tenant = parseTenantId('5eed0000-0000-4000-8000-000000000001') as TenantId;
      let before = await kept.read(tenant);
      for (const write of [
        'insert into tenant_hints (tenant_id, number, hinted_at) values ($1, 1, now())',
        `insert into tenant_checks (tenant_id, hint_number, checked_at, facts) values ($1, 1, now(), '{"kind":"nothing-granted"}')`,
        `insert into tenant_looks (tenant_id, seen_at, facts) values ($1, now(), '{"tenantScopes":[]}')`,
        "insert into tenant_situations (tenant_id, situation, set_at) values ($1, 'no-autopilot', now())",
        'update tenant_hints set number = 2 where tenant_id = $1',
        `update tenant_checks set facts = '{"kind":"application-disabled"}' where tenant_id = $1`,
        'delete from tenant_looks where tenant_id = $1',
      ]) {
        await database.query(write, [tenant]);
        const after = await kept.read(tenant);
        expect(after).not.toBe(before);
        expect(await kept.read(tenant)).toBe(after);
        before = after;
      }
      expect(before).toMatchObject({
        hint_number: 2,
        known: { facts: { kind: 'application-disabled' }, look: undefined, situation: 'no-autopilot' },
      });
      kept.close();
    });

    test('what was known survives a restart of the service', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      const token = await scene.world.tokenOf(MIA);
      await consentOf(scene.app, token);
      await scene.world.stopServices();
      const again = await scene.world.startService(scene.empty.database);
      expect(byState(await consentOf(again, token))).toEqual({ tenant: ALL });
      expect(scene.world.asked('token')).toBe(1);
    });
  });

  describe('who may ask', () => {
    test('nobody without a token of ours', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      const graphToken = await scene.world.appTokenOf(CONTOSO);
      for (const authorization of [
        undefined,
        'Bearer',
        'Bearer ',
        'Bearer x.y.z',
        'Basic bWlhOnBhc3M=',
        `Bearer ${graphToken}`,
      ]) {
        const answer = await get(
          scene.app,
          '/api/consent',
          authorization === undefined ? {} : { authorization },
        );
        expect(answer.statusCode).toBe(401);
        expect(answer.headers['content-type']).toBe('application/problem+json');
        expect(answer.headers['www-authenticate']).toBe('Bearer');
        expect(answer.json()).toMatchObject({ type: 'urn:extendsync:problem:not-signed-in', status: 401 });
      }
    });

    test('answers are kept by no cache and shown to no other site', async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      const headers = {
        authorization: `Bearer ${await scene.world.tokenOf(MIA)}`,
        origin: 'https://evil.example',
      };
      const answer = await get(scene.app, '/api/consent', headers);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      const crossSite = await get(scene.app, '/api/consent', { ...headers, 'sec-fetch-site': 'cross-site' });
      expect(crossSite.statusCode).toBe(403);
      expect(crossSite.json()).toMatchObject({ type: 'urn:extendsync:problem:cross-site' });
    });

    test("Microsoft's keys cannot be fetched: the token is not called wrong", async () => {
      scene.world.entra.directory.grantForTenant(CONTOSO);
      const token = await scene.world.tokenOf(MIA);
      scene.world.entra.directory.injectFault({
        families: ['openid'],
        trouble: { kind: 'server-error' },
        times: 1,
      });
      const answer = await get(scene.app, '/api/consent', { authorization: `Bearer ${token}` });
      expect(answer.statusCode).toBe(503);
      expect(answer.headers['retry-after']).toBe('5');
      await scene.world.clock.advance(5_000);
      expect(byState(await consentOf(scene.app, token))).toEqual({ tenant: ALL });
    });
  });
});
