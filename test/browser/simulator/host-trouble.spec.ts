/** What hosts do wrong, as the simulated Outlook plays it: each report's id stands in the name. */
import { expect, test, type Frame, type Page } from '@playwright/test';
import type { HostOptions } from '../../simulator/outlook/host-options';
import type { TestAddin } from '../../simulator/outlook/test-addin/page';
import type { World } from '../../simulator/world';
import { startAddinWorld } from './addin-world';

declare const testAddin: TestAddin;

let world: World;
let stop: () => Promise<void>;

test.beforeAll(async () => {
  ({ world, stop } = await startAddinWorld());
});

test.afterAll(() => stop());

test.beforeEach(() => world.entra.reset());

async function open(page: Page, options: Partial<HostOptions>): Promise<Frame> {
  await page.goto(world.outlookUrl(options));
  await page.frameLocator('iframe[title="ExtendSync"]').locator('body[data-ready=yes]').waitFor();
  const frame = page.frames().find((candidate) => candidate.url().startsWith(`${world.paneOrigin}/taskpane`));
  if (!frame) throw new Error('The task pane has no frame.');
  return frame;
}

const events = (pane: Frame) => expect.poll(() => pane.evaluate(() => testAddin.dialogEvents()));

test('F1 a dialog is reported closed when Microsoft’s page has loaded, and stands', async ({
  page,
  context,
}) => {
  const pane = await open(page, { trouble: 'dialog-reports-closed' });
  const opening = context.waitForEvent('page');
  expect(await pane.evaluate(() => testAddin.openDialog(false))).toBe('opened');
  const dialog = await opening;
  await dialog.locator('body[data-ready=yes]').waitFor();
  await events(pane).toEqual(['said hello']);
  await dialog.goto(`${world.entra.origin}/`);
  await events(pane).toEqual(['said hello', 'event 12006']);
  expect(dialog.isClosed()).toBe(false);
  // On the web office.js takes its own word for it and drops what comes later; hosts of their own hand it on.
  await dialog.goto(`${world.paneOrigin}/dialog.html`);
  await dialog.locator('body[data-ready=yes]').waitFor();
  await events(pane).toEqual(['said hello', 'event 12006']);
});

test('F25 after a dialog that was closed the host still believes in it', async ({ page, context }) => {
  const pane = await open(page, { trouble: 'dialog-believed-open' });
  const opening = context.waitForEvent('page');
  expect(await pane.evaluate(() => testAddin.openDialog(false))).toBe('opened');
  await (await opening).locator('body[data-ready=yes]').waitFor();
  await pane.evaluate(() => testAddin.closeDialog());
  expect(await pane.evaluate(() => testAddin.openDialog(false))).toBe('failed 12007');
});

test('F26 what a dialog says is lost; its closing is not', async ({ page, context }) => {
  const pane = await open(page, { trouble: 'dialog-message-lost' });
  const opening = context.waitForEvent('page');
  expect(await pane.evaluate(() => testAddin.openDialog(false))).toBe('opened');
  const dialog = await opening;
  await dialog.locator('body[data-ready=yes]').waitFor();
  await dialog.close();
  await events(pane).toEqual(['event 12006']);
});

test('F28 a new theme is told without its colours, which come a moment later', async ({ page }) => {
  const pane = await open(page, { trouble: 'theme-told-late', theme: 'dark' });
  const told = () =>
    pane.evaluate(
      () => (Office.context as { officeTheme?: Office.OfficeTheme }).officeTheme?.bodyBackgroundColor,
    );
  await expect.poll(() => pane.evaluate(() => testAddin.themes().length)).toBeGreaterThan(0);
  expect(await pane.evaluate(() => testAddin.themes())).not.toContain('#292929');
  await expect.poll(told).toBe('#292929');
});

test('F14 office.js comes eleven seconds late', async ({ page }) => {
  await page.clock.install();
  await page.goto(world.outlookUrl({ trouble: 'office-late' }));
  const pane = page.frameLocator('iframe[title="ExtendSync"]');
  await expect.poll(() => page.frames().length).toBe(2);
  await expect(pane.locator('body[data-ready=yes]')).toHaveCount(0);
  await page.clock.fastForward(11_000);
  await expect(pane.locator('body[data-ready=yes]')).toHaveCount(1);
});

for (const [trouble, report] of [
  ['broker-refuses-origin', { errorCode: 'PERSISTENT_ERROR' }],
  ['broker-says-nothing', {}],
  ['broker-unavailable', { errorCode: 'not_supported' }],
] as const) {
  test(`F3 F4 the broker fails (${trouble}), in silence`, async ({ page }) => {
    world.entra.directory.grantForTenant('contoso.example');
    const pane = await open(page, { trouble });
    const said = await pane.evaluate(() => testAddin.silent());
    expect(said.ok).toBe(false);
    if ('errorCode' in report && report.errorCode === 'not_supported')
      expect(said.errorCode).toBe('not_supported');
  });
}

test('F29 the broker needs somebody, and its window fails', async ({ page }) => {
  const pane = await open(page, { trouble: 'broker-window-fails' });
  expect(await pane.evaluate(() => testAddin.silent())).toMatchObject({
    ok: false,
    errorName: 'InteractionRequiredAuthError',
  });
  expect(await pane.evaluate(() => testAddin.popup())).toMatchObject({
    ok: false,
    errorCode: 'native_executor_error',
  });
});

test('Windows’ broker takes our own API by the bare id alone (AADSTS90009)', async ({ page }) => {
  world.entra.directory.grantForTenant('contoso.example');
  const pane = await open(page, { trouble: 'broker-bare-ids-only' });
  const refused = await pane.evaluate(() => testAddin.silent());
  expect([refused.ok, refused.message]).toEqual([false, expect.stringContaining('AADSTS90009')]);
  const bare = await pane.evaluate((id) => testAddin.silent([`${id}/access_as_user`]), world.clientId);
  expect(bare.ok).toBe(true);
});

for (const [trouble, mailbox] of [
  ['none', 'support@contoso.example'],
  ['profile-kept', 'mia@contoso.example'],
] as const) {
  test(`a pinned pane and another mailbox: it is told of ${mailbox} (${trouble})`, async ({ page }) => {
    const pane = await open(page, { trouble, panel: 'open' });
    await page.getByRole('button', { name: 'Pin ExtendSync' }).click();
    const panel = page.getByRole('complementary', { name: 'Simulation controls' });
    await panel.getByText('This Outlook', { exact: true }).click();
    const field = panel.getByRole('textbox', { name: /^Open mailbox/ });
    await field.fill('support@contoso.example');
    await field.press('Tab');
    await expect.poll(() => pane.evaluate(() => testAddin.subjects().length)).toBe(1);
    expect(await pane.evaluate(() => testAddin.profile().email)).toBe(mailbox);
  });
}

test('F30 Outlook answers under another address as well: a product’s policy would not let it show the pane', async ({
  page,
}) => {
  const elsewhere = new URL(world.outlookUrl());
  elsewhere.hostname = '127.0.0.1';
  await page.goto(elsewhere.href);
  await expect(page.getByRole('heading', { name: 'Outlook' })).toBeVisible();
});
