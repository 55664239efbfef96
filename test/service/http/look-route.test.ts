import { parseConsentAnswer } from '../../../src/core/api/consent-answer';
import { LOOK_KEY_LIFETIME_MS, parseLookBegun } from '../../../src/core/api/looks';
import type { Situation } from '../../../src/core/situation';
import { BROWSER_COOKIE } from '../../../src/service/http/browser-cookie';
import { hashOf } from '../../../src/service/requests/request-id';
import { openState, sealState } from '../../../src/service/requests/sealed-state';
import { parseTenantId } from '../../../src/core/tenant';
import { DEMO } from '../../simulator/entra/demo-seed';
import type { Browser } from '../../simulator/entra/testing/browser';
import { onEachDatabase, type Scene } from '../testing/on-each-database';
import {
  attempt,
  byState,
  callFrom,
  consentOf,
  eventsOf,
  followTo,
  HERE,
  kindsOf,
  makeRequest,
  PUBLIC_ORIGIN,
  restoreRegistration,
  returnTo,
  sentOn,
  untilEvents,
} from '../testing/service-world';

const ADELE = 'Adele Admin adele@contoso.example';
const MIA = 'Mia Moreno mia@contoso.example';
const IRA = 'Ira Intelligence ira@contoso.example';
const BO = 'Bo Admin bo@fabrikam.example';
const MINUTE_MS = 60_000;
/** What everybody in Contoso holds once an administrator has approved the use without Autopilot. */
const WITHOUT_AUTOPILOT = [
  'delegated:openid',
  'delegated:profile',
  'delegated:email',
  'delegated:offline_access',
  'delegated:User.Read',
  'delegated:Mail.ReadWrite',
  'delegated:MailboxSettings.ReadWrite',
  'delegated:Mail.ReadWrite.Shared',
  'delegated:Directory.Read.All',
];

onEachDatabase(tell, {
  settings: { homeTenant: parseTenantId(DEMO.tenants.extendsync)! },
  // Whoever registers an application has it in the own tenant.
  prepare: ({ entra }) => entra.directory.installApplication('extendsync.example'),
});

function tell(scene: Scene): void {
  /** Somebody accepts on Microsoft's page; answers their browser, which stands at the way back to the service. */
  const accepted = async (
    id: string,
    situation: Situation | undefined,
    account = ADELE,
    headers: Record<string, string> = {},
    kept = HERE,
  ): Promise<Browser> => {
    const answer = await callFrom(kept, scene.app, {
      method: 'POST',
      url: `/api/requests/${id}/attempts`,
      headers,
      ...(situation === undefined ? {} : { payload: { situation } }),
    });
    const browser = scene.world.browser();
    await browser.open(answer.json<{ consentUrl: string }>().consentUrl);
    await browser.press(account);
    await browser.press('Accept');
    return browser;
  };
  const look = async (payload: object, kept = HERE): Promise<string> => {
    const answer = await callFrom(kept, scene.app, { method: 'POST', url: '/api/looks', payload });
    expect(answer.statusCode).toBe(201);
    const begun = parseLookBegun(answer.json());
    expect(begun).toBeDefined();
    return begun?.lookUrl ?? '';
  };
  const answerBy = async (key: string | null, kept = HERE) => {
    const answer = await callFrom(kept, scene.app, { method: 'GET', url: `/api/looks/${key ?? ''}` });
    return answer.statusCode === 200 ? parseConsentAnswer(answer.json()) : undefined;
  };
  const entra = () => scene.world.entra.directory;
  /** Granted by hand in Entra. */
  const grantedWithoutAutopilot = () =>
    entra().grantForTenant(
      'contoso.example',
      WITHOUT_AUTOPILOT.map((id) => ({ scope: id.split(':')[1] ?? '', kind: 'delegated' as const })),
    );
  /** All that stands in the tables and in the log. */
  const written = async (): Promise<string> => {
    const tables = await scene.empty.database.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = current_schema()',
    );
    const rows = await Promise.all(
      tables.map(({ name }) => scene.empty.database.query(`select * from ${name}`)),
    );
    return JSON.stringify(rows) + scene.world.logLines.join('\n');
  };
  /** Half a minute goes by, and then the waiting pane hears of the proof. */
  const untilProved = async (id: string): Promise<void> => {
    for (let second = 0; second < 25; second += 1) {
      await scene.world.clock.advance(1_000);
      await scene.settled();
    }
    for (let count = 3; ; count += 1) {
      const kinds = kindsOf(await untilEvents(scene.world.clock, scene.app, id, count));
      if (kinds.includes('proved')) break;
    }
  };

  test('a look for a request whose name nobody has: whoever signs in, who waits by it hears of no proof', async () => {
    grantedWithoutAutopilot();
    const { id } = await makeRequest(scene.app, 'contoso-on-premises.example');
    const adele = scene.world.browser();
    await adele.open(await look({ request: id, situation: 'no-autopilot' }));
    await adele.press(ADELE);
    const page = await followTo(scene.app, adele.landedAt, adele);
    expect(page.searchParams.get('looked')).toBe('confirmed');
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made']);
  });

  test('the administrator approves without Autopilot: their look proves it for everybody, and the pane hears', async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    const onTheWay = await sentOn(scene.app, adele.landedAt);
    expect(Object.fromEntries(onTheWay.searchParams)).toMatchObject({
      prompt: 'none',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${PUBLIC_ORIGIN}/consent/look`,
      scope: `openid profile ${scene.world.entra.origin}/Directory.Read.All`,
    });
    await adele.open(onTheWay.href);
    const page = await followTo(scene.app, adele.landedAt, adele);
    expect(page.searchParams.get('looked')).toBe('confirmed');
    expect(page.searchParams.get('returned')).toBe('accepted');
    expect(page.searchParams.get('request')).toBe(id);
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'returned', 'proved']);

    const mias = await consentOf(scene.app, await scene.world.tokenOf(DEMO.users.mia));
    expect(byState(mias)['tenant']).toEqual(WITHOUT_AUTOPILOT);
    expect(mias).toMatchObject({
      proof: { by: 'look', seenAt: new Date(scene.world.clock.now()).toISOString() },
      situation: 'no-autopilot',
      tenantName: 'Contoso',
    });
    const byKey = await answerBy(page.searchParams.get('look'));
    expect(byKey && byState(byKey)['tenant']).toEqual(WITHOUT_AUTOPILOT);
  });

  test('with everything approved the look asks for a sign-in alone, and the application proves it', async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'autopilot-everyone');
    const onTheWay = await sentOn(scene.app, adele.landedAt);
    expect(onTheWay.searchParams.get('scope')).toBe('openid profile');
    await adele.open(onTheWay.href);
    expect((await returnTo(scene.app, adele.landedAt, adele)).get('looked')).toBe('confirmed');
    const mias = await consentOf(scene.app, await scene.world.tokenOf(DEMO.users.mia));
    expect(mias).toMatchObject({ proof: { by: 'application' }, situation: 'autopilot-everyone' });
  });

  test('nothing about the administrator is kept or logged, and no token', async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    await returnTo(scene.app, adele.landedAt, adele);
    const kept = await written();
    expect(kept).toContain('Directory.Read.All');
    for (const word of [DEMO.users.adele, 'adele', 'Adele', 'eyJ', id]) expect(kept).not.toContain(word);
  });

  test('the service is started anew between the return and the look: nothing is lost', async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    await adele.open((await sentOn(scene.app, adele.landedAt)).href);
    await scene.sleep(MINUTE_MS);
    expect((await returnTo(scene.app, adele.landedAt, adele)).get('looked')).toBe('confirmed');
    expect(kindsOf(await eventsOf(scene.app, id))).toContain('proved');
  });

  test('the same way back a second time, and one that took longer than five minutes', async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    await adele.open((await sentOn(scene.app, adele.landedAt)).href);
    const wayBack = adele.landedAt;
    await returnTo(scene.app, wayBack, adele);
    expect(Object.fromEntries(await returnTo(scene.app, wayBack, adele))).toEqual({ looked: 'repeated' });

    await adele.open(await look({ tenant: DEMO.tenants.contoso }));
    await adele.press(ADELE);
    await scene.world.clock.advance(5 * MINUTE_MS);
    expect(Object.fromEntries(await returnTo(scene.app, adele.landedAt, adele))).toEqual({
      looked: 'expired',
    });
  });

  test('S1: a way back that is used up is told so without end, and costs the database no more', async () => {
    const state = new URL(await look({ tenant: DEMO.tenants.contoso })).searchParams.get('state') ?? '';
    const again = () => returnTo(scene.app, `/consent/look?error=login_required&state=${state}`);
    expect((await again()).get('looked')).toBe('sign-in-needed');
    for (let time = 0; time < 11; time += 1) await again();
    const queries = jest.spyOn(scene.empty.database, 'query');
    // The same state in another spelling is no other one.
    for (const spelling of [state, `${state}=`, state.replaceAll('.', '=.')]) {
      const page = await returnTo(
        scene.app,
        `/consent/look?error=login_required&state=${encodeURIComponent(spelling)}`,
      );
      expect(['repeated', 'forged']).toContain(page.get('looked'));
    }
    expect(queries.mock.calls.filter(([sql]) => sql.includes('looks'))).toEqual([]);
    queries.mockRestore();
    // Whoever looks from the same address is not in the way of it.
    const other = new URL(await look({ tenant: DEMO.tenants.contoso })).searchParams.get('state') ?? '';
    const page = await returnTo(scene.app, `/consent/look?error=login_required&state=${other}`);
    expect(page.get('looked')).toBe('sign-in-needed');
  });

  test('the key of a look opens what it found for ten minutes, and then no more', async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    await adele.open((await sentOn(scene.app, adele.landedAt)).href);
    const key = (await followTo(scene.app, adele.landedAt, adele)).searchParams.get('look');
    expect(await answerBy(key)).toBeDefined();
    await scene.world.clock.advance(LOOK_KEY_LIFETIME_MS - 1);
    expect(await answerBy(key)).toBeDefined();
    await scene.world.clock.advance(1);
    // It still stands in its table: no tidying has come between.
    expect(await scene.empty.database.query('select 1 from look_keys')).not.toEqual([]);
    expect(await answerBy(key)).toBeUndefined();
  });

  test('a look for a request is about the organisation of the request, whatever else is named', async () => {
    const { id } = await makeRequest(scene.app);
    const address = new URL(await look({ request: id, tenant: DEMO.tenants.fabrikam }));
    expect(address.pathname).toContain(DEMO.tenants.contoso);
  });

  test.each([
    ['nothing', ''],
    ['a code without a state', '?code=abc'],
    ['a state of nobody', '?code=abc&state=xyz'],
    ['two states', '?code=abc&state=a&state=b'],
  ])('%s at the way back is forged, and Microsoft is not asked', async (_what, query) => {
    scene.world.entra.log.clear();
    const page = await returnTo(scene.app, `/consent/look${query}`);
    expect(Object.fromEntries(page)).toEqual({ looked: 'forged' });
    expect(scene.world.entra.log.list()).toEqual([]);
  });

  test("a code that belongs to another look proves nothing, nor does an attempt's state", async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    const attemptState = adele.landedAt.searchParams.get('state') ?? '';
    expect(
      Object.fromEntries(await returnTo(scene.app, `/consent/look?code=abc&state=${attemptState}`)),
    ).toEqual({ looked: 'forged' });
    await adele.open((await sentOn(scene.app, adele.landedAt)).href);
    const code = adele.landedAt.searchParams.get('code') ?? '';
    const other = new URL(await look({ tenant: DEMO.tenants.contoso })).searchParams.get('state') ?? '';
    const page = await returnTo(
      scene.app,
      `/consent/look?${new URLSearchParams({ code, state: other }).toString()}`,
    );
    expect(page.get('looked')).toBe('failed');
    const mias = await consentOf(scene.app, await scene.world.tokenOf(DEMO.users.mia));
    expect(mias).not.toHaveProperty('proof');
  });

  test("another organisation's administrator touches nobody's facts", async () => {
    entra().grantForTenant('contoso.example');
    entra().grantForTenant('fabrikam.example');
    const mia = await scene.world.tokenOf(DEMO.users.mia);
    const url = await look({ tenant: DEMO.tenants.contoso, situation: 'no-autopilot' });
    // Bo's own organisation in the address, our state beside it.
    const bo = scene.world.browser();
    await bo.open(url.replace(DEMO.tenants.contoso, DEMO.tenants.fabrikam));
    await bo.press(BO);
    const page = await returnTo(scene.app, bo.landedAt, bo);
    expect(['other-tenant', 'failed']).toContain(page.get('looked'));
    expect(await scene.empty.database.query('select 1 from tenant_looks')).toEqual([]);
    expect(await scene.empty.database.query('select 1 from tenant_situations')).toEqual([]);
    expect(await consentOf(scene.app, mia)).not.toHaveProperty('situation');
  });

  test('a plain user comes to the look: no facts, no situation', async () => {
    const { id } = await makeRequest(scene.app);
    await accepted(id, 'no-autopilot');
    const mia = scene.world.browser();
    await mia.open(await look({ tenant: DEMO.tenants.contoso, situation: 'no-autopilot' }));
    await mia.press(MIA);
    expect((await returnTo(scene.app, mia.landedAt, mia)).get('looked')).toBe('may-not-read');
    expect(await scene.empty.database.query('select 1 from tenant_looks')).toEqual([]);
    expect(await scene.empty.database.query('select 1 from tenant_situations')).toEqual([]);
  });

  describe('who may say what the organisation does with ExtendSync', () => {
    const kept = async () =>
      (
        await scene.empty.database.query<{ situation: string }>('select situation from tenant_situations')
      ).map(({ situation }) => situation);
    const looksFor = async (situation: Situation, account: string): Promise<string | null> => {
      const browser = scene.world.browser();
      await browser.open(await look({ tenant: DEMO.tenants.contoso, situation }));
      await browser.press(account);
      return (await returnTo(scene.app, browser.landedAt, browser)).get('looked');
    };
    const approvesEverything = async (): Promise<void> => {
      const { id } = await makeRequest(scene.app);
      const adele = await accepted(id, 'autopilot-everyone');
      expect((await returnTo(scene.app, adele.landedAt, adele)).get('looked')).toBe('confirmed');
    };
    const told = [
      ['their token names roles', false],
      ['their token names no roles', true],
    ] as const;

    describe.each(told)('%s', (_how, isUntold) => {
      test.each([
        ['Mia, a plain user,', MIA],
        ['Rita, a global reader,', 'Rita Reader rita@contoso.example'],
      ])('%s may read the grants, and does not make the situation smaller', async (_who, account) => {
        await approvesEverything();
        entra().setQuirk('members-read-grants', true);
        entra().setQuirk('roles-not-in-tokens', isUntold);
        expect(await looksFor('no-autopilot', account)).toBe('confirmed');
        expect(await kept()).toEqual(['autopilot-everyone']);

        await scene.sleep(60 * MINUTE_MS);
        entra().revokeForTenant('contoso.example', [{ scope: 'Mail.ReadWrite', kind: 'application' }]);
        const mias = await consentOf(scene.app, await scene.world.tokenOf(DEMO.users.mia));
        expect(mias).toMatchObject({ situation: 'autopilot-everyone' });
        expect(byState(mias)['tenant']).not.toContain('application:Mail.ReadWrite');
      });

      test.each([
        ['a global administrator', ADELE],
        ['a privileged role administrator', 'Priya Privileged priya@contoso.example'],
        ['an application administrator', 'Alex Apps alex@contoso.example'],
        ['a cloud application administrator', 'Cleo Cloud cleo@contoso.example'],
      ])('%s says so', async (_who, account) => {
        grantedWithoutAutopilot();
        entra().setQuirk('roles-not-in-tokens', isUntold);
        expect(await looksFor('no-autopilot', account)).toBe('confirmed');
        expect(await kept()).toEqual(['no-autopilot']);
      });

      test('an AI administrator, who is not shown the grants, says so where the application reads them', async () => {
        entra().grantForTenant('contoso.example');
        entra().setQuirk('roles-not-in-tokens', isUntold);
        expect(await looksFor('autopilot-groups', IRA)).toBe('confirmed');
        expect(await kept()).toEqual(['autopilot-groups']);
      });

      test('a global administrator approves everything, and signs in alone', async () => {
        entra().setQuirk('roles-not-in-tokens', isUntold);
        await approvesEverything();
        expect(await kept()).toEqual(['autopilot-everyone']);
      });

      test.each([
        ['a global administrator', ADELE],
        ['an application administrator', 'Alex Apps alex@contoso.example'],
      ])('%s approves it, and their look follows', async (_who, account) => {
        entra().setQuirk('roles-not-in-tokens', isUntold);
        const { id } = await makeRequest(scene.app);
        const browser = await accepted(id, 'no-autopilot', account);
        expect((await returnTo(scene.app, browser.landedAt, browser)).get('looked')).toBe('confirmed');
        expect(await kept()).toEqual(['no-autopilot']);
      });
    });
  });

  test('a plain user comes to the look weeks after an administrator: what was seen then proves nothing of today', async () => {
    const first = await makeRequest(scene.app);
    const adele = await accepted(first.id, 'no-autopilot');
    expect((await returnTo(scene.app, adele.landedAt, adele)).get('looked')).toBe('confirmed');
    await scene.sleep(21 * 24 * 60 * MINUTE_MS);
    entra().revokeForTenant('contoso.example', [{ scope: 'Mail.ReadWrite', kind: 'delegated' }]);

    const { id } = await makeRequest(scene.app);
    const mia = scene.world.browser();
    await mia.open(await look({ tenant: DEMO.tenants.contoso, request: id, situation: 'no-autopilot' }));
    await mia.press(MIA);
    expect((await returnTo(scene.app, mia.landedAt, mia)).get('looked')).toBe('may-not-read');
    await scene.world.clock.advance(MINUTE_MS);
    expect(kindsOf(await eventsOf(scene.app, id))).not.toContain('proved');
  });

  test('an administrator who may approve and may not read is told so', async () => {
    const { id } = await makeRequest(scene.app);
    const ira = await accepted(id, 'no-autopilot', ADELE);
    await ira.open(await look({ tenant: DEMO.tenants.contoso, request: id }));
    await ira.press(IRA);
    expect(Object.fromEntries(await returnTo(scene.app, ira.landedAt, ira))).toEqual({
      request: id,
      looked: 'may-not-read',
    });
  });

  test('an administrator who may not use the application is told so, with the code, and not to sign in', async () => {
    entra().setAssignmentRequired('contoso.example', true);
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    const told = { request: id, returned: 'accepted', looked: 'blocked', code: 'AADSTS50105' };
    expect(Object.fromEntries(await returnTo(scene.app, adele.landedAt, adele))).toEqual(told);
  });

  test.each([
    [53003, 'interaction_required', 'blocked'],
    [530003, 'access_denied', 'blocked'],
    [50057, 'invalid_grant', 'blocked'],
    [65004, 'access_denied', 'sign-in-needed'],
    [50076, 'invalid_grant', 'sign-in-needed'],
    [50196, 'interaction_required', 'failed'],
    [99999, 'interaction_required', 'sign-in-needed'],
  ])('Microsoft’s number tells of a look, and not OAuth’s word: %d by %s', async (number, error, looked) => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    const trouble = { kind: 'aadsts', number, error } as const;
    entra().injectFault({ trouble, families: ['authorize'], silently: true });
    const page = await returnTo(scene.app, adele.landedAt, adele);
    expect([page.get('looked'), page.get('code')]).toEqual([looked, `AADSTS${number}`]);
  });

  test('granted by hand in Entra: "Confirm as administrator" proves what is there, and names no situation', async () => {
    grantedWithoutAutopilot();
    const adele = scene.world.browser();
    await adele.open(await look({ tenant: 'contoso.example' }));
    await adele.press(ADELE);
    expect(Object.fromEntries(await returnTo(scene.app, adele.landedAt, adele))).toEqual({
      looked: 'confirmed',
    });
    const mias = await consentOf(scene.app, await scene.world.tokenOf(DEMO.users.mia));
    expect(mias).toMatchObject({ proof: { by: 'look' } });
    expect(mias).not.toHaveProperty('situation');
  });

  test('what was approved spreads slowly: the service asks until it has proof, and then tells', async () => {
    entra().setPropagationDelay(20_000, 'contoso.example');
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'autopilot-everyone');
    expect((await returnTo(scene.app, adele.landedAt, adele)).get('looked')).toBe('incomplete');
    expect(kindsOf(await eventsOf(scene.app, id))).not.toContain('proved');
    await untilProved(id);
    expect(await scene.empty.database.query('select 1 from spread_checks')).toEqual([]);
  });

  test('who was without Autopilot approves it: what was proved before does not keep the proof back', async () => {
    const first = await makeRequest(scene.app);
    const before = await accepted(first.id, 'no-autopilot');
    expect((await returnTo(scene.app, before.landedAt, before)).get('looked')).toBe('confirmed');
    await scene.sleep(60 * MINUTE_MS);
    entra().setPropagationDelay(20_000, 'contoso.example');
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'autopilot-everyone');
    expect((await returnTo(scene.app, adele.landedAt, adele)).get('looked')).toBe('incomplete');
    await untilProved(id);
    const mias = await consentOf(scene.app, await scene.world.tokenOf(DEMO.users.mia));
    expect(mias).toMatchObject({ proof: { by: 'application' }, situation: 'autopilot-everyone' });
  });

  test('while Microsoft wants to be left alone, a look sets off no question', async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'autopilot-everyone');
    await adele.open((await sentOn(scene.app, adele.landedAt)).href);
    entra().injectFault({
      families: ['token'],
      trouble: { kind: 'throttle', retryAfterSeconds: 20 },
      times: 1,
    });
    // A pane hears of the wait.
    const mia = await scene.world.tokenOf(DEMO.users.mia);
    expect(await consentOf(scene.app, mia)).toMatchObject({ because: 'throttled' });
    const asked = scene.world.asked('token');
    expect((await followTo(scene.app, adele.landedAt, adele)).searchParams.get('looked')).toBe('incomplete');
    await scene.world.clock.advance(10_000);
    // The look's own code, and nothing else.
    expect(scene.world.asked('token') - asked).toBe(1);
  });

  test('a plain user who comes while it spreads takes nothing from what the administrator has answered', async () => {
    entra().setPropagationDelay(20_000, 'contoso.example');
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'autopilot-everyone');
    expect((await returnTo(scene.app, adele.landedAt, adele)).get('looked')).toBe('incomplete');
    const mia = scene.world.browser();
    await mia.open(await look({ tenant: DEMO.tenants.contoso, situation: 'autopilot-groups' }));
    await mia.press(MIA);
    await mia.press('Accept');
    expect((await returnTo(scene.app, mia.landedAt, mia)).get('looked')).toBe('incomplete');
    await untilProved(id);
    expect(await scene.empty.database.query('select situation from tenant_situations')).toEqual([
      { situation: 'autopilot-everyone' },
    ]);
  });

  test('a sign-in that knows of the approval late is sent again by itself', async () => {
    entra().setPropagationDelay(1_500, 'contoso.example');
    entra().setQuirk('consent-known-late', true);
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    await adele.open((await sentOn(scene.app, adele.landedAt)).href);
    expect(adele.landedAt.searchParams.get('error')).toBe('consent_required');
    const beganMs = scene.world.clock.now();
    const sent = await scene.untilCome(sentOn(scene.app, adele.landedAt), 100);
    expect(sent.searchParams.get('prompt')).toBe('none');
    expect(scene.world.clock.now() - beganMs).toBeGreaterThanOrEqual(1_000);
  });

  test.each([
    ['authorize', 65001],
    ['authorize', 700016],
    ['token', 65001],
    ['token', 700016],
    ['token', 7000229],
  ] as const)(
    'one of Entra’s servers has not heard of the approval yet (%s: %d): the look is taken again',
    async (family, number) => {
      const { id } = await makeRequest(scene.app);
      const adele = await accepted(id, 'no-autopilot');
      const silently = family === 'authorize';
      const fault = () =>
        entra().injectFault({ trouble: { kind: 'aadsts', number }, families: [family], silently, times: 1 });
      if (family === 'authorize') fault();
      await adele.open((await sentOn(scene.app, adele.landedAt)).href);
      if (family === 'token') fault();
      const page = await scene.untilCome(returnTo(scene.app, adele.landedAt, adele));
      expect(page.get('looked')).toBe('confirmed');
      expect(kindsOf(await eventsOf(scene.app, id))).toContain('proved');
    },
  );

  test('and where none of them ever hears of it, the page is told what lacks', async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    await adele.open((await sentOn(scene.app, adele.landedAt)).href);
    entra().injectFault({ trouble: { kind: 'aadsts', number: 65001 }, families: ['token'] });
    const page = await scene.untilCome(returnTo(scene.app, adele.landedAt, adele));
    expect([page.get('looked'), page.get('code')]).toEqual(['incomplete', 'AADSTS65001']);
  });

  test('S2: who only made a request in the name of a company does not hear that it approved', async () => {
    // The application is in the tenant, so that Mia has a token of ours.
    entra().grantForTenant('contoso.example', [{ scope: 'User.Read', kind: 'delegated' }]);
    const stranger = await makeRequest(scene.app);
    const token = await scene.world.tokenOf(DEMO.users.mia);
    const mias = (
      await scene.app.inject({
        method: 'POST',
        url: '/api/requests',
        payload: { tenant: DEMO.tenants.contoso },
        headers: { authorization: `Bearer ${token}` },
      })
    ).json<{ id: string }>();
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    await returnTo(scene.app, adele.landedAt, adele);
    expect(kindsOf(await eventsOf(scene.app, id))).toContain('proved');
    expect(kindsOf(await eventsOf(scene.app, mias.id))).toContain('proved');
    expect(kindsOf(await eventsOf(scene.app, stranger.id))).toEqual(['made']);
  });

  describe('S19: a link of a stranger, by which somebody confirms that the company has approved', () => {
    const looksBy = async (id: string, account: string) => {
      const browser = scene.world.browser();
      await browser.open(await look({ request: id }));
      await browser.press(account);
      expect((await returnTo(scene.app, browser.landedAt, browser)).get('looked')).toBe('confirmed');
      await scene.world.clock.advance(MINUTE_MS);
    };

    test.each([
      ['reads no grants', false],
      ['reads the grants', true],
    ])('of a plain user, who %s, the stranger hears nothing', async (_who, isReader) => {
      entra().grantForTenant('contoso.example');
      entra().setQuirk('members-read-grants', isReader);
      const { id } = await makeRequest(scene.app);
      await looksBy(id, MIA);
      expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made']);
      const [row] = await scene.empty.database.query('select waiting_tenant_id from requests');
      expect(row).toEqual({ waiting_tenant_id: null });
    });

    test.each([
      ['name roles', false],
      ['name no roles', true],
    ])('of an administrator, whose tokens %s, whoever waits by it hears', async (_what, isUntold) => {
      entra().grantForTenant('contoso.example');
      entra().setQuirk('roles-not-in-tokens', isUntold);
      const { id } = await makeRequest(scene.app);
      await looksBy(id, ADELE);
      expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'proved']);
    });
  });

  test('a link that asks for less than the organisation has is never made for its own people', async () => {
    const first = await makeRequest(scene.app);
    const adele = await accepted(first.id, 'autopilot-everyone');
    await returnTo(scene.app, adele.landedAt, adele);
    const stranger = await makeRequest(scene.app);
    const scopeFor = async (
      headers: Record<string, string>,
      { id }: { readonly id: string } = stranger,
    ): Promise<string | null> => {
      const answer = await scene.app.inject({
        method: 'POST',
        url: `/api/requests/${id}/attempts`,
        payload: { situation: 'no-autopilot' },
        headers,
      });
      return new URL(answer.json<{ consentUrl: string }>().consentUrl).searchParams.get('scope');
    };
    // Nobody learns the situation without a token.
    expect(await scopeFor({})).toContain('User.Read');
    const token = await scene.world.tokenOf(DEMO.users.mia);
    expect(await scopeFor({ authorization: `Bearer ${token}` })).toMatch(/\/\.default$/);
    // 9.3: nor is it made in a browser where nobody is signed in, for a request that one of its own people has made.
    const mias = await scene.app.inject({
      method: 'POST',
      url: '/api/requests',
      payload: { tenant: 'contoso.example' },
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await scopeFor({}, mias.json<{ id: string }>())).toMatch(/\/\.default$/);
  });

  test('F11: approved by a link of Microsoft or of somebody else: not asked by us, but we check', async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    for (const state of [undefined, '12345']) {
      const query = new URLSearchParams({ admin_consent: 'True', tenant: DEMO.tenants.contoso });
      if (state) query.set('state', state);
      const page = await returnTo(scene.app, `/consent/return?${query.toString()}`, adele);
      expect(Object.fromEntries(page)).toEqual({ looked: 'confirmed' });
    }
  });

  test('the application is taken out of the tenant: the look is over, and does not come back to life', async () => {
    const { id } = await makeRequest(scene.app);
    const adele = await accepted(id, 'no-autopilot');
    await returnTo(scene.app, adele.landedAt, adele);
    const mia = await scene.world.tokenOf(DEMO.users.mia);
    await scene.world.clock.advance(15 * MINUTE_MS);
    entra().removeApplication('contoso.example');
    expect(byState(await consentOf(scene.app, mia))).not.toHaveProperty('tenant');
    entra().grantForTenant('contoso.example', [{ scope: 'User.Read', kind: 'delegated' }]);
    await scene.world.clock.advance(MINUTE_MS);
    expect(await consentOf(scene.app, mia)).not.toHaveProperty('proof');
  });

  describe('the registration is deleted at its home, and restored', () => {
    const approved = async () => {
      const { id } = await makeRequest(scene.app);
      const adele = await accepted(id, 'no-autopilot');
      await returnTo(scene.app, adele.landedAt, adele);
      await scene.world.clock.advance(15 * MINUTE_MS);
      return scene.world.tokenOf(DEMO.users.mia);
    };
    const stateInLedger = async () => {
      await scene.settled();
      return scene.empty.database.query('select state from tenants');
    };

    test('nobody is said to have withdrawn meanwhile, and what an administrator saw is true again', async () => {
      const mia = await approved();
      expect(byState(await consentOf(scene.app, mia))['tenant']).toEqual(WITHOUT_AUTOPILOT);
      await scene.world.clock.advance(2 * MINUTE_MS);
      entra().setApplicationDeleted(true);
      expect(await consentOf(scene.app, mia)).toMatchObject({ outcome: 'no-answer', because: 'unexpected' });
      expect(await stateInLedger()).toEqual([{ state: 'granted' }]);
      await restoreRegistration(scene.world);
      expect(byState(await consentOf(scene.app, mia))['tenant']).toEqual(WITHOUT_AUTOPILOT);
    });

    test('no look ends within ten minutes of it, since some of Entra’s servers hear of it late', async () => {
      const mia = await approved();
      entra().setApplicationDeleted(true);
      await consentOf(scene.app, mia);
      await restoreRegistration(scene.world);
      entra().removeApplication('contoso.example');
      expect(await consentOf(scene.app, mia)).toMatchObject({ outcome: 'no-answer' });
      await scene.world.clock.advance(10 * MINUTE_MS);
      expect(byState(await consentOf(scene.app, mia))).not.toHaveProperty('tenant');
      expect(await scene.empty.database.query('select from tenant_looks')).toEqual([]);
    });

    test('home gives no answer when it is asked: nobody knows, and the next question may tell', async () => {
      const mia = await approved();
      entra().removeApplication('contoso.example');
      entra().injectFault({
        families: ['token'],
        tenant: DEMO.tenants.extendsync,
        trouble: { kind: 'server-error' },
        times: 1,
      });
      expect(await consentOf(scene.app, mia)).toMatchObject({ outcome: 'no-answer' });
      await scene.world.clock.advance(6_000);
      expect(byState(await consentOf(scene.app, mia))).not.toHaveProperty('tenant');
    });

    test('nobody knows its home: it looks like a withdrawal while it lasts, and no look is lost by it', async () => {
      const mia = await approved();
      await scene.world.stopServices();
      const app = await scene.world.startService(scene.empty.database, {}, { homeTenant: undefined });
      entra().setApplicationDeleted(true);
      expect(byState(await consentOf(app, mia))).not.toHaveProperty('tenant');
      entra().setApplicationDeleted(false);
      await scene.world.clock.advance(6_000);
      expect(byState(await consentOf(app, mia))['tenant']).toEqual(WITHOUT_AUTOPILOT);
    });
  });

  describe('every token is refused, as to an application that is switched off', () => {
    const OFF = { kind: 'aadsts', number: 7000112, error: 'unauthorized_client' } as const;
    const approvedByMia = async () => {
      const { id } = await makeRequest(scene.app);
      await accepted(id, 'autopilot-everyone');
      const mia = await scene.world.tokenOf(DEMO.users.mia);
      expect(await consentOf(scene.app, mia)).toMatchObject({ outcome: 'checked' });
      await scene.world.clock.advance(2 * MINUTE_MS);
      return mia;
    };
    const ours = { outcome: 'no-answer', because: 'refused', code: 'AADSTS7000112' };
    const theirs = { outcome: 'checked', obstacle: 'application-disabled' };

    test('also at home: the fault is ours, and no administrator is said to have done it', async () => {
      const mia = await approvedByMia();
      entra().injectFault({ families: ['token'], trouble: OFF });
      expect(await consentOf(scene.app, mia)).toMatchObject(ours);
      await scene.world.clock.advance(6_000);
      expect(await consentOf(scene.app, mia)).toMatchObject(ours);
      expect(scene.world.logLines.join('\n')).toContain('switched off in HOME_TENANT too');
      await scene.settled();
      expect(await scene.empty.database.query('select state from tenants')).toEqual([{ state: 'granted' }]);
      entra().clearFaults();
      await scene.world.clock.advance(60_000);
      expect(await consentOf(scene.app, mia)).toMatchObject({
        outcome: 'checked',
        proof: { by: 'application' },
      });
    });

    test('in one organisation alone: its administrator has switched it off', async () => {
      const mia = await approvedByMia();
      entra().setApplicationEnabled('contoso.example', false);
      expect(await consentOf(scene.app, mia)).toMatchObject(theirs);
    });

    test('and nobody knows its home: it looks like the administrator’s doing', async () => {
      const mia = await approvedByMia();
      await scene.world.stopServices();
      const app = await scene.world.startService(scene.empty.database, {}, { homeTenant: undefined });
      entra().injectFault({ families: ['token'], trouble: OFF });
      expect(await consentOf(app, mia)).toMatchObject(theirs);
    });
  });

  describe('the clock of the instance that kept a look was a day ahead, and has been set right since', () => {
    const keptAhead = async () => {
      const { id } = await makeRequest(scene.app);
      const adele = await accepted(id, 'no-autopilot');
      await returnTo(scene.app, adele.landedAt, adele);
      await scene.empty.database.query("update tenant_looks set seen_at = seen_at + interval '1 day'");
      await scene.world.clock.advance(15 * MINUTE_MS);
    };
    const keptLooks = () => scene.empty.database.query<{ seen_at: Date }>('select seen_at from tenant_looks');

    test('what the administrator saw stands, and their next look takes its place', async () => {
      await keptAhead();
      const mia = await scene.world.tokenOf(DEMO.users.mia);
      expect(byState(await consentOf(scene.app, mia))['tenant']).toEqual(WITHOUT_AUTOPILOT);
      const adele = scene.world.browser();
      await adele.open(await look({ tenant: 'contoso.example' }));
      await adele.press(ADELE);
      await returnTo(scene.app, adele.landedAt, adele);
      expect(await keptLooks()).toEqual([{ seen_at: new Date(scene.world.clock.now()) }]);
    });

    test('the application is taken out of the tenant: the look is over at once, and for good', async () => {
      await keptAhead();
      const mia = await scene.world.tokenOf(DEMO.users.mia);
      entra().removeApplication('contoso.example');
      expect(byState(await consentOf(scene.app, mia))).not.toHaveProperty('tenant');
      expect(await keptLooks()).toEqual([]);
    });
  });

  describe('what one browser began comes back in another one', () => {
    /** Microsoft's answer, made by hand, to what somebody else began. */
    const acceptedIn = (state: string | null): string =>
      `/consent/return?${new URLSearchParams({ admin_consent: 'True', tenant: DEMO.tenants.contoso, state: state ?? '' }).toString()}`;
    const signedIn = async (account: string): Promise<Browser> => {
      const browser = scene.world.browser();
      await browser.open(await look({ tenant: DEMO.tenants.contoso }));
      await browser.press(account);
      return browser;
    };
    const situations = () =>
      scene.empty.database.query<{ situation: string }>('select situation from tenant_situations');
    /** Adele has approved everything; answers their browser, in which they are signed in at Microsoft. */
    const approvedEverything = async (): Promise<Browser> => {
      const { id } = await makeRequest(scene.app);
      const adele = await accepted(id, 'autopilot-everyone');
      await returnTo(scene.app, adele.landedAt, adele);
      expect(await situations()).toEqual([{ situation: 'autopilot-everyone' }]);
      return adele;
    };

    test('a stranger who sends a user through to the end does not hear that the company is a customer', async () => {
      entra().grantForTenant('contoso.example');
      const mia = await signedIn(MIA);
      const { id } = await makeRequest(scene.app);
      const begun = await attempt(scene.app, id, new Map());
      await returnTo(scene.app, acceptedIn(begun.searchParams.get('state')), mia, new Map());
      await scene.world.clock.advance(MINUTE_MS);
      expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made']);
    });

    test('a stranger who sends an administrator through to the end does not make the organisation’s situation smaller', async () => {
      const adele = await approvedEverything();
      const stranger = await makeRequest(scene.app);
      const begun = await callFrom(new Map(), scene.app, {
        method: 'POST',
        url: `/api/requests/${stranger.id}/attempts`,
        payload: { situation: 'no-autopilot' },
      });
      const state = new URL(begun.json<{ consentUrl: string }>().consentUrl).searchParams.get('state');
      await returnTo(scene.app, acceptedIn(state), adele);
      expect(await situations()).toEqual([{ situation: 'autopilot-everyone' }]);
      expect(kindsOf(await eventsOf(scene.app, stranger.id))).toEqual(['made']);
    });

    describe('a link of somebody else suggests less than the organisation has', () => {
      const suggestsLess = async (situation: Situation): Promise<string> => {
        const made = await callFrom(new Map(), scene.app, {
          method: 'POST',
          url: '/api/requests',
          payload: { tenant: DEMO.tenants.contoso, situation },
        });
        return made.json<{ id: string }>().id;
      };
      const confirms = async (adele: Browser, payload: object): Promise<void> => {
        await adele.open(await look(payload));
        await adele.press(ADELE);
        expect((await returnTo(scene.app, adele.landedAt, adele)).get('looked')).toBe('confirmed');
      };

      test.each(['no-autopilot', 'autopilot-groups'] as const)(
        'an administrator who confirms %s changes nothing by it, and a later withdrawal is seen',
        async (situation) => {
          const adele = await approvedEverything();
          const id = await suggestsLess(situation);
          // As the page sends it, with the sender's suggestion and without.
          await confirms(adele, { request: id, situation });
          await confirms(adele, { request: id });
          expect(await situations()).toEqual([{ situation: 'autopilot-everyone' }]);
          await scene.sleep(60 * MINUTE_MS);
          entra().revokeForTenant('contoso.example', [{ scope: 'Mail.ReadWrite', kind: 'application' }]);
          const mias = await consentOf(scene.app, await scene.world.tokenOf(DEMO.users.mia));
          expect(mias).toMatchObject({ situation: 'autopilot-everyone' });
        },
      );

      test('nor where nobody has answered yet, and everything is granted', async () => {
        entra().grantForTenant('contoso.example');
        const adele = scene.world.browser();
        await confirms(adele, { request: await suggestsLess('no-autopilot'), situation: 'no-autopilot' });
        expect(await situations()).toEqual([]);
      });

      test('approved as it was suggested, without an answer: it stays as it was', async () => {
        await approvedEverything();
        const adele = await accepted(await suggestsLess('no-autopilot'), undefined);
        await returnTo(scene.app, adele.landedAt, adele);
        expect(await situations()).toEqual([{ situation: 'autopilot-everyone' }]);
      });

      test('the administrator answers so, and approves it: now it is so', async () => {
        await approvedEverything();
        const adele = await accepted(await suggestsLess('no-autopilot'), 'no-autopilot');
        expect((await returnTo(scene.app, adele.landedAt, adele)).get('looked')).toBe('confirmed');
        expect(await situations()).toEqual([{ situation: 'no-autopilot' }]);
      });
    });

    test('a suggestion that asks for more is kept once it is approved, and by a look that finds it granted', async () => {
      const first = await makeRequest(scene.app);
      const adele = await accepted(first.id, 'no-autopilot');
      await returnTo(scene.app, adele.landedAt, adele);
      entra().grantForTenant('contoso.example');
      await scene.sleep(MINUTE_MS);
      await adele.open(await look({ tenant: DEMO.tenants.contoso, situation: 'autopilot-everyone' }));
      await adele.press(ADELE);
      expect((await returnTo(scene.app, adele.landedAt, adele)).get('looked')).toBe('confirmed');
      expect(await situations()).toEqual([{ situation: 'autopilot-everyone' }]);
    });

    test('nor with the address of a look that the administrator opens', async () => {
      const adele = await approvedEverything();
      const stranger = await makeRequest(scene.app);
      const payload = { request: stranger.id, situation: 'no-autopilot' };
      await adele.open(await look(payload, new Map()));
      await adele.press(ADELE);
      const page = await returnTo(scene.app, adele.landedAt, adele, HERE, { isOurs: false });
      expect(page.get('looked')).toBe('confirmed');
      expect(page.has('request')).toBe(false);
      await scene.world.clock.advance(MINUTE_MS);
      expect(await situations()).toEqual([{ situation: 'autopilot-everyone' }]);
      expect(kindsOf(await eventsOf(scene.app, stranger.id))).toEqual(['made']);
    });

    test('a return uses nothing up there: whoever began comes back as ever', async () => {
      const { id } = await makeRequest(scene.app);
      const adele = await accepted(id, 'no-autopilot');
      await sentOn(scene.app, adele.landedAt, new Map());
      const onTheWay = await sentOn(scene.app, adele.landedAt);
      await adele.open(onTheWay.href);
      expect((await sentOn(scene.app, adele.landedAt)).searchParams.get('looked')).toBe('confirmed');
      expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'returned', 'proved']);
    });

    test('a browser that lost its cookie on the way: what was approved is looked at all the same', async () => {
      const { id } = await makeRequest(scene.app);
      const kept = new Map<string, string>();
      const adele = await accepted(id, 'no-autopilot', ADELE, {}, kept);
      kept.clear();
      const page = await returnTo(scene.app, adele.landedAt, adele, kept);
      expect(Object.fromEntries(page)).toEqual({ looked: 'confirmed' });
      const mias = await consentOf(scene.app, await scene.world.tokenOf(DEMO.users.mia));
      expect(mias).toMatchObject({ proof: { by: 'look' } });
      expect(mias).not.toHaveProperty('situation');
    });

    test('a browser that keeps no cookie of ours: what an administrator confirms is looked at all the same', async () => {
      entra().grantForTenant('contoso.example');
      const adele = scene.world.browser();
      await adele.open(await look({ tenant: DEMO.tenants.contoso, situation: 'no-autopilot' }, new Map()));
      await adele.press(ADELE);
      const page = await returnTo(scene.app, adele.landedAt, adele, new Map(), { isOurs: false });
      expect(page.get('looked')).toBe('confirmed');
      expect(await situations()).toEqual([]);
    });

    test('S13: a sign-in that somebody else began gives a browser no mark and no key, the first time and again', async () => {
      entra().grantForTenant('contoso.example');
      const stranger = scene.world.browser();
      await stranger.open(await look({ tenant: DEMO.tenants.contoso }, new Map()));
      await stranger.press(ADELE);
      for (const looked of ['confirmed', 'repeated']) {
        const page = await sentOn(scene.app, stranger.landedAt, HERE, { isOurs: false });
        expect(Object.fromEntries(page.searchParams)).toEqual({ looked });
      }
    });

    test('S13: a key opens what a look found in the browser that looked, and in no other', async () => {
      entra().grantForTenant('contoso.example');
      const adele = scene.world.browser();
      await adele.open(await look({ tenant: DEMO.tenants.contoso }));
      await adele.press(ADELE);
      const key = (await followTo(scene.app, adele.landedAt, adele)).searchParams.get('look');
      expect(await answerBy(key)).toMatchObject({ outcome: 'checked' });
      expect(await answerBy(key, new Map())).toBeUndefined();
      expect(await answerBy(key, new Map([[BROWSER_COOKIE, 'o'.repeat(22)]]))).toBeUndefined();
      expect(await answerBy(key)).toBeDefined();
    });

    test('a browser that lost its cookie on the way: what was turned down is the address’s own word', async () => {
      const { id } = await makeRequest(scene.app);
      const adele = scene.world.browser();
      await adele.open((await attempt(scene.app, id)).href);
      await adele.press(ADELE);
      await adele.press('Cancel');
      const page = await returnTo(scene.app, adele.landedAt, adele, new Map());
      expect(Object.fromEntries(page)).toEqual({
        error: 'access_denied',
        error_description: 'AADSTS65004',
      });
      expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made']);
    });

    test('a state that an older instance made names no browser: it is taken while the service is upgraded', async () => {
      const [row] = await scene.empty.database.query<{ value: string }>(
        "select value from service_keys where name = 'state'",
      );
      const key = Buffer.from(row?.value ?? '', 'base64url');
      /** The address with its state as an older instance would have sealed it. */
      const asBefore = async (address: URL): Promise<string> => {
        const { b, ...rest } = (await openState(key, address.searchParams.get('state') ?? '')) ?? {};
        expect(b).toEqual(expect.any(String));
        const older = new URL(address);
        older.searchParams.set('state', await sealState(key, rest as Record<string, string>));
        return older.href;
      };
      const { id } = await makeRequest(scene.app);
      const adele = await accepted(id, 'no-autopilot');
      const kept = new Map<string, string>();
      const onTheWay = await sentOn(scene.app, await asBefore(adele.landedAt), kept);
      await adele.open(onTheWay.href);
      const page = await sentOn(scene.app, await asBefore(adele.landedAt), new Map());
      expect(Object.fromEntries(page.searchParams)).toMatchObject({
        request: id,
        returned: 'accepted',
        looked: 'confirmed',
      });
    });

    test('the cookie is random, for this service alone, and no script reads it; it stands in no table and in no log', async () => {
      const { id } = await makeRequest(scene.app);
      const kept = new Map<string, string>();
      const begin = () => callFrom(kept, scene.app, { method: 'POST', url: `/api/requests/${id}/attempts` });
      const first = await begin();
      const [[name, secret] = []] = [...kept];
      expect(first.headers['set-cookie']).toBe(
        `__Host-extendsync-browser=${String(secret)}; Path=/; Max-Age=86400; Secure; HttpOnly; SameSite=Lax`,
      );
      expect(name).toBe('__Host-extendsync-browser');
      expect(secret).toMatch(/^[\w-]{22}$/);
      // It stays the same one, beside the mark of a return; what we have not made is replaced.
      kept.set('__Host-extendsync-return', 'm'.repeat(22));
      await begin();
      expect(kept.get('__Host-extendsync-browser')).toBe(secret);
      kept.set('__Host-extendsync-browser', 'short');
      await begin();
      expect(kept.get('__Host-extendsync-browser')).toMatch(/^[\w-]{22}$/);
      expect(kept.get('__Host-extendsync-browser')).not.toBe(secret);
      const everything = await written();
      for (const word of [secret ?? '', hashOf(secret ?? '')]) expect(everything).not.toContain(word);
    });
  });
}
