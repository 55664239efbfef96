import { parseArrival } from '../../../src/core/approval/arrival';
import { DatabaseUnavailable } from '../../../src/service/database/database';
import { SPREAD_MOMENTS_MS } from '../../../src/core/asking/watch';
import { DEMO } from '../../simulator/entra/demo-seed';
import { aroundStatements } from '../../../src/service/database/around-statements';
import { onEachDatabase } from '../testing/on-each-database';
import {
  adminAccepts,
  attempt,
  byState,
  callFrom,
  consentOf,
  eventsOf,
  get,
  HERE,
  kindsOf,
  makeRequest,
  returnTo,
  untilEvents,
  untilHeldBack,
} from '../testing/service-world';

const ADELE = 'Adele Admin adele@contoso.example';
const MINUTE_MS = 60_000;

/** Microsoft's answer, made by hand. */
const acceptedBy = (tenant: string, state: string | null): string =>
  `/consent/return?${new URLSearchParams({ admin_consent: 'True', tenant, scope: 'x', state: state ?? '' }).toString()}`;

onEachDatabase((scene) => {
  const stateOf = async (id: string): Promise<string> =>
    (await attempt(scene.app, id)).searchParams.get('state') ?? '';
  const comeBack = (address: string, headers: Record<string, string> = {}) =>
    callFrom(HERE, scene.app, { method: 'GET', url: address, headers });

  test('the admin accepts: the page is told, the request records it, and the next question sees the grant', async () => {
    scene.world.entra.directory.setApiGrant('contoso.example', true);
    const mia = await scene.world.tokenOf(DEMO.users.mia);
    expect(byState(await consentOf(scene.app, mia))).not.toHaveProperty('tenant');

    const { id } = await makeRequest(scene.app);
    const page = await adminAccepts(scene.world, scene.app, id, ADELE);

    expect(Object.fromEntries(page)).toEqual({ request: id, returned: 'accepted', looked: 'confirmed' });
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'returned', 'proved']);
    // "Not granted" from a moment ago counts no more.
    expect(Object.keys(byState(await consentOf(scene.app, mia)))).toEqual(['tenant']);
  });

  const withdrawn = (id: string) =>
    callFrom(HERE, scene.app, { method: 'DELETE', url: `/api/requests/${id}` });

  const turnedDown = async (): Promise<{ readonly id: string; readonly page: URLSearchParams }> => {
    const { id } = await makeRequest(scene.app);
    const browser = scene.world.browser();
    await browser.open((await attempt(scene.app, id)).href);
    await browser.press(ADELE);
    await browser.press('Cancel');
    return { id, page: await returnTo(scene.app, browser.landedAt) };
  };

  test('the admin turns it down', async () => {
    const { id, page } = await turnedDown();
    expect(page.get('returned')).toBe('denied');
    expect(page.get('code')).toBe('AADSTS65004');
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'denied']);
  });

  test('the admin turns it down, and Microsoft says so without a number: whoever waits hears of it all the same', async () => {
    scene.world.entra.directory.setQuirk('cancelled-without-number', true);
    const { id, page } = await turnedDown();
    expect(Object.fromEntries(page)).toEqual({ request: id, returned: 'denied' });
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'denied']);
  });

  test('the admin cancels on the account picker: they left, and nothing was turned down (U16)', async () => {
    const { id } = await makeRequest(scene.app);
    const browser = scene.world.browser();
    await browser.open((await attempt(scene.app, id)).href);
    await browser.press('Cancel');
    const page = await returnTo(scene.app, browser.landedAt);
    expect(Object.fromEntries(page)).toEqual({ request: id, returned: 'left' });
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'left']);
  });

  test('an administrator comes whose role may not approve this: both sides hear that (U7)', async () => {
    const { id } = await makeRequest(scene.app);
    const browser = scene.world.browser();
    await browser.open((await attempt(scene.app, id)).href);
    await browser.press('Alex Apps alex@contoso.example');
    await browser.press('Back');
    const page = await returnTo(scene.app, browser.landedAt);
    expect(Object.fromEntries(page)).toEqual({
      request: id,
      returned: 'role-too-small',
      code: 'AADSTS90094',
    });
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'role-too-small']);
  });

  test('an error on the way is a failure, with its code, and no denial', async () => {
    const { id } = await makeRequest(scene.app);
    const query = new URLSearchParams({
      error: 'server_error',
      error_description: 'AADSTS650051: The name is already present. Trace ID: 1',
      state: await stateOf(id),
    });
    const page = await returnTo(scene.app, `/consent/return?${query.toString()}`);
    expect(Object.fromEntries(page)).toEqual({ request: id, returned: 'failed', code: 'AADSTS650051' });
    // Panes of before read the kind, and leave the rest.
    expect(await eventsOf(scene.app, id, 1)).toEqual([
      { number: 2, kind: 'check-again', at: expect.any(String) as string, failure: 'failed' },
    ]);
  });

  test('15.5: the process ends right after the state was used up: the panes hear of it, and loaded again it is looked', async () => {
    scene.world.entra.directory.setApiGrant('contoso.example', true);
    const { id } = await makeRequest(scene.app);
    const admin = scene.world.browser();
    await admin.open((await attempt(scene.app, id)).href);
    await admin.press(ADELE);
    await admin.press('Accept');
    const address = admin.landedAt;
    const { database } = scene.empty;
    let isOver = false;
    const dying = aroundStatements(database, async (ask, sql) => {
      if (isOver) throw new Error('the process has ended');
      const rows = await ask();
      if (sql.includes('update attempts set used_at')) isOver = true;
      return rows;
    });
    const ending = await scene.world.startService(dying);
    const url = address.pathname + address.search;
    await callFrom(HERE, ending, { method: 'GET', url });
    expect(isOver).toBe(true);
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'returned']);
    expect(await database.query('select 1 from follow_ups')).toHaveLength(SPREAD_MOMENTS_MS.length);

    const page = await returnTo(scene.app, address, admin);
    expect(Object.fromEntries(page)).toEqual({ request: id, returned: 'accepted', looked: 'confirmed' });
    expect(kindsOf(await eventsOf(scene.app, id)).filter((kind) => kind === 'returned')).toHaveLength(1);
    expect((await returnTo(scene.app, address, admin)).get('returned')).toBe('repeated');
  });

  test('the page is loaded again: nothing is recorded twice, and once the look is back it is repeated', async () => {
    const { id } = await makeRequest(scene.app);
    const address = acceptedBy(DEMO.tenants.contoso, await stateOf(id));
    const load = async () => (await returnTo(scene.app, address)).get('returned');
    await Promise.all([1, 2, 3].map(load));
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'returned']);
    expect(await load()).toBe('repeated');
  });

  /**
   * A database of which every statement that `isHit` says fails, as when it is away, so many times: before it is done, or
   * when it is done and the answer is on its way.
   */
  const failing = (isHit: (sql: string) => boolean, times: number, when: 'before' | 'after' = 'before') => {
    let left = times;
    return aroundStatements(scene.empty.database, async (ask, sql) => {
      if (left <= 0 || !isHit(sql)) return ask();
      left -= 1;
      if (when === 'after') await ask();
      throw new DatabaseUnavailable('away');
    });
  };

  describe.each(['before', 'after'] as const)('%s it is done', (when) => {
    test.each([
      'update attempts set used_at',
      'insert into looks',
      'update looks set used_at',
      'update requests set waiting_tenant_id',
      'insert into tenant_hints',
      'insert into spread_checks',
      'insert into look_keys',
    ])(
      'the database is away for a moment at "%s": the administrator hears that it is approved',
      async (sql) => {
        scene.world.entra.directory.setApiGrant('contoso.example', true);
        const app = await scene.world.startService(failing((asked) => asked.includes(sql), 2, when));
        const { id } = await makeRequest(app);
        const page = await scene.untilCome(adminAccepts(scene.world, app, id, ADELE), 500);
        expect(Object.fromEntries(page)).toMatchObject({ request: id, returned: 'accepted' });
        const isDone = async () => kindsOf(await eventsOf(app, id)).includes('proved');
        while (!(await isDone())) {
          await scene.world.clock.advance(500);
          await scene.settled();
        }
      },
    );
  });

  test.each([
    ['denied', () => undefined, '?error=access_denied&error_description=AADSTS65004%3A+no'],
    [
      'accepted',
      () => scene.world.clock.advance(6 * MINUTE_MS),
      `?admin_consent=True&tenant=${DEMO.tenants.contoso}`,
    ],
  ])(
    'the answer is lost when the state is used up: its own return is no second one (%s)',
    async (outcome, happens, query) => {
      const isUsing = (sql: string) => sql.includes('update attempts set used_at');
      const app = await scene.world.startService(failing(isUsing, 1, 'after'));
      const { id } = await makeRequest(app);
      const state = await stateOf(id);
      await happens();
      const page = await scene.untilCome(returnTo(app, `/consent/return${query}&state=${state}`), 500);
      expect(page.get('returned')).toBe(outcome);
      const told = kindsOf(await eventsOf(app, id)).filter((kind) => kind !== 'check-again');
      expect(told).toHaveLength(2);
      expect((await returnTo(app, `/consent/return${query}&state=${state}`)).get('returned')).toBe(
        'repeated',
      );
    },
  );

  test('S7: with the database away for long nobody is left in front of JSON', async () => {
    const { id } = await makeRequest(scene.app);
    const accepted = acceptedBy(DEMO.tenants.contoso, await stateOf(id));
    let isAway = false;
    const app = await scene.world.startService(failing(() => isAway, Infinity));
    isAway = true;
    const landed = async (url: string): Promise<string> => {
      const answer = await scene.untilCome(callFrom(HERE, app, { method: 'GET', url }), 500);
      expect(answer.statusCode).toBe(303);
      return String(answer.headers.location);
    };
    // The window that a pane opened takes what is no answer of ours for a stranger's.
    expect(await landed(accepted)).toMatch(/^\/grant\.html\?returned=accepted&mark=/);
    expect(await landed(accepted.replace('admin_consent=True', 'error=permission_denied'))).toMatch(
      /^\/grant\.html\?returned=denied&mark=/,
    );
    const elsewhere = `/consent/return?admin_consent=True&tenant=${DEMO.tenants.contoso}`;
    expect(await landed(elsewhere)).toMatch(/^\/grant\.html\?admin_consent=True&tenant=/);
    isAway = false;
    // Nothing was used up: loaded again, the address goes on.
    expect((await returnTo(app, accepted)).get('returned')).toBe('accepted');
  });

  test('the admin turned it down after more than five minutes: expired', async () => {
    const { id } = await makeRequest(scene.app);
    const refusal = `/consent/return?error=access_denied&error_description=AADSTS65004%3A+no&state=`;
    const address = refusal + (await stateOf(id));
    await scene.world.clock.advance(5 * MINUTE_MS);
    expect(Object.fromEntries(await returnTo(scene.app, address))).toEqual({
      returned: 'expired',
      code: 'AADSTS65004',
    });
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'expired']);
  });

  test('the admin accepted after more than five minutes: it counts as late, and the panes check again', async () => {
    const { id } = await makeRequest(scene.app);
    const address = acceptedBy(DEMO.tenants.contoso, await stateOf(id));
    await scene.world.clock.advance(5 * MINUTE_MS);
    scene.world.entra.directory.grantForTenant('contoso.example');
    // S11: the state is not opened for whoever brings it late.
    const page = await returnTo(scene.app, address);
    expect([page.get('returned'), page.get('looked'), page.has('request')]).toEqual([
      'accepted',
      'sign-in-needed',
      false,
    ]);
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'expired']);
    await scene.world.clock.advance(1_000);
    expect(kindsOf(await untilEvents(scene.world.clock, scene.app, id, 3))).toEqual([
      'made',
      'expired',
      'check-again',
    ]);
    expect(scene.world.asked('token')).toBe(0);
  });

  describe.each([
    ['six minutes have passed', () => scene.world.clock.advance(6 * MINUTE_MS), ['made', 'expired']],
    ['the request was withdrawn', withdrawn, ['made', 'withdrawn']],
    [
      'the request has run out',
      () => scene.empty.database.query('delete from requests returning 1'),
      undefined,
    ],
  ])('the administrator accepts when %s', (_when, happens, heard) => {
    test.each([undefined, 'no-autopilot'] as const)(
      'what Microsoft shows is looked at, and the page says so (%s)',
      async (situation) => {
        const { id } = await makeRequest(scene.app, 'contoso.example', situation);
        const browser = scene.world.browser();
        await browser.open((await attempt(scene.app, id)).href);
        await browser.press(ADELE);
        await happens(id);
        await browser.press('Accept');
        const page = await returnTo(scene.app, browser.landedAt, browser);
        expect(page.get('looked')).toBe('confirmed');
        // Whoever waits by the request hears of its end alone.
        if (heard !== undefined) expect(kindsOf(await eventsOf(scene.app, id))).toEqual(heard);
      },
    );
  });

  test('one millisecond earlier it is not expired', async () => {
    const { id } = await makeRequest(scene.app);
    const address = acceptedBy(DEMO.tenants.contoso, await stateOf(id));
    await scene.world.clock.advance(5 * MINUTE_MS - 1);
    expect((await returnTo(scene.app, address)).get('returned')).toBe('accepted');
  });

  test('who came in time is in time, however long Microsoft takes to name the tenant meanwhile', async () => {
    const { id } = await makeRequest(scene.app);
    const address = acceptedBy(DEMO.tenants.contoso, await stateOf(id));
    // Another instance, which has not asked about this domain yet.
    await scene.sleep(5 * MINUTE_MS - 1_000);
    scene.world.entra.directory.injectFault({
      families: ['openid'],
      trouble: { kind: 'latency', delayMs: 2_000 },
    });
    const landing = returnTo(scene.app, address);
    await untilHeldBack(scene.world);
    await scene.world.clock.advance(2_000);
    expect((await landing).get('returned')).toBe('accepted');
  });

  test('the admin of another company accepted for it', async () => {
    const { id } = await makeRequest(scene.app, 'contoso-mail.example');
    const page = await returnTo(scene.app, acceptedBy(DEMO.tenants.fabrikam, await stateOf(id)));
    expect(page.get('returned')).toBe('other-tenant');
    // 9.10: the page leads to where it can be undone.
    expect(page.get('tenant')).toBe(DEMO.tenants.fabrikam);
    // Whoever made the link hears that it was another organisation, and not which one.
    const { body } = await get(scene.app, `/api/requests/${id}/events?after=1&waitMs=0`, {
      accept: 'application/json',
    });
    expect(JSON.parse(body)).toEqual({
      events: [{ number: 2, kind: 'check-again', at: expect.any(String) as string, failure: 'other-tenant' }],
    });
  });

  test('of a name that nobody has, Microsoft cannot say whose approval it was: nobody waits for that of another company', async () => {
    const { id } = await makeRequest(scene.app, 'contoso-on-premises.example');
    const page = await adminAccepts(scene.world, scene.app, id, ADELE);
    expect(Object.fromEntries(page)).toEqual({ returned: 'accepted', looked: 'confirmed' });
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'check-again']);
    // Microsoft's servers may have named nobody for a moment: the panes look for themselves while it may spread.
    await scene.world.clock.advance(1_000);
    expect(kindsOf(await untilEvents(scene.world.clock, scene.app, id, 3))).toEqual([
      'made',
      'check-again',
      'check-again',
    ]);
  });

  test('a request for an alias accepts the return of the same tenant', async () => {
    const { id } = await makeRequest(scene.app, 'contoso-mail.example');
    const page = await returnTo(scene.app, acceptedBy(DEMO.tenants.contoso, await stateOf(id)));
    expect(page.get('returned')).toBe('accepted');
  });

  test.each([
    ['no parameters', ''],
    ['no state and no tenant', '?admin_consent=True'],
    ['a state of nobody', '?admin_consent=True&state=abc'],
    ['a token without a signature', '?admin_consent=True&state=eyJhbGciOiJub25lIn0.eyJyIjoiQSJ9.'],
    ['two states', '?admin_consent=True&state=a&state=b'],
    ['a page of text', `?admin_consent=True&state=${'x'.repeat(3000)}`],
    ['broken escapes', '?admin_consent=True&state=%E0%A4%A'],
    ['only an error', '?error=access_denied'],
  ])('%s: forged, and Microsoft is not asked', async (_title, query) => {
    const page = await returnTo(scene.app, `/consent/return${query}`);
    expect(Object.fromEntries(page)).toEqual({ returned: 'forged' });
    expect(scene.world.entra.log.list()).toEqual([]);
  });

  test.each([
    ['with a state of its own', '&state=12345', 'AADSTS65004'],
    ['without a state', '', 'AADSTS65004'],
    ['with an empty state', '&state=', 'AADSTS65004'],
  ])(
    'F11: a refusal by a link that was made by hand, %s, is shown with its code, as the address’s own word',
    async (_how, state, code) => {
      const said = `?error=access_denied&error_description=${code}%3A+User+declined+to+consent${state}`;
      const page = await returnTo(scene.app, `/consent/return${said}`);
      expect(Object.fromEntries(page)).toEqual({ error: 'access_denied', error_description: code });
      expect(parseArrival(`?${page.toString()}`)).toMatchObject({
        kind: 'direct',
        returned: { kind: 'refused', code },
      });
      expect(scene.world.entra.log.list()).toEqual([]);
    },
  );

  test.each(['error_description=The+user+canceled+the+authentication.', 'state=12345'])(
    'F11: so is one without a number (%s)',
    async (more) => {
      const page = await returnTo(scene.app, `/consent/return?error=access_denied&${more}`);
      expect(Object.fromEntries(page)).toEqual({ error: 'access_denied' });
    },
  );

  test('F11: a refusal with what looks like a state of ours is not quoted', async () => {
    const page = await returnTo(
      scene.app,
      '/consent/return?error=access_denied&error_description=AADSTS65004%3A+no&state=a.b.c.d.e',
    );
    expect(Object.fromEntries(page)).toEqual({ returned: 'forged' });
  });

  test('a state in which one character was changed is forged', async () => {
    const { id } = await makeRequest(scene.app);
    const state = await stateOf(id);
    for (const at of [3, state.length - 30, state.length - 5]) {
      const changed = state.slice(0, at) + (state[at] === 'A' ? 'B' : 'A') + state.slice(at + 1);
      const page = await returnTo(scene.app, acceptedBy(DEMO.tenants.contoso, changed));
      expect(Object.fromEntries(page)).toEqual({ returned: 'forged' });
    }
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made']);
  });

  test('a state of another installation is forged', async () => {
    const { id } = await makeRequest(scene.app);
    const state = await stateOf(id);
    await scene.world.stopServices();
    const other = await scene.world.startService(
      scene.empty.database,
      {},
      { stateKey: 'another secret, as long as it must be' },
    );
    const page = await returnTo(other, acceptedBy(DEMO.tenants.contoso, state));
    expect(Object.fromEntries(page)).toEqual({ returned: 'forged' });
  });

  test('an attempt survives a restart of the service', async () => {
    const { id } = await makeRequest(scene.app);
    const state = await stateOf(id);
    await scene.world.stopServices();
    const again = await scene.world.startService(scene.empty.database);
    expect((await returnTo(again, acceptedBy(DEMO.tenants.contoso, state))).get('returned')).toBe('accepted');
  });

  test('the request ran out while the admin was away', async () => {
    const { id } = await makeRequest(scene.app);
    const [accepted, refused] = [await stateOf(id), await stateOf(id)];
    await scene.empty.database.query('delete from requests');
    const page = await returnTo(scene.app, acceptedBy(DEMO.tenants.contoso, accepted));
    expect([...page.keys()].toSorted()).toEqual(['code', 'looked']);
    const denied = `/consent/return?error=access_denied&error_description=AADSTS65004%3A+no&state=${refused}`;
    expect(Object.fromEntries(await returnTo(scene.app, denied))).toEqual({
      returned: 'denied',
      code: 'AADSTS65004',
    });
  });

  test('a return never says what a tenant has granted', async () => {
    // Somebody makes a request for a company and comes "back" without having been at Microsoft.
    const stories: string[][] = [];
    for (const isCustomer of [true, false]) {
      scene.world.entra.reset();
      if (isCustomer) scene.world.entra.directory.grantForTenant('contoso.example');
      const { id } = await makeRequest(scene.app);
      const page = await returnTo(scene.app, acceptedBy(DEMO.tenants.contoso, await stateOf(id)));
      await scene.world.clock.advance(1_000);
      const events = await untilEvents(scene.world.clock, scene.app, id, 3);
      stories.push([page.get('returned') ?? '', ...kindsOf(events)]);
    }
    expect(stories[0]).toEqual(['accepted', 'made', 'returned', 'check-again']);
    expect(stories[1]).toEqual(stories[0]);
  });

  test('S2: a burst of returns and what follows it take the same statements for a customer and for another company', async () => {
    scene.world.entra.directory.grantForTenant('contoso.example');
    expect(byState(await consentOf(scene.app, await scene.world.tokenOf(DEMO.users.mia)))).toHaveProperty(
      'tenant',
    );
    const burst = async (name: string, tenant: string): Promise<readonly string[]> => {
      const { id } = await makeRequest(scene.app, name);
      // What is found out once, as whose the name is, tells nothing.
      await comeBack(acceptedBy(tenant, await stateOf(id)));
      const states = await Promise.all(Array.from({ length: 10 }, () => stateOf(id)));
      scene.world.entra.log.clear();
      const queries = jest.spyOn(scene.empty.database, 'query');
      const answers = await Promise.all(states.map((state) => comeBack(acceptedBy(tenant, state))));
      await scene.world.clock.advance(MINUTE_MS);
      // The alarm of what is planned is set once or twice for returns of the same moment, as it happens; what is due is
      // taken at once or by and by, and calls are counted, and requests found, together or apart.
      const asked = queries.mock.calls.flatMap(([sql]) => (sql.includes('min(due_at)') ? [] : [sql]));
      const together = asked.filter((sql) => /\bdue as \(|rate_limits|id_hash = any/.test(sql));
      const statements = [...asked.filter((sql) => !together.includes(sql)), ...new Set(together)];
      queries.mockRestore();
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(states.map(() => 303));
      expect(scene.world.entra.log.list()).toEqual([]);
      return statements.toSorted();
    };
    const customer = await burst('contoso.example', DEMO.tenants.contoso);
    expect(customer.length).toBeGreaterThan(10);
    expect(await burst('fabrikam.example', DEMO.tenants.fabrikam)).toEqual(customer);
  });

  test('S11: a state that was used up or came late opens nothing: whoever reads old addresses learns no id', async () => {
    const { id } = await makeRequest(scene.app);
    const used = acceptedBy(DEMO.tenants.contoso, await stateOf(id));
    await returnTo(scene.app, used);
    expect(Object.fromEntries(await returnTo(scene.app, used))).toEqual({ returned: 'repeated' });
    const late = acceptedBy(DEMO.tenants.contoso, await stateOf(id));
    await scene.world.clock.advance(5 * MINUTE_MS);
    expect((await returnTo(scene.app, late)).has('request')).toBe(false);
    expect(Object.fromEntries(await returnTo(scene.app, late))).toEqual({ returned: 'repeated' });
  });

  test.each([
    ['was used up', ['repeated', 'repeated'], (address: string) => returnTo(scene.app, address)],
    ['comes late', ['accepted', 'repeated'], () => scene.world.clock.advance(5 * MINUTE_MS)],
    ['is forgotten', [null, null], () => scene.empty.database.query('delete from attempts returning 1')],
  ])(
    'a state that %s asks Microsoft nothing, so nobody can save states up and bring them all again',
    async (_what, outcomes, happens) => {
      // Whose name this is Microsoft does not know, so each question would be a new one.
      const { id } = await makeRequest(scene.app, 'junk.example');
      const address = acceptedBy(DEMO.tenants.contoso, await stateOf(id));
      await happens(address);
      const before = scene.world.asked('openid');
      const came: (string | null)[] = [];
      for (const _outcome of outcomes) came.push((await returnTo(scene.app, address)).get('returned'));
      expect(came).toEqual(outcomes);
      expect(scene.world.asked('openid')).toBe(before);
    },
  );

  test('S14: after a withdrawal nobody hears of a return, and what was planned is not done', async () => {
    const { id } = await makeRequest(scene.app);
    const [first, second] = [await stateOf(id), await stateOf(id)];
    await returnTo(scene.app, acceptedBy(DEMO.tenants.contoso, first));
    await scene.app.inject({ method: 'DELETE', url: `/api/requests/${id}` });
    const page = await returnTo(scene.app, acceptedBy(DEMO.tenants.contoso, second));
    expect(page.get('returned')).toBe('accepted');
    await scene.world.clock.advance(10 * MINUTE_MS);
    expect(kindsOf(await eventsOf(scene.app, id))).toEqual(['made', 'returned', 'withdrawn']);
    const planned = await scene.empty.database.query('select 1 from follow_ups');
    expect(planned).toEqual([]);
  });

  test('S7: images and frames of other pages are no returns; the real one comes through after any number of them', async () => {
    const { id } = await makeRequest(scene.app);
    const address = acceptedBy(DEMO.tenants.contoso, await stateOf(id));
    for (const headers of [
      { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' },
    ]) {
      expect((await get(scene.app, address, headers)).statusCode).toBe(403);
    }
    for (let round = 0; round < 130; round += 1) await get(scene.app, '/consent/return?state=junk');
    expect(
      await scene.empty.database.query('select 1 from rate_limits where key like $1', ['return%']),
    ).toEqual([]);
    const real = await comeBack(address, {
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
      'sec-fetch-site': 'cross-site',
    });
    expect(real.headers.location).toMatch(/\/oauth2\/v2\.0\/authorize\?.*prompt=none/);
  });

  test('S13: each redirect to the page carries a mark that only this browser has as a cookie', async () => {
    const one = await get(scene.app, '/consent/return');
    const other = await get(scene.app, '/consent/return');
    const markOf = (answer: typeof one) =>
      new URL(String(answer.headers.location), 'https://x').searchParams.get('mark');
    expect(markOf(one)).not.toBe(markOf(other));
    expect(one.headers['set-cookie']).toBe(
      `__Host-extendsync-return=${String(markOf(one))}; Path=/; Max-Age=600; Secure; SameSite=Lax`,
    );
  });

  test('the redirect is kept by no cache', async () => {
    const answer = await get(scene.app, '/consent/return');
    expect(answer.statusCode).toBe(303);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });
});
