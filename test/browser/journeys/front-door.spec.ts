import { MicrosoftPage } from '../support/microsoft-page';
import { test } from '../support/journey';

test('13.6: Adele has no Outlook: she types the service’s address, signs in, approves, and sees the green check', async ({
  world,
  adele,
}) => {
  await adele.opens(`${world.paneOrigin}/`);
  await adele.sees('approval.unasked.sign-in-title');
  const window = adele.page.waitForEvent('popup');
  await adele.presses('approval.action.sign-in-to-see');
  await new MicrosoftPage(await window).picks(adele.upn);
  await adele.sees('approval.not-arrived.title');
  await adele.goesToMicrosoft();
  await adele.microsoft.accepts();
  await adele.sees('approval.confirmed.title');
  // Her browser is signed in by now: the address alone shows how things stand.
  await adele.opens(`${world.paneOrigin}/`);
  await adele.sees('approval.confirmed.title');
});
