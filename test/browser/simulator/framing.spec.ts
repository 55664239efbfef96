/** Which addresses of Outlook may show the pane: the product's own policy, kept by a real browser. */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { startWorld, type World } from '../../simulator/world';

/** Outlook's own address, any of Defender for Cloud Apps, and an organisation's own, as README says. */
const HOST_ORIGINS = 'https://outlook.office.com/, https://*.mcas.ms, https://outlook.contoso.example';

let world: World;
let browser: Browser;

test.beforeAll(async ({ playwright, launchOptions, channel }) => {
  test.setTimeout(120_000);
  world = await startWorld({ serviceSettings: { HOST_ORIGINS } });
  const { port } = new URL(world.outlookOrigin);
  // Names of the internet lead to the simulated Outlook, at the port that a policy takes for granted.
  const names = ['*.office.com', '*.mcas.ms', 'mcas.ms', '*.contoso.example', '*.evil.example'];
  const rules = names.map((name) => `MAP ${name}:443 127.0.0.1:${port}`).join(', ');
  browser = await playwright.chromium.launch({
    ...launchOptions,
    ...(channel === undefined ? {} : { channel }),
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=${rules}`],
  });
});

test.afterAll(async () => {
  await browser.close();
  await world.stop();
});

/** Opens Outlook under an address and waits until its frame has come to an end, one way or the other. */
async function openOutlook(address: string): Promise<{ readonly page: Page; readonly refusals: string[] }> {
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('frame-ancestors')) refusals.push(message.text());
  });
  await page.goto(`https://${address}/`);
  await expect(page.getByRole('heading', { name: 'Outlook' })).toBeVisible();
  return { page, refusals };
}

for (const address of [
  'outlook.office.com',
  'outlook.office.com.mcas.ms',
  'outlook.office365.com.eu2.cas.mcas.ms',
  'outlook.contoso.example',
]) {
  test(`F30: Outlook under ${address}, which HOST_ORIGINS names, shows the pane`, async () => {
    const { page, refusals } = await openOutlook(address);
    const pane = page.frameLocator('iframe[title="ExtendSync"]');
    await expect(pane.getByRole('heading').first()).toBeVisible();
    expect(refusals).toEqual([]);
    await page.close();
  });
}

for (const address of ['mcas.ms', 'owa.contoso.example', 'outlook.contoso.example.evil.example']) {
  test(`F30: Outlook under ${address}, which it does not name, may not`, async () => {
    const { page, refusals } = await openOutlook(address);
    await expect.poll(() => refusals.length).toBeGreaterThan(0);
    await expect(page.frameLocator('iframe[title="ExtendSync"]').getByRole('heading')).toHaveCount(0);
    await page.close();
  });
}
