import { createApprovalApp } from '../../src/app/create-approval-app';
import { CONTOSO, grantedForTenant, SETUP } from '../support/evidence';
import { ApprovalWorld, REQUEST } from '../stories/approval-world';

const LINK = `?request=${REQUEST}`;

test('whoever subscribes to the screen hears each change, and no more after the off switch', async () => {
  const world = new ApprovalWorld();
  const page = await world.opens(LINK);
  const names: string[] = [];
  const stop = page.app.screen.subscribe(() => names.push(page.screen.name));
  await world.passes(300);
  expect(names.at(-1)).toBe('invitation');
  const heard = names.length;
  stop();
  await page.presses('continue');
  expect(names).toHaveLength(heard);
});

test('an event that changes nothing draws nothing', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(LINK);
  const before = page.screen;
  page.app.send({ type: 'request-made', id: REQUEST });
  page.app.send({ type: 'check-asked' });
  expect(page.screen).toBe(before);
});

test('a stopped page has no timers, and late answers change nothing', async () => {
  const world = new ApprovalWorld();
  const page = await world.returns(`?request=${REQUEST}&returned=accepted`);
  await world.passes(1000);
  world.microsoftSays = grantedForTenant;
  page.app.send({ type: 'check-asked' });
  page.closes();
  await world.passes(60_000);
  expect(page.screen.tone).not.toBe('good');
  expect(world.clock.pending).toBe(0);
});

test('a timer that is set again takes the place of the earlier one', async () => {
  const world = new ApprovalWorld();
  const page = await world.arrives(LINK);
  await page.presses('continue');
  await world.passes(100);
  expect(world.clock.pending).toBe(1);
  await page.comesBack();
  expect(world.clock.pending).toBe(0);
  await page.presses('continue');
  await world.passes(100);
  expect(world.clock.pending).toBe(1);
  page.closes();
  expect(world.clock.pending).toBe(0);
});

test('what is kept in the tab is there before the browser leaves', async () => {
  const world = new ApprovalWorld();
  await world.arrives(`?mode=dialog&tenant=${CONTOSO}`);
  expect(world.tabMemory.get('grant-page')).toEqual({
    version: 2,
    dialog: true,
    hadOpener: true,
    request: 'BBBBBBBBBBBBBBBBBBBBBB',
    tenant: CONTOSO,
  });
  expect(world.left).toHaveLength(1);
});

test('garbage in the tab’s memory is no memory', async () => {
  for (const garbage of ['text', 7, { version: 2, dialog: 'yes', attempt: {} }]) {
    const world = new ApprovalWorld();
    world.tabMemory.set('grant-page', garbage);
    const page = await world.arrives('');
    expect(page.screen).toMatchObject({ name: 'lost', dialog: false });
  }
});

test('the parent is told before the window closes', async () => {
  const world = new ApprovalWorld();
  world.tellingMs = 500;
  const page = await world.arrives('?mode=dialog&tenant=bad tenant');
  await page.presses('close');
  expect(world.closed).toBe(false);
  await world.passes(500);
  expect(world.paneHeard).toEqual([{ kind: 'closing' }]);
  expect(world.closed).toBe(true);
});

test('the first screen stands before anything was read', () => {
  const never = new Promise<never>(() => undefined);
  const app = createApprovalApp(
    {
      clock: { now: () => 0, after: () => () => undefined },
      chance: { fraction: () => 0, id: () => 'x' },
      probe: { probe: () => never },
      signInHere: () => never,
      requests: { make: () => never, attempt: () => never, opened: () => never, history: () => never },
      looks: { begin: () => never, read: () => never },
      discoverTenant: () => never,
      tellParent: () => never,
      tab: {
        search: () => LINK,
        cookies: () => '',
        hasOpener: () => false,
        isSignedIn: () => false,
        leave: () => false,
        showAddress: () => undefined,
        close: () => undefined,
        print: () => undefined,
        onCameBack: () => () => undefined,
      },
      storage: { read: () => never, write: () => never },
      clipboard: { copy: () => never },
      visibility: { visible: () => true, online: () => true, onChanged: () => () => undefined },
      log: { write: () => undefined },
    },
    SETUP,
  );
  expect(app.screen.getState()).toMatchObject({ name: 'opening', busy: true });
  app.stop();
});
