import { grantedForTenant, notConsented } from '../support/evidence';
import { StoryWorld } from '../support/story-world';
import { heapBytes } from './heap';

/** A pane that nobody closes. */
export interface PaneSoak {
  readonly hours: number;
  readonly tokens: number;
  /** Silent token requests in the busiest five minutes, and in the busiest hour in which nobody did anything. */
  readonly mostInFiveMinutes: number;
  readonly mostInAQuietHour: number;
  /** What is held after each hour. */
  readonly heapBytes: readonly number[];
  readonly lastScreen: string;
  /** Timers and listeners after it was closed. */
  readonly left: number;
}

const STEP_MS = 30_000;
const HOUR_MS = 60 * 60_000;
const STEPS_IN_FIVE_MINUTES = (5 * 60_000) / STEP_MS;
const STEPS_IN_AN_HOUR = HOUR_MS / STEP_MS;

type Hour =
  'nothing' | 'shared' | 'service-away' | 'hidden-and-shown' | 'offline-and-online' | 'approved' | 'green';

/** A working day: nobody has approved, it is shared, things go wrong, it is approved, and the pane stays. */
export const WORKING_DAY: readonly Hour[] = [
  'nothing',
  'shared',
  'service-away',
  'hidden-and-shown',
  'offline-and-online',
  'approved',
  'green',
  'green',
];

/** The real app and core on a clock that is turned by hand; ports that answer at once stand in for the browser. */
export async function soakPane(hours: readonly Hour[]): Promise<PaneSoak> {
  const world = new StoryWorld();
  world.microsoftSays = notConsented;
  const pane = await world.opensPane();
  await world.passes(world.answerMs);

  const asked: number[] = [];
  const heap: number[] = [];
  let mostInAQuietHour = 0;
  const pass = async (): Promise<void> => {
    const { silentTokenRequests } = world.microsoftSays;
    await world.passes(STEP_MS);
    asked.push(world.questions.length * silentTokenRequests);
    // The world would remember all its life what it was asked.
    world.questions.length = 0;
  };

  for (const hour of hours) {
    if (hour === 'shared') await pane.shares('copy');
    world.serviceRuns = hour !== 'service-away';
    if (hour === 'approved') {
      world.microsoftSays = grantedForTenant;
      world.requestIs('proved');
    }
    for (let step = 0; step < STEPS_IN_AN_HOUR; step += 1) {
      // Whoever changes windows does it often.
      const isOdd = step % 2 === 1;
      if (hour === 'hidden-and-shown') await pane.becomes(isOdd ? 'shown' : 'hidden');
      if (hour === 'offline-and-online') {
        world.online = isOdd;
        await pane.becomes(isOdd ? 'online' : 'offline');
      }
      await pass();
    }
    world.online = true;
    const inThisHour = asked.slice(-STEPS_IN_AN_HOUR).reduce((sum, one) => sum + one, 0);
    if (!hour.includes('and')) mostInAQuietHour = Math.max(mostInAQuietHour, inThisHour);
    heap.push(heapBytes());
  }
  const lastScreen = pane.screen.name;
  pane.closes();
  return {
    hours: hours.length,
    tokens: asked.reduce((sum, one) => sum + one, 0),
    mostInFiveMinutes: mostTogether(asked, STEPS_IN_FIVE_MINUTES),
    mostInAQuietHour,
    heapBytes: heap,
    lastScreen,
    left: world.clock.pending + world.listeners,
  };
}

/** The largest sum of so many neighbours. */
function mostTogether(values: readonly number[], count: number): number {
  let sum = 0;
  let most = 0;
  for (const [index, value] of values.entries()) {
    sum += value - (values[index - count] ?? 0);
    most = Math.max(most, sum);
  }
  return most;
}
