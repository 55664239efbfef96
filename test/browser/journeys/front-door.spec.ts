import { expect } from '@playwright/test';
import { test } from '../support/journey';
import { approval } from '../support/words';

test('13.6: Alex has no Outlook and too small a role: they type the address, sign in, and send Adele a link to the green check', async ({
  world,
  adele,
  atBrowser,
}) => {
  const alex = await atBrowser('alex@contoso.example');
  await alex.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.paneOrigin });
  await alex.opens(`${world.paneOrigin}/`);
  await alex.sees('approval.unasked.sign-in-title');
  const microsoft = await alex.signsInToSee();
  await microsoft.picks(alex.upn);
  // Nothing is granted yet: Microsoft asks whether the page may know who signs in.
  await microsoft.accepts();
  await alex.sees('approval.not-arrived.title');
  await alex.presses('approval.action.copy-link');
  await expect(alex.page.getByText(approval('approval.notice.link-copied')).first()).toBeVisible();
  const link = await alex.page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).origin).toBe(world.paneOrigin);
  // Its id is made at random: it may spell anything.
  expect(link.replace(/request=[\w-]{22}$/, ''), 'nothing personal').not.toMatch(/alex|contoso|@|=/i);

  await adele.opens(link);
  await adele.sees('approval.invitation.title', {});
  await adele.goesToMicrosoft();
  await adele.microsoft.accepts();
  await adele.sees('approval.confirmed.title');
  // Both browsers are signed in by now: the address alone shows how things stand.
  for (const administrator of [adele, alex]) {
    await administrator.opens(`${world.paneOrigin}/`);
    await administrator.sees('approval.confirmed.title');
  }
});
