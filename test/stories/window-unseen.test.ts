import { approvedNotConfirmed, FABRIKAM, grantedForTenant, refused } from '../support/evidence';
import { StoryWorld, type Pane } from '../support/story-world';

/*
 * Microsoft's pages part the dialog from the pane (Cross-Origin-Opener-Policy): the host says that it has closed while it
 * stands, and no word comes through any more (OfficeDev/office-js#6548). What ends there the service tells.
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const OWN = 'D'.repeat(22);

const notice = ({ screen }: Pane): string | undefined => screen.notice?.text.key;

/** Somebody presses Approve, the dialog goes on to Microsoft, and the host sees it no longer. */
async function losesSight(world: StoryWorld, request: string | undefined = OWN): Promise<Pane> {
  const pane = await world.opensPane();
  await world.passes(200);
  await pane.presses('approve');
  await pane.dialogSays({ kind: 'attempt-started', expiresAtMs: world.clock.now() + 5 * MINUTE, request });
  await world.passes(SECOND);
  await pane.dialogIs({ kind: 'closed' });
  return pane;
}

test('the pane goes on waiting, claims nothing, and promises to close nothing', async () => {
  const world = new StoryWorld();
  const pane = await losesSight(world);
  const { name, title, attemptExpiresAtMs, others } = pane.screen;
  expect([name, title.key, notice(pane)]).toEqual(['approving', 'approving.title', 'notice.window-unseen']);
  expect(attemptExpiresAtMs).toBe(world.clock.now() + 5 * MINUTE - SECOND);
  expect(others.map((action) => action.name)).toEqual(['back', 'share']);
  await pane.presses('back');
  expect(pane.screen.name).toBe('required');
});

test('the service tells of the return: Microsoft is asked no more than beside a window that is seen', async () => {
  const world = new StoryWorld();
  const pane = await losesSight(world);
  const before = world.questions.length;
  await world.passes(20 * SECOND);
  expect(world.questions).toHaveLength(before);
  world.requestIs('returned', OWN);
  await world.passes(200);
  expect(pane.screen.name).toBe('arriving');
  world.microsoftSays = grantedForTenant;
  world.requestIs('proved', OWN);
  await world.passes(SECOND);
  expect(pane.screen.name).toBe('granted');
});

test('the five minutes run out in a window that nobody sees: it is said, and one click starts again', async () => {
  const world = new StoryWorld();
  const pane = await losesSight(world);
  await world.passes(5 * MINUTE);
  const { lead, primary, others } = pane.screen;
  expect(lead[0]?.key).toBe('approving.lead.expired');
  expect([primary?.name, ...others.map(({ name }) => name)]).toEqual(['renew', 'back', 'share']);
  expect(notice(pane)).toBeUndefined();
  await pane.presses('renew');
  expect(world.opened).toHaveLength(2);
  // Nobody acts any more, and nobody is expected to.
  world.requestIs('denied', OWN);
  await world.passes(200);
  expect(pane.screen.name).toBe('approving');
});

test.each(['denied', 'left', 'role-too-small', 'expired', 'failed', 'other-tenant'] as const)(
  'the service tells that it ended %s: the pane says so, once',
  async (how) => {
    const world = new StoryWorld();
    const pane = await losesSight(world);
    world.requestIs(how, OWN);
    await world.passes(200);
    expect([pane.screen.name, notice(pane)]).toEqual(['required', `dialog-ended.${how}`]);
    expect(pane.app.store.getState().consentedIn).toBeUndefined();
    const asked = world.questions.length;
    // Where the word comes through all the same, it is the second one.
    await pane.dialogSays({ kind: 'consent-returned', outcome: how });
    await world.passes(200);
    expect([notice(pane), world.questions.length]).toEqual([`dialog-ended.${how}`, asked]);
  },
);

test.each(['denied', 'left', 'role-too-small', 'expired', 'failed', 'other-tenant'] as const)(
  'the window has told that it ended %s, and then the service does: it is told once',
  async (how) => {
    const world = new StoryWorld();
    const pane = await world.opensPane();
    await world.passes(200);
    await pane.presses('approve');
    await pane.dialogSays({
      kind: 'attempt-started',
      expiresAtMs: world.clock.now() + 5 * MINUTE,
      request: OWN,
    });
    await pane.dialogSays({ kind: 'consent-returned', outcome: how });
    await world.passes(200);
    const { dialog } = pane.app.store.getState();
    await pane.hears({
      type: 'hint-heard',
      request: OWN,
      hint: {
        number: 7,
        at: new Date(world.clock.now()).toISOString(),
        ...(how === 'failed' || how === 'other-tenant'
          ? { kind: 'check-again', failure: how }
          : { kind: how }),
      },
    });
    expect(pane.app.store.getState()).toMatchObject({ dialog });
  },
);

test('the window still tells for which organisation it was approved, after the service: it is for undoing', async () => {
  const world = new StoryWorld();
  const pane = await losesSight(world);
  world.requestIs('other-tenant', OWN);
  await pane.dialogSays({ kind: 'consent-returned', outcome: 'other-tenant', tenant: FABRIKAM });
  expect(pane.app.store.getState().consentedIn).toBe(FABRIKAM);
});

test('the service is sooner than the window that is in sight: the window is closed with the green check', async () => {
  const world = new StoryWorld();
  const pane = await world.opensPane();
  await world.passes(200);
  await pane.presses('approve');
  await pane.dialogSays({
    kind: 'attempt-started',
    expiresAtMs: world.clock.now() + 5 * MINUTE,
    request: OWN,
  });
  world.requestIs('returned', OWN);
  expect(world.closedDialogs).toBe(1);
  world.microsoftSays = grantedForTenant;
  world.requestIs('proved', OWN);
  await world.passes(SECOND);
  expect([pane.screen.name, world.closedDialogs]).toEqual(['granted', 2]);
});

test('they turn it down, and go to Microsoft once more in the same window: what comes of that counts', async () => {
  const world = new StoryWorld();
  const pane = await losesSight(world);
  world.requestIs('denied', OWN);
  world.requestIs('left', OWN);
  await world.passes(200);
  expect(notice(pane)).toBe('dialog-ended.left');
  world.microsoftSays = grantedForTenant;
  world.requestIs('returned', OWN);
  await world.passes(SECOND);
  expect(pane.screen.name).toBe('granted');
});

test('a link that was made and handed to nobody is left out of it: the request of a dialog is the dialog’s alone', async () => {
  const world = new StoryWorld();
  const pane = await world.opensPane();
  await world.passes(200);
  await pane.presses('share');
  await pane.presses('back');
  await pane.presses('approve');
  expect(world.opened[0]).not.toContain('request=');
});

test('they ask an administrator meanwhile, and take that back: what ends in the window is told all the same', async () => {
  const world = new StoryWorld();
  const pane = await losesSight(world);
  await pane.shares('copy');
  expect(world.listeners).toBe(2);
  await pane.presses('withdraw');
  expect(world.listeners).toBe(1);
  world.requestIs('returned', OWN);
  await world.passes(200);
  expect(pane.screen.name).toBe('arriving');
});

test('they ask an administrator meanwhile: that the window ended denied is told', async () => {
  const world = new StoryWorld();
  const pane = await losesSight(world);
  await pane.shares('copy');
  world.requestIs('denied', OWN);
  await world.passes(200);
  expect([pane.screen.name, notice(pane)]).toEqual(['waiting', 'dialog-ended.denied']);
});

test('whoever asks an administrator instead waits for them, and can still start again', async () => {
  const world = new StoryWorld();
  const pane = await losesSight(world);
  await pane.shares('copy');
  expect([pane.screen.name, notice(pane)]).toEqual(['waiting', 'notice.window-unseen']);
  await world.passes(5 * MINUTE);
  expect([pane.screen.name, notice(pane)]).toEqual(['waiting', undefined]);
  await pane.presses('approve');
  expect([pane.screen.name, world.opened.length]).toEqual(['approving', 2]);
});

test('another notice stands in the place of what is not known: starting again is one click all the same', async () => {
  const world = new StoryWorld();
  const pane = await losesSight(world);
  world.microsoftSays = refused('AADSTS90055: Too many requests.');
  await pane.hears({ type: 'check-asked' });
  await world.passes(SECOND);
  const { name, others } = pane.screen;
  expect([name, notice(pane)]).toEqual(['approving', 'notice.not-renewed.throttled']);
  expect(others.map((action) => action.name)).toEqual(['renew', 'back', 'share']);
});

describe('the page in a window that is heard says that it was closed', () => {
  test('its outcome was not heard: Microsoft is asked at once, for an approval may have been given', async () => {
    const world = new StoryWorld();
    const pane = await world.opensPane();
    await world.passes(200);
    await pane.presses('approve');
    await world.passes(MINUTE);
    world.microsoftSays = grantedForTenant;
    await pane.dialogSays({ kind: 'closing' });
    await world.passes(SECOND);
    expect([pane.screen.name, world.closedDialogs]).toEqual(['granted', 2]);
  });

  test('the service had told how it ended: the window is closed, and what is said of it stays', async () => {
    const world = new StoryWorld();
    const pane = await losesSight(world);
    world.requestIs('denied', OWN);
    await world.passes(200);
    const before = world.closedDialogs;
    await pane.dialogSays({ kind: 'closing' });
    expect([notice(pane), world.closedDialogs]).toEqual(['dialog-ended.denied', before + 1]);
  });
});

describe('the request of the dialog was shared as well', () => {
  async function sharesAndApproves(world: StoryWorld): Promise<Pane> {
    const pane = await world.opensPane();
    await world.passes(200);
    await pane.shares('copy');
    const { request } = pane.app.store.getState();
    await pane.presses('approve');
    await pane.dialogSays({
      kind: 'attempt-started',
      expiresAtMs: world.clock.now() + 5 * MINUTE,
      request: request?.id,
    });
    return pane;
  }

  test('whoever came back without an approval may be somebody else: the waiting screen tells of either', async () => {
    const world = new StoryWorld();
    const pane = await sharesAndApproves(world);
    await pane.dialogIs({ kind: 'closed' });
    world.requestIs('denied');
    await world.passes(200);
    expect([pane.screen.name, pane.screen.lead[0]?.key, notice(pane)]).toEqual([
      'waiting',
      'waiting.lead.denied',
      undefined,
    ]);
  });

  test('a new window does not inherit the five minutes of the one that is over', async () => {
    const world = new StoryWorld();
    const pane = await sharesAndApproves(world);
    await pane.dialogIs({ kind: 'closed' });
    world.requestIs('denied');
    await world.passes(4 * MINUTE);
    await pane.presses('approve');
    await world.passes(2 * MINUTE);
    expect([pane.screen.name, pane.screen.lead[0]?.key]).toEqual(['approving', 'approving.lead']);
  });

  test('a window that is seen tells by itself, and is not closed for what somebody else did', async () => {
    const world = new StoryWorld();
    const pane = await sharesAndApproves(world);
    world.requestIs('denied');
    await world.passes(200);
    expect(pane.screen.name).toBe('approving');
  });

  test.each(['failed', 'other-tenant'] as const)('%s stands in its story', async (how) => {
    const world = new StoryWorld();
    const pane = await world.opensPane();
    await world.passes(200);
    await pane.shares('copy');
    world.requestIs(how);
    await world.passes(200);
    expect(pane.screen.name).toBe('waiting');
    expect(pane.screen.pending?.history.map(({ text }) => text.key)).toEqual([`history.${how}`]);
  });
});

describe('whoever approved in their own window, and is kept out', () => {
  const NOT_ASSIGNED = refused('AADSTS50105: the user is not assigned');

  test.each([
    ['the service has told of it', undefined],
    ['the window has told of the look as well', 'look-blocked'],
  ] as const)(
    'reads that it was taken and where an administrator looks, and is sent to nobody else: %s',
    async (_, told) => {
      const world = new StoryWorld();
      const pane = await losesSight(world);
      world.microsoftSays = NOT_ASSIGNED;
      world.requestIs('returned', OWN);
      if (told) await pane.dialogSays({ kind: 'consent-returned', outcome: told });
      await world.passes(200);
      const { name, lead, primary, others } = pane.screen;
      expect([name, lead.map(({ key }) => key), notice(pane)]).toEqual([
        'blocked',
        ['cause.user-not-assigned'],
        'dialog-ended.accepted',
      ]);
      expect([primary?.name, others[0]?.name]).toEqual(['check-now', 'letter']);
      world.microsoftSays = grantedForTenant;
      await pane.presses('check-now');
      await world.passes(200);
      expect([pane.screen.name, notice(pane)]).toEqual(['granted', undefined]);
    },
  );

  test('whose look alone was blocked reads of that, and of no approval', async () => {
    const world = new StoryWorld();
    world.memory.set('extendsync.situation', 'no-autopilot');
    world.microsoftSays = approvedNotConfirmed;
    const pane = await world.opensPane();
    await world.passes(200);
    await pane.presses('confirm');
    world.microsoftSays = NOT_ASSIGNED;
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'look-blocked' });
    await world.passes(200);
    expect([pane.screen.name, notice(pane)]).toEqual(['blocked', 'dialog-ended.look-blocked']);
    expect(pane.screen.lead.map(({ key }) => key)).toEqual(['cause.user-not-assigned']);
  });
});
