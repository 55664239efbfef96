import { expect } from '@playwright/test';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import {
  permissionSetFor,
  SITUATIONS,
  stepsFor,
  type Situation,
  type SituationChoice,
} from '../../../src/core/situation';
import type { Administrator } from '../support/administrator';
import { CONTOSO, test } from '../support/journey';
import { tabsTo } from '../support/keyboard';
import { literalOf } from '../support/power-shell';
import { label, later, pane as words } from '../support/words';

// One of the longest files, and among the last: both workers take of it, or one of them stands idle at the end.
test.describe.configure({ mode: 'parallel' });

// These belong to the sign-in; our own service's scope is a whole address. The rest is what is asked of Graph.
const NOT_OF_GRAPH = ['openid', 'profile', 'email', 'offline_access'];

const asked = (situation: Situation): readonly string[] =>
  permissionSetFor(situation, PERMISSION_SET).map(
    ({ scope, kind }) => `${scope}${kind === 'application' ? ' (application)' : ''}`,
  );
const ofGraph = (all: readonly string[]): readonly string[] =>
  all.filter((one) => !NOT_OF_GRAPH.includes(one) && !one.startsWith('api:')).toSorted();

for (const situation of SITUATIONS.filter((one) => one.startsWith('autopilot'))) {
  test(`${situation}: Adele is asked once, Microsoft lists the whole set, and the steps follow the green check`, async ({
    atOutlook,
  }) => {
    const adele = await atOutlook('adele');
    const pane = await adele.opensPane();
    await pane.shows('required.title');
    const microsoft = await adele.startsApproving(situation);
    await microsoft.picks('adele@contoso.example');
    expect(ofGraph(await microsoft.lists())).toEqual(ofGraph(asked(situation)));
    await microsoft.accepts();
    await pane.shows('granted.title');
    const steps = await pane.steps();
    expect(steps.map((step) => step.split(': ')[0])).toEqual(stepsFor(situation));
    expect(steps).toContain('verify-consent: done');
    expect(steps.filter((step) => step.endsWith(': next'))).toHaveLength(1);
    await (await (await atOutlook('rita')).opensPane()).shows('granted.title');
  });
}

for (const situation of ['no-autopilot', 'group-edition'] as const) {
  test(`${situation}: Microsoft is asked for no application permission, and Adele’s look proves the approval`, async ({
    atOutlook,
    world,
  }) => {
    const adele = await atOutlook('adele');
    const pane = await adele.opensPane();
    await pane.shows('required.title');
    const microsoft = await adele.startsApproving(situation);
    await microsoft.picks('adele@contoso.example');
    const lists = await microsoft.lists();
    expect(ofGraph(lists)).toEqual(ofGraph(asked(situation)));
    expect(lists.join()).not.toContain('application');
    await microsoft.accepts();
    // The service gets a token without any role: Adele's own token reads the grants, on the way back.
    await pane.shows('granted.title');
    const consent = world.entra.directory.latestConsent(world.entra.directory.findTenant(CONTOSO)?.id ?? '');
    expect([...consent.applicationPermissions]).toEqual([]);
    expect([...consent.tenantScopes]).toContain('Mail.ReadWrite');
    await (await (await atOutlook('rita')).opensPane()).shows('granted.title');
  });

  test(`${situation}: the shared link asks for the same, on the page and at Microsoft`, async ({
    mia,
    adele,
  }) => {
    const pane = await mia.opensPane();
    await pane.shows('required.title');
    const link = await mia.asksForLink(situation);
    await adele.opens(link);
    await adele.sees('approval.invitation.title', { organisation: 'contoso.example' });
    const asks = adele.page.locator('[data-asked]');
    await expect(asks).toHaveCount(asked(situation).length);
    await expect(adele.page.locator('[data-asked^="application:"]')).toHaveCount(0);
    await adele.goesToMicrosoft();
    expect(ofGraph(await adele.microsoft.lists())).toEqual(ofGraph(asked(situation)));
  });
}

test('without Autopilot, and later with it: Adele adds it from the green screen, Microsoft lists it, and the steps begin', async ({
  atOutlook,
}) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  await pane.shows('required.title');
  const first = await adele.startsApproving('no-autopilot');
  await first.picks('adele@contoso.example');
  await first.accepts();
  await pane.shows('granted.title');

  await adele.reloads();
  await pane.shows('granted.title');
  await pane.presses('action.add-autopilot');
  await pane.shows('situation.title');
  await pane.situation('autopilot-groups').click();
  await expect(pane.root.locator('[data-green-check]')).toHaveCount(0);
  await expect(pane.button(words('action.approve'))).toBeVisible();
  const second = await adele.startsApproving();
  await second.picks('adele@contoso.example');
  expect(ofGraph(await second.lists())).toEqual(ofGraph(asked('autopilot-groups')));
  await second.accepts();
  await pane.shows('granted.title');
  expect(await pane.steps()).toContain('verify-consent: done');
  await expect(pane.button(words('action.add-autopilot'))).toHaveCount(0);
});

test('Mia is not sure: everything is asked for, and nobody asks Mia again', async ({ mia, adele }) => {
  const pane = await mia.opensPane();
  await pane.shows('required.title');
  const link = await mia.asksForLink('not-sure');
  await adele.opens(link);
  await adele.goesToMicrosoft();
  expect(ofGraph(await adele.microsoft.lists())).toEqual(ofGraph(asked('autopilot-everyone')));
  await pane.presses('action.back');
  await pane.shows('required.title');
  await pane.button(words('action.share')).click();
  await pane.shows('sharing.title');
});

test('not-sure: Adele approves in the dialog, Microsoft lists the whole set, and Adele’s pane and a colleague’s are green (9.11)', async ({
  atOutlook,
}) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  await pane.shows('required.title');
  const microsoft = await adele.startsApproving('not-sure');
  await microsoft.picks('adele@contoso.example');
  expect(ofGraph(await microsoft.lists())).toEqual(ofGraph(asked('autopilot-everyone')));
  await microsoft.accepts();
  await pane.shows('granted.title');
  await expect(pane.root.locator('[data-steps]')).toHaveCount(0);
  await (await (await atOutlook('rita')).opensPane()).shows('granted.title');
});

// By the shared link; the tests of the dialog stand above. Half of the pages are held as on a phone.
for (const [situation, device] of [
  ['autopilot-on', 'a computer'],
  ['autopilot-everyone', 'a phone'],
  ['autopilot-groups', 'a phone'],
  ['no-autopilot', 'a computer'],
  ['group-edition', 'a phone'],
  ['not-sure', 'a phone'],
] as const satisfies readonly (readonly [SituationChoice, string])[]) {
  test(`${situation}: Mia sends the link, Adele accepts on ${device}, and Mia’s, a colleague’s and Adele’s own pane are green (9.11)`, async ({
    mia,
    adele,
    atOutlook,
  }) => {
    const pane = await mia.opensPane();
    const link = await mia.asksForLink(situation);
    await pane.presses('action.share-draft');
    if (device === 'a phone') await adele.takesPhone();
    await adele.opens(link);
    await fitsIn(adele);
    await adele.goesToMicrosoft();
    await adele.microsoft.accepts();
    await adele.sees('approval.confirmed.title');
    await fitsIn(adele);
    await pane.shows('granted.title');
    for (const person of ['rita', 'adele']) {
      await (await (await atOutlook(person)).opensPane()).shows('granted.title');
    }
  });
}

/** Nothing stands beside the screen. */
async function fitsIn({ page }: Administrator): Promise<void> {
  const beside = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beside).toBe(0);
}

for (const situation of ['no-autopilot', 'autopilot-everyone'] as const) {
  test(`${situation}, without the bridge and with third-party cookies blocked: Mia only shares, Adele answers on the page and accepts, and both are green (9.3, 9.11)`, async ({
    world,
    witness,
    mia,
    adele,
    atOutlook,
  }) => {
    world.entra.directory.setQuirk('third-party-cookies-blocked', true);
    const pane = await mia.opensPane({ bridge: 'absent' });
    await pane.shows('sign-in.title');
    const link = await mia.asksForLink();
    await pane.presses('action.share-draft');
    await adele.opens(link);
    await adele.sees('approval.invitation.title', { organisation: CONTOSO });
    await adele.answers(situation);
    await expect(adele.page.locator('[data-asked]')).toHaveCount(asked(situation).length);
    await adele.goesToMicrosoft();
    expect(ofGraph(await adele.microsoft.lists())).toEqual(ofGraph(asked(situation)));
    expect(witness.greens()).toEqual([]);
    await adele.microsoft.accepts();
    await adele.sees('approval.confirmed.title');
    // No hidden frame finds a session here: Mia's one click is a sign-in that asks for no approval.
    await pane.says('history.returned');
    const signIn = await mia.signsIn();
    await signIn.picks('mia@contoso.example');
    await pane.shows('granted.title');
    await (await (await atOutlook('adele')).opensPane()).shows('granted.title');
  });
}

test('nobody is asked where everything is granted', async ({ plays, mia }) => {
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  await expect(pane.situations()).toHaveCount(0);
  await expect(pane.button(words('action.change-situation'))).toHaveCount(0);
});

test('the answer is remembered after a reload and at another computer, and Mia changes it later', async ({
  mia,
  atOutlook,
}) => {
  const pane = await mia.opensPane();
  await pane.shows('required.title');
  await mia.asksForLink('no-autopilot');
  await mia.reloads();
  await pane.shows('required.title');
  await pane.button(words('action.share')).click();
  await pane.shows('sharing.title');
  await pane.presses('action.back');

  const paneAtHome = await (await atOutlook('mia')).opensPane();
  await paneAtHome.shows('required.title');
  await expect(paneAtHome.button(label('permissions.title', { count: 9 }))).toBeVisible();
  await paneAtHome.presses('action.change-situation');
  await paneAtHome.shows('situation.title');
  await expect(paneAtHome.situation('no-autopilot')).toHaveAttribute('aria-current', 'true');
  await expect(paneAtHome.text(later('situation.chosen'))).toBeVisible();
  await paneAtHome.situation('autopilot-everyone').click();
  await paneAtHome.shows('required.title');
  await expect(paneAtHome.button(label('permissions.title', { count: 13 }))).toBeVisible();
});

test('Mia turns back from the question, and nothing has been decided', async ({ mia }) => {
  const pane = await mia.opensPane();
  await pane.shows('required.title');
  await pane.button(words('action.approve')).click();
  await pane.shows('situation.title');
  await pane.presses('action.back');
  await pane.shows('required.title');
  await pane.button(words('action.approve')).click();
  await pane.shows('situation.title');
});

test('certain groups: Adele gets a script for the group, whatever its name is, and no name becomes a command', async ({
  atOutlook,
  world,
}) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane({ clipboard: 'allowed' });
  await pane.shows('required.title');
  const microsoft = await adele.startsApproving('autopilot-groups');
  await microsoft.picks('adele@contoso.example');
  await microsoft.accepts();
  await pane.shows('granted.title');
  expect(await pane.steps()).toContain('choose-group: next');
  await pane.presses('action.group');
  await pane.shows('group.title');

  const group = pane.root.getByRole('textbox', { name: later('group.name'), exact: true });
  const makes = pane.button(later('group.make'));
  const script = pane.root.getByRole('group', { name: later('group.script'), exact: true });
  await makes.click();
  await expect(pane.root.getByRole('alert')).toHaveText(later('group.problem.empty'));
  for (const [name, problem] of [
    ['Sales*', 'wildcard'],
    ['Sales\u202Eselas', 'hidden-characters'],
    ['S'.repeat(257), 'too-long'],
  ] as const) {
    await group.fill(name);
    await expect(group).toHaveAttribute('aria-invalid', 'true');
    await expect(pane.root.getByRole('alert')).toHaveText(later(`group.problem.${problem}`));
    await expect(script).toHaveCount(0);
  }

  for (const name of [
    `Sales'; Remove-Mailbox -Identity all #$(Get-Date)\u2019; "@\`n\\u0027`,
    'Verkäufe & Söhne <script>',
    '営業部',
  ]) {
    await group.fill(name);
    await expect.poll(async () => literalOf((await script.textContent()) ?? '', 'groupName')).toBe(name);
    const text = (await script.textContent()) ?? '';
    expect(text).toContain(world.clientId);
    expect(text, 'ASCII alone').toMatch(/^[\n\x20-\x7e]*$/);
    await pane.button(later('group.script-copy')).click();
    await pane.says('handed-over.copy');
    expect(await adele.clipboard()).toBe(text);
  }
  await expect(pane.root.locator('[data-note="grants-add-up"]')).toContainText('Mail.ReadWrite');
  await pane.root
    .getByRole('textbox', { name: later('group.mailbox'), exact: true })
    .fill('ann@contoso.example');
  const trial = pane.root.getByRole('group', { name: later('group.test-script'), exact: true });
  await expect
    .poll(async () => literalOf((await trial.textContent()) ?? '', 'mailbox'))
    .toBe('ann@contoso.example');
  await pane.presses('action.back');
  await pane.shows('granted.title');
});

test('Adele chooses by keyboard alone', async ({ atOutlook }) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  await pane.shows('required.title');
  await pane.unfolds(pane.button(words('action.change-situation')));
  await pane.button(words('action.change-situation')).focus();
  await adele.page.keyboard.press('Enter');
  await pane.shows('situation.title');
  await expect(pane.heading()).toBeFocused();
  for (const situation of [...SITUATIONS, 'not-sure'] as const) {
    await tabsTo(adele.page, pane.situation(situation));
  }
  await adele.page.keyboard.press('Enter');
  await pane.shows('required.title');
  await expect(pane.heading()).toBeFocused();
});
