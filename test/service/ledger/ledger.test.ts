import { text } from 'node:stream/consumers';
import {
  parseTenantCounts,
  parseCheckedTenant,
  parseTenantPage,
  parseTenantQuery,
  parseTenantWithHistory,
  type CheckedTenant,
  type TenantEntry,
} from '../../../src/core/ledger/api';
import { PERMISSION_SET, PERMISSION_SET_VERSION } from '../../../src/core/permission-set';
import { parseTenantId } from '../../../src/core/tenant';
import { ledgerCsv } from '../../../src/service/ledger/csv';
import { createLedgerList } from '../../../src/service/ledger/list';
import { DEMO } from '../../simulator/entra/demo-seed';
import { onEachDatabase, type Scene } from '../testing/on-each-database';
import { aroundStatements } from '../../../src/service/database/around-statements';
import { adminAccepts, consentOf, get, makeRequest, restoreRegistration } from '../testing/service-world';

const { contoso, fabrikam, extendsync } = DEMO.tenants;
const { mia, bo, olga, adele } = DEMO.users;
const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;
const DELEGATED = PERMISSION_SET.filter(({ kind }) => kind === 'delegated');

onEachDatabase(tell, {
  keepsService: true,
  settings: { homeTenant: parseTenantId(extendsync)! },
  // Whoever registers an application has it in the own tenant.
  prepare: ({ entra }) => entra.directory.installApplication('extendsync.example'),
});

function tell(scene: Scene): void {
  const asOlga = async () => ({ authorization: `Bearer ${await scene.world.tokenOf(olga)}` });
  /** What an answer has told the ledger stands there by then. */
  const reads = async (url: string) => {
    const headers = await asOlga();
    await scene.settled();
    return get(scene.app, url, headers);
  };
  const list = async (query = ''): Promise<readonly TenantEntry[]> => {
    const answer = await reads(`/api/tenants${query}`);
    const page = answer.statusCode === 200 ? parseTenantPage(answer.json()) : undefined;
    if (!page) throw new Error(`no list: ${String(answer.statusCode)} ${answer.body}`);
    return page.tenants;
  };
  /** The organisation stands in the ledger by then: a domain is noted where it does alone. */
  const opensPane = async (user: string) => {
    const answer = await consentOf(scene.app, await scene.world.tokenOf(user));
    await scene.settled();
    return answer;
  };
  const makesRequest = async (user: string, payload: object = { tenant: 'contoso.example' }) =>
    scene.app.inject({
      method: 'POST',
      url: '/api/requests',
      payload,
      headers: { authorization: `Bearer ${await scene.world.tokenOf(user)}` },
    });
  const entry = async (tenant: string): Promise<TenantEntry> => {
    const answer = await reads(`/api/tenants/${tenant}`);
    const found = parseTenantWithHistory(answer.json());
    if (!found) throw new Error(`not found: ${answer.body}`);
    return found.tenant;
  };
  const history = async (tenant: string) =>
    parseTenantWithHistory((await reads(`/api/tenants/${tenant}`)).json())?.history ?? [];
  const checks = async (tenant: string) => (await asksAgain(tenant))?.tenant;
  const asksAgain = async (tenant: string): Promise<CheckedTenant | undefined> => {
    const answer = await scene.app.inject({
      method: 'POST',
      url: `/api/tenants/${tenant}/checks`,
      headers: await asOlga(),
    });
    return parseCheckedTenant(answer.json());
  };
  /** Of what stands in the list, as an operator who sees it there. */
  const deletes = async (tenant: string) => {
    const headers = await asOlga();
    await scene.settled();
    return scene.app.inject({ method: 'DELETE', url: `/api/tenants/${tenant}`, headers });
  };

  describe('who may read the ledger', () => {
    test('Olga, of the vendor’s tenant and with the role', async () => {
      expect(await list()).toEqual([]);
    });

    test.each([
      ['nobody', async () => ({})],
      ['a token that is none', async () => ({ authorization: 'Bearer a.b.c' })],
    ])('%s: 401', async (_who, headers) => {
      for (const url of [
        '/api/tenants',
        '/api/tenants.csv',
        '/api/tenants/counts',
        `/api/tenants/${contoso}`,
      ])
        expect((await get(scene.app, url, await headers())).statusCode).toBe(401);
    });

    test('Mia, and Mia with the role in their own tenant: 403, and the log names neither', async () => {
      scene.world.entra.directory.grantForTenant('contoso.example');
      const headers = { authorization: `Bearer ${await scene.world.tokenOf(mia)}` };
      expect((await get(scene.app, '/api/tenants', headers)).json()).toMatchObject({
        type: 'urn:extendsync:problem:not-an-operator',
      });
      scene.world.entra.directory.setAppRoles(mia, ['Consent.Operator']);
      const withRole = { authorization: `Bearer ${await scene.world.tokenOf(mia)}` };
      expect((await get(scene.app, '/api/tenants', withRole)).statusCode).toBe(403);
      expect(scene.world.logLines.join('\n')).not.toContain(mia);
    });

    test('Olga without the role: 403', async () => {
      scene.world.entra.directory.setAppRoles(olga, []);
      expect((await reads('/api/tenants')).statusCode).toBe(403);
    });

    test('each reading and each act stands in the log with the operator’s id', async () => {
      scene.world.logLines.length = 0;
      await list();
      await checks(contoso);
      await entry(contoso);
      await reads('/api/tenants.csv');
      await reads('/api/tenants/counts');
      await deletes(contoso);
      const lines = scene.world.logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(
        lines
          .filter(({ msg }) => msg === 'ledger')
          .map(({ operator, did, tenant }) => [operator, did, tenant]),
      ).toEqual([
        ...['list', 'check', 'organisation', 'csv', 'counts'].map((did) => [olga, did, undefined]),
        // It cannot be taken back: whoever answers for it has to be able to say for which one.
        [olga, 'delete', contoso],
      ]);
    });
  });

  describe('an organisation shows itself', () => {
    test('by a pane: the ledger knows it, its state, and who it is', async () => {
      scene.world.entra.directory.grantForTenant('contoso.example');
      await opensPane(mia);
      expect(await list()).toEqual([
        expect.objectContaining({
          tenantId: contoso,
          name: 'Contoso',
          state: 'granted',
          missing: [],
          proof: 'application',
          seenBy: 'pane',
          grantedVersion: PERMISSION_SET_VERSION,
          openRequests: { count: 0 },
          checkedAt: new Date(scene.world.clock.now()).toISOString(),
        }),
      ]);
    });

    test('a stranger who makes a request in its name enters nothing', async () => {
      await makeRequest(scene.app, 'contoso.example');
      await makeRequest(scene.app, contoso);
      expect(await list()).toEqual([]);
    });

    test('by an approval: granted, proved by the administrator’s look', async () => {
      const { id } = await makeRequest(scene.app, 'contoso.example');
      await scene.app.inject({
        method: 'POST',
        url: `/api/requests/${id}/attempts`,
        payload: { situation: 'no-autopilot' },
      });
      await adminAccepts(scene.world, scene.app, id, 'Adele Admin adele@contoso.example');
      const found = await entry(contoso);
      expect(found).toMatchObject({ state: 'granted', seenBy: 'approval' });
    });

    test('by an operator’s entry: never asked', async () => {
      expect(await checks(fabrikam)).toMatchObject({
        tenantId: fabrikam,
        state: 'never-asked',
        seenBy: 'operator',
      });
      expect((await list()).map(({ tenantId }) => tenantId)).toEqual([fabrikam]);
    });

    test('its own people’s requests are counted, and told by number and age alone', async () => {
      scene.world.entra.directory.setTenantGrant('contoso.example', DELEGATED);
      await opensPane(mia);
      expect((await makesRequest(mia)).statusCode).toBe(201);
      const found = await entry(contoso);
      expect(found.openRequests).toEqual({
        count: 1,
        oldestAt: new Date(scene.world.clock.now()).toISOString(),
      });
      expect(found.domains).toEqual(['contoso.example']);
      expect(JSON.stringify(found)).not.toContain(mia);
      expect(JSON.stringify(found)).not.toContain('mia');
    });
  });

  describe('its people name a domain beside its tenant id', () => {
    test('their own: it is noted, and Microsoft is asked about it once', async () => {
      scene.world.entra.directory.grantForTenant('fabrikam.example');
      await opensPane(bo);
      expect((await entry(fabrikam)).domains).toEqual([]);
      const asked = scene.world.asked('openid');
      for (let request = 0; request < 3; request += 1) {
        await makesRequest(bo, { tenant: fabrikam, domain: 'fabrikam.example' });
        while ((await entry(fabrikam)).domains.length === 0) await scene.world.clock.advance(0);
      }
      expect((await entry(fabrikam)).domains).toEqual(['fabrikam.example']);
      expect(scene.world.asked('openid') - asked).toBe(1);
    });

    test('another organisation’s: that one is found by it as before, and theirs is not', async () => {
      scene.world.entra.directory.grantForTenant('fabrikam.example');
      scene.world.entra.directory.grantForTenant('contoso.example');
      await opensPane(bo);
      await opensPane(mia);
      const asked = scene.world.asked('openid');
      await makesRequest(bo, { tenant: fabrikam, domain: 'contoso.example' });
      while (scene.world.asked('openid') === asked) await scene.world.clock.advance(0);
      // The next one is noted once that one is over.
      while ((await entry(fabrikam)).domains.length === 0)
        await makesRequest(bo, { tenant: fabrikam, domain: 'fabrikam.example' });
      await makesRequest(mia);
      expect((await list('?text=contoso.example')).map(({ tenantId }) => tenantId)).toEqual([contoso]);
      expect((await entry(fabrikam)).domains).toEqual(['fabrikam.example']);
    });
  });

  describe('an organisation changes', () => {
    test('granted, in part, withdrawn and granted again: each change once, the newest first', async () => {
      const { directory } = scene.world.entra;
      directory.grantForTenant('contoso.example');
      await opensPane(mia);
      await scene.world.clock.advance(2 * MINUTE_MS);
      await opensPane(mia);
      expect(await history(contoso)).toHaveLength(1);
      directory.setTenantGrant(
        'contoso.example',
        PERMISSION_SET.filter(({ scope, kind }) => !(scope === 'Mail.ReadWrite' && kind === 'delegated')),
      );
      expect(await checks(contoso)).toMatchObject({ state: 'granted' });
      await scene.world.clock.advance(2 * MINUTE_MS);
      expect(await checks(contoso)).toMatchObject({
        state: 'partial',
        missing: ['delegated:Mail.ReadWrite'],
      });
      directory.removeApplication('contoso.example');
      await scene.world.clock.advance(2 * MINUTE_MS);
      expect(await checks(contoso)).toMatchObject({ state: 'withdrawn', grantedVersion: 1 });
      directory.grantForTenant('contoso.example');
      await scene.world.clock.advance(2 * MINUTE_MS);
      expect(await checks(contoso)).toMatchObject({ state: 'granted' });
      expect((await history(contoso)).map(({ state }) => state)).toEqual([
        'granted',
        'withdrawn',
        'partial',
        'granted',
      ]);
    });

    test('an operator asks again: whether Microsoft was asked is told, and until when it wants to be left alone', async () => {
      const { directory } = scene.world.entra;
      directory.grantForTenant('contoso.example');
      expect((await asksAgain(contoso))?.question).toEqual({ asked: true });
      expect((await asksAgain(contoso))?.question).toEqual({ asked: false });
      await scene.world.clock.advance(2 * MINUTE_MS);
      const waitsUntil = new Date(scene.world.clock.now() + 30 * MINUTE_MS).toISOString();
      const trouble = { kind: 'throttle', retryAfterSeconds: 1_800 } as const;
      const fault = directory.injectFault({ families: ['token'], trouble });
      expect((await asksAgain(contoso))?.question).toEqual({ asked: true, waitsUntil });
      directory.clearFaults(fault);
      await scene.world.clock.advance(25 * MINUTE_MS);
      expect((await asksAgain(contoso))?.question).toEqual({ asked: false, waitsUntil });
      await scene.world.clock.advance(5 * MINUTE_MS);
      expect((await asksAgain(contoso))?.question).toEqual({ asked: true });
    });

    test('our registration is deleted at its home: nobody is said to have withdrawn', async () => {
      const { directory } = scene.world.entra;
      directory.grantForTenant('contoso.example');
      directory.grantForTenant('fabrikam.example');
      await Promise.all([opensPane(mia), opensPane(bo)]);
      const asOperator = await asOlga();
      await scene.world.clock.advance(2 * MINUTE_MS);
      const tokens = await Promise.all([mia, bo].map((user) => scene.world.tokenOf(user)));
      directory.setApplicationDeleted(true);
      const answers = await Promise.all(tokens.map((token) => consentOf(scene.app, token)));
      expect(answers.map(({ outcome }) => outcome)).toEqual(['no-answer', 'no-answer']);
      await scene.settled();
      const page = parseTenantPage((await get(scene.app, '/api/tenants', asOperator)).json());
      expect(page?.tenants.map(({ state, trouble }) => [state, trouble?.because])).toEqual([
        ['granted', 'unexpected'],
        ['granted', 'unexpected'],
      ]);
      await restoreRegistration(scene.world);
    });

    test('Mia consents alone: only some people, and the next question that is nobody’s keeps it', async () => {
      const { directory } = scene.world.entra;
      directory.setTenantGrant(
        'contoso.example',
        PERMISSION_SET.filter(({ kind, provesGrants }) => kind === 'application' && provesGrants === true),
      );
      directory.grantForUser(
        mia,
        DELEGATED.filter(({ provesGrants }) => provesGrants !== true),
      );
      await opensPane(mia);
      expect(await entry(contoso)).toMatchObject({ state: 'only-some-people' });
      await scene.world.clock.advance(2 * MINUTE_MS);
      expect(await checks(contoso)).toMatchObject({ state: 'only-some-people' });
      directory.removeApplication('contoso.example');
      await scene.world.clock.advance(2 * MINUTE_MS);
      expect((await checks(contoso))?.state).not.toBe('only-some-people');
    });

    test('Graph does not say what one user holds: that says nothing of the organisation', async () => {
      const { directory } = scene.world.entra;
      directory.setTenantGrant(
        'contoso.example',
        PERMISSION_SET.filter(({ scope, kind }) => !(scope === 'Mail.ReadWrite' && kind === 'delegated')),
      );
      const [asMia, asAdele] = await Promise.all([mia, adele].map((user) => scene.world.tokenOf(user)));
      const since = new Date(scene.world.clock.now());
      const found: unknown[] = [];
      for (let round = 0; round < 3; round += 1) {
        await consentOf(scene.app, asMia ?? '');
        // The tenant's answer counts yet: Adele's own grants are all that Graph is asked for.
        const fault = directory.injectFault({ families: ['graph'], trouble: { kind: 'throttle' } });
        await consentOf(scene.app, asAdele ?? '');
        await scene.settled();
        directory.clearFaults(fault);
        found.push(...(await scene.empty.database.query('select state, missing, since from tenants')));
        await scene.world.clock.advance(6_000);
      }
      const partial = { state: 'partial', missing: ['delegated:Mail.ReadWrite'], since };
      expect(found).toEqual([partial, partial, partial]);
      expect(await history(contoso)).toHaveLength(1);
    });

    test('the application is switched off there: disabled', async () => {
      const { directory } = scene.world.entra;
      directory.grantForTenant('contoso.example');
      directory.setApplicationEnabled('contoso.example', false);
      expect(await checks(contoso)).toMatchObject({ state: 'disabled' });
    });

    test('Microsoft is unavailable: the entry stays what it was, and says that the last question had no answer', async () => {
      scene.world.entra.directory.grantForTenant('contoso.example');
      await opensPane(mia);
      await scene.world.clock.advance(2 * MINUTE_MS);
      scene.world.entra.directory.injectFault({
        families: ['token'],
        trouble: { kind: 'server-error', status: 503 },
      });
      const found = await checks(contoso);
      expect(found).toMatchObject({ state: 'granted', trouble: { because: 'unreachable' } });
      expect(await history(contoso)).toHaveLength(1);
      scene.world.entra.reset();
    });

    const graphsWord = (code: string) => JSON.stringify({ error: { code, message: 'No.' } });
    test.each([
      [
        'does not know the key of a fresh token',
        401,
        'application/json',
        graphsWord('InvalidAuthenticationToken'),
      ],
      ['denies what a fresh token may', 403, 'application/json', graphsWord('Authorization_RequestDenied')],
      ['is not reached, and a proxy refuses', 403, 'text/html', '<html>blocked</html>'],
      ['is not reached, and a proxy knows no such page', 404, 'text/html', '<html>not found</html>'],
    ])(
      'Graph %s: the entry stays what it was, as with a server that is ill',
      async (_what, status, contentType, body) => {
        const { directory } = scene.world.entra;
        directory.grantForTenant('contoso.example');
        await opensPane(mia);
        await scene.world.clock.advance(2 * MINUTE_MS);
        directory.injectFault({
          families: ['graph'],
          trouble: { kind: 'garbage', status, contentType, body },
        });
        expect(await checks(contoso)).toMatchObject({ state: 'granted' });
        expect(await history(contoso)).toHaveLength(1);
        directory.clearFaults();
      },
    );

    test('one of Graph’s servers leaves our service principal out for a moment: the entry stays granted', async () => {
      const { directory } = scene.world.entra;
      directory.grantForTenant('contoso.example');
      await opensPane(mia);
      await scene.world.clock.advance(2 * MINUTE_MS);
      const empty = {
        kind: 'garbage',
        status: 200,
        contentType: 'application/json',
        body: '{"value":[]}',
      } as const;
      directory.injectFault({ families: ['graph'], trouble: empty, times: 1 });
      expect(await checks(contoso)).toMatchObject({ state: 'granted', trouble: undefined });
      directory.clearFaults();
    });

    test('an organisation that never had an answer could not be told', async () => {
      scene.world.entra.directory.injectFault({
        families: ['token'],
        trouble: { kind: 'server-error', status: 503 },
      });
      expect(await checks(contoso)).toMatchObject({
        state: 'could-not-tell',
        trouble: { because: 'unreachable' },
      });
      scene.world.entra.reset();
    });
  });

  describe('the list', () => {
    const enterMany = (count: number) =>
      scene.empty.database.query(
        `insert into tenants (tenant_id, name, sort_name, state, since, first_seen_at, seen_by, next_check_at, situation)
         select '00000000-0000-4000-8000-' || lpad(n::text, 12, '0'), 'Company ' || n, 'company ' || n,
           (array['granted', 'partial', 'never-asked'])[n % 3 + 1], $2::timestamptz - n * interval '1 day',
           $2::timestamptz, 'pane', $2::timestamptz, case when n % 2 = 0 then 'no-autopilot' end
         from generate_series(1, $1::int) n`,
        [count, new Date(scene.world.clock.now())],
      );

    test.each(['name', '-name', 'since', '-since', 'checked', '-checked', 'seen', '-seen'])(
      'sorted by %s, page by page: each organisation once',
      async (sort) => {
        await enterMany(23);
        const found: string[] = [];
        let cursor: string | undefined;
        let pages = 0;
        do {
          const more = cursor === undefined ? '' : `&cursor=${cursor}`;
          const page = parseTenantPage((await reads(`/api/tenants?sort=${sort}&limit=5${more}`)).json());
          found.push(...(page?.tenants ?? []).map(({ tenantId }) => tenantId));
          cursor = page?.next;
          pages += 1;
        } while (cursor !== undefined && pages < 10);
        expect(new Set(found).size).toBe(23);
        expect(found).toHaveLength(23);
        if (sort.endsWith('since')) {
          const whole = await list(`?sort=${sort}&limit=200`);
          const times = whole.map(({ since }) => since);
          expect(times).toEqual(sort === 'since' ? times.toSorted() : times.toSorted().toReversed());
        }
      },
    );

    test.each([
      ['-checked', 'checked_at'],
      ['-since', 'since'],
      ['-seen', 'first_seen_at'],
    ])(
      'sorted by %s: one that was asked about while the list was read comes at its end',
      async (sort, column) => {
        await enterMany(5);
        const { database } = scene.empty;
        await database.query(
          `update tenants set ${column} = $1::timestamptz - right(tenant_id, 12)::int * interval '1 day'`,
          [new Date(scene.world.clock.now())],
        );
        const found: (string | undefined)[] = [];
        let cursor: string | undefined;
        do {
          const more = cursor === undefined ? '' : `&cursor=${cursor}`;
          const page = parseTenantPage((await reads(`/api/tenants?sort=${sort}&limit=2${more}`)).json());
          found.push(...(page?.tenants ?? []).map(({ name }) => name));
          cursor = page?.next;
          // Three that no page has brought yet, and each a little later than the one before.
          if (found.length === 2)
            await database.query(
              `update tenants set ${column} = $1::timestamptz + right(tenant_id, 12)::int * interval '1 second'
               where name in ('Company 3', 'Company 4', 'Company 5')`,
              [new Date(scene.world.clock.now())],
            );
        } while (cursor !== undefined && found.length < 20);
        expect(found).toEqual(['Company 1', 'Company 2', 'Company 3', 'Company 4', 'Company 5']);
      },
    );

    test('filtered by state, situation, age and text', async () => {
      await enterMany(12);
      expect((await list('?state=partial&state=granted')).every(({ state }) => state !== 'never-asked')).toBe(
        true,
      );
      expect(await list('?state=partial&state=granted')).toHaveLength(8);
      expect(await list('?situation=no-autopilot')).toHaveLength(6);
      expect(await list('?situation=unknown')).toHaveLength(6);
      expect(await list('?olderThanDays=10')).toHaveLength(3);
      expect((await list('?text=company%2012')).map(({ name }) => name)).toEqual(['Company 12']);
      expect(await list('?text=8000-000000000012')).toHaveLength(1);
      expect(await list('?text=%25')).toEqual([]);
    });

    test('found by a domain in its own letters, as its people write it, and by a part of the name of DNS', async () => {
      await enterMany(2);
      await scene.empty.database.query(
        `insert into tenant_domains (tenant_id, domain, seen_at)
         select min(tenant_id), 'xn--bcher-kva.example', now() from tenants`,
      );
      for (const written of ['bücher.example', 'BÜCHER.example', 'xn--bcher'])
        expect((await list(`?text=${encodeURIComponent(written)}`)).map(({ name }) => name)).toEqual([
          'Company 1',
        ]);
    });

    test.each([
      ['garbage', 'xyz'],
      ['another shape', Buffer.from('{"a":1}').toString('base64url')],
      [
        'a beginning that is none',
        Buffer.from(JSON.stringify(['2026-01-05 08:00:00+00', contoso, 'x', contoso])).toString('base64url'),
      ],
      ['a time that is none', Buffer.from(JSON.stringify(["1' or 1=1", contoso])).toString('base64url')],
    ])('a cursor that is %s is refused', async (_what, cursor) => {
      expect((await reads(`/api/tenants?sort=since&cursor=${cursor}`)).statusCode).toBe(400);
    });

    test.each(['?limit=0', '?limit=1000', '?limit=x'])('a wrong limit is refused: %s', async (query) => {
      expect((await reads(`/api/tenants${query}`)).statusCode).toBe(400);
    });

    test('as CSV: all rows of the filter, and no cell is a formula', async () => {
      await enterMany(2_300);
      await scene.empty.database.query(
        `update tenants set name = '=HYPERLINK("https://evil.example")', sort_name = ' ' where name = 'Company 1'`,
      );
      const answer = await reads('/api/tenants.csv');
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      const lines = answer.body.trim().split('\r\n');
      expect(lines).toHaveLength(2_301);
      expect(lines[0]).toContain('Tenant id,Name,Domains,State');
      expect(lines[1]).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
      expect((await reads('/api/tenants.csv?state=partial')).body.trim().split('\r\n')).toHaveLength(768);
    });

    test.each([
      ["Evil;=cmd|' /C calc'!A0;x", "Evil;'=cmd|' /C calc'!A0;x"],
      ['Evil;"=1+1', `"Evil;'""=1+1"`],
      ['a; +1;@b|-c, =d', `"a;' +1;'@b|'-c,' =d"`],
      ['\t=1', "' =1"],
      ['Evil\n=1\r\n=2\u2028=3', 'Evil =1 =2 =3'],
      ['＝1', "'＝1"],
      ['Contoso; Fabrikam - North', 'Contoso; Fabrikam - North'],
    ])('as CSV: the name %j is a formula by no separator', async (name, written) => {
      await enterMany(1);
      await scene.empty.database.query('update tenants set name = $1', [name]);
      const [, line = '', ...more] = (await reads('/api/tenants.csv')).body.trim().split('\r\n');
      expect(line).toContain(`,${written},`);
      expect(more).toEqual([]);
    });

    test.each([
      ['-checked', 'tenant_id'],
      ['checked', 'tenant_id'],
      ['-since', 'tenant_id desc'],
    ])(
      'as CSV by %s: each organisation once, in that order, while some are asked about anew',
      async (sort, anew) => {
        await enterMany(2_500);
        const { database } = scene.empty;
        const moving = createLedgerList(
          // Whenever rows have been read, the sweep has found others changed.
          aroundStatements(database, async (ask) => {
            const rows = await ask();
            await database.query(
              `update tenants set checked_at = now(), since = now()
               where tenant_id in (select tenant_id from tenants order by ${anew} limit 60)`,
            );
            return rows;
          }),
          scene.world.clock,
        );
        const query = parseTenantQuery(new URLSearchParams({ sort }));
        const whole = await createLedgerList(database, scene.world.clock).page(query, undefined, 3_000);
        const inOrder = (whole?.tenants ?? []).map(({ tenantId }) => tenantId);
        const lines = (await text(ledgerCsv(moving, query))).trim().split('\r\n').slice(1);
        expect(lines.map((line) => line.split(',')[0])).toEqual(inOrder);
        expect(new Set(inOrder).size).toBe(2_500);
      },
    );

    test('the counts of today, and of the days on which somebody counted', async () => {
      await enterMany(9);
      await scene.sleep(1);
      await scene.sleep(DAY_MS);
      const counts = parseTenantCounts((await reads('/api/tenants/counts')).json());
      expect(counts?.now).toMatchObject({ granted: 3, partial: 3, 'never-asked': 3, withdrawn: 0 });
      expect(counts?.days).toEqual([
        {
          day: new Date(scene.world.clock.now() - DAY_MS).toISOString().slice(0, 10),
          counts: expect.objectContaining({ granted: 3 }) as unknown,
        },
      ]);
    });
  });

  describe('an organisation asks for its data to be deleted', () => {
    test('its rows are empty, an entry without a name stays, and its people may come back', async () => {
      scene.world.entra.directory.grantForTenant('contoso.example');
      await opensPane(mia);
      // Its people have named its domain; somebody else has made a request by it alone.
      await makesRequest(mia);
      await makeRequest(scene.app, 'contoso.example');
      expect((await deletes(contoso)).statusCode).toBe(204);
      const gone = await entry(contoso);
      expect(gone.name).toBeUndefined();
      expect(gone).toMatchObject({ domains: [], deletedAt: expect.any(String) as unknown });
      expect(await history(contoso)).toEqual([]);
      const [, row] = (await reads('/api/tenants.csv')).body.trim().split('\r\n');
      expect(row?.split(',').slice(-3)).toEqual(['', '', gone.deletedAt]);
      expect(row?.split(',')[3]).toBe('deleted');
      for (const table of [
        'tenant_checks',
        'tenant_looks',
        'tenant_situations',
        'tenant_domains',
        'tenant_history',
        'requests',
      ])
        expect(await scene.empty.database.query(`select * from ${table}`)).toEqual([]);
      expect((await deletes(fabrikam)).statusCode).toBe(404);
      expect((await deletes('nobody')).statusCode).toBe(404);
      expect(await list()).toHaveLength(1);
      // It stands in no state, as in the counts.
      expect(await list('?state=could-not-tell')).toEqual([]);
      // Nor is it used in any way, or has it stood so for any time.
      await scene.empty.database.query("update tenants set since = since - interval '8 days'");
      expect(await list('?situation=unknown')).toEqual([]);
      expect(await list('?olderThanDays=7')).toEqual([]);
      await scene.world.clock.advance(MINUTE_MS);
      await opensPane(mia);
      expect(await entry(contoso)).toMatchObject({ name: 'Contoso', state: 'granted' });
      expect((await entry(contoso)).deletedAt).toBeUndefined();
    });

    test('an operator who had it open asks about it: it stays deleted, and Microsoft is not asked', async () => {
      scene.world.entra.directory.grantForTenant('contoso.example');
      await opensPane(mia);
      expect((await deletes(contoso)).statusCode).toBe(204);
      await scene.world.clock.advance(MINUTE_MS);
      const asked = scene.world.asked('graph');
      const found = await checks(contoso);
      expect(found).toMatchObject({ state: 'could-not-tell', deletedAt: expect.any(String) as unknown });
      expect(found?.name).toBeUndefined();
      expect(await entry(contoso)).toEqual(found);
      expect(scene.world.asked('graph')).toBe(asked);
      expect(await history(contoso)).toEqual([]);
    });

    test('it goes by the domains that Microsoft says are its: what others have asked for by theirs stays', async () => {
      scene.world.entra.directory.grantForTenant('fabrikam.example');
      await opensPane(bo);
      await makesRequest(bo, { tenant: 'fabrikam.example' });
      // As an earlier version has noted it, on Bo's word.
      await scene.empty.database.query(
        "insert into tenant_domains (tenant_id, domain, seen_at) values ($1, 'contoso.example', now())",
        [fabrikam],
      );
      for (const name of ['contoso.example', 'fabrikam.example']) await makeRequest(scene.app, name);
      expect((await deletes(fabrikam)).statusCode).toBe(204);
      expect(await scene.empty.database.query('select tenant from requests')).toEqual([
        { tenant: 'contoso.example' },
      ]);
      expect((await entry(fabrikam)).domains).toEqual([]);
    });

    test('while Microsoft does not say whose a domain is nothing is deleted, and it can be done later', async () => {
      scene.world.entra.directory.grantForTenant('contoso.example');
      await opensPane(mia);
      await makesRequest(mia, { tenant: 'contoso.example' });
      await makeRequest(scene.app, 'contoso.example');
      const trouble = { kind: 'server-error', status: 503 } as const;
      scene.world.entra.directory.injectFault({ families: ['openid'], trouble, times: 1 });
      const refused = await deletes(contoso);
      expect([refused.statusCode, refused.json<{ type: string }>().type]).toEqual([
        503,
        'urn:extendsync:problem:domains-not-known',
      ]);
      expect((await entry(contoso)).domains).toEqual(['contoso.example']);
      expect((await deletes(contoso)).statusCode).toBe(204);
      expect(await scene.empty.database.query('select tenant from requests')).toEqual([]);
    });

    test('what its administrator’s look has set going writes nothing back, also once the approval has spread', async () => {
      scene.world.entra.directory.setPropagationDelay(20_000, 'contoso.example');
      const { id } = await makeRequest(scene.app);
      const page = await adminAccepts(scene.world, scene.app, id, 'Adele Admin adele@contoso.example');
      expect(page.get('looked')).toBe('incomplete');
      expect((await deletes(contoso)).statusCode).toBe(204);
      for (const table of ['spread_checks', 'looks', 'look_keys'])
        expect(await scene.empty.database.query(`select * from ${table}`)).toEqual([]);
      const asked = scene.world.asked('token');
      for (let second = 0; second < 60; second += 1) {
        await scene.world.clock.advance(1_000);
        await scene.settled();
      }
      expect(scene.world.asked('token')).toBe(asked);
      const gone = await entry(contoso);
      expect(gone.name).toBeUndefined();
      expect(gone.deletedAt).toBeDefined();
    });
  });

  describe('the clock of the instance that wrote was a month ahead, and has been set right since', () => {
    const writtenAhead = (columns: readonly string[]) =>
      scene.empty.database.query(
        `update tenants set ${columns.map((column) => `${column} = ${column} + interval '30 days'`).join(', ')}`,
      );
    beforeEach(async () => {
      scene.world.entra.directory.grantForTenant('contoso.example');
      await opensPane(mia);
      await scene.settled();
      await scene.empty.database.query(
        "update tenant_checks set checked_at = checked_at + interval '30 days'",
      );
    });

    test('what it found is replaced by what is found now', async () => {
      await writtenAhead(['checked_at', 'since', 'next_check_at']);
      const now = new Date(scene.world.clock.now()).toISOString();
      expect(await checks(contoso)).toMatchObject({ state: 'granted', since: now, checkedAt: now });
      await writtenAhead(['checked_at', 'since', 'next_check_at']);
      await scene.world.clock.advance(2 * MINUTE_MS);
      scene.world.entra.directory.removeApplication('contoso.example');
      expect(await checks(contoso)).toMatchObject({ state: 'withdrawn' });
      expect((await history(contoso)).map(({ state }) => state)).toEqual(['withdrawn', 'granted']);
    });

    test('so is that Microsoft gave it no answer', async () => {
      const { directory } = scene.world.entra;
      const trouble = { kind: 'server-error', status: 503 } as const;
      directory.injectFault({ families: ['token'], trouble });
      await checks(contoso);
      await writtenAhead(['checked_at', 'trouble_at', 'next_check_at']);
      await scene.world.clock.advance(2 * MINUTE_MS);
      const at = new Date(scene.world.clock.now()).toISOString();
      expect((await checks(contoso))?.trouble).toEqual({ because: 'unreachable', at });
      scene.world.entra.reset();
    });

    test('people whose data it deleted may come back before that day', async () => {
      expect((await deletes(contoso)).statusCode).toBe(204);
      await writtenAhead(['deleted_at']);
      await scene.world.clock.advance(MINUTE_MS);
      await opensPane(mia);
      const found = await entry(contoso);
      expect(found).toMatchObject({ name: 'Contoso', state: 'granted' });
      expect(found.deletedAt).toBeUndefined();
      expect(await scene.empty.database.query('select 1 from tenant_checks')).toHaveLength(1);
    });

    test('nor is what their administrator says lost until then', async () => {
      expect((await deletes(contoso)).statusCode).toBe(204);
      await writtenAhead(['deleted_at']);
      const asked = await makesRequest(adele, { tenant: 'contoso.example', situation: 'autopilot-everyone' });
      const { id } = asked.json<{ id: string }>();
      await adminAccepts(scene.world, scene.app, id, 'Adele Admin adele@contoso.example');
      expect(await entry(contoso)).toMatchObject({ state: 'granted' });
      expect(await scene.empty.database.query('select situation from tenant_situations')).toEqual([
        { situation: 'autopilot-everyone' },
      ]);
    });
  });

  test('an instance with a newer permission set stands beside this one: what it has noted is left alone for an hour', async () => {
    scene.world.entra.directory.grantForTenant('contoso.example');
    await opensPane(mia);
    expect((await entry(contoso)).state).toBe('granted');
    await scene.world.clock.advance(MINUTE_MS);
    const now = new Date(scene.world.clock.now());
    await scene.empty.database.query(
      "update tenants set state = 'partial', since = $2, checked_at = $2, changes = 2 where tenant_id = $1",
      [contoso, now],
    );
    await scene.empty.database.query(
      `insert into tenant_history (tenant_id, number, at, state, missing, set_version, to_tell)
       values ($1, 2, $2, 'partial', '[]', $3, true)`,
      [contoso, now, PERMISSION_SET_VERSION + 1],
    );
    for (const minutes of [5, 50]) {
      await scene.world.clock.advance(minutes * MINUTE_MS);
      await opensPane(mia);
      expect((await entry(contoso)).state).toBe('partial');
    }
    expect(await history(contoso)).toHaveLength(2);
    // The newer one is gone again.
    await scene.world.clock.advance(6 * MINUTE_MS);
    await opensPane(mia);
    expect((await history(contoso)).map(({ state }) => state)).toEqual(['granted', 'partial', 'granted']);
  });

  test('history is kept as long as the setting says, and the newest change longer', async () => {
    const { directory } = scene.world.entra;
    directory.grantForTenant('fabrikam.example');
    await opensPane(bo);
    directory.removeApplication('fabrikam.example');
    await scene.world.clock.advance(2 * MINUTE_MS);
    await checks(fabrikam);
    expect(await history(fabrikam)).toHaveLength(2);
    await scene.sleep(731 * DAY_MS);
    // The hourly work runs at the start and has no end that could be awaited.
    while ((await history(fabrikam)).length > 1) await scene.world.clock.advance(0);
    expect((await history(fabrikam)).map(({ state }) => state)).toEqual(['withdrawn']);
    // What is kept no more does not make it one that never granted.
    expect(await checks(fabrikam)).toMatchObject({ state: 'withdrawn' });
    await scene.empty.database.query("update tenant_history set state = 'disabled'");
    await scene.world.clock.advance(MINUTE_MS);
    expect(await checks(fabrikam)).toMatchObject({ state: 'withdrawn', grantedVersion: 1 });
  });

  test('what an earlier version kept is brought along: looks, checks and situations', async () => {
    scene.world.entra.directory.grantForTenant('contoso.example');
    await opensPane(adele);
    await scene.world.stopServices();
    const { database } = scene.empty;
    // As an earlier version leaves it, after the migration has entered the organisations.
    await database.query('delete from tenants');
    await database.query(
      `insert into tenants (tenant_id, sort_name, state, since, first_seen_at, seen_by, next_check_at)
       select tenant_id, tenant_id, 'could-not-tell', now(), now(), 'earlier-version', now() from tenant_checks`,
    );
    const asked = scene.world.asked('graph');
    await scene.sleep(0);
    while ((await entry(contoso)).state === 'could-not-tell') await scene.world.clock.advance(0);
    expect(await entry(contoso)).toMatchObject({
      state: 'granted',
      name: 'Contoso',
      seenBy: 'earlier-version',
    });
    expect(scene.world.asked('graph')).toBe(asked);
  });

  test('a name that an earlier version left in capitals is found without them after a start', async () => {
    await scene.empty.database.query(
      `insert into tenants (tenant_id, name, sort_name, state, since, first_seen_at, seen_by, next_check_at)
       values ($1, 'Ärztehaus', 'Ärztehaus', 'granted', $2, $2, 'pane', $3)`,
      [contoso, new Date(scene.world.clock.now()), new Date(scene.world.clock.now() + DAY_MS)],
    );
    await scene.sleep(0);
    while ((await list('?text=%C3%A4rztehaus')).length === 0) await scene.world.clock.advance(0);
    expect((await list()).map(({ name }) => name)).toEqual(['Ärztehaus']);
  });

  test('the vendor’s own tenant is an organisation like any other', async () => {
    scene.world.entra.directory.grantForTenant('extendsync.example');
    await opensPane(olga);
    expect((await list()).map(({ tenantId }) => tenantId)).toEqual([extendsync]);
  });
}
