import { expect } from '@playwright/test';
import { CONTOSO, test } from '../support/journey';
import { later, pane as words } from '../support/words';

test('an older, smaller grant: the pane names what is missing and why it is needed, and Adele completes it', async ({
  plays,
  witness,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('partial'));
  await pane.shows('partial.title', { missing: 2 });
  const missing = pane.root.locator('[data-permission]').filter({ hasText: later('permission.missing') });
  await expect(missing).toHaveCount(2);
  await pane.says('reason.delegated:MailboxSettings.ReadWrite');
  await pane.says('reason.application:Mail.ReadWrite');
  expect(witness.greens()).toEqual([]);
  const microsoft = await mia.startsApproving();
  await microsoft.picks('adele@contoso.example');
  await microsoft.accepts();
  await pane.shows('granted.title');
});

test('Mia has consented alone: it is not green for the organisation, and says so', async ({
  plays,
  witness,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('only-you'));
  await pane.shows('personal.title.unproven');
  await expect(pane.button(words('action.approve'))).toBeVisible();
  expect(witness.greens()).toEqual([]);
});

test('the mailbox is Contoso’s and the account Fabrikam’s: Fabrikam’s grant makes nothing green', async ({
  plays,
  witness,
  atOutlook,
}) => {
  const bo = await atOutlook('bo');
  const pane = await bo.opensPane(await plays('other-tenant'));
  await pane.shows('other-tenant.title');
  await pane.says('other-tenant.lead', { mailDomain: CONTOSO });
  expect(witness.greens()).toEqual([]);
});

test('Microsoft does not know the mailbox’s domain, and Bo’s account is of another one: it is said, and not green', async ({
  plays,
  witness,
  atOutlook,
}) => {
  // Microsoft answers with 400 when it does not know a domain.
  witness.expects(/status of 400 .*openid-configuration/);
  await plays('other-tenant');
  const bo = await atOutlook('bo');
  const pane = await bo.opensPane({ mailbox: 'bo@nowhere.example' });
  // F13: nobody can tell whose mailbox it is, so it is not called another account's either.
  await pane.shows('unknown.title');
  await pane.says('cause.mailbox-not-placed');
  await pane.says('mailbox.not-placed', { mailDomain: 'nowhere.example' });
  await expect(pane.button(words('action.sign-in-other'))).toBeVisible();
  expect(witness.greens()).toEqual([]);
});

test('Contoso has granted and Mia’s mailbox is on its own server: the check is green, and says what it does not reach', async ({
  plays,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('on-premises-mailbox'));
  await pane.shows('granted.title');
  await pane.says('mailbox.on-premises');
});

test('a personal mailbox: nobody is asked to sign in first, and no administrator is looked for', async ({
  plays,
  witness,
  mia,
}) => {
  // Microsoft answers with 400 when it does not know a domain.
  witness.expects(/status of 400 .*openid-configuration/);
  const pane = await mia.opensPane(await plays('personal-mailbox'));
  await pane.shows('cause.personal-mailbox');
  await pane.says('mailbox.personal');
  await expect(pane.button(words('action.share'))).toHaveCount(0);
  expect(witness.greens()).toEqual([]);
});

test('Carl, a consultant with a mailbox at Contoso, sees how Contoso stands and not their own company', async ({
  plays,
  atOutlook,
}) => {
  const carl = await atOutlook('carl');
  const pane = await carl.opensPane(await plays('consultant'));
  await pane.shows('granted.title');
  await pane.says('granted.lead', { organisation: 'Contoso' });
});

const BLOCKED = [
  { scenario: 'user-not-assigned', cause: 'cause.user-not-assigned', code: 'AADSTS50105', letter: 'assign' },
  { scenario: 'app-disabled', cause: 'cause.application-disabled', code: 'AADSTS7000112', letter: 'enable' },
  {
    scenario: 'account-disabled',
    cause: 'cause.account-disabled',
    code: 'AADSTS50057',
    letter: 'enable-account',
  },
  {
    scenario: 'conditional-access',
    cause: 'cause.conditional-access',
    code: 'AADSTS53003',
    letter: 'policy',
  },
] as const;

for (const { scenario, cause, code, letter } of BLOCKED) {
  test(`U4: the organisation stops it (${scenario}): Mia’s letter asks for what mends it, with Microsoft’s code, and for no approval`, async ({
    plays,
    witness,
    mia,
  }) => {
    const pane = await mia.opensPane(await plays(scenario));
    await pane.shows('blocked.title');
    await pane.says(cause);
    await expect(pane.text(code).first()).toBeVisible();
    for (const wrong of ['action.share', 'action.approve'] as const)
      await expect(pane.button(words(wrong))).toHaveCount(0);
    await pane.presses(`action.letter-${letter}`);
    await expect(mia.draft().body()).toContainText(code);
    await expect(mia.draft().body()).toContainText('Mia Moreno');
    await expect(mia.draft().body().getByRole('link')).toHaveCount(0);
    await pane.says(`handed-over.letter-${letter}`);
    expect(witness.greens()).toEqual([]);
  });
}

test('U25: in an organisation where only administrators may consent, the way is the same, and no policy is claimed', async ({
  plays,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('declined-policy'));
  await pane.shows('required.title');
  await expect(pane.button(words('action.share'))).toBeVisible();
  await expect(pane.text(words('cause.admin-approval-needed'))).toHaveCount(0);
});

test('Contoso takes its consent back while the pane is open: the check goes, and the pane says so', async ({
  plays,
  world,
  mia,
}) => {
  const host = await plays('granted');
  const pane = await mia.opensPane(host);
  await pane.shows('granted.title');
  world.entra.directory.revokeForTenant(CONTOSO);
  // What the service has read of a grant counts for a minute.
  world.putForward(61_000);
  await pane.presses('action.check-now');
  await pane.shows('required.title.was-granted');
  await expect(
    pane
      .text('Contoso had approved ExtendSync')
      .or(pane.text(`${CONTOSO} had approved`))
      .first(),
  ).toBeVisible();
});

test('nobody asks, and the pane finds out by itself within the half hour that consent was taken back', async ({
  plays,
  world,
  mia,
}) => {
  await mia.hasTime();
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  world.entra.directory.revokeForTenant(CONTOSO);
  world.putForward(20 * 60_000);
  await mia.waits(20);
  await pane.shows('required.title.was-granted');
});

test('one permission is taken back while the pane is open, and exactly that one is named', async ({
  plays,
  world,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  world.entra.directory.revokeForTenant(CONTOSO, [{ scope: 'Directory.Read.All', kind: 'application' }]);
  // What the service has read of a grant counts for a minute.
  world.putForward(61_000);
  await pane.presses('action.check-now');
  await pane.shows('partial.title', { missing: 1 });
  const missing = pane.root.locator('[data-permission]').filter({ hasText: later('permission.missing') });
  await expect(missing).toHaveText(/Directory\.Read\.All/);
});
