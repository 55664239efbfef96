import { expect } from '@playwright/test';
import { CONTOSO, test } from '../support/journey';
import { layoutShiftOf } from '../support/layout-shift';
import type { Pane } from '../support/pane';
import { pane as words } from '../support/words';

// A tenth is good for a page (https://web.dev/articles/cls). A pane is small, and is looked at while it answers.
const NO_JUMP = 0.02;

/** How far the pane has jumped by now, with all that is fetched after the verdict. */
async function jumped(pane: Pane): Promise<number> {
  await expect(pane.root.locator('[data-status-line]')).toBeVisible();
  await expect(pane.root.locator('[data-loading]')).toHaveCount(0);
  return layoutShiftOf(pane);
}

/** Measures change by change: each must stand without a jump of its own. */
function watchesJumps(pane: Pane): (change: string) => Promise<void> {
  let before = 0;
  return async (change) => {
    const now = await jumped(pane);
    expect(now - before, change).toBeLessThan(NO_JUMP);
    before = now;
  };
}

test('U18: the pane opens on a granted organisation without a jump', async ({ plays, mia }) => {
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  expect(await jumped(pane)).toBeLessThan(NO_JUMP);
});

test('U18: under the green check, the steps of the organisation’s situation come without a jump', async ({
  atOutlook,
}) => {
  const adele = await atOutlook('adele');
  const pane = await adele.opensPane();
  await pane.shows('required.title');
  const microsoft = await adele.startsApproving('autopilot-groups');
  await microsoft.picks('adele@contoso.example');
  await microsoft.accepts();
  await pane.shows('granted.title');

  const page = pane.root.locator('body').page();
  let comes: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (comes = resolve));
  await page.context().route('**/later-after-verdict*', async (route) => {
    await slow;
    await route.continue();
  });
  await adele.reloads();
  await pane.shows('granted.title');
  const heightOf = async (what: string): Promise<number> =>
    (await pane.root.locator(what).first().boundingBox())?.height ?? 0;
  const held = await heightOf('[data-loading]');
  comes();
  expect(await pane.steps()).toContain('verify-consent: done');
  // What stands below keeps its place, to within a line or two.
  expect(Math.abs((await heightOf('[data-steps]')) - held)).toBeLessThan(40);
  expect(await jumped(pane)).toBeLessThan(NO_JUMP);
});

test('U18: the pane opens where one approval is needed without a jump', async ({ plays, mia }) => {
  const pane = await mia.opensPane(await plays('not-asked'));
  await pane.shows('required.title');
  expect(await jumped(pane)).toBeLessThan(NO_JUMP);
});

test('U18, U19: the pane opens on a partial grant without a jump, and what is missing is in sight', async ({
  plays,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('partial'));
  await pane.shows('partial.title', { missing: 2 });
  await expect(pane.root.locator('[data-permission]').first()).toHaveAttribute('data-state', 'missing');
  expect(await jumped(pane)).toBeLessThan(NO_JUMP);
  expect(
    await pane.root
      .locator('[data-permission]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['state'] ?? '')),
  ).toEqual(['missing', 'missing', ...Array<string>(8).fill('granted')]);
});

test('U18: nothing jumps while a request goes its way, from the message to green', async ({
  world,
  mia,
  adele,
}) => {
  world.entra.directory.setPropagationDelay(4_000, CONTOSO);
  const pane = await mia.opensPane();
  await pane.shows('required.title');
  const standsStill = watchesJumps(pane);
  const link = await mia.asksForLink();
  await pane.button(words('action.share-draft')).click();
  await pane.says('share-done.draft');
  await standsStill('the message is open');
  // Nobody has to scroll back to the top for it.
  await expect(pane.button(words('action.done'))).toBeInViewport();
  await pane.button(words('action.done')).click();
  await pane.shows('waiting.title');
  await pane.says('shared.draft');
  await standsStill('the request is pending');
  await adele.opens(link);
  await pane.says('history.opened');
  await pane.says('waiting.lead.opened');
  await standsStill('the link was opened');
  await adele.goesToMicrosoft();
  await adele.microsoft.accepts();
  await pane.shows('arriving.title');
  await standsStill('the approval is on its way');
  await pane.shows('granted.title');
  await standsStill('green');
});

test('U18: nothing jumps when green cannot be renewed, or when the network goes and comes', async ({
  plays,
  world,
  witness,
  mia,
}) => {
  witness.expects(/status of 50[0-9]/, /ERR_INTERNET_DISCONNECTED/);
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  const standsStill = watchesJumps(pane);
  world.entra.directory.injectFault({ trouble: { kind: 'server-error', status: 503 } });
  await pane.presses('action.check-now');
  await pane.says('notice.not-renewed');
  await standsStill('it could not be renewed');
  world.entra.directory.clearFaults();
  await pane.presses('action.check-now');
  await expect(pane.root.locator('[data-notice]')).toHaveCount(0);
  await standsStill('it was renewed');
  await mia.goesOffline();
  await pane.says('notice.offline');
  await standsStill('offline');
  await mia.comesBackOnline();
  await expect(pane.root.locator('[data-notice]')).toHaveCount(0);
  await standsStill('online');
});

test('U18: nothing jumps when the approval is withdrawn under an open pane', async ({
  plays,
  world,
  mia,
}) => {
  const pane = await mia.opensPane(await plays('granted'));
  await pane.shows('granted.title');
  const standsStill = watchesJumps(pane);
  world.entra.directory.revokeForTenant(CONTOSO);
  // What the service has read of a grant counts for a minute.
  world.putForward(61_000);
  await pane.presses('action.check-now');
  await pane.shows('required.title.was-granted');
  await standsStill('withdrawn');
});
