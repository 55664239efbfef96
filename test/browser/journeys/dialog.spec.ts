import { expect } from '@playwright/test';
import { CONTOSO, test } from '../support/journey';
import { pane as words } from '../support/words';

test('Adele approves in the dialog, and the pane turns green', async ({ atOutlook }) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  await pane.shows('required.title');
  const microsoft = await adele.startsApproving();
  await pane.shows('approving.title');
  await microsoft.picks('adele@contoso.example');
  await expect(pane.root.locator('[data-attempt]')).toContainText(/^You have until \d+:\d\d/);
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

test('Adele declines in the dialog, and nothing has changed', async ({ atOutlook, witness }) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  const microsoft = await adele.startsApproving();
  await microsoft.picks('adele@contoso.example');
  await microsoft.cancels();
  await pane.shows('required.title');
  await pane.says('dialog-ended.denied');
  await expect(pane.button(words('action.approve'))).toBeVisible();
  expect(witness.greens()).toEqual([]);
});

test('Alex administers applications only: Microsoft turns them away, and the pane says whom it takes (U7)', async ({
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
  await pane.shows('required.title');
  await pane.says('dialog-ended.closed');
  expect(witness.greens()).toEqual([]);
  const again = await mia.startsApproving();
  await again.account('mia@contoso.example').waitFor();
  await pane.presses('action.close-dialog');
  await pane.shows('required.title');
  await expect.poll(() => again.page.isClosed()).toBe(true);
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
  await expect.poll(() => first.page.isClosed()).toBe(true);
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
