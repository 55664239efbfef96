import { DEMO } from './demo-seed';
import { API_SCOPE, claimsOf, makePkce, SPA_REDIRECT, startWorld, type EntraWorld } from './testing/world';

const { contoso, northwind } = DEMO.tenants;
const { carlInContoso, carl, mia } = DEMO.users;
const MIA = 'Mia Moreno mia@contoso.example';
const ADELE = 'Adele Admin adele@contoso.example';
const pkce = makePkce();

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.entra.reset());
afterAll(() => world.stop());

function redeem(code: string | null, more: Readonly<Record<string, string>> = {}) {
  return world.token(
    'organizations',
    {
      grant_type: 'authorization_code',
      code: code ?? '',
      redirect_uri: SPA_REDIRECT,
      code_verifier: pkce.verifier,
      ...more,
    },
    'https://pane.example',
  );
}

describe('without showing anything (prompt=none)', () => {
  const silent = { prompt: 'none', response_mode: 'fragment' };
  const fragment = (url: URL) => new URLSearchParams(url.hash.slice(1));

  test('nobody is signed in', async () => {
    const browser = world.browser();
    await browser.open(world.authorizeUrl('organizations', pkce, silent));
    const answer = fragment(browser.landedAt);
    expect(answer.get('error')).toBe('login_required');
    expect(answer.get('error_description')).toMatch(/^AADSTS50058: /);
    expect(answer.get('state')).toBe('the-state');
  });

  test('signed in without consent, then with consent', async () => {
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press(MIA);
    await browser.open(world.authorizeUrl(contoso, pkce, silent));
    expect(fragment(browser.landedAt).get('error')).toBe('consent_required');
    expect(fragment(browser.landedAt).get('error_description')).toContain('AADSTS65001');

    world.entra.directory.grantForTenant(contoso);
    await browser.open(world.authorizeUrl(contoso, pkce, silent));
    const token = await redeem(fragment(browser.landedAt).get('code'));
    expect(claimsOf(token.json()['access_token'])['oid']).toBe(mia);
  });

  test('two people are signed in: without a hint nobody is chosen, with a hint the right one is', async () => {
    world.entra.directory.grantForTenant(contoso);
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press(MIA);
    await browser.open(world.authorizeUrl(contoso, pkce, { prompt: 'select_account' }));
    await browser.press(ADELE);
    await browser.open(world.authorizeUrl(contoso, pkce, silent));
    expect(fragment(browser.landedAt).get('error')).toBe('interaction_required');
    expect(fragment(browser.landedAt).get('error_description')).toContain('AADSTS16000');
    await browser.open(world.authorizeUrl(contoso, pkce, { ...silent, login_hint: 'mia@contoso.example' }));
    const token = await redeem(fragment(browser.landedAt).get('code'));
    expect(claimsOf(token.json()['access_token'])['oid']).toBe(mia);
  });

  test('a hint for somebody who is not signed in is a missing sign-in', async () => {
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press(MIA);
    await browser.open(world.authorizeUrl(contoso, pkce, { ...silent, login_hint: 'adele@contoso.example' }));
    expect(fragment(browser.landedAt).get('error')).toBe('login_required');
  });

  test('a blocked person is refused as interaction_required with the number', async () => {
    world.entra.directory.grantForTenant(contoso);
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press(MIA);
    world.entra.directory.setAssignmentRequired(contoso, true);
    await browser.open(world.authorizeUrl(contoso, pkce, silent));
    expect(fragment(browser.landedAt).get('error')).toBe('interaction_required');
    expect(fragment(browser.landedAt).get('error_description')).toContain('AADSTS50105');
    world.entra.directory.assignUser(mia);
    await browser.open(world.authorizeUrl(contoso, pkce, silent));
    expect(fragment(browser.landedAt).get('code')).not.toBeNull();
  });

  test('a revoked session is no session', async () => {
    world.entra.directory.grantForTenant(contoso);
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press(MIA);
    world.clock.advance(1000);
    world.entra.directory.revokeSessions(mia);
    await browser.open(world.authorizeUrl(contoso, pkce, silent));
    expect(fragment(browser.landedAt).get('error')).toBe('login_required');
  });
});

describe('with screens', () => {
  test('Mia consents alone, and the code works before the grant has spread', async () => {
    world.entra.directory.setPropagationDelay(60_000);
    const browser = world.browser();
    await browser.open(
      world.authorizeUrl(contoso, pkce, { scope: 'openid offline_access User.Read Mail.ReadWrite' }),
    );
    await browser.press(MIA);
    expect(browser.text).toContain('Permissions requested');
    expect(browser.text).not.toContain('Consent on behalf of your organization');
    await browser.press('Accept');
    const token = await redeem(browser.landedAt.searchParams.get('code'));
    expect(claimsOf(token.json()['access_token'])['scp']).toBe('openid User.Read Mail.ReadWrite');
    expect((await world.broker(mia, 'Mail.ReadWrite')).json()['ok']).toBe(false);
    world.clock.advance(60_000);
    expect((await world.broker(mia, 'Mail.ReadWrite')).json()['ok']).toBe(true);
    expect((await world.broker(DEMO.users.adele, 'Mail.ReadWrite')).json()['ok']).toBe(false);
  });

  test('Mia cancels', async () => {
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press(MIA);
    await browser.press('Cancel');
    const { searchParams } = browser.landedAt;
    expect(searchParams.get('error')).toBe('access_denied');
    expect(searchParams.get('error_subcode')).toBe('cancel');
    expect(searchParams.get('error_description')).toContain('AADSTS65004');
  });

  test('an administrator may tick the box for the organization', async () => {
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce, { scope: 'openid User.Read' }));
    await browser.press(ADELE);
    await browser.press('Accept', ['simulated_for_organization']);
    expect(browser.landedAt.searchParams.get('code')).not.toBeNull();
    expect([...world.entra.directory.visibleConsent(contoso).tenantScopes]).toEqual(['openid', 'User.Read']);
  });

  test('Mia cannot grant for the organization by adding the field to the form', async () => {
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce, { scope: 'openid User.Read' }));
    await browser.press(MIA);
    await expect(browser.press('Accept', ['simulated_for_organization'])).rejects.toThrow('No check box');
    expect(world.entra.directory.visibleConsent(contoso).tenantScopes.size).toBe(0);
  });

  test.each([
    ['off', 'openid User.Read', false],
    ['low-risk-only', 'openid Mail.ReadWrite', false],
    ['low-risk-only', 'openid User.Read', true],
    ['on', 'openid Mail.ReadWrite', true],
    ['on', 'openid Directory.Read.All', false],
  ] as const)('user consent %s, asked for %s: consent screen %s', async (policy, scope, mayConsent) => {
    world.entra.directory.setUserConsentPolicy(contoso, policy);
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce, { scope }));
    await browser.press(MIA);
    expect(browser.buttons.includes('Accept')).toBe(mayConsent);
    expect(browser.text.includes('Need admin approval')).toBe(!mayConsent);
  });

  test('from "Need admin approval" Mia goes back to the application', async () => {
    world.entra.directory.setUserConsentPolicy(contoso, 'off');
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press(MIA);
    await browser.press('Back');
    expect(browser.landedAt.searchParams.get('error')).toBe('access_denied');
    expect(browser.landedAt.searchParams.get('error_description')).toContain('AADSTS90094');
  });

  test('prompt=consent shows the screen again', async () => {
    world.entra.directory.grantForTenant(contoso);
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce, { prompt: 'consent' }));
    await browser.press(MIA);
    expect(browser.buttons).toContain('Accept');
  });

  test('a hint puts its account first, and skips the picker for somebody who is signed in', async () => {
    world.entra.directory.grantForTenant(contoso);
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce, { login_hint: 'mia@contoso.example' }));
    expect(browser.buttons[0]).toBe(MIA);
    await browser.press(MIA);
    await browser.open(world.authorizeUrl(contoso, pkce, { login_hint: 'mia@contoso.example' }));
    expect(browser.landedAt.searchParams.get('code')).not.toBeNull();
    await browser.open(
      world.authorizeUrl(contoso, pkce, { login_hint: 'mia@contoso.example', prompt: 'login' }),
    );
    expect(browser.buttons).toContain(MIA);
  });

  test('Carl, a guest, gets a token of the tenant that was asked', async () => {
    world.entra.directory.grantForTenant(contoso);
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press('Carl Consultant carl@northwind.example');
    const body = (await redeem(browser.landedAt.searchParams.get('code'))).json();
    expect(claimsOf(body['access_token'])).toMatchObject({ tid: contoso, oid: carlInContoso });
    const info = JSON.parse(
      Buffer.from(String(body['client_info']), 'base64url').toString('utf8'),
    ) as unknown;
    expect(info).toEqual({ uid: carl, utid: northwind });
  });

  test('Bo is no guest of Contoso', async () => {
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press('Bo Admin bo@fabrikam.example');
    expect(browser.text).toContain('AADSTS50020');
    await browser.press('Sign in with another account');
    expect(browser.buttons).toContain(MIA);
  });

  test('a second factor: silence is refused with a claims challenge until somebody signs in on a screen', async () => {
    world.entra.directory.grantForTenant(contoso);
    world.entra.directory.setConditionalAccess(contoso, 'require-mfa');
    const refused = (await world.broker(mia, API_SCOPE)).json()['error'] as Record<string, unknown>;
    expect(refused).toMatchObject({ error: 'invalid_grant', suberror: 'basic_action', error_codes: [50076] });
    expect(JSON.parse(String(refused['claims']))).toHaveProperty('access_token');
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press(MIA);
    expect((await redeem(browser.landedAt.searchParams.get('code'))).status).toBe(200);
    expect((await world.broker(mia, API_SCOPE)).json()['ok']).toBe(true);
  });

  test('form_post hands the answer over in a form', async () => {
    world.entra.directory.grantForTenant(contoso);
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce, { response_mode: 'form_post' }));
    await browser.press(MIA);
    expect(browser.page.status).toBe(200);
    expect(browser.page.text).toContain(`action="${SPA_REDIRECT}"`);
    expect(browser.page.text).toMatch(/name="code" value="[^"]+"/);
  });

  test('signing out forgets everybody', async () => {
    world.entra.directory.grantForTenant(contoso);
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce));
    await browser.press(MIA);
    await browser.open(
      `${world.entra.origin}/common/oauth2/v2.0/logout?post_logout_redirect_uri=https://thief.example/`,
    );
    expect(browser.text).toContain('You signed out');
    await browser.open(world.authorizeUrl(contoso, pkce, { prompt: 'none' }));
    expect(browser.landedAt.searchParams.get('error')).toBe('login_required');
  });
});

describe('requests that are wrong', () => {
  test.each([
    ['no PKCE', { code_challenge: '' }, 'AADSTS9002325'],
    ['PKCE in the clear', { code_challenge_method: 'plain' }, 'AADSTS50148'],
    ['a challenge of the wrong size', { code_challenge: 'short' }, 'AADSTS501491'],
    ['the implicit flow', { response_type: 'token' }, 'AADSTS70005'],
  ])('%s goes back to the application as an error', async (_what, parameters, number) => {
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce, parameters));
    expect(browser.landedAt.searchParams.get('error_description')).toContain(number);
    expect(browser.landedAt.searchParams.get('code')).toBeNull();
  });

  test.each([
    ['an unregistered address', { redirect_uri: 'https://thief.example/' }, 'AADSTS50011'],
    ['no address', { redirect_uri: '' }, 'AADSTS50011'],
    ['an unknown client', { client_id: 'nobody' }, 'AADSTS700016'],
    ['a resource that nobody has', { scope: 'api://other/read' }, 'AADSTS500011'],
  ])('%s stays on a page, also with prompt=none', async (_what, parameters, number) => {
    for (const prompt of ['none', 'login']) {
      const browser = world.browser();
      await browser.open(world.authorizeUrl(contoso, pkce, { ...parameters, prompt }));
      expect(browser.page.headers.location).toBeUndefined();
      expect(browser.text).toContain(number);
    }
  });

  test('what a request brings along is shown as text, never as markup', async () => {
    const browser = world.browser();
    await browser.open(world.authorizeUrl(contoso, pkce, { redirect_uri: '"><script>alert(1)</script>' }));
    expect(browser.page.text).not.toContain('<script>alert');
    await browser.open(world.authorizeUrl(contoso, pkce, { state: '"><script>alert(1)</script>' }));
    expect(browser.page.text).not.toContain('<script>alert');
  });
});
