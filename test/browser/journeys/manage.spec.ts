import { expect } from '@playwright/test';
import { MEMORY_KEYS } from '../../../src/core/pane/memory';
import { CONTOSO, test } from '../support/journey';
import { holdsInEveryLook } from '../support/looks';
import { opensToLookAt, paneOf } from '../support/outlook-looks';
import { later, pane as words } from '../support/words';

const MIA = 'mia@contoso.example';
/** What the scenario "partial" lacks. */
const NEW: readonly string[] = ['delegated:MailboxSettings.ReadWrite', 'application:Mail.ReadWrite'];

test('Mia reads what is granted, since when, and how an administrator takes it back', async ({
  plays,
  mia,
  world,
}) => {
  const pane = await opensToLookAt(mia, { ...(await plays('granted')), clipboard: 'allowed' });
  await pane.shows('granted.title');
  await pane.presses('action.manage');
  await pane.shows('manage.title');
  await expect(pane.root.locator('[data-confirmed]')).toHaveText(
    /^Microsoft confirmed the access for the whole organisation /,
  );
  for (const step of ['open', 'find', 'permissions', 'delete', 'after'] as const)
    await expect(pane.text(later(`manage.revoke.${step}`))).toBeVisible();
  await expect(pane.text(world.clientId)).toBeVisible();
  await pane.button(later('manage.copy-client-id')).click();
  await pane.says('handed-over.copy');
  expect(await mia.clipboard()).toBe(world.clientId);
  await holdsInEveryLook('manage', paneOf(mia));
  await pane.presses('action.back');
  await pane.shows('granted.title');
});

test('an administrator takes the access back, and the pane explains it at its next check', async ({
  plays,
  mia,
  world,
  adele,
}) => {
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  world.entra.directory.revokeForTenant(CONTOSO);
  // What the service has read of a grant counts for a minute.
  world.putForward(61_000);
  await pane.presses('action.check-now');
  await pane.shows('required.title.was-granted');
  const said = words('required.lead.was-granted', { organisation: 'Contoso', atMs: Date.now() });
  await expect(pane.text(said.slice(0, said.indexOf(',')))).toBeVisible();
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.grantsFromLink(link);
  await pane.shows('granted.title');
});

test('one permission is taken back: the pane says what changed, and a new approval completes it', async ({
  plays,
  mia,
  world,
  adele,
}) => {
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  world.entra.directory.revokeForTenant(CONTOSO, [{ scope: 'MailboxSettings.ReadWrite', kind: 'delegated' }]);
  // What the service has read of a grant counts for a minute.
  world.putForward(61_000);
  await pane.presses('action.check-now');
  await pane.shows('partial.title', { missing: 1 });
  await pane.says('partial.lead.was-granted', { missing: 1 });
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.grantsFromLink(link);
  await pane.shows('granted.title');
});

test('ExtendSync needs more than was approved long ago: the pane says that it is new, and a new approval completes it', async ({
  plays,
  mia,
  world,
  adele,
  witness,
}) => {
  const before = await mia.opensPane(await plays('granted'));
  await before.shows('granted.title');
  await expect.poll(() => Object.keys(world.mailboxes.settingsOf(MIA))).toContain(MEMORY_KEYS.confirmation);
  await mia.closesOutlook();
  // What an older ExtendSync left behind: the same confirmation, of a set without the two. A played scenario forgets it.
  const kept = world.mailboxes.settingsOf(MIA);
  const host = await plays('partial');
  const confirmation = JSON.parse(kept[MEMORY_KEYS.confirmation] ?? '') as { lastGranted: readonly string[] };
  const lastGranted = confirmation.lastGranted.filter((id) => !NEW.includes(id));
  expect(lastGranted).toHaveLength(confirmation.lastGranted.length - NEW.length);
  world.mailboxes.save(MIA, {
    ...kept,
    [MEMORY_KEYS.confirmation]: JSON.stringify({ ...confirmation, lastGranted }),
  });
  const greens = witness.greens().length;

  const pane = await mia.opensPane(host);
  await pane.shows('partial.title', { missing: 2 });
  await pane.says('partial.lead.new-permissions', { missing: 2 });
  const missing = pane.root.locator('[data-permission][data-state="missing"]');
  await expect(missing).toHaveCount(2);
  for (const scope of ['MailboxSettings.ReadWrite', 'Mail.ReadWrite'])
    await expect(missing.getByText(scope, { exact: true })).toBeVisible();
  expect(witness.greens()).toHaveLength(greens);
  const link = await mia.asksForLink();
  await pane.presses('action.share-draft');
  await adele.grantsFromLink(link);
  await pane.shows('granted.title');
});

test('Mia prepares the request to delete the data: it names the organisation, and no person', async ({
  plays,
  mia,
  world,
}) => {
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  await pane.presses('action.manage');
  await pane.button(later('manage.deletion-open')).click();
  await expect(mia.draft().subject()).toHaveValue('Please delete the data of Contoso in ExtendSync');
  const body = mia.draft().body();
  const tenant = world.entra.directory.findTenant(CONTOSO)?.id ?? '';
  for (const part of ['Contoso', tenant, world.clientId]) await expect(body).toContainText(part);
  await expect(body).not.toContainText(/Mia|Moreno|@|https?:/);
  await pane.says('handed-over.letter-deletion');
});
