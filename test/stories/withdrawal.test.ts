import { grantedForTenant } from '../support/evidence';
import { openPane, StoryWorld, type Pane } from '../support/story-world';

/** Mia takes her request back. Until the service has said so, nobody knows that its link is dead. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function hasShared(world: StoryWorld): Promise<Pane> {
  const pane = await openPane(world);
  await pane.shares('copy');
  return pane;
}

const told = (pane: Pane): string | undefined => pane.screen.notice?.text.key;
const FIRST = 'B'.repeat(22);

/** The service is away while Mia takes her request back. */
async function withdrawsInVain(world: StoryWorld): Promise<Pane> {
  const pane = await hasShared(world);
  world.serviceRuns = false;
  await pane.presses('withdraw');
  expect(told(pane)).toBe('not-handed-over.withdrawal');
  return pane;
}

describe('the service is away', () => {
  test('nobody is told that the link is dead; the pane tries again when the service answers, and says that it worked', async () => {
    const world = new StoryWorld();
    const pane = await withdrawsInVain(world);
    expect(pane.screen.pending).toBeUndefined();
    world.serviceRuns = true;
    world.withdrawn.length = 0;
    await world.passes(HOUR);
    expect(world.withdrawn).toEqual([FIRST]);
    expect(told(pane)).toBe('handed-over.withdrawal');
    expect([...world.memory.keys()]).not.toContain('extendsync.withdrawing');
    // Once it is said, it is done.
    await world.passes(2 * HOUR);
    expect(world.withdrawn).toEqual([FIRST]);
  });

  test('the pane is closed, and the next one tries again', async () => {
    const world = new StoryWorld();
    (await withdrawsInVain(world)).closes();
    const next = await openPane(world);
    next.closes();
    world.serviceRuns = true;
    world.withdrawn.length = 0;
    await openPane(world);
    expect(world.withdrawn).toEqual([FIRST]);
    expect([...world.memory.keys()]).not.toContain('extendsync.withdrawing');
  });

  test('another mailbox is chosen before the service is back: what was taken back lies with the first', async () => {
    const world = new StoryWorld();
    const pane = await withdrawsInVain(world);
    await pane.standsBeside('mia@contoso.example', 'team@fabrikam.example');
    await world.passes(200);
    expect(pane.app.store.getState().withdrawing).toEqual([]);
    expect(told(pane)).toBeUndefined();
    expect(world.memory.get('extendsync.withdrawing')).toEqual([FIRST]);
  });

  test('garbage in the mailbox’s memory is nothing', async () => {
    const world = new StoryWorld();
    world.memory.set('extendsync.withdrawing', ['../../etc', 7, FIRST]);
    await openPane(world);
    expect(world.withdrawn).toEqual([FIRST]);
    world.memory.set('extendsync.withdrawing', FIRST);
    world.withdrawn.length = 0;
    await openPane(world);
    expect(world.withdrawn).toEqual([]);
  });
});

test('a mailbox that keeps things slowly: nothing is said before the service has heard of it', async () => {
  const world = new StoryWorld();
  const pane = await hasShared(world);
  world.savingMs = 3_000;
  await pane.presses('withdraw');
  await world.passes(2_000);
  expect([pane.screen.pending, told(pane)]).toEqual([undefined, undefined]);
  await world.passes(2_000);
  expect(told(pane)).toBe('handed-over.withdrawal');
});

test('Mia has asked anew before the service has heard of it: that the link is dead is not said beside the new one', async () => {
  const world = new StoryWorld();
  const pane = await hasShared(world);
  world.savingMs = 3_000;
  await pane.presses('withdraw');
  await pane.presses('share');
  await pane.presses('share-copy');
  expect(told(pane)).toBe('share-done.copy');
  await world.passes(4_000);
  expect(world.withdrawn).toEqual([FIRST]);
  expect(told(pane)).toBe('share-done.copy');
});

test('replaced by another request while the service is away: the earlier link is taken back as soon as it answers', async () => {
  const world = new StoryWorld();
  const pane = await hasShared(world);
  world.serviceRuns = false;
  await pane.hears({ type: 'situation-chosen', situation: 'no-autopilot' });
  await pane.shares('copy');
  expect(world.copied).toMatch(/^https:\/\/login/);
  expect(told(pane)).toBeUndefined();
  world.serviceRuns = true;
  await world.passes(HOUR);
  expect(world.withdrawn.length).toBeGreaterThan(1);
  expect(new Set(world.withdrawn)).toEqual(new Set([FIRST]));
  expect([...world.memory.keys()]).not.toContain('extendsync.withdrawing');
});

test('a link that goes straight to Microsoft cannot be taken back, and nobody says that it was', async () => {
  const world = new StoryWorld();
  world.serviceRuns = false;
  const pane = await hasShared(world);
  expect(pane.screen.name).toBe('waiting');
  await pane.presses('forget');
  expect(world.withdrawn).toEqual([]);
  expect([pane.screen.name, told(pane)]).toEqual(['required', 'not-handed-over.straight-withdrawal']);
  expect(world.memory.has('extendsync.request')).toBe(false);
});

test('approved by the link that could not be taken back: green all the same', async () => {
  const world = new StoryWorld();
  const pane = await withdrawsInVain(world);
  world.microsoftSays = grantedForTenant;
  await pane.presses('check-now');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
});
