import { expect } from '@playwright/test';
import { startWorld } from '../../simulator/world';
import { test as journey } from '../support/journey';
import { createServiceClock } from '../support/service-clock';

/** A world with fifty organisations that have shown themselves, in every state of the ledger. */
const test = journey.extend({
  equipment: [
    // Playwright reads from the pattern what a fixture needs: this one needs nothing.
    // eslint-disable-next-line no-empty-pattern
    async ({}, give) => {
      const serviceClock = createServiceClock();
      const world = await startWorld({ organisations: true, serviceSettings: serviceClock.settings });
      await world.fillLedger();
      await give({ world, serviceClock, needsNewService: false });
      await world.stop();
      serviceClock.end();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  world: ({ equipment }, give) => give(equipment.world),
});

test('Olga reads who has consented, narrows the list in its address, and asks again about one; Mia may not', async ({
  world,
  browser,
}) => {
  const errors: string[] = [];
  const opensAs = async (name: string) => {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${world.paneOrigin}/operators`);
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await (await opened).getByRole('button', { name }).click();
    return page;
  };
  const page = await opensAs('Olga Operator');
  await expect(page.getByRole('main').getByText('50 organisations')).toBeVisible();
  await expect(page.locator('button[data-state="granted"]')).toContainText('26');
  await page.locator('button[data-state="withdrawn"]').click();
  await expect(page.getByRole('main').getByText('4 organisations', { exact: true })).toBeVisible();
  expect(new URL(page.url()).search).toBe('?state=withdrawn');
  await page.locator('[data-row="0"]').click();
  const panel = page.getByLabel('Details of the organisation');
  await expect(panel.getByText('History', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Check again' }).click();
  await expect(panel.getByText('Microsoft was asked just now.').first()).toBeVisible();
  expect(errors).toEqual([]);

  world.entra.directory.grantForTenant('contoso.example');
  const mias = await opensAs('Mia Moreno');
  await expect(mias.locator('[data-row]')).toHaveCount(0);
  await expect(mias.getByText('50 organisations')).toHaveCount(0);
});
