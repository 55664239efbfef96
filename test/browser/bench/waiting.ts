import type { ProbeReport } from '../../../src/core/consent/evidence';
import { grantedForTenant, notConsented } from '../../support/evidence';
import { StoryWorld } from '../../support/story-world';

const HOUR_MS = 60 * 60_000;

export type WaitingFor = 'nothing shared' | 'shared' | 'shared, service away' | 'green';

/**
 * Silent token requests of one pane in the hour after its first verdict: the real app and core on a clock that is
 * turned by hand, jitter at its mean. Ports that answer at once stand in for the browser.
 */
export async function countTokensInAnHour(waitingFor: WaitingFor): Promise<number> {
  const world = new StoryWorld();
  const says: ProbeReport = waitingFor === 'green' ? grantedForTenant : notConsented;
  world.microsoftSays = says;
  world.serviceRuns = waitingFor !== 'shared, service away';
  const pane = await world.opensPane();
  await world.passes(world.answerMs);
  if (waitingFor.startsWith('shared')) await pane.shares('copy');
  const before = world.questions.length;
  await world.passes(HOUR_MS);
  const asked = world.questions.length - before;
  pane.closes();
  world.clock.mustBeIdle();
  return asked * says.silentTokenRequests;
}
