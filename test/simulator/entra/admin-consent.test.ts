import { DEMO } from './demo-seed';
import { API_SCOPE, startWorld, WEB_REDIRECT, type EntraWorld } from './testing/world';

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.entra.reset());
afterAll(() => world.stop());

const { contoso, fabrikam } = DEMO.tenants;

test('Adele reads the whole list, accepts, and the tenant has every permission', async () => {
  const adele = world.browser();
  await adele.open(world.adminConsentUrl(contoso));
  expect(adele.buttons).toEqual(
    expect.arrayContaining(['Adele Admin adele@contoso.example', 'Mia Moreno mia@contoso.example', 'Cancel']),
  );
  await adele.press('Adele Admin adele@contoso.example');
  expect(adele.text).toContain('Permissions requested');
  expect(adele.text).toContain('Directory.Read.All (application)');
  expect(adele.text).toContain('MailboxSettings.ReadWrite');
  await adele.press('Accept');

  const back = adele.landedAt;
  expect(back.origin + back.pathname).toBe(WEB_REDIRECT);
  expect(back.searchParams.get('admin_consent')).toBe('True');
  expect(back.searchParams.get('tenant')).toBe(contoso);
  expect(back.searchParams.get('state')).toBe('the-state');
  expect(back.searchParams.get('scope')).toContain('https://graph.microsoft.com/Mail.ReadWrite');
  const consent = world.entra.directory.visibleConsent(contoso);
  expect([...consent.applicationPermissions]).toEqual([
    'Mail.ReadWrite',
    'User.Read.All',
    'Directory.Read.All',
  ]);
  expect(consent.tenantScopes.has('MailboxSettings.ReadWrite')).toBe(true);
});

test('Adele declines: the application hears of it and nothing is granted', async () => {
  const adele = world.browser();
  await adele.open(world.adminConsentUrl(contoso));
  await adele.press('Adele Admin adele@contoso.example');
  await adele.press('Cancel');
  const { searchParams } = adele.landedAt;
  expect(searchParams.get('error')).toBe('access_denied');
  expect(searchParams.get('error_description')).toMatch(/^AADSTS65004: /);
  expect(searchParams.get('error_uri')).toContain('/error?code=65004');
  expect(searchParams.get('state')).toBe('the-state');
  expect(searchParams.get('tenant')).toBeNull();
  // Both at once, as Microsoft does: MicrosoftDocs/azure-docs#114009.
  expect(searchParams.get('admin_consent')).toBe('True');
  expect(world.entra.directory.latestConsent(contoso).servicePrincipalId).toBeUndefined();
});

// MicrosoftDocs/azure-docs#41053.
test('somebody leaves at the account picker: that is no refusal, and it has no number', async () => {
  const adele = world.browser();
  await adele.open(world.adminConsentUrl(contoso));
  await adele.press('Cancel');
  expect(Object.fromEntries(adele.landedAt.searchParams)).toEqual({
    error: 'access_denied',
    error_subcode: 'cancel',
    state: 'the-state',
  });
});

// learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow, "Error response".
test('an administrator who cancels may also come back with a word of its own, and without a number', async () => {
  world.entra.directory.setQuirk('cancelled-without-number', true);
  const adele = world.browser();
  await adele.open(world.adminConsentUrl(contoso));
  await adele.press('Adele Admin adele@contoso.example');
  await adele.press('Cancel');
  expect(Object.fromEntries(adele.landedAt.searchParams)).toEqual({
    error: 'permission_denied',
    error_description: 'The admin canceled the request',
    state: 'the-state',
  });
});

// entra/identity/enterprise-apps/grant-admin-consent, 25 March 2025.
test.each([
  ['Cleo, a cloud application administrator,', 'Cleo Cloud cleo@contoso.example', 'Accept'],
  ['Ira, an AI administrator,', 'Ira Intelligence ira@contoso.example', 'Accept'],
  ['Rita, a global reader,', 'Rita Reader rita@contoso.example', 'Back'],
])('%s and permissions that are only delegated', async (_who, account, button) => {
  const person = world.browser();
  await person.open(
    world.adminConsentUrl(contoso, { scope: 'https://graph.microsoft.com/Directory.Read.All' }),
  );
  await person.press(account);
  expect(person.buttons).toContain(button);
});

// grant-admin-consent: "may revoke permissions that have already been granted tenant-wide".
test('a smaller consent adds to a larger one, or takes it away', async () => {
  const { directory } = world.entra;
  const acceptLess = async () => {
    const adele = world.browser();
    await adele.open(world.adminConsentUrl(contoso, { scope: 'https://graph.microsoft.com/User.Read' }));
    await adele.press('Adele Admin adele@contoso.example');
    await adele.press('Accept');
  };
  directory.grantForTenant(contoso);
  await acceptLess();
  expect(directory.latestConsent(contoso).applicationPermissions).toContain('Mail.ReadWrite');
  directory.setQuirk('consent-replaces', true);
  await acceptLess();
  expect(directory.latestConsent(contoso).applicationPermissions.size).toBe(0);
  expect([...directory.latestConsent(contoso).tenantScopes]).toEqual(['User.Read']);
});

test.each([
  ['Mia, without a role', 'Mia Moreno mia@contoso.example'],
  [
    'Alex, an application administrator, since application permissions of Graph are asked',
    'Alex Apps alex@contoso.example',
  ],
])('%s, is told that an administrator is needed, and may go back', async (_who, account) => {
  const person = world.browser();
  await person.open(world.adminConsentUrl(contoso));
  await person.press(account);
  expect(person.text).toContain('Need admin approval');
  expect(person.text).toContain('AADSTS90094');
  expect(person.buttons).not.toContain('Accept');
  await person.press('Back');
  expect(person.landedAt.searchParams.get('error')).toBe('access_denied');
  expect(person.landedAt.searchParams.get('error_description')).toContain('AADSTS90094');
});

test('from there Mia hands over to Adele in the same window', async () => {
  const window = world.browser();
  await window.open(world.adminConsentUrl(contoso));
  await window.press('Mia Moreno mia@contoso.example');
  await window.press('Sign in with another account');
  await window.press('Adele Admin adele@contoso.example');
  await window.press('Accept');
  expect(window.landedAt.searchParams.get('admin_consent')).toBe('True');
});

test('Priya, a privileged role administrator, may grant', async () => {
  const priya = world.browser();
  await priya.open(world.adminConsentUrl(contoso));
  await priya.press('Priya Privileged priya@contoso.example');
  await priya.press('Accept');
  expect(priya.landedAt.searchParams.get('tenant')).toBe(contoso);
});

test('Alex may grant what is only delegated, and just that is granted', async () => {
  const alex = world.browser();
  await alex.open(world.adminConsentUrl(contoso, { scope: 'https://graph.microsoft.com/User.Read openid' }));
  await alex.press('Alex Apps alex@contoso.example');
  await alex.press('Accept');
  expect(alex.landedAt.searchParams.get('scope')).toBe(
    'https://graph.microsoft.com/openid https://graph.microsoft.com/User.Read',
  );
  expect([...world.entra.directory.latestConsent(contoso).tenantScopes]).toEqual(['openid', 'User.Read']);
  expect(world.entra.directory.latestConsent(contoso).applicationPermissions.size).toBe(0);
});

test.each([
  ['named, it is granted', API_SCOPE, true],
  ['not named, it is not granted', 'https://graph.microsoft.com/User.Read', false],
])('the scope of our own API: %s', async (_which, scope, granted) => {
  const alex = world.browser();
  await alex.open(world.adminConsentUrl(contoso, { scope }));
  await alex.press('Alex Apps alex@contoso.example');
  expect(alex.text.includes(API_SCOPE)).toBe(granted);
  await alex.press('Accept');
  expect(alex.landedAt.searchParams.get('scope')?.includes(API_SCOPE)).toBe(granted);
  expect(world.entra.directory.latestConsent(contoso).apiForTenant).toBe(granted);
});

test("an administrator of another tenant cannot grant for Contoso, and sees why on Microsoft's page", async () => {
  const bo = world.browser();
  await bo.open(world.adminConsentUrl(contoso));
  await bo.press('Bo Admin bo@fabrikam.example');
  expect(bo.text).toContain('AADSTS50020');
  expect(bo.page.headers.location).toBeUndefined();
  expect(world.entra.directory.latestConsent(contoso).servicePrincipalId).toBeUndefined();
});

test('with organizations the grant goes to the administrator’s own tenant', async () => {
  const bo = world.browser();
  await bo.open(world.adminConsentUrl('organizations'));
  await bo.press('Bo Admin bo@fabrikam.example');
  await bo.press('Accept');
  expect(bo.landedAt.searchParams.get('tenant')).toBe(fabrikam);
  expect(world.entra.directory.latestConsent(contoso).servicePrincipalId).toBeUndefined();
});

test('a domain, also an alias, names its tenant', async () => {
  const adele = world.browser();
  await adele.open(world.adminConsentUrl('contoso-mail.example', { login_hint: 'adele@contoso.example' }));
  expect(adele.buttons[0]).toBe('Adele Admin adele@contoso.example');
  await adele.press('Adele Admin adele@contoso.example');
  await adele.press('Accept');
  expect(adele.landedAt.searchParams.get('tenant')).toBe(contoso);
});

test.each([
  ['an unregistered return address', { redirect_uri: 'https://thief.example/' }, '50011'],
  ['an unknown application', { client_id: '00000000-0000-4000-8000-000000000000' }, '700016'],
  ['no scope', { scope: '' }, '900144'],
  ['named scopes of two resources', { scope: `https://graph.microsoft.com/User.Read ${API_SCOPE}` }, '28000'],
  ['a scope that Graph does not have', { scope: 'https://graph.microsoft.com/Nothing.At.All' }, '650053'],
])('%s ends on a page and never leads anywhere', async (_what, parameters, number) => {
  const adele = world.browser();
  await adele.open(world.adminConsentUrl(contoso, parameters));
  expect(adele.page.status).toBe(400);
  expect(adele.page.headers.location).toBeUndefined();
  expect(adele.text).toContain(`AADSTS${number}`);
});

test('an unknown tenant ends on a page', async () => {
  const adele = world.browser();
  await adele.open(world.adminConsentUrl('nowhere.example'));
  expect(adele.text).toContain('AADSTS90002');
});

test('nobody can accept in the name of a person who is not signed in to the same browser', async () => {
  const answer = await world.ask(
    new URL(world.adminConsentUrl(contoso)).pathname + new URL(world.adminConsentUrl(contoso)).search,
    {
      body: new URLSearchParams({ simulated_step: 'accept', simulated_user: DEMO.users.adele }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
  );
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('Pick an account');
  expect(world.entra.directory.latestConsent(contoso).servicePrincipalId).toBeUndefined();
});

test('every screen says that it is simulated and refuses to be framed', async () => {
  const adele = world.browser();
  await adele.open(world.adminConsentUrl(contoso));
  for (const press of ['Adele Admin adele@contoso.example', undefined]) {
    expect(adele.text).toContain('SIMULATED');
    expect(adele.page.headers['x-frame-options']).toBe('DENY');
    expect(adele.page.text).not.toMatch(/(src|href)="https?:/);
    if (press !== undefined) await adele.press(press);
  }
});
