import { expect, type Page } from '@playwright/test';
import { CONTOSO, test } from '../support/journey';
import { holdsInEveryLook, type Shown } from '../support/looks';
import type { Administrator } from '../support/administrator';
import { paneOf } from '../support/outlook-looks';
import { approval, later, pane as words } from '../support/words';

/*
 * Every screen as people meet it: axe finds nothing in light, dark and high contrast, and at 320 pixels nothing scrolls
 * sideways. The content security policy stays on.
 */

test.use({ viewport: { width: 1400, height: 1300 } });

const WITH_PANEL = { panel: 'open', paneWidthPx: 320 } as const;

async function unfoldWindowOptions(page: Page): Promise<void> {
  await page.getByText('This Outlook', { exact: true }).click();
}

async function pageOf({ page }: Administrator): Promise<Shown> {
  await page.setViewportSize({ width: 320, height: 1400 });
  return { page, document: () => page.mainFrame(), picture: page.locator('body') };
}

test('required, sharing and waiting', async ({ mia }) => {
  const pane = await mia.opensPane(WITH_PANEL);
  await unfoldWindowOptions(mia.page);
  await pane.shows('required.title');
  await holdsInEveryLook('required', paneOf(mia));
  await mia.asksForLink();
  await holdsInEveryLook('sharing', paneOf(mia));
  await pane.presses('action.share-draft');
  await pane.shows('waiting.title');
  // Words must stay readable under the pointer as well.
  await pane.unfolds(pane.button(words('action.withdraw')));
  await pane.button(words('action.withdraw')).hover();
  await holdsInEveryLook('waiting', paneOf(mia));
});

test('the chooser, the steps for certain groups, and the script', async ({ atOutlook }) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane(WITH_PANEL);
  await unfoldWindowOptions(adele.page);
  await pane.shows('required.title');
  await pane.button(words('action.approve')).click();
  await pane.shows('situation.title');
  await holdsInEveryLook('situation', paneOf(adele));
  await pane.presses('action.back');
  const microsoft = await adele.startsApproving('autopilot-groups');
  await microsoft.picks('adele@contoso.example');
  await microsoft.accepts();
  await pane.shows('granted.title');
  expect(await pane.steps()).toContain('choose-group: next');
  await holdsInEveryLook('granted-groups', paneOf(adele));
  await pane.presses('action.group');
  await pane.shows('group.title');
  const group = pane.root.getByRole('textbox', { name: later('group.name'), exact: true });
  await group.fill('Sales*');
  await pane.button(later('group.make')).click();
  await expect(pane.root.getByRole('alert')).toBeVisible();
  await holdsInEveryLook('group-problem', paneOf(adele));
  await group.fill('Sales');
  await expect(pane.root.getByRole('group', { name: later('group.script'), exact: true })).toBeVisible();
  await holdsInEveryLook('group', paneOf(adele));
});

test('what no application permission proves, and an access that was withdrawn', async ({
  plays,
  world,
  mia,
  atOutlook,
}) => {
  const adele = await atOutlook('adele');
  const unproven = await adele.opensPane(WITH_PANEL);
  await unfoldWindowOptions(adele.page);
  const microsoft = await adele.startsApproving('group-edition');
  await microsoft.picks('adele@contoso.example');
  await microsoft.accepts();
  await unproven.shows('granted.title');
  await holdsInEveryLook('delegated-only', paneOf(adele));

  const pane = await mia.opensPane({ ...(await plays('granted')), ...WITH_PANEL });
  await unfoldWindowOptions(mia.page);
  await pane.shows('granted.title');
  world.entra.directory.revokeForTenant(CONTOSO);
  // What the service has read of a grant counts for a minute.
  world.putForward(61_000);
  await pane.presses('action.check-now');
  await pane.shows('required.title.was-granted');
  await holdsInEveryLook('withdrawn', paneOf(mia));
});

test('the page of the administrator for a group’s edition: fewer permissions, every section open', async ({
  mia,
  adele,
}) => {
  await mia.opensPane();
  await adele.opens(await mia.asksForLink('group-edition'));
  await adele.sees('approval.invitation.title', { organisation: CONTOSO });
  const shown = await pageOf(adele);
  const folded = adele.page.locator('button[aria-expanded="false"]');
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
  await expect(folded).toHaveCount(0);
  await holdsInEveryLook('page-group-edition', shown);
});

test('approving in the dialog, and Microsoft turned it down', async ({ mia }) => {
  const pane = await mia.opensPane(WITH_PANEL);
  await unfoldWindowOptions(mia.page);
  await pane.shows('required.title');
  const microsoft = await mia.startsApproving();
  await microsoft.account('adele@contoso.example').waitFor();
  await expect(pane.root.locator('[data-attempt]')).toBeVisible();
  await holdsInEveryLook('approving', paneOf(mia));
  await microsoft.picks('adele@contoso.example');
  await microsoft.cancels();
  await pane.says('dialog-ended.denied');
  await holdsInEveryLook('denied', paneOf(mia));
});

test('checking', async ({ world, plays, mia }) => {
  await plays('granted');
  world.entra.directory.injectFault({ families: ['broker'], trouble: { kind: 'latency', delayMs: 12_000 } });
  const pane = await mia.opensPane(WITH_PANEL);
  await unfoldWindowOptions(mia.page);
  await pane.shows('checking.title');
  await holdsInEveryLook('checking', paneOf(mia));
});

const VERDICTS = [
  { scenario: 'granted', person: 'mia', title: words('granted.title') },
  { scenario: 'partial', person: 'mia', title: words('partial.title', { missing: 2 }) },
  { scenario: 'only-you', person: 'mia', title: words('personal.title.unproven') },
  { scenario: 'user-not-assigned', person: 'mia', title: words('blocked.title') },
  { scenario: 'unforeseen', person: 'mia', title: words('unknown.title') },
  { scenario: 'windows-new', person: 'mia', title: words('sign-in.title.either') },
  { scenario: 'no-bridge', person: 'mia', title: words('sign-in.title') },
] as const;

for (const { scenario, person, title } of VERDICTS) {
  test(`the verdict of the scenario ${scenario}`, async ({ plays, atOutlook }) => {
    const somebody = await atOutlook(person);
    const pane = await somebody.opensPane({ ...(await plays(scenario)), ...WITH_PANEL });
    await unfoldWindowOptions(somebody.page);
    await expect(pane.heading()).toHaveText(title);
    await holdsInEveryLook(`verdict-${scenario}`, paneOf(somebody));
  });
}

test('another tenant', async ({ plays, atOutlook }) => {
  const bo = await atOutlook('bo');
  const pane = await bo.opensPane({ ...(await plays('other-tenant')), ...WITH_PANEL });
  await unfoldWindowOptions(bo.page);
  await pane.shows('other-tenant.title');
  await holdsInEveryLook('verdict-other-tenant', paneOf(bo));
});

test('offline', async ({ witness, mia }) => {
  witness.expects(/net::ERR_INTERNET_DISCONNECTED/);
  const pane = await mia.opensPane(WITH_PANEL);
  await unfoldWindowOptions(mia.page);
  await pane.shows('required.title');
  await mia.goesOffline();
  await pane.says('notice.offline');
  await holdsInEveryLook('offline', paneOf(mia));
});

test('the page of the administrator: nothing to approve, damaged, gone, forged', async ({
  world,
  witness,
  adele,
}) => {
  witness.expects(/status of 404 .*(\/openings|\/events\?after=0&waitMs=0)\)$/);
  await adele.opens(`${world.paneOrigin}/grant.html`);
  await adele.sees('approval.lost.title');
  const shown = await pageOf(adele);
  await holdsInEveryLook('page-lost', shown);
  await adele.opens(`${world.paneOrigin}/grant.html?request=not%20an%20id`);
  await adele.sees('approval.damaged.title');
  await holdsInEveryLook('page-damaged', shown);
  await adele.opens(`${world.paneOrigin}/grant.html?request=AAAAAAAAAAAAAAAAAAAAAA`);
  await adele.sees('approval.gone.title');
  await holdsInEveryLook('page-gone', shown);
  await adele.opens(`${world.paneOrigin}/consent/return`);
  await adele.sees('approval.returned.forged.title');
  await holdsInEveryLook('page-forged', shown);
});

test('the page of the administrator: the request, turned down, and confirmed', async ({ mia, adele }) => {
  await mia.opensPane();
  const link = await mia.asksForLink();
  await adele.opens(link);
  await adele.sees('approval.invitation.title', { organisation: 'contoso.example' });
  const shown = await pageOf(adele);
  await holdsInEveryLook('page-request', shown);
  await adele.goesToMicrosoft();
  await adele.microsoft.cancels();
  await adele.sees('approval.returned.denied.title');
  await holdsInEveryLook('page-denied', shown);
  await adele.presses('approval.action.begin-again');
  await adele.microsoft.picks(adele.upn);
  await adele.microsoft.accepts();
  await adele.sees('approval.confirmed.title');
  await expect(adele.page.getByText(approval('approval.may-leave'))).toBeVisible();
  await holdsInEveryLook('page-confirmed', shown);
});

test('the page of the administrator: the approval is on its way', async ({ world, mia, adele }) => {
  world.entra.directory.setPropagationDelay(120_000, CONTOSO);
  await mia.opensPane();
  await adele.grantsFromLink(await mia.asksForLink());
  await adele.sees('approval.spreading.title');
  await holdsInEveryLook('page-spreading', await pageOf(adele));
});
