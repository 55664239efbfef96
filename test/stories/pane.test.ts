import {
  ALL_BUT_PROOF,
  ALL_DELEGATED,
  answer,
  answerByLook,
  answerUnproved,
  CONTOSO,
  declined,
  domain,
  grantedForTenant,
  heard,
  noAccount,
  notConsented,
  nothingGranted,
  ownToken,
  partlyGranted,
  MIA,
  refusal,
  refused,
  seenByLook,
  unreachable,
} from '../support/evidence';
import type { ProbeReport } from '../../src/core/consent/evidence';
import { openPane, StoryWorld } from '../support/story-world';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

test('access is granted already: the pane asks once and shows the green check', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const pane = await world.opensPane();
  expect(pane.screen.name).toBe('checking');
  expect(world.questions).toEqual(['silent']);
  await world.passes(200);
  expect(pane.screen).toMatchObject({ name: 'granted', tone: 'good', organisation: 'Contoso' });
  expect(pane.app.store.getState().verdict.because).toBe('all-granted-for-tenant');
});

/** Microsoft's grant, as the service heard it `ageMs` ago. */
function grantedAgo(world: StoryWorld, ageMs: number): ProbeReport {
  const checkedAt = new Date(world.clock.now() - ageMs).toISOString();
  return heard({ ...answer(() => 'tenant'), checkedAt });
}

test('the service tells what it heard a while ago: confirmed is when Microsoft was asked, here and after a reload', async () => {
  const world = new StoryWorld();
  const askedAtMs = world.clock.now() - 40 * SECOND;
  world.microsoftSays = grantedAgo(world, 40 * SECOND);
  const pane = await openPane(world);
  expect(pane.screen.confirmedAtMs).toBe(askedAtMs);
  // When the pane itself asked is another thing, and stands beside the next check.
  expect(pane.screen.checks?.lastAtMs).toBeGreaterThan(askedAtMs + 40 * SECOND);
  pane.closes();
  world.microsoftSays = unreachable;
  const second = await openPane(world);
  expect(second.app.store.getState().confirmation).toMatchObject({
    atMs: askedAtMs,
    lastGrantedAtMs: askedAtMs,
  });
});

test('a service whose clock is ahead does not confirm in the future', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedAgo(world, -5 * MINUTE);
  const pane = await openPane(world);
  expect(pane.screen.name).toBe('granted');
  expect(pane.screen.confirmedAtMs).toBe(pane.app.store.getState().verdictAtMs);
});

test('the user shares, the admin grants from the link, and the pane turns green untouched', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  expect(pane.screen.name).toBe('required');
  await pane.shares('draft');
  expect(pane.screen).toMatchObject({ name: 'waiting', pending: { shares: [{ way: 'draft' }] } });
  expect(world.drafts[0]).toContain('grant.html?request=');
  world.requestIs('opened');
  world.microsoftSays = grantedForTenant;
  world.requestIs('returned');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
  expect(world.listeners).toBe(0);
  expect(world.memory.has('extendsync.request')).toBe(false);
});

test('the admin approves while the pane is closed', async () => {
  const world = new StoryWorld();
  const first = await openPane(world);
  await first.shares('copy');
  expect(world.copied).toContain('https://pane.example/grant.html?request=');
  first.closes();
  expect(world.clock.pending).toBe(0);
  world.microsoftSays = grantedForTenant;
  const second = await openPane(world);
  expect(second.screen.name).toBe('granted');
  second.closes();
  expect(world.clock.pending).toBe(0);
});

test('a pending request survives a reload and is watched again', async () => {
  const world = new StoryWorld();
  const first = await openPane(world);
  await first.shares('mail');
  first.closes();
  const second = await openPane(world);
  expect(second.screen).toMatchObject({ name: 'waiting', pending: { shares: [{ way: 'mail' }] } });
  expect(world.listeners).toBe(1);
});

test('a request names the tenant as Microsoft knows it, and calls it by the mail domain: nothing personal', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.presses('share');
  expect(world.asked).toEqual([
    { tenant: CONTOSO, domain: 'contoso.example', situation: 'autopilot-everyone' },
  ]);
});

test('while no tenant is known, the domain itself names it', async () => {
  const world = new StoryWorld();
  const { mailbox: _, account: __, ...nameless } = notConsented;
  world.microsoftSays = nameless;
  const pane = await openPane(world);
  await pane.presses('share');
  expect(world.asked).toEqual([{ tenant: 'contoso.example', situation: 'autopilot-everyone' }]);
});

test('a tenant that only the account tells is called by the account’s domain', async () => {
  const world = new StoryWorld();
  const { mailbox: _, ...rest } = notConsented;
  world.microsoftSays = { ...rest, mailbox: { domain: domain('elsewhere.example') } };
  const pane = await openPane(world);
  await pane.hears({ type: 'share-asked' });
  expect(world.asked).toMatchObject([{ tenant: CONTOSO, domain: 'contoso.example' }]);
});

test('each way of sharing hands over the same link', async () => {
  for (const way of ['draft', 'copy', 'mail', 'teams'] as const) {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares(way);
    const handed = {
      draft: world.drafts[0],
      copy: world.copied,
      mail: world.windows[0],
      teams: world.windows[0],
    }[way];
    expect(decodeURIComponent(handed ?? '')).toContain(
      'https://pane.example/grant.html?request=BBBBBBBBBBBBBBBBBBBBBB',
    );
  }
});

test('what happens while there is no network is asked about once, when the network is back', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.shares('copy');
  await world.passes(200);
  await pane.becomes('offline');
  const before = world.questions.length;
  world.microsoftSays = grantedForTenant;
  world.requestIs('opened');
  world.requestIs('returned');
  world.requestIs('check-again');
  await pane.hears({ type: 'peer-saw-change' });
  await world.passes(20 * SECOND);
  expect(world.questions).toHaveLength(before);
  expect(pane.screen).toMatchObject({ name: 'arriving', checks: { isOffline: true } });
  await pane.becomes('online');
  await world.passes(200);
  expect(world.questions).toHaveLength(before + 1);
  expect(pane.screen.name).toBe('granted');
});

test('a hint that comes while a question runs is not asked about once the network has gone', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.shares('copy');
  await pane.presses('check-now');
  const before = world.questions.length;
  world.requestIs('returned');
  await pane.becomes('offline');
  await world.passes(20 * SECOND);
  expect(world.questions).toHaveLength(before);
  world.microsoftSays = grantedForTenant;
  await pane.becomes('online');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
});

test('without a network the end of the dialog waits too', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.presses('approve');
  await pane.becomes('offline');
  const before = world.questions.length;
  world.microsoftSays = grantedForTenant;
  await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
  await world.passes(20 * SECOND);
  expect(world.questions).toHaveLength(before);
  await pane.becomes('online');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
});

test('a pane that nobody sees leaves no timer running where it has to wait', async () => {
  const world = new StoryWorld();
  world.microsoftSays = refused('AADSTS50196: loop', { retryAfterMs: MINUTE });
  const pane = await openPane(world);
  await pane.becomes('hidden');
  await world.passes(5 * SECOND);
  await pane.becomes('focused');
  expect(pane.app.store.getState().nextAtMs).toBeUndefined();
  expect(world.clock.pending).toBe(0);
  await pane.becomes('shown');
  expect(pane.app.store.getState().nextAtMs).toBeDefined();
});

test('a clipboard that refuses is said, and another way still works', async () => {
  const world = new StoryWorld();
  world.clipboardWorks = false;
  const pane = await openPane(world);
  await pane.shares('copy');
  expect(pane.screen).toMatchObject({ name: 'sharing', notice: { text: { key: 'share-failed.copy' } } });
  await pane.presses('share-mail');
  expect(pane.screen).toMatchObject({ name: 'sharing', notice: { text: { key: 'share-done.mail' } } });
  await pane.presses('back');
  expect(pane.screen.name).toBe('waiting');
});

describe('U3: nothing is claimed that is not known', () => {
  test.each(['draft', 'copy', 'mail', 'teams'] as const)(
    'shared by %s: the ways stay on the screen and it says where the message is; progress begins with the opened link',
    async (way) => {
      const world = new StoryWorld();
      const pane = await openPane(world);
      await pane.presses('share');
      await pane.presses(`share-${way}`);
      expect(pane.screen).toMatchObject({ name: 'sharing', notice: { text: { key: `share-done.${way}` } } });
      expect(pane.screen.share?.ways).toHaveLength(4);
      // Part D: as good news, and not as a wait.
      expect(pane.screen.notice?.tone).toBe('good');
      // "Done" stands with the notice at the pane's edge, in sight of whoever has scrolled down to the ways.
      expect(pane.screen.notice?.action).toMatchObject({ label: { key: 'action.done' } });
      await pane.presses('back');
      expect(pane.screen).toMatchObject({ name: 'waiting', lead: [{ key: 'waiting.lead' }] });
      expect(pane.screen.pending?.history).toEqual([]);
      world.requestIs('opened');
      await world.passes(200);
      expect(pane.screen).toMatchObject({
        lead: [{ key: 'waiting.lead.opened' }],
        pending: { history: [{ text: { key: 'history.opened' } }] },
      });
    },
  );
});

test('with the service away the link goes straight to Microsoft', async () => {
  const world = new StoryWorld();
  world.serviceRuns = false;
  const pane = await openPane(world);
  await pane.presses('share');
  expect(pane.screen.share).toMatchObject({ facts: { straightToMicrosoft: true } });
  const link = new URL(pane.screen.share?.link ?? '');
  expect(link.origin).toBe('https://login.example');
  expect(link.pathname).toMatch(/\/v2\.0\/adminconsent$/);
  expect(link.searchParams.get('state')).toHaveLength(22);
});

test('the admin grants in the dialog: green as soon as Microsoft says so, not when the dialog does', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.presses('approve');
  expect(world.opened[0]).toContain('https://pane.example/grant.html?mode=dialog');
  expect(new URL(world.opened[0] ?? '').searchParams.get('language')).toBe('en-US');
  expect(pane.screen.name).toBe('approving');
  await pane.dialogSays({ kind: 'attempt-started', expiresAtMs: world.clock.now() + 5 * MINUTE });
  expect(pane.screen.attemptExpiresAtMs).toBe(world.clock.now() + 5 * MINUTE);
  await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
  expect(pane.screen).toMatchObject({ name: 'arriving', lead: [{ key: 'arriving.lead' }] });
  await world.passes(200);
  // Microsoft has not spread the grant yet.
  expect(pane.screen).toMatchObject({ name: 'arriving', lead: [{ key: 'arriving.lead' }] });
  world.microsoftSays = grantedForTenant;
  await world.passes(5 * SECOND);
  expect(pane.screen.name).toBe('granted');
});

test('an attempt that nobody answers within five minutes is renewed with one click', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.presses('approve');
  await pane.dialogSays({ kind: 'attempt-started', expiresAtMs: world.clock.now() + 5 * MINUTE });
  await world.passes(5 * MINUTE);
  expect(pane.screen).toMatchObject({ name: 'approving', lead: [{ key: 'approving.lead.expired' }] });
  await pane.presses('renew');
  expect(world.opened).toHaveLength(2);
});

test.each([
  ['renewed', ['renew']],
  ['closed and asked for anew', ['close-dialog', 'approve']],
] as const)(
  'a dialog that does not come up is %s: what the host says of the first one does not end the second',
  async (_how, presses) => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    world.dialogOpens = { ok: false, why: 'failed' };
    world.dialogMs = 12 * SECOND;
    await pane.presses('approve');
    await world.passes(5 * SECOND);
    world.dialogOpens = { ok: true };
    world.dialogMs = 0;
    for (const press of presses) await pane.presses(press);
    await world.passes(10 * SECOND);
    expect(pane.screen).toMatchObject({ name: 'approving', notice: undefined });
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'accepted' });
    expect(pane.screen.name).toBe('arriving');
  },
);

test.each([
  ['popup-blocked', 'dialog-ended.popup-blocked'],
  ['already-open', 'dialog-ended.already-open'],
  ['not-supported', 'dialog-ended.not-supported'],
] as const)('a dialog that does not open (%s) has its words and leaves every way open', async (why, key) => {
  const world = new StoryWorld();
  world.dialogOpens = { ok: false, why };
  const pane = await openPane(world);
  await pane.presses('approve');
  expect(pane.screen).toMatchObject({ name: 'required', notice: { text: { key } } });
  await pane.presses('share');
  expect(pane.screen.name).toBe('sharing');
});

test.each(['denied', 'expired', 'repeated', 'forged', 'other-tenant', 'failed'] as const)(
  'an attempt that ends %s has its words, and Microsoft is asked',
  async (outcome) => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.presses('approve');
    const before = world.questions.length;
    await pane.dialogSays({ kind: 'consent-returned', outcome });
    await world.passes(200);
    expect(world.questions.length).toBeGreaterThan(before);
    expect(pane.screen).toMatchObject({
      name: 'required',
      notice: { text: { key: `dialog-ended.${outcome}` } },
    });
  },
);

test('the user closes the dialog: Microsoft is asked, for the grant may have been made', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.presses('approve');
  world.microsoftSays = grantedForTenant;
  await pane.dialogIs({ kind: 'closed' });
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
});

test('access is revoked while the pane is open: noticed, and said as a revocation', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const pane = await openPane(world);
  world.microsoftSays = nothingGranted;
  await world.passes(20 * MINUTE);
  expect(pane.screen).toMatchObject({ name: 'required', title: { key: 'required.title.was-granted' } });
});

test('a revocation is remembered as one by the next pane', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  (await openPane(world)).closes();
  world.microsoftSays = notConsented;
  const pane = await openPane(world);
  expect(pane.screen.title.key).toBe('required.title.was-granted');
  // What the access has left behind can be deleted.
  await pane.presses('manage');
  expect(pane.screen.name).toBe('manage');
});

test('offline: not known, with the last confirmed state and its age; back online it asks at once', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  (await openPane(world)).closes();
  await world.passes(2 * 60 * MINUTE);
  world.microsoftSays = unreachable;
  const pane = await openPane(world);
  expect(pane.screen).toMatchObject({
    name: 'unknown',
    lead: [{ key: 'cause.network-unreachable' }, { key: 'unknown.last-granted' }],
  });
  await pane.becomes('offline');
  expect(pane.screen.checks).toMatchObject({ isOffline: true });
  world.microsoftSays = grantedForTenant;
  await pane.becomes('online');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
});

// https://developer.mozilla.org/en-US/docs/Web/API/Navigator/onLine : on Windows a VPN or a firewall makes it so.
describe('the browser says for good that there is no network, and there is one', () => {
  test('the pane finds out by asking, and goes on as with a network', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    world.browserIsWrong = true;
    await pane.becomes('offline');
    expect(pane.screen.notice?.text.key).toBe('notice.offline');
    await world.passes(MINUTE);
    expect(pane.screen.notice).toBeUndefined();
    expect(pane.screen.checks?.isOffline).toBeUndefined();
    await pane.shares('copy');
    await world.passes(MINUTE);
    world.microsoftSays = grantedForTenant;
    world.requestIs('returned');
    await world.passes(3 * SECOND);
    expect(pane.screen.name).toBe('granted');
  });

  test('it has said so from the start: the first answer shows better', async () => {
    const world = new StoryWorld();
    world.online = false;
    world.browserIsWrong = true;
    const pane = await openPane(world);
    expect(pane.screen).toMatchObject({ name: 'required', notice: undefined });
    world.microsoftSays = grantedForTenant;
    await world.passes(MINUTE);
    expect(pane.screen.name).toBe('granted');
  });

  test('a second pane, which watches only then, does not say for good that it is offline', async () => {
    const world = new StoryWorld();
    await openPane(world);
    const other = await openPane(world);
    world.browserIsWrong = true;
    await other.becomes('offline');
    await world.passes(MINUTE);
    expect(other.screen.notice).toBeUndefined();
  });

  test('where there is none, it is asked no more than when nothing is under way', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('copy');
    const before = world.questions.length;
    await pane.becomes('offline');
    await world.passes(60 * MINUTE);
    expect(world.questions.length - before).toBeLessThanOrEqual(11);
    expect(pane.screen.notice?.text.key).toBe('notice.offline');
  });
});

test('throttled: waits as long as Microsoft asked, whoever presses what', async () => {
  const world = new StoryWorld();
  world.microsoftSays = refused('AADSTS90033: A transient error has occurred.', { retryAfterMs: 3 * MINUTE });
  const pane = await openPane(world);
  expect(pane.screen.name).toBe('unknown');
  const asked = world.questions.length;
  await pane.presses('check-now');
  await world.passes(2 * MINUTE);
  expect(world.questions).toHaveLength(asked);
  world.microsoftSays = grantedForTenant;
  await world.passes(2 * MINUTE);
  expect(pane.screen.name).toBe('granted');
});

test('hidden, the pane does not ask; shown again, it asks at once', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.becomes('hidden');
  expect(world.clock.pending).toBe(0);
  const asked = world.questions.length;
  await world.passes(60 * MINUTE);
  expect(world.questions).toHaveLength(asked);
  await pane.becomes('shown');
  expect(world.questions).toHaveLength(asked + 1);
});

test('an hour of waiting for an admin costs at most 40 questions', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.shares('copy');
  const asked = world.questions.length;
  await world.passes(60 * MINUTE);
  expect(world.questions.length - asked).toBeLessThanOrEqual(40);
  expect(world.questions.length - asked).toBeGreaterThan(5);
});

test('two panes: one watches for both, and both turn green', async () => {
  const world = new StoryWorld();
  const first = await openPane(world);
  const second = await openPane(world);
  const asked = world.questions.length;
  await world.passes(10 * MINUTE);
  const alone = new StoryWorld();
  await openPane(alone);
  const aloneAsked = alone.questions.length;
  await alone.passes(10 * MINUTE);
  expect(world.questions.length - asked).toBe(alone.questions.length - aloneAsked);
  world.microsoftSays = grantedForTenant;
  await world.passes(10 * MINUTE);
  expect([first.screen.name, second.screen.name]).toEqual(['granted', 'granted']);
});

test('the watching pane closes, and the other takes over', async () => {
  const world = new StoryWorld();
  const first = await openPane(world);
  const second = await openPane(world);
  first.closes();
  world.microsoftSays = grantedForTenant;
  await world.passes(10 * MINUTE);
  expect(second.screen.name).toBe('granted');
});

test('the watching pane goes to the background: the one in sight watches, and notices a revocation', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const first = await openPane(world);
  const second = await openPane(world);
  await first.becomes('hidden');
  world.microsoftSays = notConsented;
  await world.passes(20 * MINUTE);
  expect(second.screen.name).toBe('required');
  // Back in sight it asks at once, and stands behind the other one.
  await first.becomes('shown');
  await world.passes(SECOND);
  expect(first.screen.name).toBe('required');
  const asked = world.questions.length;
  await world.passes(10 * MINUTE);
  const alone = new StoryWorld();
  await openPane(alone);
  const aloneAsked = alone.questions.length;
  await alone.passes(10 * MINUTE);
  expect(world.questions.length - asked).toBeLessThanOrEqual(alone.questions.length - aloneAsked);
});

test('while all panes are in the background nobody asks; the first one in sight watches', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const first = await openPane(world);
  const second = await openPane(world);
  await first.becomes('hidden');
  await second.becomes('hidden');
  const asked = world.questions.length;
  await world.passes(60 * MINUTE);
  expect(world.questions).toHaveLength(asked);
  await second.becomes('shown');
  await world.passes(SECOND);
  world.microsoftSays = notConsented;
  await world.passes(20 * MINUTE);
  expect(second.screen.name).toBe('required');
});

test('a late answer to an earlier question is dropped', async () => {
  const world = new StoryWorld();
  world.answerMs = 70 * SECOND;
  world.microsoftSays = notConsented;
  const pane = await world.opensPane();
  await world.passes(60 * SECOND);
  expect(pane.screen.name).toBe('unknown');
  world.answerMs = 100;
  world.microsoftSays = grantedForTenant;
  await pane.presses('check-now');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
  // The first question is answered now, with what was true a minute ago.
  await world.passes(20 * SECOND);
  expect(pane.screen.name).toBe('granted');
});

test('nobody signed in: one button, and a window only within the click', async () => {
  const world = new StoryWorld();
  world.microsoftSays = noAccount;
  const pane = await openPane(world);
  expect(pane.screen).toMatchObject({ name: 'sign-in', primary: { name: 'sign-in' } });
  await pane.presses('sign-in');
  expect(world.questions.at(-1)).toBe('interactive');
  world.microsoftSays = refused('user closed it', { errorClass: 'auth', errorCode: 'user_cancelled' });
  await world.passes(200);
  expect(pane.screen).toMatchObject({ name: 'sign-in', notice: { text: { key: 'cause.cancelled' } } });
});

test('U1, U2: a broker that remembers its refusal: once the service has proof, signing in again is offered', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.shares('copy');
  world.requestIs('returned');
  await world.passes(200);
  expect(pane.screen).toMatchObject({ name: 'arriving', lead: [{ key: 'arriving.lead' }] });
  world.requestIs('proved');
  await world.passes(5 * SECOND);
  expect(pane.screen).toMatchObject({
    name: 'arriving',
    lead: [{ key: 'arriving.lead.host-remembers' }],
    primary: { name: 'sign-in' },
  });
  // "Check now" never opens a window by itself.
  await pane.presses('check-now');
  expect(world.questions).not.toContain('interactive');
  await world.passes(200);
  await pane.presses('sign-in');
  expect(world.questions.at(-1)).toBe('interactive');
  world.microsoftSays = grantedForTenant;
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
});

test('U2: while a window for the sign-in is open, the pane says where it goes on', async () => {
  const world = new StoryWorld();
  world.microsoftSays = noAccount;
  const pane = await openPane(world);
  expect(pane.screen.notice).toBeUndefined();
  await pane.presses('sign-in');
  expect(pane.screen).toMatchObject({ name: 'sign-in', notice: { text: { key: 'notice.sign-in-window' } } });
  world.microsoftSays = notConsented;
  await world.passes(200);
  expect(pane.screen.name).toBe('required');
  expect(pane.screen.notice).toBeUndefined();
});

test('U9: an approval that was given elsewhere, and a broker that remembers: "Sign in again" comes into sight', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  expect(pane.screen.name).toBe('required');
  expect(pane.screen.others[0]?.name).not.toBe('sign-in');
  await world.passes(100 * SECOND);
  expect(pane.screen).toMatchObject({
    name: 'required',
    others: [{ name: 'sign-in', label: { key: 'action.sign-in-again' } }, ...pane.screen.others.slice(1)],
  });
  // A sign-in that Microsoft itself refuses: there was nothing to be remembered.
  await pane.presses('sign-in');
  await world.passes(200);
  expect(pane.screen.others[0]?.name).not.toBe('sign-in');
  await world.passes(5 * MINUTE);
  await pane.presses('sign-in');
  world.microsoftSays = grantedForTenant;
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
});

test.each([
  [
    'seen by an administrator before',
    answerByLook(({ kind }) => (kind === 'delegated' ? 'tenant' : 'missing'), 'no-autopilot'),
  ],
  ['given in Entra by hand', answerUnproved(({ kind }) => (kind === 'delegated' ? 'not-known' : 'missing'))],
])(
  'U9: an approval %s, and a broker that gives our own token and remembers its refusal of Graph’s',
  async (_what, told) => {
    const world = new StoryWorld();
    const remembered = refusal(
      'AADSTS65001: The user or administrator has not consented to use the application.',
    );
    world.microsoftSays = {
      ...MIA,
      seen: { kind: 'service', answer: told, own: { kind: 'refused', refusal: remembered } },
    };
    const pane = await openPane(world);
    expect(pane.screen.name).toBe('required');
    expect(pane.screen.others.map(({ name }) => name)).toContain('sign-in');
    await world.passes(100 * SECOND);
    const again = { name: 'sign-in', label: { key: 'action.sign-in-again' } };
    expect(pane.screen.others[0]).toMatchObject(again);
    // The window is for our own API. Beside it Graph is asked silently, so that the broker may remember still.
    await pane.presses('sign-in');
    await world.passes(200);
    expect(pane.screen.others[0]).toMatchObject(again);
  },
);

test('where the service itself says that nothing is granted, no sign-in changes that', async () => {
  const world = new StoryWorld();
  world.microsoftSays = nothingGranted;
  const pane = await openPane(world);
  await world.passes(100 * SECOND);
  expect(pane.screen.others.map(({ name }) => name)).not.toContain('sign-in');
});

test('U9: on the waiting screen as well, what may be the only way on does not stand behind "More"', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.shares('copy');
  expect(pane.screen.others[0]).toMatchObject({ name: 'share' });
  await world.passes(3 * MINUTE);
  expect(pane.screen).toMatchObject({ name: 'waiting', primary: { name: 'check-now' } });
  expect(pane.screen.others[0]).toMatchObject({ name: 'sign-in', label: { key: 'action.sign-in-again' } });
  // Somebody has said no: a new sign-in changes nothing, asking again may.
  world.requestIs('denied');
  await world.passes(200);
  expect(pane.screen).toMatchObject({
    title: { key: 'waiting.title.not-approved' },
    primary: { name: 'share', label: { key: 'action.share-again' } },
  });
  expect(pane.screen.others.map(({ name }) => name)).toContain('check-now');
});

describe('U9: an approval that came another way than by the link', () => {
  test('is found by a waiting pane’s own questions, with no event of the request and no press', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('copy');
    world.microsoftSays = grantedForTenant;
    await world.passes(MINUTE);
    expect(pane.screen.name).toBe('granted');
    expect(pane.screen.pending?.history.at(-1)?.text.key).toBe('history.granted');
    expect(world.memory.has('extendsync.request')).toBe(false);
    expect(world.questions).not.toContain('interactive');
  });

  test('is found by the sign-in that a waiting pane offers where a broker remembers its refusal', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('copy');
    // Granted in Entra by hand: the broker alone still refuses.
    await world.passes(3 * MINUTE);
    expect(pane.screen).toMatchObject({
      name: 'waiting',
      others: [{ name: 'sign-in', label: { key: 'action.sign-in-again' } }, ...pane.screen.others.slice(1)],
    });
    await pane.presses('sign-in');
    expect(world.questions.at(-1)).toBe('interactive');
    world.microsoftSays = grantedForTenant;
    await world.passes(200);
    expect(pane.screen.name).toBe('granted');
    expect(world.memory.has('extendsync.request')).toBe(false);
    expect(world.listeners).toBe(0);
  });
});

test('U25: only administrators may approve: nothing is claimed before Microsoft’s window has said so, and then it stays said', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  // Microsoft’s silent answer is the same in every organisation: an administrator is needed, and that is all.
  const atFirst = pane.screen;
  expect(atFirst).toMatchObject({
    name: 'required',
    lead: [{ key: 'required.about' }, { key: 'required.lead' }],
    choices: [{ action: { name: 'share' } }, { action: { name: 'approve' } }],
  });
  await pane.presses('sign-in');
  world.microsoftSays = refused('AADSTS90094: An administrator of the organization has to grant consent.');
  await world.passes(200);
  const withPolicy = [
    { key: 'required.about' },
    { key: 'cause.admin-approval-needed' },
    { key: 'required.lead' },
  ];
  expect(pane.screen).toMatchObject({ name: 'required', lead: withPolicy, choices: atFirst.choices });
  world.microsoftSays = notConsented;
  await pane.presses('check-now');
  await world.passes(200);
  expect(pane.screen).toMatchObject({ name: 'required', lead: withPolicy, choices: atFirst.choices });
  // Something else is said: it is gone with the refusal.
  world.microsoftSays = declined;
  await pane.presses('check-now');
  await world.passes(200);
  expect(JSON.stringify(pane.screen)).not.toContain('admin-approval-needed');
  world.microsoftSays = grantedForTenant;
  await pane.presses('check-now');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
});

test('U8: the service away and back: says what it can prove, and recovers by itself', async () => {
  const world = new StoryWorld();
  world.microsoftSays = ownToken(ALL_DELEGATED);
  const pane = await openPane(world);
  expect(pane.screen).toMatchObject({
    name: 'granted-personally',
    tone: 'attention',
    lead: [{ key: 'personal.lead.service-away' }],
  });
  // U8: nobody knows that an approval is missing, so none is put before anybody.
  expect(pane.screen.primary).toBeUndefined();
  expect(pane.screen.choices).toBeUndefined();
  expect(pane.screen.others[0]?.name).toBe('help');
  world.microsoftSays = grantedForTenant;
  await world.passes(MINUTE);
  expect(pane.screen.name).toBe('granted');
});

test.each([
  ['without Autopilot', 'no-autopilot', ALL_BUT_PROOF],
  ['with Group Edition', 'group-edition', ALL_DELEGATED.filter((scope) => scope !== 'Mail.ReadWrite.Shared')],
] as const)(
  'U8: withdrawn while the service is away, %s: the user’s own token lacks what the green check stands for',
  async (_what, situation, left) => {
    const world = new StoryWorld();
    world.microsoftSays = seenByLook(ALL_DELEGATED, situation);
    const pane = await openPane(world);
    expect(pane.screen.name).toBe('granted');
    world.microsoftSays = ownToken(ALL_DELEGATED);
    await pane.presses('check-now');
    await world.passes(200);
    expect(pane.screen.name).toBe('granted');
    world.microsoftSays = ownToken(left);
    await world.passes(MINUTE);
    await pane.presses('check-now');
    await world.passes(200);
    expect(pane.screen).toMatchObject({ name: 'granted-personally', tone: 'attention' });
  },
);

test('partly granted names what is missing', async () => {
  const world = new StoryWorld();
  world.microsoftSays = partlyGranted;
  const pane = await openPane(world);
  expect(pane.screen).toMatchObject({
    name: 'partial',
    title: { key: 'partial.title', values: { missing: 1 } },
  });
  expect(pane.screen.permissions?.filter(({ state }) => state === 'missing').map(({ id }) => id)).toEqual([
    'application:User.Read.All',
  ]);
});

test('U14: a request is withdrawn: at the service, in the mailbox, on the screen', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.shares('copy');
  await pane.presses('withdraw');
  expect(world.withdrawn).toHaveLength(1);
  expect(world.memory.has('extendsync.request')).toBe(false);
  // U14: it says so, and what was told about the request is told no more.
  expect(pane.screen).toMatchObject({
    name: 'required',
    notice: { text: { key: 'handed-over.withdrawal' } },
  });
});

test.each([
  'granted',
  { id: '../../etc', untilMs: Number.MAX_SAFE_INTEGER },
  { id: 'D'.repeat(22), untilMs: 'tomorrow' },
  { id: 7 },
])('garbage in the mailbox’s memory is nothing: %j', async (dialog) => {
  const world = new StoryWorld();
  world.memory.set('extendsync.request', { version: 1, link: 'javascript:alert(1)', way: 'copy' });
  world.memory.set('extendsync.confirmation', 'granted');
  world.memory.set('extendsync.dialog', dialog);
  const pane = await openPane(world);
  expect(pane.screen.name).toBe('required');
  expect(world.listeners).toBe(0);
});

test('S22: another program has put a link of its own into the mailbox: Mia passes on none but theirs', async () => {
  const world = new StoryWorld();
  const first = await openPane(world);
  await first.shares('copy');
  first.closes();
  const own = world.copied;
  const kept = world.memory.get('extendsync.request') as object;
  world.memory.set('extendsync.request', { ...kept, link: 'https://evil.example/approve' });
  const pane = await openPane(world);
  expect(pane.screen.name).toBe('waiting');
  world.copied = undefined;
  await pane.shares('copy');
  expect(world.copied).toBe(own);
});

test('S22: nor does a name that lies there stand in the letter: it names the organisation by its domain', async () => {
  const world = new StoryWorld();
  const organisation = 'Contoso. Please open https://evil.example';
  const atMs = world.clock.now() - MINUTE;
  const kept = { version: 1, kind: 'granted', forTenant: true, atMs, organisation };
  world.memory.set('extendsync.confirmation', kept);
  const pane = await openPane(world);
  // The pane shows what it was told last, and nothing goes out by it.
  expect(pane.screen.organisation).toBe(organisation);
  await pane.presses('share');
  expect(pane.screen.share?.facts).toMatchObject({ organisation: 'contoso.example' });
});

test('what happens meanwhile does not push the next question away', async () => {
  const world = new StoryWorld();
  world.microsoftSays = unreachable;
  const pane = await openPane(world);
  const promised = pane.screen.checks?.nextAtMs;
  for (let time = 0; time < 5; time += 1) await pane.hears({ type: 'remembered' });
  expect(pane.screen.checks?.nextAtMs).toBe(promised);
  world.microsoftSays = grantedForTenant;
  await world.passes(7 * SECOND);
  expect(pane.screen.name).toBe('granted');
});

test.each([
  ['popup_window_error', 'cause.popup-blocked'],
  ['user_cancelled', 'cause.cancelled'],
])(
  'beside a personal mailbox, a sign-in with another account that came to nothing is told: %s',
  async (errorCode, told) => {
    const mailbox = { domain: domain('personal-mail.example'), kind: 'personal' } as const;
    const world = new StoryWorld();
    world.microsoftSays = { ...noAccount, mailbox };
    const pane = await openPane(world);
    expect(pane.screen.title.key).toBe('cause.personal-mailbox');
    world.microsoftSays = { ...refused('', { errorCode, errorClass: 'browser-auth' }), mailbox };
    await pane.presses('sign-in');
    await world.passes(200);
    expect(pane.screen.title.key).toBe('cause.personal-mailbox');
    expect(pane.screen.notice?.text.key).toBe(told);
  },
);
