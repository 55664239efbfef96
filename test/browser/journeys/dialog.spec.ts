import { expect } from '@playwright/test';
import { Administrator } from '../support/administrator';
import { CONTOSO, test } from '../support/journey';
import { approval, pane as words } from '../support/words';

const ADELE = 'adele@contoso.example';

test('Adele approves in the dialog, which Microsoft parts from the pane, and the pane turns green', async ({
  atOutlook,
}) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  await pane.shows('required.title');
  const microsoft = await adele.startsApproving();
  await microsoft.account(ADELE).waitFor();
  // Outlook believes that the window has closed. It stands in front of the person.
  await pane.says('notice.window-unseen');
  await pane.shows('approving.title');
  await microsoft.picks(ADELE);
  await expect(pane.root.locator('[data-attempt]')).toContainText(/^You have until \d+:\d\d/);
  await microsoft.accepts();
  await pane.shows('granted.title');
  const window = new Administrator(ADELE, adele.profile, microsoft.page);
  await window.sees('approval.confirmed.title');
  await expect(window.page.getByText(approval('approval.back-to-outlook'))).toBeVisible();
  const closed = window.page.waitForEvent('close');
  await window.presses('approval.action.close');
  await closed;
});

test('where the window keeps its opener, the pane closes it when Adele has approved', async ({
  atOutlook,
  world,
}) => {
  world.entra.directory.setQuirk('opener-kept', true);
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  const microsoft = await adele.startsApproving();
  await pane.shows('approving.title');
  await microsoft.picks(ADELE);
  const closed = microsoft.page.waitForEvent('close');
  await microsoft.accepts();
  await pane.shows('granted.title');
  await closed;
});

test('Mia lets Adele sign in at Mia’s computer, and the pane turns green for both', async ({
  mia,
  atOutlook,
}) => {
  const pane = await mia.opensPane();
  const microsoft = await mia.startsApproving();
  await microsoft.picks('adele@contoso.example');
  await microsoft.accepts();
  await pane.shows('granted.title');
  const adelesPane = await (await atOutlook('adele')).opensPane();
  await adelesPane.shows('granted.title');
});

test('Priya, who is privileged role administrator, may grant as well', async ({ atOutlook }) => {
  const priya = await atOutlook('priya');
  const pane = await priya.opensPane();
  const microsoft = await priya.startsApproving();
  await microsoft.picks('priya@contoso.example');
  await microsoft.accepts();
  await pane.shows('granted.title');
});

test('Adele declines in the dialog: pane and window say so, and the window takes Adele to Microsoft again', async ({
  atOutlook,
  witness,
}) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  const microsoft = await adele.startsApproving();
  await microsoft.picks(ADELE);
  await microsoft.cancels();
  await pane.shows('required.title');
  await pane.says('dialog-ended.denied');
  await expect(pane.button(words('action.approve'))).toBeVisible();
  const window = new Administrator(ADELE, adele.profile, microsoft.page);
  await window.sees('approval.returned.denied.title');
  expect(witness.greens()).toEqual([]);
  await window.presses('approval.action.begin-again');
  await microsoft.picks(ADELE);
  await microsoft.accepts();
  await pane.shows('granted.title');
});

test('where the window keeps its opener, Adele declines, and nothing has changed', async ({
  atOutlook,
  witness,
  world,
}) => {
  world.entra.directory.setQuirk('opener-kept', true);
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  const microsoft = await adele.startsApproving();
  await microsoft.picks(ADELE);
  const closed = microsoft.page.waitForEvent('close');
  await microsoft.cancels();
  await pane.shows('required.title');
  await pane.says('dialog-ended.denied');
  await closed;
  expect(witness.greens()).toEqual([]);
});

test('Alex administers applications only: Microsoft turns them away, and pane and window say whom it takes (U7)', async ({
  atOutlook,
  witness,
}) => {
  const alex = await atOutlook('alex');
  const pane = await alex.opensPane();
  const microsoft = await alex.startsApproving();
  await microsoft.picks('alex@contoso.example');
  await microsoft.needsAnAdmin();
  await microsoft.goesBack();
  await pane.shows('required.title');
  await pane.says('dialog-ended.role-too-small');
  const window = new Administrator('alex@contoso.example', alex.profile, microsoft.page);
  await window.sees('approval.returned.role-too-small.title');
  await expect(window.button(approval('approval.action.pass-on'))).toBeVisible();
  expect(witness.greens()).toEqual([]);
});

test('the browser blocks the dialog, and the pane says what to do', async ({ mia, witness }) => {
  // office.js then puts a word of its own over the pane, with inline handlers that our policy rightly stops; OK works.
  witness.expects(/Executing inline event handler violates/, /script-src-attr inline in .*\/taskpane\.html/);
  const pane = await mia.opensPane({ popups: 'blocked' });
  await pane.shows('required.title');
  await pane.presses('action.approve');
  await pane.says('dialog-ended.popup-blocked');
  await pane.button('OK').click();
  await pane.shows('required.title');
  await mia.asksForLink();
  expect(witness.greens()).toEqual([]);
});

test('Mia closes the dialog, and starts again as if nothing had been', async ({ mia, witness }) => {
  const pane = await mia.opensPane();
  const microsoft = await mia.startsApproving();
  await microsoft.account('mia@contoso.example').waitFor();
  await pane.shows('approving.title');
  await microsoft.page.close();
  await pane.says('notice.window-unseen');
  const again = await mia.opensWindowBy(pane.button(words('action.renew')));
  await again.getByRole('button', { name: 'mia@contoso.example' }).waitFor();
  await pane.presses('action.back');
  await pane.shows('required.title');
  expect(witness.greens()).toEqual([]);
});

test('where the window keeps its opener, Mia closes it from the pane', async ({ mia, world }) => {
  world.entra.directory.setQuirk('opener-kept', true);
  const pane = await mia.opensPane();
  const microsoft = await mia.startsApproving();
  await microsoft.account('mia@contoso.example').waitFor();
  await pane.presses('action.close-dialog');
  await pane.shows('required.title');
  await expect.poll(() => microsoft.page.isClosed()).toBe(true);
});

test('Bo grants for Fabrikam in the dialog of a Contoso mailbox, and Contoso is not green for it', async ({
  mia,
  witness,
}) => {
  const pane = await mia.opensPane();
  const microsoft = await mia.startsApproving();
  await microsoft.account('adele@contoso.example').waitFor();
  // Microsoft's page is bound to the tenant; a crafted one is not, and ends at the same return.
  const url = new URL(microsoft.page.url());
  url.pathname = url.pathname.replace(/^\/[^/]+/, '/organizations');
  await microsoft.page.goto(url.href);
  await microsoft.picks('bo@fabrikam.example');
  await microsoft.accepts();
  await pane.shows('required.title');
  await pane.says('dialog-ended.other-tenant');
  // Who has approved is told how to take it back, where they are.
  const window = new Administrator('bo@fabrikam.example', mia.profile, microsoft.page);
  await window.sees('approval.returned.other-tenant.title');
  await expect(window.page.getByText(approval('approval.revoke.title'))).toBeVisible();
  expect(witness.greens()).toEqual([]);
});

test('the five minutes run out in the dialog: Mia starts them anew with one click', async ({ mia }) => {
  await mia.hasTime();
  const pane = await mia.opensPane();
  const first = await mia.startsApproving();
  await first.account('adele@contoso.example').waitFor();
  await expect(pane.root.locator('[data-attempt]')).toBeVisible();
  await mia.waits(5, 1);
  await pane.says('approving.lead.expired');
  const second = await mia.opensWindowBy(pane.button(words('action.renew')));
  // Nothing reaches the first window any more: it stays, and nobody is told that it closes.
  expect(first.page.isClosed()).toBe(false);
  await second.getByRole('button', { name: 'adele@contoso.example' }).click();
  await second.getByRole('button', { name: 'Accept', exact: true }).click();
  await pane.shows('granted.title');
});

test('a grant that spreads slowly is waited for in the pane, with words', async ({ mia, world, witness }) => {
  world.entra.directory.setPropagationDelay(3_000, CONTOSO);
  const pane = await mia.opensPane();
  const microsoft = await mia.startsApproving();
  await microsoft.picks('adele@contoso.example');
  await microsoft.accepts();
  await pane.shows('arriving.title');
  expect(witness.greens()).toEqual([]);
  await pane.shows('granted.title');
});
