/** Issue 11.7: whoever looks at a scenario knows which one it is, what to look at, and can move the clock. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { scenarios } from '../../simulator/scenarios/scenarios';
import { startWorld, type World } from '../../simulator/world';

let world: World;
/** One window in which one scenario after the other is opened: a new browser for each takes as long again. */
let outlook: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  world = await startWorld();
  outlook = await browser.newPage();
});

test.afterAll(async () => {
  await outlook.close();
  await world.stop();
});

const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Simulation controls' });
const paneHeading = (page: Page): Locator =>
  page.frameLocator('iframe[title="ExtendSync"]').getByRole('heading', { level: 1 });

for (const { name, lookAt } of scenarios) {
  test(`the scenario ${name} is played, named, and says what to look at`, async () => {
    const problems: string[] = [];
    outlook.removeAllListeners('pageerror');
    outlook.on('pageerror', (error) => problems.push(String(error)));
    await outlook.goto(world.outlookUrl({ scenario: name, panel: 'open' }));
    const panel = panelOf(outlook);
    await expect(panel.getByRole('combobox', { name: 'Scenario' })).toHaveValue(name, { timeout: 30_000 });
    await expect(panel).toContainText(lookAt);
    await expect(panel).toContainText('This is what is played now.');
    expect(new URL(outlook.url()).searchParams.get('scenario')).toBe(name);
    await expect(paneHeading(outlook)).toHaveText(/\S/, { timeout: 30_000 });
    expect(problems).toEqual([]);
  });
}

test('the panel plays another one: the chooser and the address keep it, also over a reload that plays nothing', async ({
  page,
}) => {
  await page.goto(world.outlookUrl({ scenario: 'not-asked', panel: 'open' }));
  const panel = panelOf(page);
  const chooser = panel.getByRole('combobox', { name: 'Scenario' });
  await chooser.selectOption('partial');
  await expect(panel).toContainText('Not played yet.');
  await panel.getByRole('button', { name: 'Play scenario' }).click();
  await expect(page).toHaveURL(/scenario=partial/);
  await expect(chooser).toHaveValue('partial');
  await panel.getByRole('button', { name: 'Revoke all' }).click();
  await expect(panel).toContainText('Contoso: 0 of');
  await page.reload();
  await expect(chooser).toHaveValue('partial');
  await expect(panel).toContainText('Contoso: 0 of');
});

test('while a scenario is set up the page says so', async ({ page }) => {
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/simulated/host/scenario', async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(world.outlookUrl({ scenario: 'granted' }), { waitUntil: 'commit' });
  await expect(page.getByRole('status')).toContainText('The scenario "granted" is being set up');
  go();
  await expect(paneHeading(page)).toHaveText(/\S/);
});

test('the clock moves pane, service and Microsoft together', async ({ page }) => {
  await page.goto(world.outlookUrl({ scenario: 'not-asked', panel: 'open' }));
  const panel = panelOf(page);
  await panel.getByText('Clock', { exact: true }).click();
  const pane = page.frames().find((frame) => frame.url().includes('/taskpane.html'));
  for (const [button, ms] of [
    ['A minute later', 60_000],
    ['An hour later', 3_660_000],
    ['31 days later', 3_660_000 + 31 * 86_400_000],
  ] as const) {
    await panel.getByRole('button', { name: button }).click();
    const ahead = () => pane?.evaluate((now) => Date.now() - now, Date.now());
    await expect.poll(async () => Math.round(((await ahead()) ?? 0) / 60_000)).toBe(ms / 60_000);
  }
  const made = await page.request.post(`${world.paneOrigin}/api/requests`, {
    data: { tenant: 'contoso.example' },
  });
  const { expiresAt } = (await made.json()) as { readonly expiresAt: string };
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(60 * 86_400_000);
  const discovered = await page.request.get(`${world.entra.origin}/simulated/control/state`);
  expect(((await discovered.json()) as { nowMs: number }).nowMs - Date.now()).toBeGreaterThan(
    30 * 86_400_000,
  );
});

test('15.7: a scenario meets a service that has forgotten what was asked of it before', async ({
  request,
}) => {
  await world.play('not-asked');
  const requests = `${world.paneOrigin}/api/requests`;
  const made = await request.post(requests, { data: { tenant: 'contoso.example' } });
  const { id } = (await made.json()) as { readonly id: string };
  const opened = async () => (await request.post(`${requests}/${id}/openings`)).status();
  expect(await opened()).toBe(200);
  await world.play('not-asked');
  expect(await opened()).toBe(404);
});
