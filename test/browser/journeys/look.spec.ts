/** From nothing to the green check by an administrator's look, and everything that must not become green by it. */
import { expect } from '@playwright/test';
import { CONTOSO, test } from '../support/journey';
import { pane as words } from '../support/words';

const ADELE = `adele@${CONTOSO}`;
/** Of Contoso too, and not the one who asked. */
const COLLEAGUE = 'rita';

test('without Autopilot: Adele approves in the dialog, without third-party cookies, and every pane of Contoso is green', async ({
  world,
  atOutlook,
}) => {
  world.entra.directory.setQuirk('third-party-cookies-blocked', true);
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  await pane.shows('required.title');
  const microsoft = await adele.startsApproving('no-autopilot');
  await microsoft.picks(ADELE);
  await microsoft.accepts();
  await pane.shows('granted.title');
  const colleague = await (await atOutlook(COLLEAGUE)).opensPane();
  await colleague.shows('granted.title');
});

test('without Autopilot: Mia sends the link, Adele approves on a phone, and both are green untouched', async ({
  mia,
  adele,
  atOutlook,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink('no-autopilot');
  await pane.presses('action.share-draft');
  await adele.opens(link);
  await adele.page.setViewportSize({ width: 390, height: 844 });
  await adele.goesToMicrosoft();
  await adele.microsoft.accepts();
  await adele.sees('approval.confirmed.title');
  await pane.shows('granted.title');
  await (await (await atOutlook(COLLEAGUE)).opensPane()).shows('granted.title');
});

test('a script has granted everything to Mia alone: she is not green, and neither is a colleague', async ({
  plays,
  witness,
  mia,
  atOutlook,
}) => {
  const pane = await mia.opensPane(await plays('granted-by-script'));
  await expect(pane.heading()).toHaveText(/\S/);
  await expect(pane.heading()).not.toHaveText(words('granted.title'));
  await (await (await atOutlook(COLLEAGUE)).opensPane()).shows('required.title');
  expect(witness.greens()).toEqual([]);
});
