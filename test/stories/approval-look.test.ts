import type { RequestEvent } from '../../src/core/api/request-events';
import {
  answer,
  CONTOSO,
  domain,
  FABRIKAM,
  grantedForTenant,
  noAccount,
  notConsented,
  SETUP,
} from '../support/evidence';
import { ApprovalWorld, AWAY, REQUEST } from './approval-world';

const LINK = `?request=${REQUEST}`;
const KEY = 'KKKKKKKKKKKKKKKKKKKKKK';
const LOOKED = `${LINK}&returned=accepted&looked=confirmed&look=${KEY}`;

test('after the look the page is green without a sign-in, and the key leaves the address bar', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  const found = answer(() => 'tenant');
  if (found.outcome !== 'checked') throw new Error('The look found nothing');
  world.looks.set(KEY, { ...found, proof: { by: 'look', seenAt: '2026-01-15T09:00:00.000Z' } });
  const page = await world.returns(LOOKED);
  await world.passes(300);
  expect(page.screen).toMatchObject({ name: 'confirmed', tone: 'good' });
  expect(page.screen.receipt?.lookedAtMs).toBe(Date.UTC(2026, 0, 15, 9));
  expect(world.questions).toEqual([]);
  expect(world.address).toBe('/grant.html');
});

test('Back to the link and Forward again: what became of the visit is still there, and is no other request’s', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  world.looks.set(
    KEY,
    answer(() => 'tenant'),
  );
  (await world.returns(LOOKED)).closes();
  const back = await world.arrives(LINK);
  expect(back.screen.name).toBe('invitation');
  back.closes();
  const forward = await world.arrives('');
  await world.passes(300);
  expect(forward.screen.name).toBe('confirmed');
  forward.closes();
  (await world.arrives(`?request=${'D'.repeat(22)}`)).closes();
  expect((await world.arrives('')).screen.name).toBe('lost');
});

test('while the grant spreads it says so, asks on with the key, and turns green by itself (U1, U6)', async () => {
  const world = new ApprovalWorld();
  world.looks.set(
    KEY,
    answer(() => 'missing'),
  );
  const page = await world.returns(LOOKED.replace('confirmed', 'incomplete'));
  await world.passes(300);
  expect(page.screen).toMatchObject({ name: 'spreading' });
  expect(page.screen.primary).toBeUndefined();
  world.looks.set(
    KEY,
    answer(() => 'tenant'),
  );
  await world.passes(60_000);
  expect(page.screen.name).toBe('confirmed');
  expect(world.questions).toEqual([]);
});

test.each([
  ['a minute ago', '2026-01-15T08:59:00.000Z'],
  ['weeks ago', '2025-12-24T09:00:00.000Z'],
])(
  'who was without Autopilot, as seen %s, and approves it now: what was proved before is no answer to that',
  async (_when, seenAt) => {
    const world = new ApprovalWorld();
    world.situation = 'autopilot-everyone';
    const before = answer(({ kind }) => (kind === 'application' ? 'missing' : 'tenant'));
    if (before.outcome !== 'checked') throw new Error('The look found nothing');
    world.looks.set(KEY, {
      ...before,
      situation: 'no-autopilot',
      proof: { by: 'look', seenAt },
    });
    const page = await world.returns(LOOKED.replace('confirmed', 'incomplete'));
    await world.passes(300);
    expect(page.screen.name).toBe('spreading');
    expect(page.screen.receipt).toBeUndefined();
    world.looks.set(KEY, { ...answer(() => 'tenant'), situation: 'autopilot-everyone' });
    await world.passes(60_000);
    expect(page.screen.name).toBe('confirmed');
  },
);

test('who approves less than the organisation has is told how the larger part stands', async () => {
  const world = new ApprovalWorld();
  world.situation = 'no-autopilot';
  world.looks.set(KEY, {
    ...answer(({ kind }) => (kind === 'application' ? 'missing' : 'tenant')),
    situation: 'autopilot-everyone',
  });
  const page = await world.returns(LOOKED.replace('confirmed', 'incomplete'));
  await world.passes(300);
  expect(page.screen.name).not.toBe('confirmed');
});

test('a made-up key vouches for nothing: the address is quoted, and Microsoft is asked (S13)', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  const page = await world.arrives(LOOKED);
  await world.passes(600);
  expect(page.screen).toMatchObject({ name: 'unasked', primary: { name: 'sign-in' } });
  expect(page.says).toContain('approval.unasked.lead');
});

test.each([
  'returned=denied',
  'returned=role-too-small',
  `returned=other-tenant&tenant=${FABRIKAM}`,
  'returned=accepted&looked=incomplete',
  'looked=blocked&code=AADSTS50105',
])(
  'a key proves what its answer holds, and not what stands beside it in the address (S13): %s',
  async (said) => {
    const world = new ApprovalWorld();
    world.microsoftSays = noAccount;
    world.looks.set(
      KEY,
      answer(() => 'missing'),
    );
    const page = await world.arrives(`${LINK}&${said}&look=${KEY}`);
    await world.passes(300);
    expect(page.screen.title.key).toBe('approval.not-arrived.title');
    expect(page.says).not.toContain('approval.may-leave');
    expect(page.screen.details?.code).toBeUndefined();
    // A reload finds it in the tab, and believes it no more than before.
    page.closes();
    expect((await world.arrives('')).screen.title.key).toBe('approval.not-arrived.title');
  },
);

test('without a request the id stands beside the name that an organisation gives itself (S13)', async () => {
  const world = new ApprovalWorld();
  world.looks.set(KEY, { ...answer(() => 'tenant', FABRIKAM), tenantName: 'Contoso' });
  const page = await world.returns(`?looked=confirmed&look=${KEY}`);
  await world.passes(300);
  expect(page.screen.name).toBe('confirmed');
  expect(page.screen.lead[0]?.values).toEqual({ organisation: `Contoso (${FABRIKAM})` });
  expect(page.screen.receipt).toMatchObject({ organisation: 'Contoso', tenant: FABRIKAM });
});

test('the key of another organisation’s look shows nothing of it here (S13)', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  world.looks.set(
    KEY,
    answer(() => 'tenant', FABRIKAM),
  );
  const page = await world.arrives(LOOKED);
  await world.passes(600);
  expect(page.screen.name).toBe('unasked');
  expect(page.screen.receipt).toBeUndefined();
});

test('S13: another mark than this browser’s, or one twice, makes no word of the service', async () => {
  for (const marks of ['&mark=NNNNNNNNNNNNNNNNNNNNNN', '&mark=', '&mark=MMMMMMMMMMMMMMMMMMMMMM'.repeat(2)]) {
    const world = new ApprovalWorld();
    world.microsoftSays = noAccount;
    world.sentOn(LINK);
    const page = await world.arrives(`${LINK}&returned=denied${marks}`);
    await world.passes(300);
    expect(page.screen.name).toBe('unasked');
  }
});

test('S13: a page that holds on to the tab cannot make it state what nobody did', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(LINK);
  await page.presses('continue');
  await world.passes(100);
  page.closes();
  // The browser is at Microsoft; whoever opened the tab sends it here.
  const sent = await world.arrives(`${LINK}&returned=denied`);
  expect(sent.screen.name).toBe('unasked');
});

test('S13: where Microsoft shows no approval, such an address is quoted below Microsoft’s word, with the ways on', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(`${LINK}&returned=denied`);
  await world.passes(300);
  expect(page.says).toEqual(['approval.not-arrived.title', 'approval.unasked.lead.refused']);
  expect(page.screen.primary?.name).toBe('continue');
  expect(page.screen.others.map(({ name }) => name)).toEqual(['show-request', 'sign-in']);
});

test('S13: the service’s word holds in whichever tab the browser comes back, and after a reload', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  const address = world.sentOn(`${LINK}&returned=denied`);
  world.tabMemory.clear();
  (await world.arrives(address)).closes();
  // The cookie lives ten minutes.
  world.cookies = '';
  const page = await world.arrives(address);
  expect(page.screen.name).toBe('denied');
});

test.each(['accepted', 'denied', 'left', 'role-too-small', 'expired', 'failed'])(
  'an address alone that says "%s" states nothing as fact (S13)',
  async (outcome) => {
    const world = new ApprovalWorld();
    world.microsoftSays = noAccount;
    const page = await world.arrives(`${LINK}&returned=${outcome}`);
    await world.passes(300);
    expect(page.screen.name).toBe('unasked');
    expect(world.questions).toEqual(['silent']);
    await page.presses('show-request');
    await world.passes(300);
    expect(page.screen.name).toBe('invitation');
  },
);

test.each([
  'sign-in-needed',
  'blocked',
  'may-not-read',
  'other-tenant',
  'expired',
  'repeated',
  'forged',
  'failed',
])('a look that came to nothing (%s) says so, and leads to Microsoft for another', async (looked) => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  const page = await world.returns(`${LINK}&returned=accepted&looked=${looked}`);
  await world.passes(300);
  expect(page.screen).toMatchObject({ name: 'confirm', primary: { name: 'confirm' } });
  expect(page.says).toContain(`approval.looked.${looked}`);
  await page.presses('confirm');
  await world.passes(100);
  expect(world.lookedFor).toEqual([{ tenant: CONTOSO, request: REQUEST }]);
  expect(world.left).toEqual([`${SETUP.loginOrigin}/${CONTOSO}/oauth2/v2.0/authorize?state=look`]);
});

test.each([
  ['accepted', 'AADSTS50105', ['cause.user-not-assigned', 'approval.mend.assign']],
  [undefined, 'AADSTS7000112', ['cause.application-disabled', 'approval.mend.enable']],
  ['accepted', 'AADSTS53003', ['cause.conditional-access', 'approval.mend.other']],
  ['accepted', 'AADSTS50057', ['cause.account-disabled', 'approval.mend.other']],
  ['accepted', undefined, ['approval.mend.other']],
])(
  'whom Microsoft keeps out (%s, %s) reads why and how to mend that, and may then confirm again',
  async (returned, code, why) => {
    const world = new ApprovalWorld();
    world.situation = 'no-autopilot';
    world.microsoftSays = noAccount;
    const said = new URLSearchParams({
      ...(returned === undefined ? {} : { returned }),
      looked: 'blocked',
      ...(code === undefined ? {} : { code }),
    });
    const page = await world.returns(`${LINK}&${said.toString()}`);
    await world.passes(300);
    expect(page.says).toEqual([
      returned === 'accepted' ? 'approval.confirm.accepted-title' : 'approval.confirm.not-done-title',
      'approval.looked.blocked',
      ...why,
      'approval.mend.then-confirm',
    ]);
    expect(page.screen).toMatchObject({ name: 'confirm', primary: { name: 'confirm' } });
    expect(page.screen.details?.code).toBe(code);
    await page.presses('confirm');
    await world.passes(100);
    expect(world.lookedFor).toMatchObject([{ tenant: CONTOSO, request: REQUEST }]);
  },
);

describe('an approval that the service can see by itself, whose look came to nothing', () => {
  const returns = async (search: string) => {
    const world = new ApprovalWorld();
    world.situation = 'autopilot-everyone';
    world.microsoftSays = noAccount;
    const page = await world.returns(`${LINK}&returned=accepted&${search}`);
    await world.passes(300);
    return { world, page };
  };

  test.each([
    ['looked=sign-in-needed', ['approval.looked.sign-in-needed', 'approval.confirm.how']],
    [
      'looked=blocked&code=AADSTS50105',
      [
        'approval.looked.blocked',
        'cause.user-not-assigned',
        'approval.mend.assign',
        'approval.mend.then-confirm',
      ],
    ],
  ])('counts without it: whoever gave it may go, or see it confirmed (%s)', async (search, why) => {
    const { page } = await returns(search);
    expect(page.says).toEqual(['approval.sign-in.title', 'approval.may-leave', ...why]);
    expect(page.screen).toMatchObject({ name: 'confirm', tone: 'plain', primary: { name: 'confirm' } });
  });

  test('in the window of a pane it shows in Outlook, where the person goes back to', async () => {
    const world = new ApprovalWorld();
    world.situation = 'autopilot-everyone';
    world.microsoftSays = noAccount;
    (await world.arrives(`?mode=dialog&tenant=${CONTOSO}&request=${REQUEST}`)).closes();
    world.hasOpener = false;
    const page = await world.returns(`${LINK}&returned=accepted&looked=blocked`);
    expect(page.says).toContain('approval.back-to-outlook');
    expect(page.says).not.toContain('approval.may-leave');
    expect(page.says).not.toContain('approval.confirm.accepted-title');
  });
});

test('a look’s address that is not Microsoft’s is not followed, and a service that is away is told', async () => {
  const world = new ApprovalWorld();
  world.lookUrl = () => 'https://login.example.evil/x/oauth2/v2.0/authorize';
  world.microsoftSays = noAccount;
  const page = await world.returns(`${LINK}&returned=accepted&looked=sign-in-needed`);
  await world.passes(300);
  await page.presses('confirm');
  await world.passes(100);
  expect(world.left).toEqual([]);
  expect(page.says).toContain('approval.notice.answer-refused');
  world.serviceSays = AWAY;
  await page.presses('confirm');
  await world.passes(100);
  expect(page.says).toContain('approval.notice.service-away');
});

describe('the request is withdrawn, or runs out, while the page stands there', () => {
  test('the administrator confirms all the same: a look needs no request', async () => {
    const world = new ApprovalWorld();
    world.microsoftSays = noAccount;
    const page = await world.returns(`${LINK}&returned=accepted&looked=sign-in-needed`);
    await world.passes(300);
    world.requestIsOver = true;
    await page.presses('confirm');
    await world.passes(300);
    expect(world.lookedFor).toEqual([{ tenant: CONTOSO }]);
    expect(world.left).toHaveLength(1);
    expect(page.says).not.toContain('approval.notice.service-away');
  });

  test('they begin again: one press leads to Microsoft', async () => {
    const world = new ApprovalWorld();
    const page = await world.returns(`${LINK}&returned=denied`);
    await world.passes(300);
    world.requestIsOver = true;
    await page.presses('continue');
    await world.passes(500);
    expect(world.made).toMatchObject([{ tenant: 'contoso.example' }]);
    expect(world.left).toHaveLength(1);
  });

  test('they read what it asks for: they are told that it is over', async () => {
    const world = new ApprovalWorld();
    const page = await world.arrives(LINK);
    world.requestIsOver = true;
    await page.presses('continue');
    await world.passes(300);
    expect(page.screen.name).toBe('gone');
    expect(world.left).toEqual([]);
  });
});

test('a pane’s dialog that is to confirm goes to the sign-in by itself, and the pane is told what came of it', async () => {
  const world = new ApprovalWorld();
  (await world.arrives(`?mode=dialog&tenant=${CONTOSO}&confirm=1`)).closes();
  expect(world.left[0]).toContain('/oauth2/v2.0/authorize');
  expect(world.attempts).toBe(0);
  const back = await world.returns(`?looked=confirmed&look=${KEY}`);
  expect(world.paneHeard.at(-1)).toEqual({ kind: 'consent-returned', outcome: 'accepted' });
  expect(back.screen.name).toBe('returned-in-dialog');
});

test('who may not approve is told which roles may, and passes the link on (U7)', async () => {
  const world = new ApprovalWorld();
  const page = await world.returns(`${LINK}&returned=role-too-small`);
  expect(page.screen).toMatchObject({ name: 'role-too-small', primary: { name: 'pass-on' } });
  expect(page.says).toContain('approval.roles-needed');
  await page.presses('pass-on');
  expect(world.copied).toBe(`${SETUP.origin}/grant.html?request=${REQUEST}`);
  expect(page.says).toContain('approval.notice.link-copied');
});

test('leaving Microsoft’s page turns nothing down (U16)', async () => {
  const world = new ApprovalWorld();
  const page = await world.returns(`${LINK}&returned=left`);
  expect(page.screen).toMatchObject({
    name: 'left',
    primary: { name: 'continue', label: { key: 'approval.action.continue' } },
  });
});

describe('the link is opened again (U12)', () => {
  const event = (kind: RequestEvent['kind'], at: string): RequestEvent => ({ number: 1, kind, at });
  const opened = async (...events: readonly RequestEvent[]) => {
    const world = new ApprovalWorld();
    world.events = events;
    return { world, page: await world.arrives(LINK) };
  };

  test('after the approval: when it was confirmed, and how to see whether it still holds', async () => {
    const { world, page } = await opened(event('proved', '2026-01-14T10:29:00.000Z'));
    expect(page.screen).toMatchObject({ name: 'approved-before', primary: { name: 'sign-in' } });
    expect(page.screen.lead[0]?.values).toEqual({ atMs: Date.UTC(2026, 0, 14, 10, 29) });
    // A stranger with the link is told no more than the request's own events.
    expect(world.questions).toEqual([]);
    world.microsoftSays = grantedForTenant;
    await page.presses('sign-in');
    await world.passes(100);
    expect(page.screen.name).toBe('confirmed');
  });

  test('approved then and withdrawn since: what Microsoft says now', async () => {
    const { world, page } = await opened(event('proved', '2026-01-14T10:29:00.000Z'));
    world.microsoftSays = notConsented;
    await page.presses('sign-in');
    await world.passes(100);
    expect(page.screen).toMatchObject({ name: 'not-arrived', primary: { name: 'continue' } });
    expect(page.says).toContain('approval.not-arrived.lead');
  });

  test('after a visit that nobody confirmed: what came of it is open, and is looked at before anybody approves again', async () => {
    const { world, page } = await opened(event('returned', '2026-01-14T10:29:00.000Z'));
    const { name, primary, primaryNote, others } = page.screen;
    expect([name, primary?.name, primaryNote]).toEqual(['invitation', 'sign-in', undefined]);
    expect(others.map(({ label }) => label.key)).toEqual(['approval.action.approve-again']);
    expect(page.says).toContain('approval.notice.been-there');
    // The silent look after the approval had failed, and Microsoft shows it to whoever signs in.
    world.microsoftSays = grantedForTenant;
    await page.presses('sign-in');
    await world.passes(100);
    expect(page.screen.name).toBe('confirmed');
  });

  test('after a denial: the request, with what is known', async () => {
    const { page } = await opened(event('denied', '2026-01-14T10:29:00.000Z'));
    expect(page.says).toContain('approval.notice.turned-down');
    expect(page.screen.primary?.name).toBe('continue');
  });

  test('somebody else has turned it down just after that visit: their word is none about it', async () => {
    const { page } = await opened(
      event('returned', '2026-01-14T10:29:00.000Z'),
      event('denied', '2026-01-14T10:31:00.000Z'),
      event('left', '2026-01-14T10:32:00.000Z'),
    );
    expect(page.says).toContain('approval.notice.been-there');
    const later = await opened(
      event('returned', '2026-01-14T10:29:00.000Z'),
      event('denied', '2026-01-14T15:00:00.000Z'),
      event('left', '2026-01-14T15:01:00.000Z'),
    );
    expect(later.page.says).toContain('approval.notice.turned-down');
  });
});

describe('a name that only the sender gives (S12)', () => {
  test('stays out of the title while Microsoft knows no such organisation', async () => {
    const world = new ApprovalWorld();
    world.requestFor = 'call-0800-555-0100.your-account-is-locked.example';
    world.microsoftKnows = () => undefined;
    const page = await world.arrives(LINK);
    expect(page.screen.title.values).toEqual({});
    expect(page.screen.facts?.organisation?.domain).toMatchObject({ isVerified: false });
  });

  test('in the coded form of other letters it is explained, whoever knows it', async () => {
    const world = new ApprovalWorld();
    world.requestFor = domain('xn--contos-53a.example');
    const page = await world.arrives(LINK);
    expect(page.screen.facts?.organisation?.domain).toMatchObject({ isVerified: true, isCoded: true });
  });
});

describe('the question of the situation', () => {
  test('begins with what the sender suggested, shows what another answer changes, and travels with the attempt', async () => {
    const world = new ApprovalWorld();
    world.situation = 'no-autopilot';
    const page = await world.arrives(LINK);
    const option = (situation: string) =>
      page.screen.question?.options.find((one) => one.situation === situation);
    expect(option('no-autopilot')).toMatchObject({ isChosen: true, isSuggested: true });
    expect(option('autopilot-everyone')?.changes.map(({ key }) => key)).toEqual(['approval.question.adds']);
    page.app.send({ type: 'situation-answered', situation: 'not-sure' });
    expect(option('not-sure')?.isChosen).toBe(true);
    expect(page.screen.asked?.some(({ permission }) => permission.kind === 'application')).toBe(true);
    expect(page.screen.asked?.find(({ id }) => id === 'delegated:Directory.Read.All')?.comesAlong).toBe(true);
    await page.presses('continue');
    await world.passes(100);
    expect(world.answers).toEqual(['not-sure']);
  });

  test.each([
    ['what was suggested comes back as a suggestion', undefined],
    ['what was answered comes back as an answer', 'no-autopilot'],
    ['that somebody is not sure comes back as their answer', 'not-sure'],
  ] as const)('%s from Microsoft, for the next attempt', async (_what, given) => {
    const world = new ApprovalWorld();
    world.situation = 'no-autopilot';
    const page = await world.arrives(LINK);
    if (given !== undefined) page.app.send({ type: 'situation-answered', situation: given });
    await page.presses('continue');
    await world.passes(100);
    const back = await world.returns(`?request=${REQUEST}&returned=denied`);
    await world.passes(300);
    await back.presses('continue');
    await world.passes(100);
    expect(world.answers).toEqual([given, given]);
  });

  test('another answer after the way was made asks for a new one', async () => {
    const world = new ApprovalWorld();
    const page = await world.arrives(LINK);
    await page.presses('continue');
    await world.passes(100);
    page.app.send({ type: 'situation-answered', situation: 'no-autopilot' });
    await page.presses('continue');
    await world.passes(100);
    expect(world.answers).toEqual([undefined, 'no-autopilot']);
    page.closes();
  });
});

describe('the look has shown nothing, and somebody else confirms the approval meanwhile', () => {
  const NOT_SHOWN = `?request=${REQUEST}&returned=accepted&looked=sign-in-needed`;
  const confirmedMeanwhile = (world: ApprovalWorld): void => {
    world.events = [
      { number: 1, kind: 'returned', at: '2026-01-14T10:29:00.000Z' },
      { number: 2, kind: 'proved', at: '2026-01-14T10:31:00.000Z' },
    ];
  };

  test.each(['focused', 'check-now'] as const)(
    'the page that stands open says so when it is looked at again (%s), and how to see it',
    async (how) => {
      const world = new ApprovalWorld();
      world.microsoftSays = noAccount;
      const page = await world.returns(NOT_SHOWN);
      await world.passes(300);
      expect(page.screen).toMatchObject({ name: 'confirm', primary: { name: 'confirm' } });
      confirmedMeanwhile(world);
      await (how === 'focused' ? page.becomes('focused') : page.presses('check-now'));
      await world.passes(300);
      expect(page.screen).toMatchObject({ name: 'approved-before', primary: { name: 'sign-in' } });
      world.microsoftSays = grantedForTenant;
      await page.presses('sign-in');
      await world.passes(100);
      expect(page.screen.name).toBe('confirmed');
    },
  );

  test('nobody has: it stays as it is', async () => {
    const world = new ApprovalWorld();
    world.microsoftSays = noAccount;
    const page = await world.returns(NOT_SHOWN);
    await world.passes(300);
    world.events = [{ number: 1, kind: 'returned', at: '2026-01-14T10:29:00.000Z' }];
    await page.becomes('focused');
    await world.passes(300);
    expect(page.screen).toMatchObject({ name: 'confirm', primary: { name: 'confirm' } });
  });
});
