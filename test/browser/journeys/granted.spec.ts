import { expect } from '@playwright/test';
import { test } from '../support/journey';
import { label, later } from '../support/words';

test('Mia opens the pane in an organisation that granted long ago, and the check is green at once', async ({
  plays,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  await pane.says('granted.lead', { organisation: 'Contoso' });
  await expect(pane.root.getByText(/^Confirmed by Microsoft: \d+:\d\d/)).toBeVisible();
  // U18: closed on green; U19: the permissions of the sign-in are one line.
  await expect(pane.root.locator('[data-permission]')).toHaveCount(0);
  await pane.button(label('permissions.all-granted', { count: 13 })).click();
  const granted = pane.root.locator('[data-permission]');
  await expect(granted).toHaveCount(10);
  await expect(granted.filter({ hasText: later('permission.granted') })).toHaveCount(10);
});

test('Mia writes from the second domain of their organisation, and it is the same organisation', async ({
  plays,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('alias-domain'));
  await pane.shows('granted.title');
  await pane.says('granted.lead', { organisation: 'Contoso' });
});

test('Microsoft’s tokens cannot be read, as it says they may be, and the check is green all the same', async ({
  plays,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('opaque-tokens'));
  await pane.shows('granted.title');
});

test('an Outlook that leaves the scopes out of its answers makes nothing greener than it is', async ({
  plays,
  witness,
  mia,
}) => {
  const pane = await mia.opensPane({ ...(await plays('partial')), scopes: 'omitted' });
  await pane.shows('partial.title', { missing: 2 });
  expect(witness.greens()).toEqual([]);
});

test('without the bridge Mia signs in once, in a window, and the check is green', async ({ plays, mia }) => {
  await plays('granted');
  const pane = await mia.opensPane({ bridge: 'absent' });
  await pane.shows('sign-in.title');
  const microsoft = await mia.signsIn();
  await microsoft.picks('mia@contoso.example');
  await pane.shows('granted.title');
  await mia.reloads();
  await pane.shows('granted.title');
});

test('F15: Outlook does not tell whose mailbox it is: green says that it is about the account', async ({
  plays,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('mailbox-not-told'));
  await pane.shows('granted.title');
  await pane.says('mailbox.not-known');
});

test('10.4: Mia reads a message in a shared folder, and the pane says with whose account it has asked', async ({
  plays,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('shared-folder'));
  await pane.shows('granted.title');
  await pane.says('mailbox.shared');
});
