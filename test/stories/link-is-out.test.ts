import { grantedForTenant } from '../support/evidence';
import { openPane, StoryWorld } from '../support/story-world';

/** The link has left the pane, whatever the pane was told of it: it is waited for, and can be withdrawn. */

const FIRST = 'B'.repeat(22);
const SECOND = 'C'.repeat(22);

test('the browser does not allow copying, and Mia copies the link by hand', async () => {
  const world = new StoryWorld();
  world.clipboardWorks = false;
  const pane = await openPane(world);
  await pane.shares('copy');
  expect(pane.screen).toMatchObject({ name: 'sharing', notice: { text: { key: 'share-failed.copy' } } });
  await pane.presses('back');
  expect(pane.screen).toMatchObject({ name: 'waiting', pending: { shares: [{ way: 'screen' }] } });
  pane.closes();
  const next = await openPane(world);
  world.requestIs('opened', FIRST);
  expect(next.screen.lead[0]?.key).toBe('waiting.lead.opened');
  await next.presses('share');
  expect(world.asked).toHaveLength(1);
});

describe('Outlook takes its time to open the draft', () => {
  test('and the pane is closed meanwhile: the next one waits for the link in it', async () => {
    const world = new StoryWorld();
    world.draftMs = 10_000;
    const pane = await openPane(world);
    await pane.shares('draft');
    expect(pane.screen.name).toBe('sharing');
    pane.closes();
    await world.passes(60_000);
    const next = await openPane(world);
    expect(next.screen).toMatchObject({ name: 'waiting', pending: { shares: [{ way: 'draft' }] } });
    await next.presses('withdraw');
    expect(world.withdrawn).toEqual([FIRST]);
  });

  test('and the pane is closed meanwhile: the link that this one takes the place of works no more', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('copy');
    await pane.hears({ type: 'situation-chosen', situation: 'no-autopilot' });
    world.draftMs = 10_000;
    await pane.shares('draft');
    // Nobody knows yet whether the new one goes out.
    expect(world.withdrawn).toEqual([]);
    pane.closes();
    await world.passes(60_000);
    const next = await openPane(world);
    expect(next.screen).toMatchObject({ name: 'waiting', pending: { shares: [{ way: 'draft' }] } });
    expect(next.app.store.getState().request?.id).toBe(SECOND);
    expect(world.withdrawn).toEqual([FIRST]);
    next.closes();
    await openPane(world);
    expect(world.withdrawn).toEqual([FIRST]);
  });

  test.each(['back', 'show'] as const)('and Mia goes elsewhere meanwhile: %s', async (where) => {
    const world = new StoryWorld();
    world.draftMs = 10_000;
    const pane = await openPane(world);
    await pane.shares('draft');
    await pane.presses(where);
    await world.passes(10_000);
    expect(pane.screen.notice?.text.key).toBe('share-done.draft');
    await pane.hears({ type: 'view-left' });
    expect(pane.screen).toMatchObject({ name: 'waiting' });
    await pane.presses('withdraw');
    expect(world.withdrawn).toEqual([FIRST]);
  });

  test('and until then no other way can be pressed: what would be lost looks so', async () => {
    const world = new StoryWorld();
    world.draftMs = 10_000;
    const pane = await openPane(world);
    await pane.shares('draft');
    const offered = () =>
      pane.screen.share?.ways.filter(({ busy, off }) => !busy && !off).map(({ way }) => way);
    expect(pane.screen.share?.ways[0]).toMatchObject({ way: 'draft', busy: true });
    expect(offered()).toEqual([]);
    await world.passes(10_000);
    expect(offered()).toEqual(['draft', 'copy', 'mail', 'teams']);
  });

  test('and the draft takes the place of the message that Mia read: its way still shows that it is busy', async () => {
    const world = new StoryWorld();
    world.draftMs = 10_000;
    const pane = await openPane(world);
    await pane.shares('draft');
    const { host } = pane.app.store.getState();
    await pane.hears({ type: 'host-introduced', host: { ...host!, canOpenDrafts: false } });
    const ways = () => pane.screen.share?.ways.map(({ way, busy }) => (busy ? `${way}…` : way));
    expect(ways()).toEqual(['draft…', 'copy', 'mail', 'teams']);
    await world.passes(10_000);
    expect(ways()).toEqual(['copy', 'mail', 'teams']);
  });

  test('and opens none, while Mia has gone back: nobody is waited for in the next pane', async () => {
    const world = new StoryWorld();
    world.draftMs = 10_000;
    world.draftOpens = false;
    const pane = await openPane(world);
    await pane.shares('draft');
    await pane.presses('back');
    await world.passes(10_000);
    expect(pane.screen).toMatchObject({
      name: 'required',
      notice: { text: { key: 'share-failed.draft' } },
    });
    expect(world.memory.has('extendsync.request')).toBe(false);
  });

  test('and everything is approved meanwhile: the next pane waits for nothing, and tells of no request', async () => {
    const world = new StoryWorld();
    world.draftMs = 10_000;
    const pane = await openPane(world);
    await pane.shares('draft');
    world.microsoftSays = grantedForTenant;
    await pane.hears({ type: 'check-asked' });
    await world.passes(10_000);
    expect(pane.screen.name).toBe('granted');
    expect(world.memory.has('extendsync.request')).toBe(false);
  });

  test('and says nothing of it: the draft may open yet, so the link in it is waited for, and goes out by other ways too', async () => {
    const world = new StoryWorld();
    world.draftMs = 30_000;
    world.draftOpens = 'not-known';
    const pane = await openPane(world);
    await pane.shares('draft');
    await world.passes(30_000);
    expect(pane.screen).toMatchObject({ name: 'sharing', notice: { text: { key: 'share-failed.draft' } } });
    // Mia sends it, and the administrator opens the link.
    world.requestIs('opened', FIRST);
    await pane.presses('share-copy');
    await pane.presses('back');
    expect(pane.screen).toMatchObject({ name: 'waiting' });
    expect(world.asked).toHaveLength(1);
    expect(world.drafts).toHaveLength(1);
    expect(world.copied).toContain(FIRST);
    await pane.presses('withdraw');
    expect(world.withdrawn).toEqual([FIRST]);
  });

  test('and says nothing of it: the next pane waits as well', async () => {
    const world = new StoryWorld();
    world.draftMs = 30_000;
    world.draftOpens = 'not-known';
    const pane = await openPane(world);
    await pane.shares('draft');
    await world.passes(30_000);
    pane.closes();
    const next = await openPane(world);
    expect(next.screen).toMatchObject({ name: 'waiting', pending: { shares: [{ way: 'draft' }] } });
  });

  test('and opens none: nobody is waited for, here and in the next pane', async () => {
    const world = new StoryWorld();
    world.draftMs = 10_000;
    world.draftOpens = false;
    const pane = await openPane(world);
    await pane.shares('draft');
    await world.passes(10_000);
    expect(pane.screen).toMatchObject({ name: 'sharing', notice: { text: { key: 'share-failed.draft' } } });
    expect(world.memory.has('extendsync.request')).toBe(false);
  });

  test('and opens none for a request that is shared already: that is waited for as before', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('copy');
    const before = world.memory.get('extendsync.request');
    await world.passes(60_000);
    world.draftOpens = false;
    await pane.shares('draft');
    expect(pane.screen.notice?.text.key).toBe('share-failed.draft');
    expect(world.memory.get('extendsync.request')).toEqual(before);
  });

  test('for a reminder: it cannot be pressed once more meanwhile', async () => {
    const world = new StoryWorld();
    const pane = await openPane(world);
    await pane.shares('copy');
    await pane.hears({ type: 'time-came', timer: 'reminder' });
    world.draftMs = 10_000;
    await pane.presses('remind');
    expect(pane.screen.notice?.reminder?.busy).toBe(true);
    await world.passes(10_000);
    expect(pane.screen.notice?.text.key).toBe('share-done.draft');
  });
});
