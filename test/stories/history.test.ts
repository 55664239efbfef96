import { grantedForTenant, notConsented, unreachable } from '../support/evidence';
import { StoryWorld, type Pane } from '../support/story-world';

/** What was proved a day ago is history, whether or not anybody can be asked. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function green(): Promise<readonly [StoryWorld, Pane]> {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  const pane = await world.opensPane();
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
  return [world, pane];
}

/** The computer sleeps: time passes, and no timer runs. */
function sleeps(world: StoryWorld, ms: number): void {
  const now = world.clock.now.bind(world.clock);
  world.clock.now = () => now() + ms;
}

test('without a network green stands for a day, and no longer', async () => {
  const [world, pane] = await green();
  await pane.becomes('offline');
  await world.passes(23 * HOUR);
  expect(pane.screen.name).toBe('granted');
  await world.passes(HOUR);
  expect(pane.screen.name).toBe('unknown');
  expect(pane.screen.lead.map(({ key }) => key)).toContain('unknown.last-granted');
  // The next question's alone.
  expect(world.clock.pending).toBe(1);
  world.microsoftSays = grantedForTenant;
  await pane.becomes('online');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
});

test('the network is back in time: nothing is left of the timer', async () => {
  const [world, pane] = await green();
  const { pending } = world.clock;
  await pane.becomes('offline');
  await world.passes(HOUR);
  await pane.becomes('online');
  await world.passes(200);
  expect(world.clock.pending).toBe(pending);
});

test('it is back after a night in which no timer ran: nothing is left of it either', async () => {
  const [world, pane] = await green();
  const { pending } = world.clock;
  await pane.becomes('offline');
  sleeps(world, 60 * HOUR);
  await pane.becomes('online');
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
  expect(world.clock.pending).toBe(pending);
});

test.each(['focused', 'shown'] as const)(
  'on Monday the computer wakes without a network, and the pane is %s: Friday’s green is not shown',
  async (change) => {
    const [world, pane] = await green();
    await pane.becomes('hidden');
    await pane.becomes('offline');
    sleeps(world, 60 * HOUR);
    if (change === 'focused') await pane.becomes('shown');
    await pane.becomes(change);
    expect(pane.screen.name).toBe('unknown');
  },
);

test('it wakes with a network: Microsoft is asked, and nothing is said before the answer', async () => {
  const [world, pane] = await green();
  const asked = world.questions.length;
  sleeps(world, 60 * HOUR);
  world.microsoftSays = notConsented;
  await pane.becomes('focused');
  expect(pane.screen.name).toBe('checking');
  await world.passes(200);
  expect(pane.screen.name).toBe('required');
  expect(world.questions).toHaveLength(asked + 1);
});

test('out of sight nobody is asked for it', async () => {
  const [world, pane] = await green();
  await pane.becomes('hidden');
  const asked = world.questions.length;
  world.microsoftSays = unreachable;
  await world.passes(48 * HOUR);
  expect(world.questions).toHaveLength(asked);
});
