import { expect } from '@playwright/test';
import { flavours } from '../../simulator/outlook/host-options';
import { CONTOSO, test } from '../support/journey';
import { pane as words } from '../support/words';

for (const flavour of flavours) {
  test(`Outlook (${flavour}) refuses in its own words: Mia shares, Adele grants, the pane turns green untouched`, async ({
    witness,
    mia,
    adele,
  }) => {
    const pane = await mia.opensPane({ flavour });
    await pane.shows(flavour === 'web' ? 'required.title' : 'sign-in.title.either');
    const link = await mia.asksForLink();
    await pane.presses('action.share-draft');
    expect(witness.greens()).toEqual([]);
    await adele.grantsFromLink(link);
    await adele.sees('approval.confirmed.title');
    await pane.shows('granted.title');
  });

  test(`Outlook (${flavour}) refuses in its own words: Adele grants in the dialog, the pane turns green`, async ({
    mia,
  }) => {
    const pane = await mia.opensPane({ flavour });
    await pane.shows(flavour === 'web' ? 'required.title' : 'sign-in.title.either');
    const microsoft = await mia.startsApproving();
    await microsoft.picks('adele@contoso.example');
    await microsoft.accepts();
    await pane.shows('granted.title');
  });
}

test('without the bridge Mia shares, Adele grants from the link, and Mia’s next sign-in is green', async ({
  witness,
  mia,
  adele,
}) => {
  const pane = await mia.opensPane({ bridge: 'absent' });
  await pane.shows('sign-in.title');
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  expect(witness.greens()).toEqual([]);
  await adele.grantsFromLink(link);
  await adele.sees('approval.confirmed.title');
  await pane.says('history.returned');
  const microsoft = await mia.signsIn();
  await microsoft.picks('mia@contoso.example');
  await pane.shows('granted.title');
});

test('13.4: where the settings leave Outlook’s broker alone, Mia signs in in a window although the bridge is there', async ({
  plays,
  mia,
}) => {
  // The service writes the setting into the page; here it comes in before the page's scripts run.
  mia.profile.spoil();
  await mia.context.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      const settings = document.querySelector('#pane-settings');
      if (settings?.textContent)
        settings.textContent = settings.textContent.replace('{', '{"nestedAppAuth":"off",');
    });
  });
  const pane = await mia.opensPane({ ...(await plays('granted')), bridge: 'present' });
  await pane.shows('sign-in.title');
  const microsoft = await mia.signsIn();
  await microsoft.picks('mia@contoso.example');
  await pane.shows('granted.title');
});

test('without the bridge Adele signs in first, and then grants in the dialog', async ({
  witness,
  atOutlook,
}) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane({ bridge: 'absent' });
  await pane.shows('sign-in.title');
  const signIn = await adele.signsIn();
  await signIn.picks('adele@contoso.example');
  await signIn.cancels();
  await pane.says('cause.consent-declined');
  await pane.says('next.approve');
  expect(witness.greens()).toEqual([]);
  const microsoft = await adele.startsApproving();
  await microsoft.picks('adele@contoso.example');
  await microsoft.accepts();
  await pane.shows('granted.title');
});

test('without the bridge nobody has consented: Mia signs in and is told, without a false red or green', async ({
  witness,
  plays,
  mia,
}) => {
  await plays('declined-policy');
  const pane = await mia.opensPane({ bridge: 'absent' });
  await pane.shows('sign-in.title');
  const microsoft = await mia.signsIn();
  await microsoft.picks('mia@contoso.example');
  await microsoft.needsAnAdmin();
  await microsoft.goesBack();
  await pane.shows('required.title');
  // U25: Microsoft's window has said who may approve here.
  await pane.says('cause.admin-approval-needed');
  expect(witness.greens()).toEqual([]);
});

test('an Outlook that has taken window.open over before the pane’s own script has come: Mia signs in in a window', async ({
  plays,
  mia,
}) => {
  mia.profile.spoil();
  let comes = (): void => undefined;
  const coming = new Promise<void>((resolve) => (comes = resolve));
  await mia.context.route(/\/static\/taskpane\.[^/]*\.js$/, async (route) => {
    await coming;
    await route.continue();
  });
  const pane = await mia.opensPane(await plays('window-open-taken'));
  await pane.heading().waitFor();
  await pane.frame().waitForFunction(() => !String(window.open).includes('[native code]'));
  comes();
  await pane.shows('sign-in.title');
  const microsoft = await mia.signsIn();
  await microsoft.picks('mia@contoso.example');
  await pane.shows('granted.title');
});

test('a browser that denies the pane its storage and its channels: Mia signs in, and with the bridge need not', async ({
  plays,
  mia,
}) => {
  const options = await plays('storage-denied');
  const pane = await mia.opensPane(options);
  await pane.shows('sign-in.title');
  const microsoft = await mia.signsIn();
  await microsoft.picks('mia@contoso.example');
  await pane.shows('granted.title');
  await mia.closesOutlook();
  await (await mia.opensPane({ ...options, bridge: 'present' })).shows('granted.title');
});

test('Mia closes the sign-in window: nothing changes, and Mia is told', async ({ mia }) => {
  const pane = await mia.opensPane({ bridge: 'absent' });
  await pane.shows('sign-in.title');
  const microsoft = await mia.signsIn();
  await microsoft.account('mia@contoso.example').waitFor();
  await microsoft.page.close();
  await pane.says('cause.cancelled');
  await pane.shows('sign-in.title');
});

test('U1, U2: an Outlook that remembers refusals: Mia is offered to sign in again, and it is green', async ({
  world,
  witness,
  mia,
  adele,
}) => {
  const pane = await mia.opensPane({ memory: 'remembers-refusals' });
  await pane.shows('required.title');
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.grantsFromLink(link);
  await adele.sees('approval.confirmed.title');
  await pane.says('arriving.lead.host-remembers');
  expect(
    world.entra.directory.latestConsent(world.entra.directory.findTenant(CONTOSO)?.id ?? '').apiForTenant,
  ).toBe(true);
  expect(witness.greens()).toHaveLength(1);
  const signIn = await mia.opensWindowBy(pane.button(words('action.sign-in')));
  await signIn.getByRole('button', { name: 'mia@contoso.example' }).click();
  await pane.shows('granted.title');
});

for (const scenario of ['broker-silent', 'broker-never-ready'] as const) {
  test(`F2, F3: a broker that is silent for good (${scenario}): Mia signs in by a window of the browser, and it is green`, async ({
    plays,
    witness,
    mia,
  }) => {
    await mia.hasTime();
    const pane = await mia.opensPane(await plays(scenario));
    await mia.waitsUntil(pane.text(words('cause.host-unavailable')));
    await pane.shows('unknown.title');
    expect(witness.greens()).toEqual([]);
    const microsoft = await mia.signsIn();
    await microsoft.picks('mia@contoso.example');
    await pane.shows('granted.title');
    // The next question does not wait for the broker.
    await pane.presses('action.check-now');
    await pane.shows('granted.title');
    await expect(pane.button(words('action.check-now'))).toBeEnabled();
  });
}

test('F2: a hidden frame that never comes back: Mia signs in by a window, and it is green', async ({
  plays,
  witness,
  mia,
}) => {
  await mia.hasTime();
  const pane = await mia.opensPane(await plays('silent-frame'));
  await mia.waitsUntil(pane.button(words('action.sign-in')));
  expect(witness.greens()).toEqual([]);
  const microsoft = await mia.signsIn();
  await microsoft.picks('mia@contoso.example');
  await pane.shows('granted.title');
});

test('office.js does not come: what Microsoft says through the bridge counts, and Outlook is met once the script comes', async ({
  plays,
  witness,
  mia,
}) => {
  witness.expects(/office\.js|ERR_FAILED/);
  const options = await plays('granted');
  await (await mia.opensPane(options)).shows('granted.title');
  await mia.closesOutlook();
  const ofOffice = /office\.js(\?.*)?$/;
  mia.profile.spoil();
  await mia.context.route(ofOffice, (route) => route.abort());
  const pane = await mia.opensPane(options);
  await pane.says('mailbox.not-known');
  await expect(pane.button(words('action.sign-in'))).toHaveCount(0);
  await mia.context.unroute(ofOffice);
  await expect(pane.text(words('mailbox.not-known'))).toHaveCount(0);
  await pane.shows('granted.title');
});
