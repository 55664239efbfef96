import { readFile } from 'node:fs/promises';
import { expect, type Locator } from '@playwright/test';
import { DEMO } from '../../simulator/entra/demo-seed';
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

test('Olga reads who has consented, narrows the list in its address, asks again about one, takes a link and a file, and enters and deletes one; Mia may not', async ({
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
  // The world has asked about each a moment ago: an answer that is a few seconds old is told again.
  await expect(panel.getByText(/^Microsoft was (?:asked|not asked again so soon)/).first()).toBeVisible();

  await test.step('a link for their administrator, which opens for whoever gets it', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.getByRole('button', { name: 'Copy a link for their administrator' }).click();
    await expect(panel.getByText('The link is in your clipboard. It works for 30 days.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await expect(panel.getByLabel('Link for their administrator')).toHaveValue(link);
    const id = new URL(link).searchParams.get('request') ?? '';
    const opened = await page.request.post(`${world.paneOrigin}/api/requests/${id}/openings`);
    expect(await opened.json()).toMatchObject({ tenant: await idIn(panel) });
    await page.keyboard.press('Escape');
  });

  await test.step('the same rows as a file', async () => {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^organisations-\d{4}-\d\d-\d\d\.csv$/);
    const [head, ...rows] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(head).toContain('Tenant id,Name,Domains,State');
    expect(rows).toHaveLength(4);
    expect(rows.every((row) => row.includes(',withdrawn,'))).toBe(true);
    await expect(page.getByRole('main').getByText('The file stands among your downloads.')).toBeVisible();
  });

  await test.step('one that has not shown itself is entered', async () => {
    world.entra.directory.grantForTenant('fabrikam.example');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('button', { name: 'Enter an organisation' }).click();
    await page.getByLabel('Tenant id').fill(DEMO.tenants.fabrikam);
    await page.keyboard.press('Enter');
    await expect(panel.getByText('by an operator')).toBeVisible();
    await expect(panel.getByText('Granted', { exact: true }).first()).toBeVisible();
    await expect(page.locator('button[data-state="granted"]')).toContainText('27');
    // And told to the system that waits for it.
    const told = { type: 'tenant.granted', organisation: 'Fabrikam', isVerified: true };
    await expect.poll(() => world.webhooks()).toContainEqual(told);
  });

  await test.step('its data is deleted: its name goes, and an entry stays', async () => {
    await panel.getByRole('button', { name: 'Delete their data…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the data' }).click();
    await expect(page.getByRole('main').getByText('The data of Fabrikam was deleted.')).toBeVisible();
    await expect(page.locator('button[data-state="granted"]')).toContainText('26');
    await page.getByRole('searchbox').fill(DEMO.tenants.fabrikam);
    const row = page.locator('[data-row="0"]');
    await expect(row).toContainText('Deleted at its own request');
    await expect(row).toContainText(DEMO.tenants.fabrikam);
  });
  expect(errors).toEqual([]);

  world.entra.directory.grantForTenant('contoso.example');
  const mias = await opensAs('Mia Moreno');
  await expect(mias.locator('[data-row]')).toHaveCount(0);
  await expect(mias.getByText('50 organisations')).toHaveCount(0);
});

test('S21: a page that opens the operators’ page has no hold on it: Olga is not sent elsewhere once they have looked at its address', async ({
  world,
  browser,
}) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  await context.route('https://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>A page</title>' }),
  );
  const evil = await context.newPage();
  await evil.goto('https://evil.example/');
  const opened = context.waitForEvent('page');
  await evil.evaluate((address) => {
    Object.assign(window, { taken: window.open(address) });
  }, `${world.paneOrigin}/operators`);
  const page = await opened;
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await evil.evaluate(() => {
    const { taken } = window as unknown as { readonly taken: Window };
    taken.location.href = 'https://evil.example/sign-in';
  });
  // By the time that another page of theirs has come, theirs in that window would have.
  await evil.goto('https://evil.example/next');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(page.url()).toBe(`${world.paneOrigin}/operators`);
  expect(await page.evaluate(() => window.opener as unknown)).toBeNull();
  await context.close();
});

/** The tenant id that an organisation's panel shows. */
const idIn = (panel: Locator): Promise<string> =>
  panel.locator('dt', { hasText: 'Tenant id' }).locator('xpath=following-sibling::dd[1]').innerText();
