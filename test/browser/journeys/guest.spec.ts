import { expect } from '@playwright/test';
import { DEMO } from '../../simulator/entra/demo-seed';
import type { Administrator } from '../support/administrator';
import { CONTOSO, test } from '../support/journey';
import type { MicrosoftPage } from '../support/microsoft-page';

/*
 * Who looks at the approval page after an approval may be at home in another organisation: a guest of the one that is
 * meant sees how it stands there, anybody else is asked for another account.
 */

/** Presses "Sign in" and picks the account in Microsoft's window. */
async function signsIn(person: Administrator): Promise<MicrosoftPage> {
  const microsoft = await person.signsInToSee();
  await microsoft.picks(person.upn);
  return microsoft;
}

test('Carl of Northwind, a guest of Contoso, sees Contoso’s approval confirmed, with Contoso’s receipt', async ({
  mia,
  adele,
  atBrowser,
}) => {
  await mia.opensPane();
  const link = await mia.asksForLink();
  await adele.grantsFromLink(link);
  await adele.sees('approval.confirmed.title');
  const carl = await atBrowser('carl@northwind.example');
  await carl.opens(`${link}&returned=accepted`);
  await carl.sees('approval.unasked.sign-in-title');
  await signsIn(carl);
  await carl.sees('approval.confirmed.title');
  await expect(carl.page.getByText(DEMO.tenants.contoso).first()).toBeVisible();
  await carl.page.reload();
  await carl.sees('approval.confirmed.title');
});

for (const situation of ['autopilot-everyone', 'no-autopilot'] as const) {
  test(`Carl of Northwind is a guest of Contoso and its Global Administrator, and approves by the link (${situation})`, async ({
    world,
    mia,
    atBrowser,
  }) => {
    world.entra.directory.setRole('carl@northwind.example', 'global-administrator', CONTOSO);
    const pane = await mia.opensPane();
    const link = await mia.asksForLink(situation);
    await pane.presses('action.share-draft');
    const carl = await atBrowser('carl@northwind.example');
    await carl.grantsFromLink(link);
    await carl.sees('approval.confirmed.title');
    await pane.shows('granted.title');
    await expect(pane.root.getByText('Contoso', { exact: true }).first()).toBeVisible();
  });
}

test('Bo of Fabrikam is no guest of Contoso: another account is asked for, and nothing is green', async ({
  mia,
  adele,
  atBrowser,
}) => {
  await mia.opensPane();
  const link = await mia.asksForLink();
  await adele.grantsFromLink(link);
  await adele.sees('approval.confirmed.title');
  const bo = await atBrowser('bo@fabrikam.example');
  await bo.opens(`${link}&returned=accepted`);
  await bo.sees('approval.unasked.sign-in-title');
  const { page } = await signsIn(bo);
  await expect(page.getByText('AADSTS50020').first()).toBeVisible();
  await page.close();
  await bo.sees('approval.unasked.sign-in-title');
  await bo.page.reload();
  await bo.sees('approval.other-account.title');
  await expect(bo.greenCheck()).toHaveCount(0);
});
