/** Proves the test equipment itself: real office.js and real msal-browser in a tiny add-in, in the simulated Outlook. */
import { expect, test, type Frame, type Page } from '@playwright/test';
import { decodeJwt } from 'jose';
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

test.beforeEach(() => {
  world.entra.reset();
  world.mailboxes.clear();
});

async function paneOf(page: Page): Promise<Frame> {
  await page.frameLocator('iframe[title="ExtendSync"]').locator('body[data-ready=yes]').waitFor();
  const frame = page.frames().find((candidate) => candidate.url().startsWith(`${world.paneOrigin}/taskpane`));
  if (!frame) throw new Error('The task pane has no frame.');
  return frame;
}

async function openOutlook(
  page: Page,
  options: Partial<HostOptions> & { readonly scenario?: string } = {},
): Promise<Frame> {
  await page.goto(world.outlookUrl(options));
  return paneOf(page);
}

test('office.js takes the page for Outlook on the web and reads the mailbox', async ({ page }) => {
  const pane = await openOutlook(page, { language: 'de-DE' });
  expect(await pane.evaluate(() => testAddin.ready())).toEqual({ host: 'Outlook', platform: 'OfficeOnline' });
  expect(await pane.evaluate(() => testAddin.profile())).toEqual({
    email: 'mia@contoso.example',
    name: 'Mia Moreno',
    language: 'de-DE',
    subject: 'Route plan for the autumn fair',
    supportsNaa: true,
    hasBridge: true,
  });
});

test('a consultant reads a mailbox that is not of the own account', async ({ page }) => {
  const pane = await openOutlook(page, { scenario: 'consultant' });
  expect(await pane.evaluate(() => testAddin.profile())).toMatchObject({ email: 'carl@contoso.example' });
  expect(await pane.evaluate(() => testAddin.silent())).toMatchObject({
    ok: false,
    errorCode: 'invalid_grant',
  });
  expect(page.url()).toContain('scenario=consultant');
});

test('roaming settings outlive a reload and follow the mailbox, not the browser', async ({
  page,
  browser,
}) => {
  const pane = await openOutlook(page);
  expect(await pane.evaluate(() => testAddin.remember('shared', { with: 'Adele' }))).toBe('succeeded');
  await page.reload();
  expect(await (await paneOf(page)).evaluate(() => testAddin.recall('shared'))).toEqual({ with: 'Adele' });

  const elsewhere = await browser.newContext({ ignoreHTTPSErrors: true });
  const otherPane = await openOutlook(await elsewhere.newPage());
  expect(await otherPane.evaluate(() => testAddin.recall('shared'))).toEqual({ with: 'Adele' });
  await elsewhere.close();

  const alexPane = await openOutlook(page, { person: 'alex' });
  expect(await alexPane.evaluate(() => testAddin.recall('shared') ?? null)).toBeNull();
});

test('a draft of the add-in shows its words, without its scripts, and can be sent', async ({ page }) => {
  const pane = await openOutlook(page);
  await pane.evaluate(() => testAddin.draft());
  const draft = page.getByRole('region', { name: 'Draft' });
  await expect(draft.getByRole('textbox', { name: 'To' })).toHaveValue('adele@contoso.example');
  await expect(draft.getByRole('textbox', { name: 'Subject' })).toHaveValue('Please approve');
  const body = draft.getByRole('textbox', { name: 'Message body' });
  await expect(body).toHaveText('Hello Adele, approve');
  await expect(body.getByRole('link', { name: 'approve' })).toHaveAttribute(
    'href',
    'https://localhost/approve',
  );
  expect(await body.innerHTML()).not.toMatch(/script|onerror|<img/);
  await expect(page).toHaveTitle('Outlook (SIMULATED)');
  await draft.getByRole('button', { name: 'Send' }).click();
  await expect(draft).toBeHidden();
  await page.getByRole('button', { name: 'Sent items' }).click();
  await expect(page.getByRole('button', { name: /adele@contoso\.example.*Please approve/ })).toBeVisible();
});

test('a dialog in a window talks both ways and its closing is noticed', async ({ page, context }) => {
  const pane = await openOutlook(page);
  const opening = context.waitForEvent('page');
  expect(await pane.evaluate(() => testAddin.openDialog(false))).toBe('opened');
  const dialog = await opening;
  await dialog.locator('body[data-ready=yes]').waitFor();
  await expect.poll(() => pane.evaluate(() => testAddin.dialogEvents())).toEqual(['said hello']);
  expect(await dialog.evaluate(() => 'nestedAppAuthBridge' in window)).toBe(false);
  await pane.evaluate(() => testAddin.tellDialog('go on'));
  await expect
    .poll(() => pane.evaluate(() => testAddin.dialogEvents()))
    .toEqual(['said hello', 'said heard go on']);
  expect(await pane.evaluate(() => testAddin.openDialog(false))).toBe('failed 12007');
  await dialog.close();
  await expect.poll(() => pane.evaluate(() => testAddin.dialogEvents())).toContain('event 12006');
});

test('a dialog inside Outlook talks both ways; people and the add-in can close it', async ({ page }) => {
  const pane = await openOutlook(page);
  expect(await pane.evaluate(() => testAddin.openDialog(true))).toBe('opened');
  const box = page.getByRole('dialog', { name: 'ExtendSync dialog' });
  await expect.poll(() => pane.evaluate(() => testAddin.dialogEvents())).toEqual(['said hello']);
  await pane.evaluate(() => testAddin.tellDialog('go on'));
  await expect
    .poll(() => pane.evaluate(() => testAddin.dialogEvents()))
    .toEqual(['said hello', 'said heard go on']);
  await box.getByRole('button', { name: 'Close dialog' }).click();
  await expect(box).toBeHidden();
  await expect.poll(() => pane.evaluate(() => testAddin.dialogEvents())).toContain('event 12006');

  expect(await pane.evaluate(() => testAddin.openDialog(true))).toBe('opened');
  await expect(box).toBeVisible();
  await pane.evaluate(() => testAddin.closeDialog());
  await expect(box).toBeHidden();
  await page.reload();
  expect(await (await paneOf(page)).evaluate(() => testAddin.profile())).toMatchObject({
    name: 'Mia Moreno',
  });
});

test('a browser that blocks windows lets no dialog through', async ({ page, context }) => {
  const pane = await openOutlook(page, { popups: 'blocked' });
  const opened: Page[] = [];
  context.on('page', (other) => opened.push(other));
  expect(await pane.evaluate(() => testAddin.openDialog(false))).toBe('failed 12011');
  expect(opened).toEqual([]);
});

test('the pane hears of the theme at start and when it changes', async ({ page }) => {
  const pane = await openOutlook(page, { theme: 'dark', panel: 'open' });
  await expect.poll(() => pane.evaluate(() => testAddin.themes())).toEqual(['#292929']);
  await page.getByText('This Outlook', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('black');
  await expect.poll(() => pane.evaluate(() => testAddin.themes())).toEqual(['#292929', '#000000']);
});

test('a pinned pane hears of another message, one that is not pinned is closed', async ({ page }) => {
  const pane = await openOutlook(page);
  await page.getByRole('button', { name: 'Pin ExtendSync' }).click();
  await page.getByRole('button', { name: /Jonas Berg/ }).click();
  await expect
    .poll(() => pane.evaluate(() => testAddin.subjects()))
    .toEqual(['Re: Delivery window on Friday']);
  await page.getByRole('button', { name: 'Pin ExtendSync' }).click();
  await page.getByRole('button', { name: /Facilities/ }).click();
  await expect(page.getByRole('complementary', { name: 'Task pane' })).toBeHidden();
  await page.getByRole('button', { name: 'Open ExtendSync' }).click();
  await paneOf(page);
});

test('the broker gives a token for our API once the organisation has granted', async ({ page }) => {
  const pane = await openOutlook(page);
  expect(await pane.evaluate(() => testAddin.silent())).toMatchObject({
    ok: false,
    errorName: 'InteractionRequiredAuthError',
    errorCode: 'invalid_grant',
    subError: '',
    message: expect.stringContaining('AADSTS65001'),
  });
  world.entra.directory.grantForTenant('contoso.example');
  const granted = await pane.evaluate(() => testAddin.silent());
  expect(granted).toMatchObject({ ok: true, username: 'mia@contoso.example' });
  expect(decodeJwt(granted.accessToken ?? '')).toMatchObject({ scp: 'access_as_user', aud: world.clientId });
});

const flavours = [
  { flavour: 'web', expected: { errorCode: 'invalid_grant', message: /AADSTS65001/ } },
  {
    flavour: 'windows-new',
    expected: { errorCode: '2', message: /InteractionRequired .*com\.microsoft\.oneauth/ },
  },
  { flavour: 'windows-classic', expected: { errorCode: 'invalid_grant', message: /^(?!.*AADSTS)/ } },
  { flavour: 'mac', expected: { message: /^(?!.*AADSTS)/ } },
  { flavour: 'mobile', expected: { message: /^(?!.*AADSTS)/ } },
] as const;

for (const { flavour, expected } of flavours) {
  test(`missing consent in the words of Outlook on ${flavour}`, async ({ page }) => {
    const pane = await openOutlook(page, { flavour });
    const refused = await pane.evaluate(() => testAddin.silent());
    expect(refused).toMatchObject({ ok: false, errorName: 'InteractionRequiredAuthError' });
    expect(refused.message).toMatch(expected.message);
    if ('errorCode' in expected) expect(refused.errorCode).toBe(expected.errorCode);
  });
}

test('a broker that remembers repeats its refusal after the grant, until somebody signs in', async ({
  page,
  context,
}) => {
  const pane = await openOutlook(page, { memory: 'remembers-refusals' });
  expect(await pane.evaluate(() => testAddin.silent())).toMatchObject({ ok: false });
  world.entra.directory.grantForTenant('contoso.example');
  expect(await pane.evaluate(() => testAddin.silent())).toMatchObject({ ok: false });

  const opening = context.waitForEvent('page');
  await page.frameLocator('iframe[title="ExtendSync"]').getByRole('button', { name: 'Sign in' }).click();
  const signIn = await opening;
  await signIn.getByRole('button', { name: /mia@contoso\.example/ }).click();
  await expect.poll(() => pane.evaluate(() => document.body.dataset['popup'] ?? '')).toContain('"ok":true');
  expect(await pane.evaluate(() => testAddin.silent())).toMatchObject({ ok: true });
});

test('closing the sign-in window is a cancellation', async ({ page, context }) => {
  const pane = await openOutlook(page);
  const opening = context.waitForEvent('page');
  await page.frameLocator('iframe[title="ExtendSync"]').getByRole('button', { name: 'Sign in' }).click();
  const signIn = await opening;
  await signIn.getByRole('button', { name: /mia@contoso\.example/ }).waitFor();
  await signIn.close();
  await expect
    .poll(() => pane.evaluate(() => document.body.dataset['popup'] ?? ''))
    .toMatch(/"errorName":"ClientAuthError".*user_cancel/);
});

test('a broker that leaves the scopes out makes MSAL believe what was asked for', async ({ page }) => {
  world.entra.directory.grantForTenant('contoso.example', [{ scope: 'User.Read', kind: 'delegated' }]);
  const asked = ['User.Read'];
  const told = await openOutlook(page);
  expect((await told.evaluate((scopes) => testAddin.silent(scopes), asked)).scopes).toContain('User.Read');
  const omitted = await openOutlook(page, { scopes: 'omitted' });
  expect((await omitted.evaluate((scopes) => testAddin.silent(scopes), asked)).scopes).toEqual(asked);
});

test('without the bridge MSAL is a standard client that knows no account', async ({ page }) => {
  const pane = await openOutlook(page, { bridge: 'absent' });
  expect(await pane.evaluate(() => testAddin.profile())).toMatchObject({
    hasBridge: false,
    supportsNaa: true,
  });
  expect(await pane.evaluate(() => testAddin.silent())).toMatchObject({
    ok: false,
    errorCode: 'no_account_error',
  });
});
