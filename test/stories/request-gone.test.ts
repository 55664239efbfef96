import { openPane, StoryWorld, type Pane } from '../support/story-world';

/** Mia's link leads nowhere any more: nobody waits for it, and it is not handed on. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST = 'B'.repeat(22);

async function waits(world: StoryWorld): Promise<Pane> {
  const pane = await openPane(world);
  await pane.shares('copy');
  expect(pane.screen.name).toBe('waiting');
  return pane;
}

/** The computer sleeps: time passes, and no timer runs. */
function sleeps(world: StoryWorld, ms: number): void {
  const now = world.clock.now.bind(world.clock);
  world.clock.now = () => now() + ms;
}

const told = (pane: Pane): string | undefined => pane.screen.notice?.text.key;

/** Says so, offers to ask anew, and that makes another link. */
async function asksAnew(world: StoryWorld, pane: Pane, what = 'request'): Promise<void> {
  expect([pane.screen.name, told(pane)]).toEqual(['required', `not-handed-over.${what}`]);
  expect(world.listeners).toBe(0);
  const dead = world.copied;
  await pane.shares('copy');
  expect(world.copied).not.toBe(dead);
  expect([pane.screen.name, told(pane)]).toEqual(['waiting', undefined]);
}

test('the service does not know the request any more', async () => {
  const world = new StoryWorld();
  const pane = await waits(world);
  world.forgets(FIRST);
  await asksAnew(world, pane);
  expect(world.withdrawn).toEqual([]);
});

test('another pane has put another one in its place: that one is waited for', async () => {
  const world = new StoryWorld();
  const pane = await waits(world);
  const other = { id: 'C'.repeat(22), link: 'https://pane.example/grant.html?request=C', way: 'copy' };
  const now = world.clock.now();
  world.memory.set('extendsync.request', { version: 1, ...other, madeAtMs: now, sharedAtMs: now });
  world.forgets(FIRST);
  await world.passes(200);
  expect([pane.screen.name, told(pane)]).toEqual(['waiting', undefined]);
  expect(pane.app.store.getState().request?.id).toBe(other.id);
});

test.each([
  ['a link of ours', 'request'],
  ['a straight link, which goes on working', 'straight-withdrawal'],
])('its 30 days end while the pane is open: %s', async (kind, what) => {
  const world = new StoryWorld();
  world.serviceRuns = kind === 'a link of ours';
  const pane = await waits(world);
  world.serviceRuns = true;
  await pane.becomes('hidden');
  sleeps(world, 31 * DAY);
  await pane.becomes('shown');
  await world.passes(200);
  expect(world.memory.has('extendsync.request')).toBe(false);
  await asksAnew(world, pane, what);
});

test('its 30 days have ended when the pane is opened', async () => {
  const world = new StoryWorld();
  (await waits(world)).closes();
  sleeps(world, 31 * DAY);
  const pane = await openPane(world);
  expect(world.memory.has('extendsync.request')).toBe(false);
  await asksAnew(world, pane);
});

test('the clock here is six weeks fast: a link is made all the same, and has its 30 days', async () => {
  const world = new StoryWorld();
  world.aheadMs = 42 * DAY;
  const pane = await waits(world);
  const sleepsFor = async (ms: number): Promise<void> => {
    await pane.becomes('hidden');
    sleeps(world, ms);
    await pane.becomes('shown');
    await world.passes(200);
  };
  await sleepsFor(29 * DAY);
  expect(pane.screen.name).toBe('waiting');
  expect(pane.app.store.getState().request?.id).toBe(FIRST);
  await sleepsFor(DAY);
  await asksAnew(world, pane);
});
