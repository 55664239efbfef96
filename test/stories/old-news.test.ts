import { grantedForTenant, notConsented, refused, unreachable } from '../support/evidence';
import { openPane, StoryWorld, type Pane } from '../support/story-world';

/*
 * What the person did last is told until something newer happens: then that is told, and nothing old stands on a screen that
 * it is not about.
 */

const HOUR = 60 * 60_000;
const notAssigned = refused('AADSTS50105: the user is not assigned');

const told = (pane: Pane): string | undefined => pane.screen.notice?.text.key;

/** Mia shares, and takes it back. */
async function withdraws(world: StoryWorld): Promise<Pane> {
  const pane = await openPane(world);
  await pane.shares('copy');
  await pane.presses('withdraw');
  expect(told(pane)).toBe('handed-over.withdrawal');
  return pane;
}

/** Mia asks to be added to those who may use it. */
async function asksToBeAdded(world: StoryWorld): Promise<Pane> {
  world.microsoftSays = notAssigned;
  const pane = await openPane(world);
  await pane.presses('letter');
  expect(told(pane)).toBe('handed-over.letter-assign');
  return pane;
}

/** A day passes while she looks at something else. */
async function dayPasses(world: StoryWorld, pane: Pane): Promise<void> {
  await pane.becomes('hidden');
  await world.passes(25 * HOUR);
  await pane.becomes('shown');
  await world.passes(200);
}

/** Mia reminds the administrator whom she asked a day ago. */
async function reminds(world: StoryWorld): Promise<Pane> {
  const pane = await openPane(world);
  await pane.shares('copy');
  await dayPasses(world, pane);
  await pane.presses('remind');
  expect(told(pane)).toBe('share-done.draft');
  return pane;
}

async function checks(world: StoryWorld, pane: Pane): Promise<void> {
  await pane.presses('check-now');
  await world.passes(200);
}

test.each(['popup-blocked', 'already-open', 'not-supported'] as const)(
  'a window that does not open is told after a withdrawal: %s',
  async (why) => {
    const world = new StoryWorld();
    const pane = await withdraws(world);
    world.dialogOpens = { ok: false, why };
    await pane.presses('approve');
    expect(told(pane)).toBe(`dialog-ended.${why}`);
    await world.passes(HOUR);
    expect(told(pane)).toBe(`dialog-ended.${why}`);
  },
);

test.each(['denied', 'role-too-small', 'other-tenant', 'failed'] as const)(
  'what came of the window is told after a withdrawal: %s',
  async (outcome) => {
    const world = new StoryWorld();
    const pane = await withdraws(world);
    await pane.presses('approve');
    await pane.dialogSays({ kind: 'consent-returned', outcome });
    await world.passes(200);
    expect(told(pane)).toBe(`dialog-ended.${outcome}`);
    // Whose role is too small has somebody to pass it on to.
    expect(pane.screen.notice?.action?.name).toBe(outcome === 'role-too-small' ? 'share' : undefined);
  },
);

test('a window that does not open is told after a letter, and after a reminder', async () => {
  const lettered = new StoryWorld();
  const asking = await asksToBeAdded(lettered);
  lettered.microsoftSays = notConsented;
  await checks(lettered, asking);
  expect(asking.screen).toMatchObject({ name: 'required', notice: undefined });

  const reminded = new StoryWorld();
  const waiting = await reminds(reminded);
  for (const [world, pane] of [
    [lettered, asking],
    [reminded, waiting],
  ] as const) {
    world.dialogOpens = { ok: false, why: 'popup-blocked' };
    await pane.presses('approve');
    expect(told(pane)).toBe('dialog-ended.popup-blocked');
  }
});

test('a day after a reminder another one is offered, whatever was told meanwhile', async () => {
  const world = new StoryWorld();
  const pane = await reminds(world);
  await dayPasses(world, pane);
  expect(told(pane)).toBe('notice.reminder');
  await pane.presses('remind');
  world.dialogOpens = { ok: false, why: 'popup-blocked' };
  await pane.presses('approve');
  expect(told(pane)).toBe('dialog-ended.popup-blocked');
  await dayPasses(world, pane);
  expect(told(pane)).toBe('notice.reminder');
  // What happens after that is newer again.
  await pane.presses('approve');
  expect(told(pane)).toBe('dialog-ended.popup-blocked');
});

test('nobody is told to send a reminder that has worked', async () => {
  const world = new StoryWorld();
  const pane = await reminds(world);
  world.requestIs('opened');
  await world.passes(200);
  expect(pane.screen).toMatchObject({ name: 'waiting', lead: [{ key: 'waiting.lead.opened' }] });
  expect(told(pane)).toBeUndefined();
});

test.each([
  ['a withdrawal', withdraws],
  ['a letter', asksToBeAdded],
] as const)('nothing old stands on green: %s', async (_, acts) => {
  const world = new StoryWorld();
  const pane = await acts(world);
  world.microsoftSays = grantedForTenant;
  await checks(world, pane);
  expect(pane.screen).toMatchObject({ name: 'granted', notice: undefined });
  await world.passes(8 * HOUR);
  expect(told(pane)).toBeUndefined();
  await pane.becomes('offline');
  expect(told(pane)).toBe('notice.offline');
});

test('the network is lost, or an answer, after a withdrawal', async () => {
  const offline = await withdraws(new StoryWorld());
  await offline.becomes('offline');
  expect(told(offline)).toBe('notice.offline');

  const world = new StoryWorld();
  const pane = await withdraws(world);
  world.microsoftSays = unreachable;
  await checks(world, pane);
  expect(told(pane)).toBe('notice.not-renewed');
});

test('a letter about one obstacle is not told of another', async () => {
  const world = new StoryWorld();
  const pane = await asksToBeAdded(world);
  await checks(world, pane);
  expect(told(pane)).toBe('handed-over.letter-assign');
  world.microsoftSays = refused('AADSTS53003: a policy');
  await checks(world, pane);
  expect(pane.screen).toMatchObject({ name: 'blocked', lead: [{ key: 'cause.conditional-access' }, {}] });
  expect(told(pane)).toBeUndefined();
});

test('what is done in a screen of its own is told there until it is left', async () => {
  const world = new StoryWorld();
  const pane = await openPane(world);
  await pane.presses('share');
  await pane.presses('share-copy');
  world.microsoftSays = notAssigned;
  await pane.becomes('offline');
  await pane.becomes('online');
  await world.passes(200);
  expect(pane.screen).toMatchObject({ name: 'sharing', notice: { text: { key: 'share-done.copy' } } });
  await pane.presses('back');
  expect(pane.screen).toMatchObject({ name: 'blocked', notice: undefined });
  await pane.presses('help');
  expect(told(pane)).toBeUndefined();
});

describe('the end of a window is told until something newer answers it', () => {
  const MINUTE = 60_000;

  test('whose role was not enough passes the link on: on the way, and after that, nobody tells them to', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.presses('approve');
    await pane.dialogSays({ kind: 'consent-returned', outcome: 'role-too-small' });
    await world.passes(MINUTE);
    expect(pane.screen.notice).toMatchObject({ action: { name: 'share' } });
    await pane.presses('share');
    expect([pane.screen.name, told(pane)]).toEqual(['sharing', undefined]);
    await pane.presses('back');
    expect(told(pane)).toBe('dialog-ended.role-too-small');
    await pane.presses('share');
    await pane.presses('show');
    expect([pane.screen.name, told(pane)]).toEqual(['showing', undefined]);
    await pane.presses('back');
    expect([pane.screen.name, told(pane)]).toEqual(['waiting', undefined]);
  });

  test.each(['role-too-small', 'denied', 'failed', 'other-tenant'] as const)(
    '%s, and an hour later the administrator opens the link, and approves',
    async (outcome) => {
      const world = new StoryWorld();
      const pane = await openPane(world);
      await pane.shares('copy');
      await pane.presses('approve');
      await pane.dialogSays({ kind: 'consent-returned', outcome });
      await world.passes(MINUTE);
      expect(told(pane)).toBe(`dialog-ended.${outcome}`);
      await world.passes(HOUR);
      world.requestIs('opened');
      await world.passes(200);
      expect([pane.screen.lead[0]?.key, told(pane)]).toEqual(['waiting.lead.opened', undefined]);
      world.requestIs('returned');
      await world.passes(200);
      expect([pane.screen.name, told(pane)]).toEqual(['arriving', undefined]);
    },
  );
});
