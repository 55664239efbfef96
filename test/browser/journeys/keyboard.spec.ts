import { expect } from '@playwright/test';
import { test } from '../support/journey';
import { pressesByKeyboard, tabsTo } from '../support/keyboard';
import { approval, label, later, pane as words } from '../support/words';

test('U5: Mia asks and Adele grants from the link, both by keyboard alone', async ({ mia, adele }) => {
  const pane = await mia.opensPane({ clipboard: 'allowed' });
  await pane.shows('required.title');
  await pressesByKeyboard(mia.page, pane.button(words('action.share')));
  await pane.shows('sharing.title');
  await expect(pane.heading()).toBeFocused();
  const field = pane.root.getByRole('textbox', { name: later('share.link') });
  await expect(field).toHaveValue(/^https:/);
  const link = await field.inputValue();
  // U5: after a change of screen the next Tab is the first control below the heading, and not one of Outlook's.
  expect(await tabsTo(mia.page, field)).toBe(1);
  expect(await field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(link.length);
  await pressesByKeyboard(mia.page, pane.button(words('action.share-copy')));
  await pane.says('share-done.copy');
  await pressesByKeyboard(mia.page, pane.button(words('action.done')));
  await pane.shows('waiting.title');
  await expect(pane.heading()).toBeFocused();
  expect(await mia.clipboard()).toBe(link);

  await adele.opens(link);
  await adele.sees('approval.invitation.title', { organisation: 'contoso.example' });
  await pressesByKeyboard(adele.page, adele.button(approval('approval.action.continue')));
  await pressesByKeyboard(adele.page, adele.microsoft.account(adele.upn));
  await pressesByKeyboard(adele.page, adele.page.getByRole('button', { name: 'Accept', exact: true }));
  await adele.sees('approval.confirmed.title');
  await pane.shows('granted.title');
  // A change that nobody has caused by a press is said aloud and takes nobody's focus away.
  await expect(pane.root.getByRole('status')).toContainText(words('granted.title'));
});

test('U5: Adele grants in the dialog by keyboard alone', async ({ atOutlook }) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  await pane.shows('required.title');
  await pressesByKeyboard(adele.page, pane.button(words('action.approve')));
  await pane.shows('situation.title');
  // U5: the choices follow the heading, one Tab each.
  expect(await tabsTo(adele.page, pane.situation('autopilot-on'))).toBe(1);
  expect(await tabsTo(adele.page, pane.situation('autopilot-everyone'))).toBe(1);
  const opening = adele.context.waitForEvent('page');
  await adele.page.keyboard.press('Enter');
  const dialog = await opening;
  await pressesByKeyboard(dialog, dialog.getByRole('button', { name: 'adele@contoso.example' }));
  await pressesByKeyboard(dialog, dialog.getByRole('button', { name: 'Accept', exact: true }));
  await pane.shows('granted.title');
});

test('U5: Mia is asked before her request is withdrawn, and the keyboard stays with the question', async ({
  mia,
}) => {
  const pane = await mia.opensPane({ clipboard: 'allowed' });
  await pane.shows('required.title');
  await mia.asksForLink();
  await pane.presses('action.share-copy');
  await pane.shows('waiting.title');
  const withdraw = pane.button(words('action.withdraw'));
  await pane.unfolds(withdraw);
  await pressesByKeyboard(mia.page, withdraw);
  const keep = pane.button(later('withdraw.no'));
  expect(await tabsTo(mia.page, keep)).toBe(0);
  await mia.page.keyboard.press('Enter');
  await expect(keep).toHaveCount(0);
  expect(await tabsTo(mia.page, withdraw)).toBe(0);
  // What follows is the pane's own, and not one of Outlook's.
  expect(await tabsTo(mia.page, pane.root.getByLabel(later('pending.with-whom')))).toBe(1);
  await mia.page.keyboard.press('Shift+Tab');
  await mia.page.keyboard.press('Enter');
  await mia.page.keyboard.press('Shift+Tab');
  await expect(pane.button(later('withdraw.yes'))).toBeFocused();
  await mia.page.keyboard.press('Enter');
  await pane.shows('required.title');
  await expect(pane.heading()).toBeFocused();
});

test('U5: what did not load is asked for once more by keyboard, and the focus stays in the pane', async ({
  mia,
  witness,
}) => {
  witness.expects(/ERR_FAILED/);
  mia.profile.spoil();
  const cut = /\/static\/later-/;
  await mia.context.route(cut, (route) => route.abort());
  const pane = await mia.opensPane();
  await pane.shows('required.title');
  await pressesByKeyboard(mia.page, pane.button(words('action.share')));
  const again = pane.button(label('later.again'));
  await pressesByKeyboard(mia.page, again);
  await expect(again).not.toHaveAttribute('aria-disabled');
  expect(await tabsTo(mia.page, again)).toBe(0);
  // The network is back, and slow.
  await mia.context.unroute(cut);
  let arrive = (): void => undefined;
  const slow = new Promise<void>((resolve) => (arrive = resolve));
  await mia.context.route(cut, async (route) => {
    await slow;
    await route.continue();
  });
  await mia.page.keyboard.press('Enter');
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  expect(await tabsTo(mia.page, again)).toBe(0);
  arrive();
  const field = pane.root.getByRole('textbox', { name: later('share.link') });
  expect(await tabsTo(mia.page, field)).toBe(0);
});
