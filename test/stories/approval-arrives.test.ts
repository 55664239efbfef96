import type { ProbeReport } from '../../src/core/consent/evidence';
import {
  FABRIKAM,
  ALL_DELEGATED,
  grantedForTenant,
  notConsented,
  onlyMia,
  ownToken,
  partlyGranted,
  refused,
  unreachable,
} from '../support/evidence';
import { openPane, StoryWorld, type Pane } from '../support/story-world';

/** What waiting panes do from the moment that an administrator comes back, and what stands while nobody can say. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Somebody presses Approve, and the dialog has gone on to Microsoft with a request of its own. */
async function approvesInDialog(world: StoryWorld, pane: Pane): Promise<void> {
  await pane.presses('approve');
  const expiresAtMs = world.clock.now() + 5 * MINUTE;
  await pane.dialogSays({ kind: 'attempt-started', expiresAtMs, request: 'D'.repeat(22) });
}

const buttonsOf = ({ screen }: Pane): readonly string[] => [
  ...(screen.primary ? [screen.primary.name] : []),
  ...(screen.choices ?? []).map(({ action }) => action.name),
  ...screen.others.map(({ name }) => name),
];

/** Lets time pass in steps of a second, and answers the second in which the pane turned green. */
async function secondsToGreen(world: StoryWorld, pane: Pane, most: number): Promise<number> {
  for (let second = 0; second <= most; second += 1) {
    if (pane.screen.name === 'granted') return second;
    await world.passes(SECOND);
  }
  return Number.POSITIVE_INFINITY;
}

describe('U1: a grant that spreads for 20 seconds', () => {
  test.each([
    ['refuses two tokens a question', { ...notConsented, silentTokenRequests: 2 }],
    ['refuses one', notConsented],
  ])(
    'asked by link, while Microsoft %s: green within 3 s of the proof, without a touch',
    async (_, before) => {
      const world = new StoryWorld();
      world.microsoftSays = before;
      const pane = await openPane(world);
      await pane.shares('copy');
      world.requestIs('opened');
      await world.passes(40 * SECOND);
      world.requestIs('returned');
      await world.passes(20 * SECOND);
      expect(pane.screen.name).toBe('arriving');
      world.microsoftSays = grantedForTenant;
      world.requestIs('proved');
      expect(await secondsToGreen(world, pane, 10)).toBeLessThanOrEqual(3);
      pane.closes();
      expect(world.clock.pending).toBe(0);
    },
  );

  test('approved in the dialog: its own request tells of the proof', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await approvesInDialog(world, pane);
    await world.passes(60 * SECOND);
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
    await world.passes(20 * SECOND);
    expect(pane.screen.name).toBe('arriving');
    world.microsoftSays = grantedForTenant;
    world.requestIs('proved');
    expect(await secondsToGreen(world, pane, 10)).toBeLessThanOrEqual(3);
    expect(world.listeners).toBe(0);
  });

  test('and with no proof heard of: the moments of the spread find it all the same', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('copy');
    world.requestIs('returned');
    await world.passes(20 * SECOND);
    world.microsoftSays = grantedForTenant;
    expect(await secondsToGreen(world, pane, 60)).toBeLessThanOrEqual(15);
  });
});

test('U1: focus, network and an opened link before the return leave half of the budget for what comes after it', async () => {
  const world = new StoryWorld();
  world.microsoftSays = { ...notConsented, silentTokenRequests: 2 };
  const pane = await openPane(world);
  await pane.shares('copy');
  world.requestIs('opened');
  for (let time = 0; time < 20; time += 1) {
    await pane.becomes('focused');
    await world.passes(5 * SECOND);
  }
  const before = world.questions.length;
  expect(before * 2).toBeLessThanOrEqual(6);
  world.requestIs('returned');
  await world.passes(5 * SECOND);
  expect(world.questions.length).toBeGreaterThan(before);
});

test('while the approval spreads, and proof of it would be heard at once, no later time is promised but to who asks', async () => {
  const world = new StoryWorld();
  world.microsoftSays = { ...notConsented, silentTokenRequests: 2 };
  const pane = await openPane(world);
  await pane.shares('copy');
  world.requestIs('returned');
  for (let second = 0; second < 30; second += 1) {
    await world.passes(1.5 * SECOND);
    world.requestIs('check-again');
    expect(pane.screen).toMatchObject({ name: 'arriving', checks: { putOff: undefined } });
  }
  // The budget is used up but for the proof.
  await pane.presses('check-now');
  expect(pane.screen.checks?.putOff).toBe(true);
  world.microsoftSays = grantedForTenant;
  world.requestIs('proved');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
});

test('U6: who has just approved is not asked to approve, by link or in the dialog', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.presses('approve');
  await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
  await world.passes(20 * SECOND);
  expect(pane.screen.title).toEqual({ key: 'arriving.title', values: {} });
  expect(buttonsOf(pane)).not.toContain('approve');
  expect(buttonsOf(pane)).not.toContain('share');
  // What shows nowhere after ten minutes is not on its way any more.
  await world.passes(20 * MINUTE);
  expect(pane.screen.name).toBe('required');
});

test.each([
  ['nothing', notConsented],
  ['an older, smaller set', partlyGranted],
])(
  'nothing is called missing while its approval is on its way, where Microsoft last confirmed %s',
  async (_, before) => {
    const world = new StoryWorld();
    world.microsoftSays = before;
    const pane = await openPane(world);
    await pane.shares('copy');
    world.requestIs('returned');
    await world.passes(2 * SECOND);
    expect(pane.screen.name).toBe('arriving');
    expect(pane.screen.permissions).toBeUndefined();
  },
);

test('U6: an administrator who had consented for themselves approves: for minutes their own grant is all that shows', async () => {
  const world = new StoryWorld();
  world.microsoftSays = onlyMia;
  const pane = await openPane(world);
  await pane.presses('approve');
  await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
  await world.passes(3 * MINUTE);
  expect(pane.screen.name).toBe('arriving');
  await world.passes(20 * MINUTE);
  expect(pane.screen.name).toBe('granted-personally');
});

describe('one window after the other', () => {
  async function renews(world: StoryWorld, pane: Pane, letter: string): Promise<void> {
    await pane.presses(pane.screen.name === 'approving' ? 'renew' : 'approve');
    const expiresAtMs = world.clock.now() + 5 * MINUTE;
    await pane.dialogSays({ kind: 'attempt-started', expiresAtMs, request: letter.repeat(22) });
    await world.passes(MINUTE);
  }

  test('the last two are listened to, as long as somebody may answer there', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    for (const letter of ['D', 'E', 'F', 'G']) await renews(world, pane, letter);
    expect(world.listeners).toBe(2);
    await pane.presses('close-dialog');
    expect(world.listeners).toBe(2);
    await world.passes(20 * MINUTE);
    expect(world.listeners).toBe(0);
  });

  test('an approval that was given in one of them is heard of until it has arrived', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    for (const letter of ['D', 'E']) await renews(world, pane, letter);
    await world.passes(3 * MINUTE);
    world.requestIs('returned', 'D'.repeat(22));
    await world.passes(8 * MINUTE);
    expect(pane.screen.name).toBe('arriving');
    expect(world.listeners).toBe(2);
    await world.passes(10 * MINUTE);
    expect([pane.screen.name, world.listeners]).toEqual(['approving', 0]);
  });
});

test.each(['other-tenant', 'denied', 'left', 'role-too-small'] as const)(
  'U6, U7: somebody came back from the dialog, and its own word is "%s": no approval is on its way',
  async (outcome) => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await approvesInDialog(world, pane);
    world.requestIs('returned');
    await pane.dialogSays({ kind: 'consent-returned', outcome });
    world.requestIs('returned');
    await world.passes(SECOND);
    expect(pane.screen).toMatchObject({
      name: 'required',
      notice: { text: { key: `dialog-ended.${outcome}` } },
    });
    expect(world.listeners).toBe(0);
    expect(world.memory.has('extendsync.dialog')).toBe(false);
  },
);

test.each(['expired', 'failed', 'repeated', 'forged'] as const)(
  'somebody came back from the dialog, and its own word is "%s": an approval that Microsoft has stored is found soon',
  async (outcome) => {
    const world = new StoryWorld();
    world.microsoftSays = { ...notConsented, silentTokenRequests: 2 };
    const pane = await openPane(world);
    await approvesInDialog(world, pane);
    await world.passes(100 * SECOND);
    await pane.dialogSays({ kind: 'consent-returned', outcome });
    await world.passes(SECOND);
    // Nothing is promised: whoever was not approved can begin again at once.
    expect(pane.screen).toMatchObject({
      name: 'required',
      notice: { text: { key: `dialog-ended.${outcome}` } },
    });
    expect(buttonsOf(pane)).toContain('approve');
    expect(world.listeners).toBe(1);
    await world.passes(40 * SECOND);
    world.microsoftSays = grantedForTenant;
    expect(await secondsToGreen(world, pane, 60)).toBeLessThanOrEqual(30);
    expect(world.listeners).toBe(0);
  },
);

test('the pane is loaded anew while the window stands at Microsoft: the next one hears of the return by its request', async () => {
  const world = new StoryWorld();
  const first = await openPane(world);
  await approvesInDialog(world, first);
  first.closes();
  await world.passes(60 * SECOND);
  const pane = await openPane(world);
  expect(pane.screen.name).toBe('required');
  await world.passes(40 * SECOND);
  world.requestIs('returned');
  await world.passes(SECOND);
  expect(pane.screen.name).toBe('arriving');
  world.microsoftSays = grantedForTenant;
  world.requestIs('proved');
  expect(await secondsToGreen(world, pane, 10)).toBeLessThanOrEqual(3);
  expect(world.listeners).toBe(0);
  pane.closes();
  expect(world.memory.has('extendsync.dialog')).toBe(true);
  // Long after it, nobody listens to it any more.
  world.microsoftSays = notConsented;
  await world.passes(10 * MINUTE);
  await openPane(world);
  expect(world.listeners).toBe(0);
  expect(world.memory.has('extendsync.dialog')).toBe(false);
});

test('the window’s word was lost: its request tells of the return, and the pane says that the approval is on its way', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await approvesInDialog(world, pane);
  await world.passes(60 * SECOND);
  expect(pane.screen.name).toBe('approving');
  world.requestIs('returned');
  await world.passes(SECOND);
  expect(pane.screen.name).toBe('arriving');
  // Should its word come after all, the window is closed, and it is no second approval.
  const { arriving } = pane.app.store.getState();
  await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
  expect(pane.app.store.getState().arriving).toEqual(arriving);
});

describe('Adele has approved by the link, and somebody else does not', () => {
  /** Adele has come back, and the grant spreads. */
  async function adeleApproves(world: StoryWorld): Promise<Pane> {
    const pane = await openPane(world);
    await pane.shares('copy');
    world.requestIs('opened');
    world.requestIs('returned');
    await world.passes(SECOND);
    expect(pane.screen.name).toBe('arriving');
    return pane;
  }

  test.each(['denied', 'left', 'role-too-small', 'failed', 'other-tenant'] as const)(
    '%s: their word is none about her consent',
    async (what) => {
      const world = new StoryWorld();
      const pane = await adeleApproves(world);
      world.requestIs(what);
      await world.passes(20 * SECOND);
      expect(pane.screen.name).toBe('arriving');
      // Should it show nowhere in time, nobody is told that it was turned down.
      await world.passes(10 * MINUTE);
      expect([pane.screen.title.key, pane.screen.lead[0]?.key]).toEqual([
        'waiting.title',
        'waiting.lead.returned',
      ]);
      await world.passes(MINUTE);
      world.microsoftSays = grantedForTenant;
      world.requestIs('proved');
      expect(await secondsToGreen(world, pane, 10)).toBeLessThanOrEqual(3);
    },
  );

  test('Microsoft has proved it, and the host still gives its old answer: a refusal takes nothing back', async () => {
    const world = new StoryWorld();
    const pane = await adeleApproves(world);
    world.requestIs('proved');
    await world.passes(20 * MINUTE);
    world.requestIs('denied');
    await world.passes(SECOND);
    expect([pane.screen.name, pane.screen.lead[0]?.key]).toEqual(['waiting', 'waiting.lead.returned']);
  });

  test('long after an approval that has shown nowhere a refusal is news', async () => {
    const world = new StoryWorld();
    const pane = await adeleApproves(world);
    await world.passes(20 * MINUTE);
    world.requestIs('denied');
    await world.passes(SECOND);
    expect(pane.screen.title.key).toBe('waiting.title.not-approved');
  });

  test.each(['denied', 'left', 'role-too-small'] as const)(
    'Mia’s own window ends with "%s": what Adele has given is on its way all the same',
    async (outcome) => {
      const world = new StoryWorld();
      const pane = await openPane(world);
      await approvesInDialog(world, pane);
      await pane.dialogIs({ kind: 'closed' });
      await pane.hears({ type: 'share-asked' });
      await pane.presses('share-copy');
      await pane.presses('back');
      world.requestIs('returned', 'B'.repeat(22));
      await world.passes(SECOND);
      expect(pane.screen.name).toBe('arriving');
      world.requestIs(outcome, 'D'.repeat(22));
      await pane.dialogSays({ kind: 'consent-returned', outcome });
      await world.passes(20 * SECOND);
      expect(pane.screen.name).toBe('arriving');
    },
  );
});

test('U16: who comes back without approving ends no wait with a promise', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.shares('copy');
  world.requestIs('opened');
  world.requestIs('left');
  await world.passes(SECOND);
  expect(pane.screen.name).toBe('waiting');
});

describe('U8: what was proved stays proved until something contradicts it', () => {
  const TROUBLE: readonly (readonly [string, ProbeReport])[] = [
    ['the service away', ownToken(ALL_DELEGATED)],
    ['Microsoft throttling', refused('AADSTS50196: loop', { retryAfterMs: 20_000 })],
    ['no network', unreachable],
  ];

  test.each(TROUBLE)(
    '%s: green stays, with its time and a quiet word, and no approval is offered',
    async (_, trouble) => {
      const world = new StoryWorld();
      world.microsoftSays = grantedForTenant;
      const pane = await openPane(world);
      const { confirmedAtMs } = pane.screen;
      world.microsoftSays = trouble;
      await pane.presses('check-now');
      await world.passes(200);
      expect(pane.screen).toMatchObject({ name: 'granted', tone: 'good', confirmedAtMs });
      expect(pane.screen.notice?.text.key).toMatch(/^notice\.not-renewed/);
      expect(buttonsOf(pane)).not.toContain('approve');
      world.microsoftSays = grantedForTenant;
      await world.passes(25 * SECOND);
      expect(pane.screen.notice).toBeUndefined();
    },
  );

  test.each([
    ['popup_window_error', 'cause.popup-blocked'],
    ['user_cancelled', 'cause.cancelled'],
  ])(
    'a sign-in from there that came to nothing is told, and can be had again: %s',
    async (errorCode, told) => {
      const world = new StoryWorld();
      world.microsoftSays = grantedForTenant;
      const pane = await openPane(world);
      // The host does not answer.
      world.answerMs = 10 * MINUTE;
      await pane.presses('check-now');
      await world.passes(MINUTE);
      expect(pane.screen.notice).toMatchObject({
        text: { key: 'notice.not-renewed' },
        action: { name: 'sign-in' },
      });
      world.answerMs = 100;
      world.microsoftSays = refused('', { errorCode, errorClass: 'browser-auth' });
      await pane.hears({ type: 'sign-in-asked' });
      await world.passes(200);
      expect(pane.screen).toMatchObject({
        name: 'granted',
        notice: { tone: 'attention', text: { key: told }, action: { name: 'sign-in' } },
      });
    },
  );

  test('a refusal replaces it at once', async () => {
    const world = new StoryWorld();
    world.microsoftSays = grantedForTenant;
    const pane = await openPane(world);
    world.microsoftSays = unreachable;
    await pane.presses('check-now');
    await world.passes(200);
    world.microsoftSays = notConsented;
    await pane.presses('check-now');
    await world.passes(200);
    expect(pane.screen.name).toBe('required');
  });

  test('for a day at most: then nobody knows', async () => {
    const world = new StoryWorld();
    world.microsoftSays = grantedForTenant;
    const pane = await openPane(world);
    world.microsoftSays = unreachable;
    for (const [hours, name] of [
      [23, 'granted'],
      [2, 'unknown'],
    ] as const) {
      await pane.becomes('hidden');
      await world.passes(hours * 60 * MINUTE);
      await pane.becomes('shown');
      await world.passes(200);
      expect(pane.screen.name).toBe(name);
    }
  });
});

test('U15: Microsoft’s wait is obeyed, and said as what it is', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const pane = await openPane(world);
  world.microsoftSays = refused('AADSTS50196: loop', { retryAfterMs: 20_000 });
  await pane.presses('check-now');
  await world.passes(200);
  expect(pane.screen.notice?.text.key).toBe('notice.not-renewed.throttled');
  const asked = world.questions.length;
  await world.passes(19 * SECOND);
  expect(world.questions).toHaveLength(asked);
});

describe('F1, F26: the host says that the dialog is closed', () => {
  test.each([30, 90, 180, 280])(
    'F1: which is false: the administrator accepts in it %i s later, and it is green within a second',
    async (seconds) => {
      const world = new StoryWorld();
      const pane = await openPane(world);
      await pane.presses('approve');
      await pane.dialogSays({ kind: 'attempt-started', expiresAtMs: world.clock.now() + 5 * MINUTE });
      await world.passes(SECOND);
      await pane.dialogIs({ kind: 'closed' });
      await world.passes(seconds * SECOND);
      world.microsoftSays = grantedForTenant;
      await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
      await world.passes(SECOND);
      expect(pane.screen.name).toBe('granted');
    },
  );

  test('F1: its word means nothing to whoever has gone back', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.presses('approve');
    await pane.dialogIs({ kind: 'closed' });
    await pane.presses('back');
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
    expect(pane.screen.name).toBe('required');
  });

  test.each([0, 10, 40])(
    'F26: its word got lost, and the grant shows after %i s: found soon, and nobody said that it was closed before',
    async (seconds) => {
      const world = new StoryWorld();
      const pane = await openPane(world);
      await pane.presses('approve');
      await pane.dialogSays({ kind: 'attempt-started', expiresAtMs: world.clock.now() + 5 * MINUTE });
      await world.passes(60 * SECOND);
      if (seconds === 0) world.microsoftSays = grantedForTenant;
      await pane.dialogIs({ kind: 'closed' });
      await world.passes(seconds * SECOND);
      world.microsoftSays = grantedForTenant;
      // The service, where it runs, tells sooner.
      expect(await secondsToGreen(world, pane, 60)).toBeLessThanOrEqual(25);
    },
  );
});

test('another mailbox beside the pinned pane begins anew: verdict, request and situation', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.shares('copy');
  expect(pane.screen.name).toBe('waiting');
  world.memory.clear();
  await pane.standsBeside('bo@fabrikam.example');
  expect(pane.screen.name).toBe('checking');
  expect(world.listeners).toBe(0);
  await world.passes(200);
  expect(pane.screen.name).toBe('required');
  const { request, situation } = pane.app.store.getState();
  expect([request, situation]).toEqual([undefined, undefined]);
});

test('10.4: a message in a shared mailbox of the same organisation is opened beside the pinned pane: it says whose account it asks with', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const pane = await openPane(world);
  await world.passes(200);
  expect(pane.screen.lead.map(({ key }) => key)).not.toContain('mailbox.shared');
  const asked = world.questions.length;
  await pane.standsBeside('mia@contoso.example', 'team@contoso.example');
  expect(pane.screen.name).toBe('granted');
  expect(world.questions).toHaveLength(asked);
  expect(pane.screen.lead.map(({ key }) => key)).toContain('mailbox.shared');
});

test('10.4: another account opens the same shared mailbox: the verdict of the earlier account is not kept', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const pane = await openPane(world);
  await pane.standsBeside('mia@contoso.example', 'team@contoso.example');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
  world.microsoftSays = { ...grantedForTenant, account: { tenant: FABRIKAM, adminHint: 'not-known' } };
  await pane.standsBeside('bo@fabrikam.example', 'team@contoso.example');
  expect(pane.screen.name).toBe('checking');
  await world.passes(200);
  expect(pane.screen.name).toBe('other-tenant');
  // The same account in another case is the same one.
  const { asked } = pane.app.store.getState();
  await pane.standsBeside('Bo@Fabrikam.example', 'Team@contoso.example');
  expect(pane.app.store.getState().asked).toBe(asked);
});

test('F14, F15: Outlook introduces itself after the answer: it is asked again at once, about its mailbox', async () => {
  const world = new StoryWorld();
  world.hostIsLate = true;
  const { mailbox, ...nameless } = grantedForTenant;
  world.microsoftSays = nameless;
  const pane = await world.opensPane();
  await world.passes(200);
  expect(pane.screen.lead.map(({ key }) => key)).toContain('mailbox.not-known');
  world.microsoftSays = { ...nameless, mailbox };
  await pane.standsBeside('mia@contoso.example');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
  expect(pane.screen.lead.map(({ key }) => key)).not.toContain('mailbox.not-known');
});
