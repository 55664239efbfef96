import type { ProbeReport } from '../../src/core/consent/evidence';
import {
  approvedNotConfirmed,
  CONTOSO,
  grantedForTenant,
  noAccount,
  notConsented,
  refused,
} from '../support/evidence';
import { ApprovalWorld, REQUEST, type Page } from './approval-world';

/*
 * Adele opens the link in the browser inside of a mail program. It opens no windows: the page goes to Microsoft's sign-in
 * itself, and comes back to where it was.
 */

const LINK = `?request=${REQUEST}&confirm=1`;

const failed = (errorCode: string): ProbeReport => ({
  silentTokenRequests: 0,
  seen: { kind: 'refused', refusal: { errorClass: 'browser-auth', errorCode, text: '' } },
});
const noWindow = failed('popup_window_error');

async function pressesSignIn(world: ApprovalWorld, page: Page): Promise<void> {
  world.microsoftSays = noWindow;
  await page.presses('sign-in');
  await world.passes(100);
}

/** Microsoft sends the browser back to the address that the page had. */
async function comesBackFrom(world: ApprovalWorld, page: Page): Promise<Page> {
  page.closes();
  world.isSignedIn = true;
  return world.arrives(new URL(world.address, 'https://pane.example').search);
}

test('Adele signs in with one press, and confirms', async () => {
  const world = new ApprovalWorld();
  world.requestFor = CONTOSO;
  const link = await world.arrives(LINK);
  await pressesSignIn(world, link);
  expect(world.signInsHere).toEqual([CONTOSO]);
  expect(link.screen.notice).toBeUndefined();
  expect(link.screen.primary).toMatchObject({ name: 'sign-in', busy: true });

  world.microsoftSays = approvedNotConfirmed;
  world.questions.length = 0;
  const page = await comesBackFrom(world, link);
  expect(world.questions).toEqual(['interactive']);
  expect(world.askedIn.at(-1)).toBe(CONTOSO);
  expect(page.screen).toMatchObject({ name: 'unproven', primary: { name: 'confirm' } });
  await page.presses('confirm');
  await world.passes(100);
  expect(world.left).toEqual([expect.stringContaining('/oauth2/v2.0/authorize')]);
});

test('back from an approval, and without a link: the page comes back to that', async () => {
  const world = new ApprovalWorld();
  world.microsoftSays = noAccount;
  const returned = await world.returns(`?request=${REQUEST}&returned=accepted`);
  await world.passes(300);
  await pressesSignIn(world, returned);
  world.microsoftSays = grantedForTenant;
  expect((await comesBackFrom(world, returned)).screen.name).toBe('confirmed');

  const alone = new ApprovalWorld();
  const typed = await alone.arrives('');
  await pressesSignIn(alone, typed);
  alone.microsoftSays = grantedForTenant;
  expect((await comesBackFrom(alone, typed)).screen.name).toBe('confirmed');
});

test('what Adele had answered still counts', async () => {
  const world = new ApprovalWorld();
  world.events = [{ number: 1, kind: 'returned', at: '2026-01-14T10:29:00.000Z' }];
  const link = await world.arrives(`?request=${REQUEST}`);
  link.app.send({ type: 'situation-answered', situation: 'no-autopilot' });
  await pressesSignIn(world, link);
  world.microsoftSays = notConsented;
  const page = await comesBackFrom(world, link);
  await page.presses('continue');
  await world.passes(100);
  expect(world.answers).toEqual(['no-autopilot']);
});

test('cancelled there: that is said, and the next press goes again', async () => {
  const world = new ApprovalWorld();
  const link = await world.arrives(LINK);
  await pressesSignIn(world, link);
  world.microsoftSays = failed('user_cancelled');
  const page = await comesBackFrom(world, link);
  expect(page.says).toContain('approval.notice.sign-in-cancelled');
  // It does not go by itself, or nobody would ever come out of it.
  expect(world.signInsHere).toHaveLength(1);
});

test('the browser stays: how to go on is said', async () => {
  const world = new ApprovalWorld();
  world.signInLeaves = false;
  const link = await world.arrives(LINK);
  await pressesSignIn(world, link);
  expect(link.says).toContain('approval.notice.sign-in-blocked');
  await pressesSignIn(world, link);
  expect(world.signInsHere).toHaveLength(2);
});

test('the browser stays, and the approval is on its way: it is asked about as before', async () => {
  const world = new ApprovalWorld();
  world.signInLeaves = false;
  world.microsoftSays = refused('', { errorClass: 'other', errorCode: 'nobody_knows' });
  const page = await world.returns(`?request=${REQUEST}&returned=accepted`);
  await world.passes(300);
  expect(page.screen.name).toBe('unknown');
  await pressesSignIn(world, page);
  expect(page.says).toContain('approval.notice.sign-in-blocked');
  world.microsoftSays = grantedForTenant;
  await world.passes(60_000);
  expect(page.screen.name).toBe('confirmed');
});

test('Adele comes back by the browser’s own button: they can press once more', async () => {
  const world = new ApprovalWorld();
  const link = await world.arrives(LINK);
  await pressesSignIn(world, link);
  await link.comesBack();
  await pressesSignIn(world, link);
  expect(world.signInsHere).toHaveLength(2);
});

test('the browser wrongly says that there is no network, and nobody has answered yet: the press is tried all the same', async () => {
  const world = new ApprovalWorld();
  world.online = false;
  world.browserIsWrong = true;
  world.microsoftSays = noWindow;
  const alone = await world.arrives('');
  await pressesSignIn(world, alone);
  expect(world.signInsHere).toHaveLength(1);
  expect(alone.screen.primary).toMatchObject({ name: 'sign-in', busy: true });
});
