import { StoryWorld, type Pane } from '../support/story-world';

/*
 * Mia has two panes open: beside the message, and in the window of a message that Mia opened. Both wait for the same
 * request, until one of them replaces it or takes it back.
 */

const FIRST = 'B'.repeat(22);
const SECOND = 'C'.repeat(22);
const KEY = 'extendsync.request';

async function openPane(world: StoryWorld): Promise<Pane> {
  const pane = await world.opensPane();
  await world.passes(200);
  return pane;
}

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
