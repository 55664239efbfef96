import { CONTOSO, FABRIKAM, grantedForTenant, SETUP } from '../support/evidence';
import { AWAY, ApprovalWorld, NEW_REQUEST, REQUEST, type Page } from './approval-world';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

test('a pane’s dialog makes a request, tells the pane, and goes on to Microsoft by itself', async () => {
  const world = new ApprovalWorld();
  const page = await world.opens(`?mode=dialog&tenant=${CONTOSO}`);
  expect(page.screen).toMatchObject({ name: 'starting', busy: true, dialog: true });
  await world.passes(200);
  expect(world.made).toEqual([{ tenant: CONTOSO }]);
  expect(world.paneHeard).toEqual([
    { kind: 'attempt-started', expiresAtMs: world.clock.now() + 300_000, request: NEW_REQUEST },
  ]);
  expect(world.left[0]).toContain(`of-${NEW_REQUEST}`);
  page.closes();
  expect(world.clock.pending).toBe(0);

  world.microsoftSays = grantedForTenant;
  const back = await world.returns(`?request=${NEW_REQUEST}&returned=accepted`);
  expect(world.paneHeard[1]).toEqual({ kind: 'consent-returned', outcome: 'accepted' });
  expect(back.screen).toMatchObject({
    name: 'returned-in-dialog',
    tone: 'plain',
    primary: { name: 'close' },
  });
  expect(back.says).toContain('approval.outlook-goes-on');
  // The pane asks Microsoft; two would ask for the same.
  expect(world.questions).toEqual([]);
  await back.presses('close');
  await world.passes(0);
  expect(world.paneHeard[2]).toEqual({ kind: 'closing' });
  expect(world.closed).toBe(true);
  expect(world.clock.pending).toBe(0);
});

test.each([6 * MINUTE, -6 * MINUTE])(
  'a computer whose clock is %i ms ahead: the attempt that was made this moment has its five minutes',
  async (fastByMs) => {
    const world = new ApprovalWorld();
    world.fastByMs = fastByMs;
    await world.opens(`?mode=dialog&tenant=${CONTOSO}`);
    await world.passes(200);
    expect(world.paneHeard).toEqual([
      { kind: 'attempt-started', expiresAtMs: world.clock.now() + 300_000, request: NEW_REQUEST },
    ]);
  },
);

test('a request that the pane has made already is used', async () => {
  const world = new ApprovalWorld();
  await world.arrives(`?mode=dialog&request=${REQUEST}`);
  expect(world.made).toEqual([]);
  expect(world.left[0]).toContain(`of-${REQUEST}`);
});

test.each([AWAY, { ok: false, why: 'gone' } as const])(
  'a request that is of no use ($why): the dialog still asks the same organisation, for the same',
  async (refusal) => {
    const world = new ApprovalWorld();
    world.serviceSays = refusal;
    const address = `?mode=dialog&request=${REQUEST}&tenant=${CONTOSO}&situation=no-autopilot`;
    (await world.arrives(address)).closes();
    const asked = new URL(world.left[0] ?? '');
    expect(asked.pathname).toBe(`/${CONTOSO}/v2.0/adminconsent`);
    expect(asked.searchParams.get('scope')).not.toContain('.default');
    (await world.arrives(`?admin_consent=True&tenant=${FABRIKAM}&state=${world.sentState}`)).closes();
    expect(world.paneHeard.at(-1)).toEqual({
      kind: 'consent-returned',
      outcome: 'other-tenant',
      tenant: FABRIKAM,
    });
  },
);

test('a reload of the dialog goes on with its request and makes no second one', async () => {
  const world = new ApprovalWorld();
  (await world.arrives(`?mode=dialog&tenant=${CONTOSO}`)).closes();
  await world.arrives(`?mode=dialog&tenant=${CONTOSO}`);
  expect(world.made).toHaveLength(1);
  expect(world.left).toHaveLength(2);
});

test('what the host adds to the address is left alone', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(
    `?mode=dialog&tenant=${CONTOSO}&_host_Info=Outlook$Web$16.01$en-US$$isDialog$$16`,
  );
  expect(page.screen.name).toBe('starting');
  expect(world.left).toHaveLength(1);
});

test.each([
  ['the service is away', AWAY],
  ['the service is unavailable', { ok: false, why: 'failed' }],
  ['the service is throttled', { ok: false, why: 'throttled', retryAfterMs: 60_000 }],
  ['the pane’s request is gone', { ok: false, why: 'gone' }],
] as const)('%s: the dialog goes straight to Microsoft, and says what came back', async (_, refusal) => {
  const world = new ApprovalWorld();
  world.serviceSays = refusal;
  for (const search of [`?mode=dialog&tenant=${CONTOSO}`, `?mode=dialog&request=${REQUEST}`]) {
    const page = await world.arrives(search);
    const url = new URL(world.left.at(-1) ?? '');
    expect(url.searchParams.get('redirect_uri')).toBe(`${SETUP.origin}/grant.html`);
    expect(world.paneHeard.at(-1)?.kind).toBe('attempt-started');
    page.closes();
    const back = await world.arrives(`?admin_consent=True&tenant=${CONTOSO}&state=${world.sentState}`);
    expect(world.paneHeard.at(-1)).toEqual({ kind: 'consent-returned', outcome: 'accepted' });
    back.closes();
  }
});

test('neither a request nor a tenant: straight to Microsoft, which asks for the organisation', async () => {
  const world = new ApprovalWorld();
  await world.arrives('?mode=dialog');
  expect(new URL(world.left[0] ?? '').pathname).toBe('/organizations/v2.0/adminconsent');
});

test('a pane that does not hear, or not in time, holds nobody up', async () => {
  const world = new ApprovalWorld();
  world.tellingMs = MINUTE;
  await world.arrives(`?mode=dialog&tenant=${CONTOSO}`);
  expect(world.left).toEqual([]);
  await world.passes(9 * SECOND);
  expect(world.left).toHaveLength(1);

  const deaf = new ApprovalWorld();
  deaf.paneListens = false;
  await deaf.arrives(`?mode=dialog&tenant=${CONTOSO}`);
  expect(deaf.left).toHaveLength(1);
  const back = await deaf.returns(`?request=${NEW_REQUEST}&returned=denied`);
  expect(back.says).toEqual([
    'approval.returned.denied.title',
    'approval.returned.denied.lead',
    'approval.outlook-not-told',
  ]);
  await back.presses('continue');
  await deaf.passes(100);
  expect(deaf.left).toHaveLength(2);
});

test('on a busy machine office.js meets its host late, and the pane hears of the attempt all the same', async () => {
  const world = new ApprovalWorld();
  world.tellingMs = 6 * SECOND;
  await world.arrives(`?mode=dialog&tenant=${CONTOSO}`);
  await world.passes(5 * SECOND);
  expect(world.left).toEqual([]);
  await world.passes(SECOND);
  expect(world.paneHeard.at(-1)).toMatchObject({ kind: 'attempt-started' });
  expect(world.left).toHaveLength(1);
});

test('a window that does not go on gets a button', async () => {
  const world = new ApprovalWorld();
  world.browserLeaves = false;
  const page = await world.arrives(`?mode=dialog&tenant=${CONTOSO}`);
  expect(page.screen).toMatchObject({ name: 'starting', primary: { name: 'continue' } });
  expect(page.says).toContain('approval.starting.overdue');
  world.browserLeaves = true;
  await page.presses('continue');
  expect(world.left).toHaveLength(1);

  const slow = new ApprovalWorld();
  const waiting = await slow.arrives(`?mode=dialog&tenant=${CONTOSO}`);
  expect(waiting.screen.primary).toBeUndefined();
  await slow.passes(10 * SECOND);
  expect(waiting.screen.primary?.name).toBe('continue');
});

test('offline, the dialog stays with words of ours and goes on by itself when the network is back', async () => {
  const world = new ApprovalWorld();
  world.online = false;
  const page = await world.arrives(`?mode=dialog&tenant=${CONTOSO}`);
  expect(world.left).toEqual([]);
  expect(page.says).toContain('approval.notice.offline');
  expect(page.screen.primary?.name).toBe('continue');
  await page.becomes('online');
  await world.passes(300);
  expect(world.left).toHaveLength(1);
});

test.each<[string, Partial<ApprovalWorld>, string]>([
  ['the service is away', { serviceSays: AWAY }, 'service-away'],
  [
    'the service names another address',
    { lookUrl: () => 'https://evil.example/oauth2/v2.0/authorize' },
    'answer-refused',
  ],
  ['there is no network', { online: false }, 'offline'],
])('%s: the dialog says that it did not go to Microsoft, and nothing else', async (_, wrong, why) => {
  const world = Object.assign(new ApprovalWorld(), wrong);
  const page = await world.arrives(`?mode=dialog&tenant=${CONTOSO}&confirm=1`);
  expect(world.left).toEqual([]);
  expect(page.says).toEqual(['approval.starting.failed', `approval.notice.${why}`]);
  expect(page.screen.primary?.name).toBe('confirm');
});

test('on the way to a confirmation nobody is told to read a list and to decide', async () => {
  const world = new ApprovalWorld();
  const page = await world.opens(`?mode=dialog&tenant=${CONTOSO}&confirm=1`);
  expect(page.says).toEqual(['approval.starting.title', 'approval.confirm.how']);
});

test('back from Microsoft by the browser’s button: a fresh attempt, not the old one', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(`?mode=dialog&tenant=${CONTOSO}`);
  await page.comesBack();
  await page.presses('continue');
  await world.passes(100);
  expect(world.attempts).toBe(2);
});

test('an answer that the dialog had not asked for is told as forged', async () => {
  const world = new ApprovalWorld();
  (await world.arrives(`?mode=dialog&tenant=${CONTOSO}`)).closes();
  await world.arrives(`?admin_consent=True&tenant=${CONTOSO}&state=not-ours`);
  expect(world.paneHeard.at(-1)).toEqual({ kind: 'consent-returned', outcome: 'forged' });
});

test('garbage in a dialog’s address: words, and a way out', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives('?mode=dialog&tenant=%3Cscript%3E');
  expect(page.says).toEqual([
    'approval.damaged.title',
    'approval.damaged.lead',
    'approval.lost.next-in-dialog',
  ]);
  await page.presses('close');
  await world.passes(0);
  expect(world.closed).toBe(true);
});

test('a shared link in a tab that was a dialog once is a page of its own', async () => {
  const world = new ApprovalWorld();
  (await world.arrives(`?mode=dialog&tenant=${CONTOSO}`)).closes();
  const page = await world.arrives(`?request=${REQUEST}`);
  expect(page.screen).toMatchObject({ name: 'invitation', dialog: false });
});

describe('Microsoft’s pages have parted the window from the pane (Cross-Origin-Opener-Policy)', () => {
  /** The dialog has been to Microsoft, and comes back without its opener. */
  async function comesBack(world: ApprovalWorld, search: string): Promise<Page> {
    (await world.arrives(`?mode=dialog&tenant=${CONTOSO}`)).closes();
    world.hasOpener = false;
    return world.returns(`?request=${NEW_REQUEST}&${search}`);
  }

  test.each([
    ['denied', 'continue'],
    ['left', 'continue'],
    ['role-too-small', 'pass-on'],
    ['expired', 'continue'],
    ['failed', 'continue'],
    ['other-tenant', 'continue'],
  ] as const)('%s: the page says so, offers %s, and claims nothing of Outlook', async (outcome, offered) => {
    const world = new ApprovalWorld();
    const page = await comesBack(world, `returned=${outcome}&tenant=${FABRIKAM}`);
    expect(page.says).toContain(`approval.returned.${outcome}.title`);
    expect(page.says).toContain('approval.back-to-outlook');
    for (const wrong of ['approval.outlook-goes-on', 'approval.outlook-not-told', 'approval.may-leave'])
      expect(page.says).not.toContain(wrong);
    const { primary, others } = page.screen;
    expect([primary?.name, others.at(-1)?.name]).toEqual([offered, 'close']);
    expect(page.screen.sections?.[0]?.name).toBe(outcome === 'other-tenant' ? 'revoke' : undefined);
    // The pane cannot be told, and office.js would close the page.
    expect(world.paneHeard.map(({ kind }) => kind)).toEqual(['attempt-started']);
    expect(world.openings).toEqual([]);
    await page.presses('close');
    await world.passes(0);
    expect(world.closed).toBe(true);
  });

  test('approved: the page asks Microsoft itself, for nobody else shows it there', async () => {
    const world = new ApprovalWorld();
    world.microsoftSays = grantedForTenant;
    const page = await comesBack(world, 'returned=accepted&looked=incomplete');
    expect(page.screen).toMatchObject({ name: 'confirmed', tone: 'good' });
    expect(page.says).toContain('approval.back-to-outlook');
    expect(page.screen.others.map(({ name }) => name)).toEqual(['copy', 'print', 'close']);
  });

  test('they begin again there: for the same request, told to nobody, and the next return is like the first', async () => {
    const world = new ApprovalWorld();
    const page = await comesBack(world, 'returned=denied');
    await page.presses('continue');
    await world.passes(200);
    expect([world.left.length, world.made.length, world.paneHeard.length]).toEqual([2, 1, 1]);
    page.closes();
    const back = await world.returns(`?request=${NEW_REQUEST}&returned=left`);
    expect(back.says).toContain('approval.back-to-outlook');
    expect(world.paneHeard).toHaveLength(1);
  });

  test('a reload of its first page, after Back, goes on to Microsoft and tells nobody', async () => {
    const world = new ApprovalWorld();
    (await world.arrives(`?mode=dialog&tenant=${CONTOSO}`)).closes();
    world.hasOpener = false;
    await world.arrives(`?mode=dialog&tenant=${CONTOSO}`);
    expect([world.left.length, world.made.length, world.paneHeard.length]).toEqual([2, 1, 1]);
  });

  test('a way back that is damaged: nobody there has a message with a link, and the window can be closed', async () => {
    const world = new ApprovalWorld();
    const page = await comesBack(world, 'returned=granted');
    expect(page.says).toContain('approval.lost.next-in-dialog');
    expect(page.says).not.toContain('approval.lost.next');
    await page.presses('close');
    await world.passes(0);
    expect(world.closed).toBe(true);
  });

  test('in a host of its own the dialog never had an opener, and is heard', async () => {
    const world = new ApprovalWorld();
    world.hasOpener = false;
    (await world.arrives(`?mode=dialog&tenant=${CONTOSO}`)).closes();
    const page = await world.returns(`?request=${NEW_REQUEST}&returned=denied`);
    expect(world.paneHeard.at(-1)).toEqual({ kind: 'consent-returned', outcome: 'denied' });
    expect(page.says).toContain('approval.outlook-goes-on');
  });
});
