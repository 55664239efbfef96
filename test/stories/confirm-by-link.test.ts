import type { RequestEventKind } from '../../src/core/api/request-events';
import { ALL_DELEGATED, approvedNotConfirmed, notConsented, seenByLook } from '../support/evidence';
import { StoryWorld, type Pane } from '../support/story-world';
import { ApprovalWorld, REQUEST, type Page } from './approval-world';

/*
 * Approved by an administrator, not confirmed for everyone (9.2). Mia, who is none, passes the link on: it leads to the
 * confirmation, and not to a second approval, which could be a smaller one.
 */

async function passesOn(world: StoryWorld): Promise<Pane> {
  world.memory.set('extendsync.situation', 'no-autopilot');
  const pane = await world.opensPane();
  await world.passes(200);
  await pane.presses('share');
  return pane;
}

const confirms = (link: string | undefined): boolean =>
  new URL(link ?? '').searchParams.get('confirm') === '1';

test('9.2: the link that Mia passes on asks to confirm, is said to do so, and is what she waits for', async () => {
  const world = new StoryWorld();
  world.microsoftSays = approvedNotConfirmed;
  const pane = await passesOn(world);
  const link = pane.screen.share?.link;
  expect(confirms(link)).toBe(true);
  expect(pane.screen.share?.facts).toMatchObject({ link, confirms: true });
  await pane.presses('share-copy');
  const { request } = pane.app.store.getState();
  expect(request).toMatchObject({ link, id: 'B'.repeat(22) });
  expect(world.listeners).toBe(1);

  // Its administrator comes to the confirmation, signs in, and nothing is approved anew.
  const administrators = new ApprovalWorld();
  administrators.microsoftSays = approvedNotConfirmed;
  const page = await administrators.arrives(new URL(link ?? '').search);
  expect(page.screen).toMatchObject({ name: 'to-confirm', primary: { name: 'sign-in' }, others: [] });
  await page.presses('sign-in');
  await administrators.passes(100);
  expect(page.screen).toMatchObject({ name: 'unproven', primary: { name: 'confirm' } });
  await page.presses('confirm');
  await administrators.passes(100);
  expect(administrators.left).toEqual([expect.stringContaining('/oauth2/v2.0/authorize')]);
  expect(administrators.attempts).toBe(0);
  world.requestIs('proved');
  world.microsoftSays = seenByLook(ALL_DELEGATED);
  await world.passes(2_000);
  expect(pane.screen.name).toBe('granted');
});

test('9.2: also while the link is being made nobody reads that it takes a role that may approve', async () => {
  const world = new StoryWorld();
  world.microsoftSays = approvedNotConfirmed;
  world.memory.set('extendsync.situation', 'no-autopilot');
  const pane = await world.opensPane();
  await world.passes(200);
  pane.app.send({ type: 'share-asked' });
  expect(pane.screen.share?.link).toBeUndefined();
  expect(pane.screen.lead.map(({ key }) => key)).toEqual(['personal.lead.approved']);
});

test('9.2: the same request asks to approve as long as nobody has, and to confirm once somebody did', async () => {
  const world = new StoryWorld();
  world.microsoftSays = notConsented;
  const pane = await passesOn(world);
  expect(confirms(pane.screen.share?.link)).toBe(false);
  expect(pane.screen.share?.facts?.confirms).toBe(false);
  await pane.presses('share-copy');
  await pane.presses('back');
  const asked = pane.app.store.getState().request;

  world.microsoftSays = approvedNotConfirmed;
  await pane.hears({ type: 'check-asked' });
  await world.passes(200);
  expect(pane.screen.name).toBe('granted-personally');
  await pane.presses('share');
  const link = pane.screen.share?.link;
  expect(confirms(link)).toBe(true);
  expect(link?.startsWith(asked?.link ?? 'nothing')).toBe(true);
  await pane.presses('share-copy');
  // It is one and the same request: nothing is withdrawn.
  expect([world.withdrawn, world.asked.length]).toEqual([[], 1]);
  expect(pane.app.store.getState().request?.link).toBe(link);
});

test('9.2: without the service nobody can confirm: the straight link asks to approve, as ever', async () => {
  const world = new StoryWorld();
  world.microsoftSays = approvedNotConfirmed;
  world.serviceRuns = false;
  const pane = await passesOn(world);
  expect(confirms(pane.screen.share?.link)).toBe(false);
  expect(pane.screen.share?.facts).toMatchObject({ straightToMicrosoft: true, confirms: false });
});

describe('the approval has been taken back since', () => {
  const CONFIRM = `?request=${REQUEST}&confirm=1`;

  test('what the link promised is not there: nobody is sent to Microsoft to confirm it, which would be a consent', async () => {
    const world = new ApprovalWorld();
    world.microsoftSays = notConsented;
    const page = await world.arrives(CONFIRM);
    page.app.send({ type: 'confirm-asked' });
    await world.passes(100);
    expect(world.lookedFor).toEqual([]);
    await page.presses('sign-in');
    await world.passes(100);
    expect(page.screen).toMatchObject({ name: 'not-arrived', primary: { name: 'continue' } });
    expect(page.screen.others.map(({ name }) => name)).not.toContain('confirm');
    expect(world.left).toEqual([]);
  });

  test('who came back from such a look, and signs in, is not sent there once more', async () => {
    const world = new ApprovalWorld();
    world.microsoftSays = notConsented;
    const page = await world.returns(`?request=${REQUEST}&looked=sign-in-needed`);
    await world.passes(300);
    expect(page.screen).toMatchObject({ name: 'not-arrived', primary: { name: 'continue' } });
    expect(page.screen.others.map(({ name }) => name)).not.toContain('confirm');
  });

  test('the reminder asks to approve, by the link that does', async () => {
    const world = new StoryWorld();
    world.microsoftSays = approvedNotConfirmed;
    const pane = await passesOn(world);
    await pane.presses('share-copy');
    await pane.presses('back');
    expect(confirms(pane.app.store.getState().request?.link)).toBe(true);
    world.microsoftSays = notConsented;
    await pane.hears({ type: 'check-asked' });
    await world.passes(25 * 3_600_000);
    expect(pane.screen).toMatchObject({ name: 'waiting', notice: { text: { key: 'notice.reminder' } } });
    const facts = pane.screen.notice?.reminder?.facts;
    expect(facts).toMatchObject({ confirms: false, reminder: true });
    expect(confirms(facts?.link)).toBe(false);
    await pane.presses('remind');
    await world.passes(100);
    expect(pane.app.store.getState().request).toMatchObject({ way: 'reminder', link: facts?.link });
  });
});

describe('what happened to the request since is said by the link to confirm it as by its plain one', () => {
  const opened = async (kind: RequestEventKind): Promise<Page> => {
    const world = new ApprovalWorld();
    world.events = [{ number: 1, kind, at: '2026-01-14T10:29:00.000Z' }];
    return world.arrives(`?request=${REQUEST}&confirm=1`);
  };

  test('it has been confirmed', async () => {
    const page = await opened('proved');
    expect(page.screen).toMatchObject({
      name: 'approved-before',
      primary: { name: 'sign-in' },
      others: [],
    });
  });

  test('somebody has come back from Microsoft’s page, or turned it down', async () => {
    expect((await opened('returned')).says).toContain('approval.notice.been-there');
    expect((await opened('denied')).says).toContain('approval.notice.turned-down');
  });
});
