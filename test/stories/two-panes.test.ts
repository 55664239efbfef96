import { grantedForTenant, notConsented, refused, unreachable } from '../support/evidence';
import { openPane, StoryWorld, type Pane } from '../support/story-world';

/*
 * Mia has two panes open: beside the message, and in the window of a message that Mia opened. Both wait for the same
 * request, until one of them replaces it or takes it back; and the first one watches for both.
 */

const FIRST = 'B'.repeat(22);
const SECOND = 'C'.repeat(22);
const KEY = 'extendsync.request';

const pendingIn = (pane: Pane): string | undefined => pane.app.store.getState().request?.id;
const kept = (world: StoryWorld): unknown => (world.memory.get(KEY) as { id?: unknown } | undefined)?.id;

/** Mia has shared a link without Autopilot, and both panes wait for it. */
async function waitingInTwoPanes(world: StoryWorld): Promise<readonly [Pane, Pane]> {
  world.memory.set('extendsync.situation', 'no-autopilot');
  const one = await openPane(world);
  await one.shares('copy');
  const other = await openPane(world);
  expect([pendingIn(one), pendingIn(other)]).toEqual([FIRST, FIRST]);
  return [one, other];
}

/** In one of them Mia says that it is to be with Autopilot, and shares again. */
async function replacesIn(pane: Pane): Promise<void> {
  await pane.hears({ type: 'situation-asked' });
  await pane.hears({ type: 'situation-chosen', situation: 'autopilot-everyone' });
  await pane.shares('copy');
}

test.each([0, 1_000])(
  '9.10: a request that one pane replaces (the mailbox keeps it after %d ms) is the new one in both, and in the mailbox',
  async (savingMs) => {
    const world = new StoryWorld();
    const [one, other] = await waitingInTwoPanes(world);
    world.savingMs = savingMs;
    await replacesIn(one);
    await world.passes(3_000);
    expect(world.withdrawn).toEqual([FIRST]);
    expect([pendingIn(one), pendingIn(other)]).toEqual([SECOND, SECOND]);
    expect(kept(world)).toBe(SECOND);
    expect(other.screen.name).toBe('waiting');

    // From now on the other pane hears what happens to the new one.
    world.requestIs('opened', SECOND);
    expect(other.app.store.getState().history.map(({ kind }) => kind)).toEqual(['opened']);
    one.closes();
    other.closes();
    const later = await openPane(world);
    expect(pendingIn(later)).toBe(SECOND);
  },
);

test('9.10: a request that one pane takes back is forgotten by both, and by the mailbox', async () => {
  const world = new StoryWorld();
  const [one, other] = await waitingInTwoPanes(world);
  await one.presses('withdraw');
  await world.passes(1_000);
  expect([pendingIn(one), pendingIn(other), kept(world)]).toEqual([undefined, undefined, undefined]);
  expect(world.listeners).toBe(0);
});

test('9.10: withdrawn elsewhere while this mailbox still holds it: no pane waits for it, however often it is opened', async () => {
  const world = new StoryWorld();
  const [one, other] = await waitingInTwoPanes(world);
  world.requestIs('withdrawn', FIRST);
  await world.passes(1_000);
  expect([pendingIn(one), pendingIn(other)]).toEqual([undefined, undefined]);
  const later = await openPane(world);
  // The service tells the whole story of a request to whoever begins to listen.
  world.requestIs('withdrawn', FIRST);
  await world.passes(1_000);
  expect(pendingIn(later)).toBeUndefined();
  expect(world.listeners).toBe(0);
});

describe('nobody was asked when both panes were opened', () => {
  test.each(['copy', 'draft'] as const)(
    '9.10: shared from one of them (%s), the other waits as well, and shares the same link',
    async (way) => {
      const world = new StoryWorld();
      const one = await openPane(world);
      const other = await openPane(world);
      await one.shares(way);
      await world.passes(200);
      expect(other.screen.name).toBe('waiting');
      await other.shares('copy');
      await world.passes(200);
      expect(world.asked).toHaveLength(1);
      expect([pendingIn(one), pendingIn(other), kept(world)]).toEqual([FIRST, FIRST, FIRST]);
    },
  );

  test('9.10: shared while the other pane shows a link of its own: the one that is sent last is the one that works', async () => {
    const world = new StoryWorld();
    const one = await openPane(world);
    const other = await openPane(world);
    await other.presses('share');
    await one.shares('copy');
    await world.passes(200);
    await other.presses('share-copy');
    await world.passes(200);
    const sent = pendingIn(other);
    expect(world.copied).toContain(sent);
    expect([pendingIn(one), kept(world)]).toEqual([sent, sent]);
    expect(world.withdrawn).toEqual([FIRST, SECOND].filter((id) => id !== sent));
  });
});

const SECONDS = 1_000;
const MINUTES = 60 * SECONDS;
const busy = refused('AADSTS90033: A transient error has occurred.', { retryAfterMs: 2 * MINUTES });

/** The first pane has its answer and watches; the second one is opened while Microsoft wants to be left alone. */
async function secondPaneIsPutOff(world: StoryWorld): Promise<readonly [Pane, Pane]> {
  const one = await openPane(world);
  world.microsoftSays = busy;
  const other = await openPane(world);
  expect([one, other].map(({ app }) => app.store.getState().leading)).toEqual([true, false]);
  expect(other.screen.name).toBe('unknown');
  return [one, other];
}

test('a check that the second pane promises is made, although the first one watches', async () => {
  const world = new StoryWorld();
  const [, other] = await secondPaneIsPutOff(world);
  await world.passes(5 * SECONDS);
  await other.presses('check-now');
  const promisedAtMs = other.screen.checks?.nextAtMs ?? 0;
  expect(other.screen.checks?.putOff).toBe(true);
  expect(promisedAtMs - world.clock.now()).toBeGreaterThan(100 * SECONDS);
  world.microsoftSays = notConsented;
  await world.passes(promisedAtMs - world.clock.now() + SECONDS);
  expect(other.screen.name).toBe('required');
});

test('another mailbox is chosen beside the second pane while Microsoft wants to be left alone: it is asked about then', async () => {
  const world = new StoryWorld();
  const [, other] = await secondPaneIsPutOff(world);
  await other.standsBeside('mia@fabrikam.example');
  expect(other.screen).toMatchObject({ name: 'unknown', checks: { putOff: true } });
  world.microsoftSays = notConsented;
  await world.passes(2 * MINUTES);
  expect(other.screen.name).toBe('required');
});

test('while it waits for that without a network, Mia can have it check at once', async () => {
  const world = new StoryWorld();
  const [, other] = await secondPaneIsPutOff(world);
  await other.becomes('offline');
  await other.standsBeside('mia@fabrikam.example');
  expect(other.screen).toMatchObject({ name: 'unknown', checks: { busy: false, isOffline: true } });
  await world.passes(2 * MINUTES);
  world.microsoftSays = unreachable;
  await other.presses('check-now');
  await world.passes(SECONDS);
  expect(other.screen.name).toBe('unknown');
});

test('looked at again and again, the second pane keeps the time that it names in the end', async () => {
  const world = new StoryWorld();
  await openPane(world);
  const other = await openPane(world);
  while (other.screen.checks?.nextAtMs === undefined) {
    await world.passes(4 * SECONDS);
    await other.becomes('focused');
  }
  const promisedAtMs = other.screen.checks.nextAtMs;
  expect(other.screen.checks.busy).toBe(false);
  await world.passes(promisedAtMs - world.clock.now() + SECONDS);
  expect(other.screen.checks?.lastAtMs).toBeGreaterThanOrEqual(promisedAtMs);
});

test('a second pane that could not be answered asks again by itself, and then rests', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const [one, other] = await secondPaneIsPutOff(world);
  world.microsoftSays = grantedForTenant;
  expect(other.screen.checks?.nextAtMs).toBeDefined();
  // The first pane stays green all the while, and has nothing to tell.
  await world.passes(3 * MINUTES);
  expect([one.screen.name, other.screen.name]).toEqual(['granted', 'granted']);
  // From now on the first one watches for both.
  expect(other.screen.checks?.nextAtMs).toBeUndefined();
  expect(one.screen.checks?.nextAtMs).toBeDefined();
});

test('the first pane tells of a change that the second cannot have confirmed: it asks until it is', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const one = await openPane(world);
  const other = await openPane(world);
  await world.passes(5 * SECONDS);
  world.microsoftSays = notConsented;
  await one.presses('check-now');
  // The first one hears of the withdrawal; the second asks a moment later, and nobody answers it.
  await world.passes(100);
  world.microsoftSays = unreachable;
  await world.passes(200);
  expect([one.screen.name, other.screen.name]).toEqual(['required', 'granted']);
  expect(other.screen.notice?.text.key).toBe('notice.not-renewed');
  world.microsoftSays = notConsented;
  await world.passes(MINUTES);
  expect(other.screen.name).toBe('required');
});
