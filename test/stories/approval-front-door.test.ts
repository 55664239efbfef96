import {
  approvedNotConfirmed,
  CONTOSO,
  FABRIKAM,
  grantedForTenant,
  noAccount,
  notConsented,
  refused,
  SETUP,
  unproven,
} from '../support/evidence';
import { ApprovalWorld, AWAY, NEW_REQUEST, REQUEST } from './approval-world';

/** 13.6: the service's own address, for an administrator who has no Outlook and no link. */

const FRONT_DOOR = '?show=status';

test('13.6: the front door asks for a sign-in, and shows the green check of the organisation of who has signed in', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  const page = await world.arrives(FRONT_DOOR);
  expect(page.screen).toMatchObject({ name: 'sign-in', primary: { name: 'sign-in' } });
  expect(page.says).toContain('approval.unasked.sign-in-title');
  world.microsoftSays = grantedForTenant;
  await page.presses('sign-in');
  await world.passes(5_000);
  expect(world.questions).toEqual(['silent', 'interactive']);
  expect(page.screen).toMatchObject({ name: 'confirmed', tone: 'good', receipt: { tenant: CONTOSO } });
  page.closes();
  expect(world.clock.pending).toBe(0);
});

test('the window to sign in is lost behind another one: the page can be asked to check all the same', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  const page = await world.arrives(FRONT_DOOR);
  world.answerMs = 10 * 60 * 60_000;
  await page.presses('sign-in');
  await world.passes(2 * 60_000);
  world.answerMs = 100;
  world.microsoftSays = grantedForTenant;
  await page.presses('check-now');
  await world.passes(1_000);
  expect(page.screen.name).toBe('confirmed');
  page.closes();
});

test('13.6: who came without a request is told of nobody who asked, neither while it is asked nor on green', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = grantedForTenant;
  const page = await world.opens(FRONT_DOOR);
  expect(page.says).toEqual(['approval.unasked.title', 'approval.opening.lead']);
  await world.passes(500);
  expect(page.says).toEqual(['approval.confirmed.title', 'approval.confirmed.lead']);
  page.closes();
});

test('13.6: where nothing is granted, who has signed in goes on to Microsoft for their own organisation', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = notConsented;
  const page = await world.arrives(FRONT_DOOR);
  // Nobody is told to wait for an approval that nobody has given.
  expect(page.says).toEqual([
    'approval.not-arrived.title',
    'approval.not-arrived.lead.nobody',
    'approval.not-arrived.next',
  ]);
  expect(page.screen.primary).toMatchObject({ name: 'continue' });
  await page.presses('continue');
  await world.passes(5_000);
  expect(world.made).toMatchObject([{ tenant: CONTOSO }]);
  expect(world.left).toHaveLength(1);
  page.closes();
});

test('13.6: where Microsoft does not say whose account it refuses, only another sign-in is offered', async () => {
  const world = new ApprovalWorld();
  const { account: _, ...nameless } = notConsented;
  world.microsoftSays = nameless;
  const page = await world.arrives(FRONT_DOOR);
  expect(page.says).toEqual(['approval.not-arrived.title', 'approval.not-arrived.lead.nobody']);
  expect(page.screen).toMatchObject({ primary: { name: 'sign-in' }, others: [] });
});

test('13.6: another account, another organisation: the front door is about whoever signed in last', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = {
    ...notConsented,
    account: notConsented.account && { ...notConsented.account, tenant: FABRIKAM },
  };
  const page = await world.arrives(FRONT_DOOR);
  world.microsoftSays = grantedForTenant;
  await page.presses('sign-in');
  await world.passes(5_000);
  expect(page.screen).toMatchObject({ name: 'confirmed', receipt: { tenant: CONTOSO } });
  page.closes();
});

const LINK = `${SETUP.origin}/grant.html?request=${NEW_REQUEST}`;

test('13.6: who may not approve alone copies a link for another administrator, and copies the same one again', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = notConsented;
  const page = await world.arrives(FRONT_DOOR);
  await page.presses('pass-on');
  expect(page.screen.others).toContainEqual(expect.objectContaining({ name: 'pass-on', busy: true }));
  expect(page.screen.primary).toMatchObject({ name: 'continue', busy: false });
  await world.passes(500);
  expect(world.made).toEqual([{ tenant: CONTOSO }]);
  expect(world.copied).toBe(LINK);
  expect(page.says).toContain('approval.notice.link-copied');
  expect(world.left).toEqual([]);
  await page.presses('pass-on');
  expect(world.made).toHaveLength(1);
  // Whoever then decides to approve goes on with the request that the other one was sent.
  await page.presses('continue');
  await world.passes(5_000);
  expect(world.made).toHaveLength(1);
  expect(world.left).toEqual([expect.stringContaining(`of-${NEW_REQUEST}`)]);
  page.closes();
});

test('13.6: who presses Continue while the link is being made goes on with its request', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = notConsented;
  const page = await world.arrives(FRONT_DOOR);
  await page.presses('pass-on');
  await page.presses('continue');
  await world.passes(5_000);
  expect(world.made).toHaveLength(1);
  expect(world.copied).toBeUndefined();
  expect(world.left).toHaveLength(1);
  page.closes();
});

test('13.6: a link asks the organisation of who has signed in, and the next account’s organisation gets its own', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = {
    ...notConsented,
    mailbox: undefined,
    account: notConsented.account && { ...notConsented.account, tenant: FABRIKAM },
  };
  const page = await world.arrives(FRONT_DOOR);
  await page.presses('pass-on');
  await world.passes(500);
  world.microsoftSays = notConsented;
  await page.presses('sign-in');
  await world.passes(500);
  expect(page.says).not.toContain('approval.notice.link-copied');
  await page.presses('pass-on');
  await world.passes(500);
  expect(world.made.map(({ tenant }) => tenant)).toEqual([FABRIKAM, CONTOSO]);
  page.closes();
});

test('13.6: without the service there is no link, the page says so, and the way to Microsoft stays', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = notConsented;
  const page = await world.arrives(FRONT_DOOR);
  world.serviceSays = AWAY;
  await page.presses('pass-on');
  await world.passes(500);
  expect(world.copied).toBeUndefined();
  expect(page.says).toContain('approval.notice.service-away');
  expect(page.screen.primary).toMatchObject({ name: 'continue', busy: false });
  page.closes();
});

test('13.6: where the browser does not allow copying, the link itself stands on the page', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = notConsented;
  world.clipboardWorks = false;
  const page = await world.arrives(FRONT_DOOR);
  await page.presses('pass-on');
  await world.passes(500);
  expect(page.screen.notice?.text.values).toEqual({ link: LINK });
  page.closes();
});

test('13.6: where an approval only wants confirming, the link leads to the confirmation', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = approvedNotConfirmed;
  const page = await world.arrives(FRONT_DOOR);
  expect(page.screen).toMatchObject({ name: 'unproven', primary: { name: 'confirm' } });
  await page.presses('pass-on');
  await world.passes(500);
  expect(world.copied).toBe(`${LINK}&confirm=1`);
  page.closes();
});

test('where nobody has granted what proves a grant, nothing is confirmed: that would be a consent, and for one person', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = unproven;
  const page = await world.arrives(FRONT_DOOR);
  expect(page.screen).toMatchObject({ name: 'unproven', primary: { name: 'continue' } });
  expect(page.says).toEqual(['approval.unproven.title', 'approval.unproven.lead.unproven']);
  await page.presses('continue');
  await world.passes(500);
  expect(world.made).toMatchObject([{ tenant: CONTOSO }]);
  expect([world.lookedFor, world.left.length]).toEqual([[], 1]);
});

describe('an administrator with two accounts signed in at Microsoft, which cannot tell which one is meant', () => {
  const twoAccounts = refused(
    'AADSTS16000: Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
    { errorCode: 'interaction_required' },
  );

  test('is asked to sign in, and not told that they belong to another organisation', async () => {
    const world = new ApprovalWorld();
    world.microsoftSays = twoAccounts;
    const page = await world.arrives(FRONT_DOOR);
    expect(page.screen).toMatchObject({ name: 'sign-in', primary: { name: 'sign-in' } });
    expect(page.says).toEqual(['approval.unasked.sign-in-title', 'cause.several-accounts']);
    world.microsoftSays = grantedForTenant;
    await page.presses('sign-in');
    await world.passes(500);
    expect(page.screen.name).toBe('confirmed');
  });

  test('likewise back from Microsoft, by the service and by the straight link', async () => {
    const world = new ApprovalWorld();
    world.microsoftSays = twoAccounts;
    const returned = await world.returns(`?request=${REQUEST}&returned=accepted`);
    await world.passes(300);
    expect(returned.says.slice(0, 2)).toEqual(['approval.sign-in.title', 'approval.sign-in.lead']);
    returned.closes();
    const other = new ApprovalWorld();
    other.microsoftSays = twoAccounts;
    const direct = await other.arrives(`?admin_consent=True&tenant=${CONTOSO}&state=a-panes`);
    expect(direct.screen.primary?.name).toBe('sign-in');
    expect(direct.says).toEqual([
      'approval.unasked.sign-in-title',
      'approval.unasked.lead',
      'cause.several-accounts',
    ]);
  });
});

test('who takes more than a minute to sign in is heard: nothing is asked past the window meanwhile', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  const page = await world.opens(FRONT_DOOR);
  await world.passes(200);
  world.answerMs = 90_000;
  await page.presses('sign-in');
  const asked = world.questions.length;
  await world.passes(80_000);
  expect(world.questions).toHaveLength(asked);
  world.microsoftSays = grantedForTenant;
  await world.passes(11_000);
  expect(page.screen.name).toBe('confirmed');
});

test.each([
  ['AADSTS50105', 'user-not-assigned', 'ask-admin-to-assign', 'assign'],
  ['AADSTS7000112', 'application-disabled', 'ask-admin-to-enable', 'enable'],
  ['AADSTS53003', 'conditional-access', 'ask-admin-about-policy', 'other'],
])(
  'whom %s keeps out of the front door reads whom to ask, and what an administrator does about it',
  async (code, cause, next, mend) => {
    const world = new ApprovalWorld();
    world.microsoftSays = refused(`${code}: kept out`);
    const page = await world.arrives(FRONT_DOOR);
    // Nobody knows which of the two stands here.
    expect(page.says).toEqual([
      'approval.blocked.title',
      `cause.${cause}`,
      `next.${next}`,
      'approval.mend.yourself',
      `approval.mend.${mend}`,
    ]);
    page.closes();
  },
);
