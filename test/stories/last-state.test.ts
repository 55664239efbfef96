import type { ProbeReport } from '../../src/core/consent/evidence';
import {
  ALL_DELEGATED,
  domain,
  FABRIKAM,
  grantedForTenant,
  noAccount,
  notConsented,
  nothingGranted,
  onlyMia,
  ownToken,
  partlyGranted,
  refused,
  unreachable,
} from '../support/evidence';
import { runPendingPromises } from '../support/manual-clock';
import { Pane, StoryWorld } from '../support/story-world';

/*
 * Mia opens the pane again. Before Outlook has said whose mailbox it is, and long before Microsoft has answered, the pane
 * shows what was confirmed last in this browser.
 */

const HOUR = 60 * 60_000;
const FABRIKAM_STATE = (atMs: number) => ({
  version: 1,
  states: [{ organisation: 'fabrikam.example', approved: true, atMs }],
});

/** Mia’s pane was green, and is closed. */
async function wasGreen(): Promise<StoryWorld> {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  await opensAndCloses(world);
  return world;
}

async function opensAndCloses(world: StoryWorld): Promise<Pane> {
  const pane = await world.opensPane();
  await world.passes(200);
  pane.closes();
  return pane;
}

/** The pane in the moment that it opens: nobody has told it anything. */
const atFirst = (world: StoryWorld): Pane => new Pane(world);

test('15.3: a warm pane shows at once what was confirmed last, as the past, and then what Microsoft says', async () => {
  const world = await wasGreen();
  const confirmedAtMs = world.clock.now() - 100;
  await world.passes(HOUR);
  const pane = atFirst(world);
  const early = pane.screen;
  expect(early).toMatchObject({ name: 'checking', tone: 'plain', title: { key: 'checking.title' } });
  expect(early.lastState?.organisation).toBe('contoso.example');
  expect(early.lastState?.atMs).toBeLessThanOrEqual(confirmedAtMs);
  expect([early.primary, early.choices, early.others]).toEqual([undefined, undefined, []]);
  // Who listens is told of the check alone, and then of the answer.
  expect(early.announcement).toEqual([early.title]);
  await runPendingPromises();
  expect(pane.screen.lastState).toEqual(early.lastState);
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
  expect(pane.screen.lastState).toBeUndefined();
  pane.closes();
});

const CONTRADICTIONS: readonly (readonly [string, ProbeReport])[] = [
  ['was withdrawn', notConsented],
  ['is not there, by the service’s word', nothingGranted],
  ['is not whole any more', partlyGranted],
  ['is Mia’s alone', onlyMia],
  ['may not be used by Mia', refused('AADSTS50105: not assigned')],
  [
    'is of another organisation than the account',
    {
      ...grantedForTenant,
      mailbox: { domain: domain('contoso.example'), tenant: FABRIKAM },
    },
  ],
  ['is seen by nobody, for the pane finds nobody signed in', noAccount],
];

test.each(CONTRADICTIONS)('15.3: an approval that %s is never shown early again', async (_what, report) => {
  const world = await wasGreen();
  world.microsoftSays = report;
  await opensAndCloses(world);
  expect(world.lastStates).toBeUndefined();
  expect(atFirst(world).screen.lastState).toBeUndefined();
});

test('15.3: Mia signs out of Outlook, which asks no pane: Bo sees it until Outlook names Bo’s mailbox', async () => {
  const world = await wasGreen();
  await world.passes(HOUR);
  world.hostIsLate = true;
  const pane = atFirst(world);
  expect(pane.screen.lastState?.organisation).toBe('contoso.example');
  await runPendingPromises();
  await pane.standsBeside('bo@fabrikam.example');
  expect(pane.screen).toMatchObject({ name: 'checking', lastState: undefined });
  pane.closes();
});

test.each([
  ['the network is away', unreachable],
  ['Microsoft asks to wait', refused('AADSTS50196: loop', { retryAfterMs: 60_000 })],
  ['the service is away', ownToken(ALL_DELEGATED)],
] as const)('15.3: %s: that says nothing, and what was confirmed stays', async (_what, report) => {
  const world = await wasGreen();
  const kept = world.lastStates;
  world.microsoftSays = report;
  await opensAndCloses(world);
  expect(world.lastStates).toEqual(kept);
  expect(atFirst(world).screen.lastState?.organisation).toBe('contoso.example');
});

test('15.3: Outlook tells another organisation’s mailbox: what was shown goes at once, and comes no more', async () => {
  const world = new StoryWorld();
  world.microsoftSays = grantedForTenant;
  world.lastStates = FABRIKAM_STATE(world.clock.now());
  const pane = atFirst(world);
  expect(pane.screen.lastState?.organisation).toBe('fabrikam.example');
  await runPendingPromises();
  expect(pane.screen).toMatchObject({ name: 'checking', lastState: undefined });
  await world.passes(200);
  pane.closes();
  expect(atFirst(world).screen.lastState).toBeUndefined();
});

test('15.3: another mailbox is chosen beside a pane that still asks: nothing is known of it', async () => {
  const world = await wasGreen();
  const pane = await world.opensPane();
  expect(pane.screen.lastState?.organisation).toBe('contoso.example');
  await pane.standsBeside('lee@fabrikam.example');
  expect(pane.screen).toMatchObject({ name: 'checking', lastState: undefined });
  pane.closes();
});

test('15.3: an Outlook that does not say whose mailbox it is gets nothing early, and leaves nothing', async () => {
  const world = await wasGreen();
  const { mailbox: _, ...withoutMailbox } = grantedForTenant;
  world.microsoftSays = withoutMailbox;
  world.hostIsLate = true;
  const kept = world.lastStates;
  const pane = await world.opensPane();
  expect(pane.screen.lastState).toBeUndefined();
  await world.passes(200);
  expect(pane.screen.name).toBe('granted');
  expect(world.lastStates).toEqual(kept);
  pane.closes();
});

test('15.3: the mailbox has learnt on another computer that the approval is gone: it is shown no longer', async () => {
  const world = await wasGreen();
  await world.passes(HOUR);
  world.memory.set('extendsync.confirmation', {
    version: 1,
    kind: 'required',
    forTenant: false,
    atMs: world.clock.now(),
  });
  const pane = await world.opensPane();
  expect(pane.screen).toMatchObject({ name: 'checking', lastState: undefined });
  pane.closes();
  // Nor in the first moment of the next pane, although this one has closed without an answer.
  expect(atFirst(world).screen.lastState).toBeUndefined();
});

test('15.3: Outlook names the mailbox while the account’s organisation is asked about: nothing is kept under its name', async () => {
  const world = new StoryWorld();
  const { mailbox: _, ...withoutMailbox } = grantedForTenant;
  world.microsoftSays = withoutMailbox;
  world.hostIsLate = true;
  const pane = await world.opensPane();
  await pane.standsBeside('lee@fabrikam.example');
  await world.passes(world.answerMs);
  pane.closes();
  expect(world.lastStates).toBeUndefined();
});

test('15.3: a first answer that is none is told as such, with the state of before in its own words', async () => {
  const world = await wasGreen();
  world.microsoftSays = unreachable;
  const pane = await world.opensPane();
  await world.passes(200);
  expect(pane.screen.name).toBe('unknown');
  expect(pane.screen.lastState).toBeUndefined();
  expect(pane.screen.lead.map(({ key }) => key)).toContain('unknown.last-granted');
  pane.closes();
});
