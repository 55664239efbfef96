/** From nothing to the green check by an administrator's look, and everything that must not become green by it. */
import { expect } from '@playwright/test';
import { CONTOSO, test } from '../support/journey';
import { approval, pane as words } from '../support/words';

const ADELE = `adele@${CONTOSO}`;
/** Of Contoso too, and not the one who asked. */
const COLLEAGUE = 'rita';

for (const bridge of ['present', 'absent'] as const) {
  test(`without Autopilot, bridge ${bridge}: Adele approves in the dialog, and every pane of Contoso is green`, async ({
    world,
    atOutlook,
  }) => {
    world.entra.directory.setQuirk('third-party-cookies-blocked', true);
    const adele = await atOutlook('adele');
    const pane = await adele.opensPane({ bridge });
    if (bridge === 'present') await pane.shows('required.title');
    else {
      await pane.shows('sign-in.title');
      const signIn = await adele.signsIn();
      await signIn.picks(ADELE);
      await signIn.cancels();
      await pane.says('cause.consent-declined');
    }
    const microsoft = await adele.startsApproving('no-autopilot');
    await microsoft.picks(ADELE);
    await microsoft.accepts();
    // No hidden frame finds a session here: one click, and the window closes by itself.
    if (bridge === 'absent') await adele.signsIn();
    await pane.shows('granted.title');
    const colleague = await (await atOutlook(COLLEAGUE)).opensPane();
    await colleague.shows('granted.title');
  });
}

test('without Autopilot: Mia sends the link, Adele approves on a phone, and both are green untouched', async ({
  mia,
  adele,
  atOutlook,
}) => {
  const pane = await mia.opensPane();
  const link = await mia.asksForLink('no-autopilot');
  await pane.presses('action.share-draft');
  await adele.takesPhone();
  await adele.opens(link);
  // Who asks for what and why, and the way on, without scrolling.
  await expect(adele.button(approval('approval.action.continue'))).toBeInViewport({ ratio: 1 });
  await adele.goesToMicrosoft();
  await adele.microsoft.accepts();
  await adele.sees('approval.confirmed.title');
  await pane.shows('granted.title');
  await (await (await atOutlook(COLLEAGUE)).opensPane()).shows('granted.title');
});

test('taken back after the look: the next answer is not green', async ({ world, mia, adele }) => {
  await mia.hasTime();
  const pane = await mia.opensPane();
  const link = await mia.asksForLink('no-autopilot');
  await pane.presses('action.share-draft');
  await adele.grantsFromLink(link);
  await pane.shows('granted.title');
  world.entra.directory.revokeForTenant(CONTOSO);
  await mia.waits(0, 5);
  await pane.presses('action.check-now');
  // The questions of the approval may have used up what five minutes allow: the check then waits for its time.
  const withdrawn = pane.heading().filter({ hasText: words('required.title.was-granted') });
  await expect(withdrawn.or(pane.root.locator('[data-put-off]')).first()).toBeVisible();
  await mia.waits(6);
  await pane.shows('required.title.was-granted');
  await expect(pane.greenCheck()).toHaveCount(0);
});

test('a script has granted everything to Mia alone: neither Mia nor a colleague is green', async ({
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

for (const scenario of ['look-needs-sign-in', 'look-needs-somebody', 'look-finds-two'] as const) {
  test(`${scenario}: the look is refused, nothing is green, and Adele confirms: both are green`, async ({
    plays,
    witness,
    mia,
    adele,
  }) => {
    const pane = await mia.opensPane(await plays(scenario));
    const link = await mia.asksForLink('no-autopilot');
    await pane.presses('action.share-draft');
    await adele.grantsFromLink(link);
    await adele.page.waitForURL(/looked=sign-in-needed/);
    expect(witness.greens()).toEqual([]);
    await adele.confirms();
    await pane.shows('granted.title');
  });
}

test('an administrator who may not use the application reads so, and how to mend it: then they confirm, and both are green', async ({
  world,
  witness,
  mia,
  adele,
}) => {
  const { directory } = world.entra;
  directory.setAssignmentRequired(CONTOSO, true);
  directory.assignUser(`mia@${CONTOSO}`);
  const pane = await mia.opensPane();
  const link = await mia.asksForLink('no-autopilot');
  await pane.presses('action.share-draft');
  await adele.grantsFromLink(link);
  await adele.sees('approval.confirm.accepted-title');
  for (const said of [approval('approval.mend.assign'), words('cause.user-not-assigned'), 'AADSTS50105'])
    await expect(adele.page.getByText(said)).toBeVisible();
  await expect(adele.page.getByText(approval('approval.looked.sign-in-needed'))).toHaveCount(0);
  expect(witness.greens()).toEqual([]);
  directory.assignUser(ADELE);
  await adele.confirms();
  await pane.shows('granted.title');
});

test('an approval that the service sees by itself counts although its administrator is kept out: nobody is sent to approve again', async ({
  world,
  mia,
  adele,
}) => {
  const { directory } = world.entra;
  directory.setAssignmentRequired(CONTOSO, true);
  directory.assignUser(`mia@${CONTOSO}`);
  const pane = await mia.opensPane();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.grantsFromLink(link);
  await adele.sees('approval.sign-in.title');
  for (const said of [approval('approval.may-leave'), approval('approval.mend.assign')])
    await expect(adele.page.getByText(said)).toBeVisible();
  await pane.shows('granted.title');
  // Whoever opens the link next is not told that nothing was confirmed.
  await adele.opens(link);
  await expect(adele.button(approval('approval.action.sign-in-to-see'))).toBeVisible();
  await expect(adele.button(approval('approval.action.continue'))).toHaveCount(0);
});

test('the service begins a new life between the approval and the look, and the look counts', async ({
  world,
  witness,
  mia,
  adele,
}) => {
  witness.expects(/Failed to load resource: (the server responded with a status of 502|net::ERR_)/);
  const pane = await mia.opensPane();
  const link = await mia.asksForLink('no-autopilot');
  await pane.presses('action.share-draft');
  await adele.opens(link);
  await adele.goesToMicrosoft();
  await adele.page.route('**/consent/look?*', async (route) => {
    await world.service.restart();
    await route.continue();
  });
  await adele.microsoft.accepts();
  await adele.sees('approval.confirmed.title');
  await pane.shows('granted.title');
});

test('11.1, U1: an approval that spreads for 20 seconds: Mia is green within 3 seconds of Microsoft’s own answer', async ({
  plays,
  world,
  mia,
  adele,
}) => {
  const pane = await mia.opensPane(await plays('slow-propagation'));
  const link = await mia.asksForLink('autopilot-everyone');
  await pane.presses('action.share-draft');
  await adele.grantsFromLink(link);
  await expect(pane.greenCheck()).toHaveCount(0);
  world.putForward(20_000);
  await expect(pane.greenCheck()).toHaveCount(1, { timeout: 3_000 });
});

test('11.1, U1, U6: approved in the dialog, and it spreads for 20 seconds: nobody is asked again, and it is green within 3 seconds of Microsoft’s own answer', async ({
  plays,
  world,
  witness,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('slow-propagation'));
  const microsoft = await mia.startsApproving();
  await microsoft.picks(ADELE);
  await microsoft.accepts();
  await pane.shows('arriving.title');
  for (const wrong of ['action.approve', 'action.share'] as const)
    await expect(pane.button(words(wrong))).toHaveCount(0);
  expect(witness.greens()).toEqual([]);
  world.putForward(20_000);
  await expect(pane.greenCheck()).toHaveCount(1, { timeout: 3_000 });
});

test('Mia sends the link to confirm what was granted by hand: Adele signs in, sees it, confirms it, and both are green', async ({
  plays,
  mia,
  adele,
}) => {
  const pane = await mia.opensPane(await plays('granted-by-hand'));
  await pane.presses('action.pass-on');
  const link = await mia.seesLink();
  await pane.presses('action.share-draft');
  await adele.opens(link);
  await adele.sees('approval.confirm.title');
  await (await adele.signsInToSee()).picks(ADELE);
  await adele.sees('approval.unproven.title');
  await adele.confirms();
  await pane.shows('granted.title');
});

test('in a mail program’s own browser, which opens no windows: Adele signs in without one, and confirms', async ({
  plays,
  mia,
  adele,
}) => {
  const pane = await mia.opensPane(await plays('granted-by-hand'));
  await pane.presses('action.pass-on');
  const link = await mia.seesLink();
  await pane.presses('action.share-draft');
  await adele.readsInMailProgram();
  await adele.opens(link);
  await adele.sees('approval.confirm.title');
  await adele.presses('approval.action.sign-in-to-see');
  await adele.microsoft.picks(ADELE);
  await adele.sees('approval.unproven.title');
  // Neither the answer nor a token is left where somebody could find it.
  expect(adele.page.url()).not.toContain('#');
  const kept = await adele.page.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
  );
  expect(kept).not.toMatch(/eyJ|code|verifier|token|secret/i);
  await adele.confirms();
  await pane.shows('granted.title');
});

test('in the same browser, Adele goes back from Microsoft’s sign-in: nothing was lost', async ({
  plays,
  mia,
  adele,
}) => {
  const pane = await mia.opensPane(await plays('granted-by-hand'));
  await pane.presses('action.pass-on');
  const link = await mia.seesLink();
  await adele.readsInMailProgram();
  await adele.opens(link);
  await adele.presses('approval.action.sign-in-to-see');
  await adele.microsoft.account(ADELE).waitFor();
  await adele.page.goBack();
  await adele.presses('approval.action.sign-in-to-see');
  await adele.microsoft.picks(ADELE);
  await adele.sees('approval.unproven.title');
});

/** Where Microsoft's token endpoint refuses what is asked for in silence, or by its name. */
const REFUSALS = [
  {
    what: 'Graph alone asks for a second factor',
    refuses: (asked: URLSearchParams) =>
      asked.get('grant_type') === 'refresh_token' && asked.get('scope')?.includes('/.default'),
    // https://learn.microsoft.com/en-us/entra/identity-platform/v2-conditional-access-dev-guide
    error: 'interaction_required',
    error_description: 'AADSTS50076: You must use multi-factor authentication to access the resource.',
    goesFor: /^https:\S+\/\.default/,
  },
  {
    what: 'Microsoft takes our own API by the bare id alone',
    refuses: (asked: URLSearchParams) => asked.get('scope')?.includes('api://'),
    error: 'invalid_request',
    error_description: 'AADSTS90009: Application is requesting a token for itself.',
    goesFor: /^[0-9a-f-]{36}\/access_as_user/,
  },
];

for (const { what, refuses, error, error_description, goesFor } of REFUSALS) {
  test(`in the same browser, ${what}: Adele’s second press asks for just that, and no press leads round in a circle`, async ({
    world,
    plays,
    mia,
    adele,
    witness,
  }) => {
    witness.expects(/status of 400 .*\/token/);
    const pane = await mia.opensPane(await plays('granted-by-hand'));
    world.entra.directory.setQuirk('third-party-cookies-blocked', true);
    await pane.presses('action.pass-on');
    const link = await mia.seesLink();
    await adele.readsInMailProgram();
    await adele.page.route(/\/oauth2\/v2\.0\/token/, (route) =>
      refuses(new URLSearchParams(route.request().postData() ?? '')) === true
        ? route.fulfill({
            status: 400,
            headers: { 'access-control-allow-origin': '*' },
            json: { error, error_description },
          })
        : route.continue(),
    );
    await adele.opens(link);
    await adele.presses('approval.action.sign-in-to-see');
    await adele.microsoft.picks(ADELE);
    const goes = adele.page.waitForRequest(
      (request) => request.isNavigationRequest() && request.url().includes('/authorize'),
    );
    await adele.presses('approval.action.sign-in-to-see');
    expect(new URL((await goes).url()).searchParams.get('scope')).toMatch(goesFor);
    await adele.microsoft.picks(ADELE);
    await adele.sees('approval.unproven.title');
  });
}

test('what was to be confirmed has been taken back: Adele reads so, and Microsoft asks her for no right to read', async ({
  mia,
  adele,
}) => {
  await mia.opensPane();
  const link = await mia.asksForLink('no-autopilot');
  await adele.opens(`${link}&confirm=1`);
  await adele.sees('approval.confirm.title');
  const microsoft = await adele.signsInToSee();
  await microsoft.picks(ADELE);
  // Only whether the page may know who signs in.
  expect(await microsoft.lists()).not.toContain('Directory.Read.All');
  await microsoft.accepts();
  await adele.sees('approval.not-arrived.title');
  await expect(adele.button(approval('approval.action.confirm'))).toHaveCount(0);
});
