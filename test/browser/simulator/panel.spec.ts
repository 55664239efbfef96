/** The control panel and the page around the pane: they steer the world, can be reached by keyboard, and are accessible. */
import AxeSource from 'axe-core';
import { expect, test, type Page } from '@playwright/test';
import { DEMO } from '../../simulator/entra/demo-seed';
import type { World } from '../../simulator/world';
import { startAddinWorld } from './addin-world';

let world: World;
let stop: () => Promise<void>;

test.beforeAll(async () => {
  ({ world, stop } = await startAddinWorld());
});

test.afterAll(() => stop());

test.beforeEach(() => world.entra.reset());

/** Complaints of axe about the Outlook page itself; the pane is judged by the product's own tests. */
async function complaints(page: Page): Promise<readonly string[]> {
  await page.evaluate(AxeSource.source);
  return page.evaluate(async () => {
    const found = await window.axe.run(document, { iframes: false, resultTypes: ['violations'] });
    return found.violations.map(
      (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  });
}

test('the panel grants, revokes and shows what the organisation has', async ({ page }) => {
  await page.goto(world.outlookUrl({ panel: 'open' }));
  const panel = page.getByRole('complementary', { name: 'Simulation controls' });
  await expect(panel).toContainText('SIMULATED');
  await expect(panel).toContainText('Contoso: 0 of 13 permissions');
  await panel.getByRole('button', { name: 'Grant all' }).click();
  await expect(panel).toContainText('Contoso: 13 of 13 permissions');
  const consent = world.entra.directory.visibleConsent(DEMO.tenants.contoso);
  expect(consent.tenantScopes.size + consent.applicationPermissions.size).toBe(13);
  await panel.getByRole('button', { name: 'Grant an older set' }).click();
  await expect(panel).toContainText('Contoso: 11 of 13 permissions');
  await panel.getByRole('button', { name: 'Revoke all' }).click();
  await expect(panel).toContainText('Contoso: 0 of 13 permissions');
});

test('13.4: beside a real Outlook the panel stands alone, without what nobody can steer there', async ({
  page,
}) => {
  await page.goto(world.outlookUrl({ panel: 'alone' }));
  await expect(page.getByRole('heading', { name: 'The pane stands in your own Outlook' })).toBeVisible();
  const panel = page.getByRole('complementary', { name: 'Simulation controls' });
  await panel.getByRole('button', { name: 'Grant all' }).click();
  await expect(panel).toContainText('Contoso: 13 of 13 permissions');
  await expect(panel.getByText('This Outlook', { exact: true })).toHaveCount(0);
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('the panel chooses the person, causes trouble and plays scenarios', async ({ page }) => {
  await page.goto(world.outlookUrl({ panel: 'open' }));
  const panel = page.getByRole('complementary', { name: 'Simulation controls' });
  await panel
    .getByRole('combobox', { name: 'Signed-in person' })
    .selectOption({ label: 'Bo Admin (Fabrikam, Global Administrator)' });
  await expect(page.getByTitle('Bo Admin, bo@fabrikam.example')).toBeVisible();
  await expect(panel).toContainText('Fabrikam: 0 of 13 permissions');

  await panel.getByText('Trouble at Microsoft', { exact: true }).click();
  await panel.getByRole('button', { name: 'Cause trouble' }).click();
  await expect(panel.getByRole('list', { name: 'Active trouble' })).toContainText('throttle at everything');
  expect(world.entra.directory.listFaults()).toHaveLength(1);
  await panel.getByRole('button', { name: 'Clear trouble' }).click();
  await expect(panel.getByRole('list', { name: 'Active trouble' })).toContainText('None.');

  await panel.getByRole('combobox', { name: 'Scenario' }).selectOption('only-you');
  await panel.getByRole('button', { name: 'Play scenario' }).click();
  await expect(panel).toContainText('Contoso: 0 of 13 permissions for the organisation, 1 personal');
  await expect(page.getByTitle('Mia Moreno, mia@contoso.example')).toBeVisible();
});

test('the drawer opens and closes by keyboard alone', async ({ page }) => {
  await page.goto(world.outlookUrl());
  const toggle = page.getByRole('button', { name: 'Simulation controls' });
  const panel = page.getByRole('complementary', { name: 'Simulation controls' });
  await expect(panel).toBeHidden();
  await toggle.focus();
  await page.keyboard.press('Enter');
  await expect(panel).toBeVisible();
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(panel).toBeHidden();
});

test('Tab leaves the pane and goes on in Outlook', async ({ page }) => {
  await page.goto(world.outlookUrl());
  const inPane = page.frameLocator('iframe[title="ExtendSync"]');
  await inPane.locator('body[data-ready=yes]').waitFor();
  await inPane.getByRole('button', { name: 'Sign in' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Simulation controls' })).toBeFocused();
  await inPane.getByRole('button', { name: 'Sign in' }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Close ExtendSync' })).toBeFocused();
});

for (const theme of ['light', 'dark', 'black', 'high-contrast'] as const) {
  test(`axe finds nothing in the ${theme} theme, panel open`, async ({ page }) => {
    await page.goto(world.outlookUrl({ theme, panel: 'open' }));
    await page.frameLocator('iframe[title="ExtendSync"]').locator('body[data-ready=yes]').waitFor();
    for (const summary of await page.locator('.panel summary').all()) {
      const isOpen = await summary.evaluate((node) => (node.parentElement as HTMLDetailsElement).open);
      if (!isOpen) await summary.click();
    }
    expect(await complaints(page)).toEqual([]);
  });
}

for (const item of ['message-compose', 'appointment-organizer', 'appointment-attendee', 'none'] as const) {
  test(`axe finds nothing with ${item} open`, async ({ page }) => {
    await page.goto(world.outlookUrl({ item }));
    await page.frameLocator('iframe[title="ExtendSync"]').locator('body[data-ready=yes]').waitFor();
    expect(await complaints(page)).toEqual([]);
  });
}

test('at 320 px nothing scrolls sideways, in both writing directions', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const language of ['en-US', 'ar-SA']) {
    await page.goto(world.outlookUrl({ language, panel: 'open' }));
    await page.frameLocator('iframe[title="ExtendSync"]').locator('body[data-ready=yes]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});
