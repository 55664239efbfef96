import { answer, heard } from '../support/evidence';
import { openPane, StoryWorld, type Pane } from '../support/story-world';

/** What became of the request so far, and whom Mia has asked since. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function isShared(world: StoryWorld): Promise<Pane> {
  const pane = await openPane(world);
  await pane.shares('copy');
  await world.passes(MINUTE);
  world.requestIs('opened');
  return pane;
}

const told = ({ screen }: Pane): readonly (string | undefined)[] => [
  screen.title.key,
  screen.lead[0]?.key,
  screen.primary?.name,
];
const NEWLY_ASKED = ['waiting.title', 'waiting.lead', 'check-now'];

test.each(['denied', 'left', 'role-too-small'] as const)(
  '%s: Mia asks somebody else, and waits for them',
  async (what) => {
    const world = new StoryWorld();
    const pane = await isShared(world);
    world.requestIs(what);
    await world.passes(200);
    expect(told(pane)).toEqual(['waiting.title.not-approved', `waiting.lead.${what}`, 'share']);
    // At once, whatever the service's clock says.
    await pane.shares('copy');
    expect(told(pane)).toEqual(NEWLY_ASKED);
    pane.closes();
    const reopened = await openPane(world);
    // The service tells the whole story anew, and then what is new.
    const history = pane.app.store.getState().history;
    for (const hint of history) await reopened.hears({ type: 'hint-heard', request: 'B'.repeat(22), hint });
    expect(told(reopened)).toEqual(NEWLY_ASKED);
    world.requestIs('denied');
    await world.passes(200);
    expect(told(reopened)).toEqual(['waiting.title.not-approved', 'waiting.lead.denied', 'share']);
  },
);

test('asked again once more, before the service has told the pane what happened: what was over stays over', async () => {
  const world = new StoryWorld();
  const pane = await isShared(world);
  world.requestIs('denied');
  await pane.shares('copy');
  const { history } = pane.app.store.getState();
  pane.closes();
  const reopened = await openPane(world);
  await reopened.shares('copy');
  for (const hint of history) await reopened.hears({ type: 'hint-heard', request: 'B'.repeat(22), hint });
  expect(told(reopened)).toEqual(NEWLY_ASKED);
});

test('turned down, and reminded a day later: they are waited for', async () => {
  const world = new StoryWorld();
  const pane = await isShared(world);
  world.requestIs('denied');
  await world.passes(25 * HOUR);
  await pane.presses('remind');
  expect(told(pane)).toEqual(NEWLY_ASKED);
});

test.each(['failed', 'other-tenant', 'expired'] as const)(
  '%s: nobody is told that the approval may come any moment',
  async (what) => {
    const world = new StoryWorld();
    const pane = await isShared(world);
    await world.passes(200);
    expect(pane.screen.lead[0]?.key).toBe('waiting.lead.opened');
    world.requestIs(what);
    await world.passes(MINUTE);
    expect(told(pane)).toEqual(NEWLY_ASKED);
    expect(pane.screen.pending?.history.map(({ text }) => text.key)).toEqual([
      'history.opened',
      `history.${what}`,
    ]);
  },
);

test('it works for Mia alone: who was asked for everybody, and what became of it, comes first', async () => {
  const world = new StoryWorld();
  world.microsoftSays = heard(answer(({ kind }) => (kind === 'delegated' ? 'this-user' : 'tenant')));
  const pane = await openPane(world);
  const ways = () => pane.screen.choices?.map(({ action }) => action.label.key);
  expect(pane.screen.title.key).toBe('personal.title.this-user');
  expect(pane.screen.lead.map(({ key }) => key)).toEqual(['personal.lead.this-user']);
  expect(ways()).toEqual(['action.share', 'action.approve']);
  await pane.shares('copy');
  await world.passes(200);
  expect(pane.screen.lead.map(({ key }) => key)).toEqual(['waiting.lead', 'personal.lead.this-user']);
  expect(ways()).toEqual(['action.share-again', 'action.approve']);
  world.requestIs('denied');
  await world.passes(200);
  expect(pane.screen.announcement.map(({ key }) => key)).toEqual([
    'personal.title.this-user',
    'waiting.lead.denied',
  ]);
});
