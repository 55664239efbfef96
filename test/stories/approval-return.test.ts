import { RETURN_OUTCOMES } from '../../src/core/api/requests';
import {
  ALL_BUT_PROOF,
  answer,
  approvedNotConfirmed,
  CONTOSO,
  domain,
  FABRIKAM,
  grantedForTenant,
  heard,
  notConsented,
  onlyMia,
  ownToken,
  ALL_DELEGATED,
  partlyGranted,
  refused,
  seenByLook,
  unproven,
  unreachable,
} from '../support/evidence';
import { AWAY, ApprovalWorld, REQUEST } from './approval-world';

const MINUTE = 60_000;
const returned = (outcome: string, more = ''): string => `?request=${REQUEST}&returned=${outcome}${more}`;

async function comesBack(world: ApprovalWorld, search: string) {
  const page = await (search.includes('returned=') ? world.returns(search) : world.arrives(search));
  await world.passes(300);
  return page;
}

test.each(['denied', 'expired', 'repeated', 'forged', 'other-tenant', 'failed'] as const)(
  '%s: its own words and one click to begin again',
  async (outcome) => {
    const world = new ApprovalWorld();
    const page = await comesBack(world, returned(outcome));
    expect(page.screen).toMatchObject({ name: outcome, primary: { name: 'continue' } });
    expect(page.says.slice(0, 2)).toEqual([
      `approval.returned.${outcome}.title`,
      `approval.returned.${outcome}.lead`,
    ]);
    await page.presses('continue');
    await world.passes(100);
    expect(world.left).toHaveLength(1);
  },
);

test('no outcome in the address is ever green by itself', async () => {
  for (const outcome of RETURN_OUTCOMES) {
    const world = new ApprovalWorld();
    world.microsoftSays = notConsented;
    const page = await comesBack(world, returned(outcome));
    expect(page.screen.tone).not.toBe('good');
    expect(page.screen.receipt).toBeUndefined();
  }
});

test('after a denial or another organisation’s answer, and for who may not approve, nothing is asked of Microsoft', async () => {
  for (const outcome of ['denied', 'left', 'role-too-small', 'other-tenant']) {
    const world = new ApprovalWorld();
    await comesBack(world, returned(outcome));
    expect(world.questions).toEqual([]);
  }
});

test.each(['expired', 'repeated', 'failed'])(
  '%s, and an approval is there: it can be confirmed, and nobody is sent to approve a second, smaller one',
  async (outcome) => {
    const world = new ApprovalWorld();
    world.situation = 'no-autopilot';
    world.microsoftSays = approvedNotConfirmed;
    const page = await comesBack(world, returned(outcome));
    expect(page.screen).toMatchObject({ name: 'unproven', primary: { name: 'confirm' } });
    expect(page.screen.others.map(({ name }) => name)).not.toContain('continue');
  },
);

test('an expired, repeated or forged answer may still have been an approval: Microsoft is asked (F11)', async () => {
  for (const outcome of ['expired', 'repeated', 'failed', 'forged']) {
    const world = new ApprovalWorld();
    world.microsoftSays = grantedForTenant;
    const page = await comesBack(world, returned(outcome));
    expect(page.screen.name).toBe('confirmed');
  }
});

test('forged and without a request, there is nothing to begin with: the colleague’s link is', async () => {
  const world = new ApprovalWorld();
  const page = await comesBack(world, '?returned=forged');
  expect(page.screen.primary).toBeUndefined();
  expect(page.says).toContain('approval.ask-for-new-link');
});

test.each(['left', 'role-too-small', 'denied'] as const)(
  '%s, and the request was taken back meanwhile: nothing is offered that cannot be begun',
  async (outcome) => {
    const world = new ApprovalWorld();
    world.serviceSays = { ok: false, why: 'gone' };
    const page = await comesBack(world, returned(outcome));
    expect(page.screen.name).toBe(outcome);
    expect([page.screen.primary, page.screen.others]).toEqual([undefined, []]);
    expect(page.says).toContain('approval.ask-for-new-link');
  },
);

test('another organisation approved: the one that was meant is named', async () => {
  const world = new ApprovalWorld();
  const page = await comesBack(world, returned('other-tenant'));
  expect(page.screen.lead).toContainEqual({
    key: 'approval.organisation',
    values: { organisation: 'contoso.example' },
  });
});

test('Microsoft’s code is shown where it is one, and explained where we know it', async () => {
  const world = new ApprovalWorld();
  const page = await comesBack(world, returned('failed', '&code=AADSTS90094'));
  expect(page.screen.details?.code).toBe('AADSTS90094');
  expect(page.says).toEqual(expect.arrayContaining(['approval.roles-needed', 'approval.pass-on']));
  const other = await comesBack(new ApprovalWorld(), returned('failed', '&code=%3Cb%3E90094%3C%2Fb%3E'));
  expect(other.screen.name).toBe('failed');
  expect(other.screen.details?.code).not.toMatch(/</);
});

test.each([
  ['some permissions are missing', partlyGranted, 'partial', 'some-missing', 6],
  ['it is for this user alone', onlyMia, 'unproven', 'held-by-this-user', 6],
  ['a token lacks what a look found', seenByLook(ALL_BUT_PROOF), 'not-arrived', 'token-contradicts-look', 6],
  // There the approval shows, and the proof alone lacks.
  ['the service is away', ownToken(ALL_DELEGATED), 'unproven', 'token-holds-all', 2],
  ['nobody has confirmed it', approvedNotConfirmed, 'unproven', 'approved-not-confirmed', 2],
] as const)(
  'accepted, and Microsoft still shows that %s: nobody is sent to approve once more while it spreads',
  async (_, report, name, because, minutes) => {
    const world = new ApprovalWorld();
    world.requestFor = CONTOSO;
    world.microsoftSays = report;
    const page = await comesBack(world, returned('accepted'));
    expect(page.screen).toMatchObject({ name: 'spreading', tone: 'plain' });
    expect(page.screen.primary).toBeUndefined();
    await world.passes(0.9 * MINUTE);
    expect(page.screen.name).toBe('spreading');
    await world.passes(minutes * MINUTE);
    expect(page.screen.name).toBe(name);
    expect(page.verdict.because).toBe(because);
  },
);

test.each([
  ['not assigned', refused('AADSTS50105: not assigned'), 'blocked', 'refusal-explained'],
  ['a throttle', refused('AADSTS50196: loop'), 'unknown', 'refusal-explained'],
  [
    'an unforeseen code',
    refused('AADSTS9999991: new', { errorClass: 'server' }),
    'unknown',
    'unforeseen-refusal',
  ],
  ['no network', unreachable, 'unknown', 'no-answer'],
] as const)('accepted, but %s: not green, and named', async (_, report, name, because) => {
  const world = new ApprovalWorld();
  world.requestFor = CONTOSO;
  world.microsoftSays = report;
  const page = await comesBack(world, returned('accepted'));
  expect(page.screen.name).toBe(name);
  expect(page.verdict.because).toBe(because);
  expect(page.screen.tone).not.toBe('good');
});

test('who has approved and is kept out is the administrator: they read that it was taken, and what they do about it', async () => {
  const world = new ApprovalWorld();
  world.requestFor = CONTOSO;
  world.microsoftSays = refused('AADSTS50105: not assigned');
  const page = await comesBack(world, returned('accepted'));
  expect(page.says).toEqual([
    'approval.blocked.title',
    'approval.blocked.taken',
    'cause.user-not-assigned',
    'approval.mend.assign',
  ]);
});

test('who has just approved Autopilot is not sent to approve it once more while it spreads', async () => {
  const world = new ApprovalWorld();
  world.situation = 'autopilot-everyone';
  world.microsoftSays = approvedNotConfirmed;
  const page = await comesBack(world, returned('accepted'));
  expect(page.verdict.because).toBe('held-nobody-knows-for-whom');
  expect(page.screen.name).toBe('spreading');
  await world.passes(12 * MINUTE);
  expect(page.screen).toMatchObject({ name: 'unproven', primary: { name: 'continue' } });
});

test('an admin of another organisation does not see that one’s approval under this one’s request', async () => {
  for (const requestFor of [FABRIKAM, 'fabrikam.example']) {
    const world = new ApprovalWorld();
    world.requestFor = requestFor;
    world.microsoftKnows = () => FABRIKAM;
    world.microsoftSays = grantedForTenant;
    const page = await comesBack(world, returned('accepted'));
    expect(page.screen).toMatchObject({ name: 'other-account', primary: { name: 'sign-in' } });
    expect(page.verdict.because).toBe('account-of-another-tenant');
  }
});

test('an admin who is a guest of the organisation that is meant is asked there, and not at home', async () => {
  const world = new ApprovalWorld();
  const { account: _, mailbox: __, ...there } = grantedForTenant;
  world.microsoftSaysIn.set(CONTOSO, {
    ...there,
    account: { tenant: CONTOSO, domain: domain('northwind.example'), adminHint: 'not-known' },
  });
  world.microsoftSays = heard(answer(() => 'tenant', FABRIKAM));
  const page = await comesBack(world, returned('accepted'));
  expect(world.askedIn).toEqual([CONTOSO]);
  expect(page.screen.name).toBe('confirmed');
  expect(page.screen.receipt?.tenant).toBe(CONTOSO);
});

test('asked in the organisation that is meant, an answer of another one is still not green', async () => {
  const world = new ApprovalWorld();
  world.requestFor = FABRIKAM;
  world.microsoftSaysIn.set(FABRIKAM, grantedForTenant);
  const page = await comesBack(world, returned('accepted'));
  expect(world.askedIn).toEqual([FABRIKAM]);
  expect(page.screen.name).toBe('other-account');
});

test('an account that has no place in the organisation that is meant: another one is asked for', async () => {
  const world = new ApprovalWorld();
  world.requestFor = CONTOSO;
  world.microsoftSays = refused('AADSTS50020: The account does not exist in the tenant.');
  const page = await comesBack(world, returned('accepted'));
  expect(page.screen).toMatchObject({ name: 'other-account', primary: { name: 'sign-in' } });
  world.microsoftSays = grantedForTenant;
  await page.presses('sign-in');
  await world.passes(100);
  expect(world.askedIn).toEqual([CONTOSO, CONTOSO]);
  expect(page.screen.name).toBe('confirmed');
});

test('while nobody knows which tenant is meant, Microsoft is asked about the account’s own', async () => {
  const world = new ApprovalWorld();
  world.microsoftKnows = () => undefined;
  await comesBack(world, returned('accepted'));
  expect(world.askedIn).toEqual([undefined]);
});

test('where Microsoft does not name the domain’s tenant, only the very same domain will do', async () => {
  const world = new ApprovalWorld();
  world.microsoftKnows = () => undefined;
  world.microsoftSays = grantedForTenant;
  expect((await comesBack(world, returned('accepted'))).screen.name).toBe('confirmed');
  const other = new ApprovalWorld();
  other.requestFor = 'contoso-holding.example';
  other.microsoftKnows = () => undefined;
  other.microsoftSays = grantedForTenant;
  // F13: it may be an alias or another organisation, and nobody can tell.
  const page = await comesBack(other, returned('accepted'));
  expect(page.screen).toMatchObject({ name: 'unknown', tone: 'attention' });
  expect(page.verdict.because).toBe('mailbox-of-unknown-tenant');
});

test('an answer without an account is not green', async () => {
  const world = new ApprovalWorld();
  world.requestFor = CONTOSO;
  const { account: _, ...nameless } = heard(answer(() => 'tenant'));
  world.microsoftSays = nameless;
  const page = await comesBack(world, returned('accepted'));
  expect(page.screen.tone).not.toBe('good');
});

test('a sign-in that comes to nothing leaves what was known, with the reason', async () => {
  for (const [code, key] of [
    ['popup_window_error', 'approval.notice.sign-in-blocked'],
    ['user_cancelled', 'approval.notice.sign-in-cancelled'],
  ] as const) {
    const world = new ApprovalWorld();
    world.requestFor = FABRIKAM;
    world.microsoftSays = grantedForTenant;
    world.signInLeaves = false;
    const page = await comesBack(world, returned('accepted'));
    world.microsoftSays = {
      silentTokenRequests: 0,
      seen: { kind: 'refused', refusal: { errorClass: 'browser-auth', errorCode: code, text: '' } },
    };
    await page.presses('sign-in');
    await world.passes(100);
    expect(page.screen.name).toBe('other-account');
    expect(page.says).toContain(key);
  }
});

test('a late answer to an earlier question is dropped', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = notConsented;
  const page = await comesBack(world, returned('accepted'));
  const { asked } = page.app.store.getState().check;
  page.app.send({ type: 'probe-answered', number: asked, report: grantedForTenant });
  page.app.send({ type: 'probe-answered', number: asked + 1, report: grantedForTenant });
  expect(page.screen.name).toBe('spreading');
});

test('a question that is never answered ends in words, not in waiting', async () => {
  const world = new ApprovalWorld();
  const page = await world.opens(world.sentOn(returned('accepted')));
  await world.passes(150);
  world.answerMs = 100 * MINUTE;
  await world.passes(61_000);
  expect(page.screen.name).toBe('unknown');
});

test('the service cannot say what was asked: Microsoft is asked all the same, and names the organisation', async () => {
  const world = new ApprovalWorld();
  world.serviceSays = AWAY;
  world.microsoftSays = grantedForTenant;
  const page = await comesBack(world, returned('accepted'));
  expect(page.screen).toMatchObject({ name: 'confirmed', receipt: { organisation: 'Contoso' } });
});

test('the receipt names whose grant it is, of what, when, and by which check; it is copied and printed', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = grantedForTenant;
  const page = await comesBack(world, returned('accepted'));
  const { receipt } = page.screen;
  expect(receipt).toMatchObject({
    organisation: 'Contoso',
    tenant: CONTOSO,
    check: 'all-granted-for-tenant',
  });
  expect(receipt?.permissions).toHaveLength(13);
  expect(receipt?.permissions.every(({ state }) => state === 'granted')).toBe(true);
  expect(receipt?.confirmedAtMs).toBeLessThanOrEqual(world.clock.now());
  await page.presses('copy');
  expect(world.copied).toContain(`Contoso|${CONTOSO}`);
  expect(page.says).toContain('approval.notice.copied');
  world.clipboardWorks = false;
  await page.presses('copy');
  expect(page.says).toContain('approval.notice.not-copied');
  await page.presses('print');
  expect(world.printed).toBe(1);
});

test('the receipt says when Microsoft was asked, not when this page heard it', async () => {
  const world = new ApprovalWorld();
  const askedAtMs = world.clock.now() - 30_000;
  world.microsoftSays = heard({
    ...answer(() => 'tenant'),
    checkedAt: new Date(askedAtMs).toISOString(),
  });
  const page = await comesBack(world, returned('accepted'));
  expect(page.screen.receipt?.confirmedAtMs).toBe(askedAtMs);
});

test('nothing can be copied, printed or closed where there is nothing to', async () => {
  const world = new ApprovalWorld();
  const page = await comesBack(world, returned('accepted'));
  for (const type of ['print-asked', 'close-asked'] as const) page.app.send({ type });
  page.app.send({ type: 'receipt-copy-asked', text: 'a receipt' });
  await world.passes(100);
  expect([world.copied, world.printed, world.closed]).toEqual([undefined, 0, false]);
});

test('a reload after the return asks Microsoft again and finds the same', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = grantedForTenant;
  (await comesBack(world, returned('accepted'))).closes();
  const again = await comesBack(world, returned('accepted'));
  expect(again.screen.name).toBe('confirmed');
});

describe('cancelled at Microsoft, and the answer names no state, as in Microsoft’s own sample', () => {
  const CANCELLED = '?error=permission_denied';

  test('by the shared link: the address is quoted, and the request is there to go on with', async () => {
    const world = new ApprovalWorld();
    const link = await world.arrives(`?request=${REQUEST}`);
    await link.presses('continue');
    await world.passes(100);
    link.closes();
    const page = await comesBack(world, CANCELLED);
    expect(page.says).toContain('approval.returned.denied.title');
    expect(page.says).not.toContain('approval.returned.forged.lead');
    await page.presses('show-request');
    await world.passes(300);
    expect(page.screen).toMatchObject({ name: 'invitation', primary: { name: 'continue' } });
  });

  test('the same while the service is away', async () => {
    const world = new ApprovalWorld();
    const link = await world.arrives(`?request=${REQUEST}`);
    world.serviceSays = AWAY;
    await link.presses('continue');
    await world.passes(100);
    link.closes();
    const page = await comesBack(world, CANCELLED);
    expect(page.says).toContain('approval.returned.denied.title');
    expect(page.screen.primary?.name).toBe('continue');
  });

  test('in the pane’s window: the pane hears what it came to', async () => {
    const world = new ApprovalWorld();
    const dialog = await world.arrives(`?mode=dialog&tenant=${CONTOSO}`);
    dialog.closes();
    await comesBack(world, CANCELLED);
    expect(world.paneHeard.at(-1)).toMatchObject({ kind: 'consent-returned', outcome: 'denied' });
  });

  test('in a window that Microsoft has parted from its pane: what it came to, and the way back', async () => {
    const world = new ApprovalWorld();
    const dialog = await world.arrives(`?mode=dialog&tenant=${CONTOSO}`);
    dialog.closes();
    world.hasOpener = false;
    const page = await comesBack(world, CANCELLED);
    expect(page.screen.primary?.name).toBe('continue');
    expect(page.says).toEqual(
      expect.arrayContaining(['approval.returned.denied.title', 'approval.back-to-outlook']),
    );
    expect(page.screen.others.map(({ name }) => name)).toContain('close');
  });
});

describe('Microsoft’s own return, without the service', () => {
  const direct = (state: string, tenant: string = CONTOSO): string =>
    `?admin_consent=True&tenant=${tenant}&state=${state}`;
  async function goesStraight(world: ApprovalWorld): Promise<void> {
    const page = await world.arrives(`?request=${REQUEST}`);
    world.serviceSays = AWAY;
    await page.presses('continue');
    await world.passes(100);
    page.closes();
  }

  test('a reload keeps what was done, although the address was cleared', async () => {
    const world = new ApprovalWorld();
    await goesStraight(world);
    const page = await comesBack(world, direct(world.sentState));
    expect(world.address).toBe('/grant.html');
    expect(page.screen.name).toBe('spreading');
    page.closes();
    world.microsoftSays = grantedForTenant;
    const again = await comesBack(world, '');
    expect(again.screen.name).toBe('confirmed');
  });

  test('the same answer once more, by Back and Forward, does not break the page', async () => {
    const world = new ApprovalWorld();
    await goesStraight(world);
    const search = direct(world.sentState);
    (await comesBack(world, search)).closes();
    const again = await comesBack(world, search);
    expect(again.screen.name).toBe('spreading');
  });

  test('a state that was not ours is forged', async () => {
    const world = new ApprovalWorld();
    await goesStraight(world);
    const page = await comesBack(world, direct('DDDDDDDDDDDDDDDDDDDDDD'));
    expect(page.screen.name).toBe('forged');
    expect(world.questions).toEqual(['silent']);
    expect(page.screen.primary?.name).toBe('continue');
  });

  test('a refusal after five minutes is late, and Microsoft is asked all the same', async () => {
    const world = new ApprovalWorld();
    await goesStraight(world);
    await world.passes(6 * MINUTE);
    const page = await comesBack(world, `?error=access_denied&state=${world.sentState}`);
    expect(page.screen.name).toBe('expired');
    expect(world.questions).toEqual(['silent']);
  });

  test('an approval that took longer is waited for as any other: nobody is told to begin again', async () => {
    const world = new ApprovalWorld();
    await goesStraight(world);
    await world.passes(6 * MINUTE);
    const page = await comesBack(world, direct(world.sentState));
    expect(page.screen).toMatchObject({ name: 'spreading', others: [] });
    expect(page.screen.primary).toBeUndefined();
  });

  test('another tenant than the one that was asked', async () => {
    const world = new ApprovalWorld();
    await goesStraight(world);
    const page = await comesBack(world, direct(world.sentState, FABRIKAM));
    expect(page.screen.name).toBe('other-tenant');
  });

  test('turned down, and an error with its code', async () => {
    const world = new ApprovalWorld();
    await goesStraight(world);
    const denied = await comesBack(
      world,
      `?error=access_denied&error_description=AADSTS65004%3A+User+declined&admin_consent=True&state=${world.sentState}`,
    );
    expect(denied.screen.name).toBe('denied');
    const other = new ApprovalWorld();
    await goesStraight(other);
    const failed = await comesBack(
      other,
      `?error=server_error&error_description=AADSTS650051%3A+x&state=${other.sentState}`,
    );
    expect(failed.screen).toMatchObject({ name: 'failed', details: { code: 'AADSTS650051' } });
  });

  test('a pane’s straight link: neutral words, and the same questions to Microsoft', async () => {
    const world = new ApprovalWorld();
    const page = await world.opens(direct('somebody-elses'));
    expect(page.says[0]).toBe('approval.unasked.title');
    expect(world.address).toBe('/grant.html');
    await world.passes(200);
    expect(page.says[0]).toBe('approval.not-arrived.title');
    world.microsoftSays = grantedForTenant;
    await world.passes(MINUTE);
    expect(page.screen.name).toBe('confirmed');
    page.closes();
    world.microsoftSays = notConsented;
    const again = await world.opens('');
    expect(again.says[0]).toBe('approval.unasked.title');
  });

  test('a pane’s straight link that was refused says so without believing it', async () => {
    const world = new ApprovalWorld();
    const page = await comesBack(world, '?error=access_denied&error_description=AADSTS65004%3A+no&state=x');
    expect(page.says).toEqual([
      'approval.returned.denied.title',
      'approval.unasked.lead.agreed',
      'approval.ask-for-new-link',
    ]);
    expect(page.screen).toMatchObject({ tone: 'plain', others: [{ name: 'sign-in' }] });
    expect(page.screen.details?.code).toBe('AADSTS65004');
    world.microsoftSays = grantedForTenant;
    await world.passes(MINUTE);
    expect(page.screen.name).toBe('confirmed');
  });

  test.each([
    ['some permissions are missing', partlyGranted, 'approval.partial.lead'],
    ['only for this user', onlyMia, 'approval.unproven.lead.this-user'],
    ['nobody knows for whom', unproven, 'approval.unproven.lead.unproven'],
  ])('a pane’s straight link in a tab that knows nothing: %s, and how to go on', async (_, report, lead) => {
    const world = new ApprovalWorld();
    world.microsoftSays = report;
    const page = await comesBack(world, direct('somebody-elses'));
    expect(page.says.slice(1)).toEqual([lead, 'approval.ask-for-new-link']);
  });

  test('a tab that may keep nothing takes its own answer for one that it had not asked for', async () => {
    const world = new ApprovalWorld();
    world.tabKeeps = false;
    await goesStraight(world);
    const page = await comesBack(world, direct(world.sentState));
    expect(page.says[0]).toBe('approval.not-arrived.title');
  });
});
