import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import { DEMO } from './demo-seed';
import type { Browser } from './testing/browser';
import { ask } from './testing/https-client';
import {
  claimsOf,
  LOOK_REDIRECT,
  makePkce,
  SPA_REDIRECT,
  startWorld,
  type EntraWorld,
  type Pkce,
} from './testing/world';

const { contoso, fabrikam } = DEMO.tenants;
const ADELE = 'Adele Admin adele@contoso.example';
const IRA = 'Ira Intelligence ira@contoso.example';
const MIA = 'Mia Moreno mia@contoso.example';
const RITA = 'Rita Reader rita@contoso.example';
const DIRECTORY = 'Directory.Read.All';
const DELEGATED = ['User.Read', 'Mail.ReadWrite', DIRECTORY]
  .map((scope) => `https://graph.microsoft.com/${scope}`)
  .join(' ');

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld({
    permissions: [
      { scope: 'openid', kind: 'delegated' },
      { scope: 'User.Read', kind: 'delegated' },
      { scope: 'Mail.ReadWrite', kind: 'delegated' },
      { scope: DIRECTORY, kind: 'delegated' },
    ],
  });
});
beforeEach(() => world.entra.reset());
afterAll(() => world.stop());

function lookUrl(pkce: Pkce, more: Readonly<Record<string, string>> = {}): string {
  return world.authorizeUrl(contoso, pkce, {
    redirect_uri: LOOK_REDIRECT,
    scope: `openid profile https://graph.microsoft.com/${DIRECTORY}`,
    prompt: 'none',
    ...more,
  });
}

/** Somebody accepts delegated permissions alone, and stays in the same browser. */
async function acceptedBy(account: string): Promise<Browser> {
  const browser = world.browser();
  await browser.open(world.adminConsentUrl(contoso, { scope: DELEGATED }));
  await browser.press(account);
  await browser.press('Accept');
  return browser;
}

/** The service's half: the code becomes a token by msal-node itself, from a server, with the application's secret. */
async function redeem(code: string, pkce: Pkce) {
  const network: INetworkModule = {
    sendGetRequestAsync: () => Promise.reject(new Error('nothing to discover')),
    sendPostRequestAsync: async (url, options) => {
      const answer = await ask(url, world.ca, {
        headers: options?.headers ?? {},
        ...(options?.body === undefined ? {} : { body: options.body }),
      });
      return { status: answer.status, headers: {}, body: JSON.parse(answer.text) };
    },
  };
  const base = `${world.entra.origin}/${contoso}`;
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: DEMO.appId,
      clientSecret: DEMO.clientSecret,
      authority: base,
      knownAuthorities: [new URL(world.entra.origin).host],
      authorityMetadata: JSON.stringify({
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        issuer: `${base}/v2.0`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      }),
    },
    system: { networkClient: network },
  });
  return client.acquireTokenByCode({
    code,
    codeVerifier: pkce.verifier,
    redirectUri: LOOK_REDIRECT,
    scopes: [`https://graph.microsoft.com/${DIRECTORY}`],
    // msal-node believes the request's nonce, not the one of the answer's payload.
    nonce: 'the-nonce',
  });
}

// entra/fundamentals/users-default-permissions and graph/api/oauth2permissiongrant-list do not agree.
test('whoever holds no role is told of grants, or is not', async () => {
  await acceptedBy(ADELE);
  const mia = world.browser();
  const pkce = makePkce();
  await mia.open(lookUrl(pkce, { prompt: 'select_account' }));
  await mia.press(MIA);
  const { accessToken } = await redeem(mia.landedAt.searchParams.get('code') ?? '', pkce);
  expect((await world.graph(GRANTS, accessToken)).status).toBe(403);
  world.entra.directory.setQuirk('members-read-grants', true);
  expect((await world.graph(GRANTS, accessToken)).json()['value']).toHaveLength(1);
});

// graph/api/user-list-transitivememberof.
test('whoever signed in is told of their own directory roles', async () => {
  await acceptedBy(ADELE);
  const path = '/me/transitiveMemberOf/microsoft.graph.directoryRole';
  for (const [account, roles] of [
    [ADELE, ['62e90394-69f5-4237-9190-012177145e10']],
    [MIA, []],
  ] as const) {
    const browser = world.browser();
    const pkce = makePkce();
    await browser.open(lookUrl(pkce, { prompt: 'select_account' }));
    await browser.press(account);
    const { accessToken } = await redeem(browser.landedAt.searchParams.get('code') ?? '', pkce);
    const told = (await world.graph(path, accessToken)).json()['value'] as readonly {
      roleTemplateId: string;
    }[];
    expect(told.map(({ roleTemplateId }) => roleTemplateId)).toEqual(roles);
    expect((await world.graph(`${path}?$select=roleTemplateId`, accessToken)).status).toBe(400);
  }
});

const GRANTS = "/oauth2PermissionGrants?$filter=consentType eq 'AllPrincipals'";

test('after an acceptance the same browser is sent through without a click, and reads the grants', async () => {
  const adele = await acceptedBy(ADELE);
  const pkce = makePkce();
  await adele.open(lookUrl(pkce));
  const result = await redeem(adele.landedAt.searchParams.get('code') ?? '', pkce);
  expect(adele.landedAt.searchParams.get('state')).toBe('the-state');
  expect(result.idTokenClaims).toMatchObject({
    nonce: 'the-nonce',
    tid: contoso,
    wids: expect.arrayContaining(['62e90394-69f5-4237-9190-012177145e10']),
  });
  const grants = (await world.graph(GRANTS, result.accessToken)).json()['value'];
  expect(grants).toEqual([
    expect.objectContaining({ consentType: 'AllPrincipals', scope: `User.Read Mail.ReadWrite ${DIRECTORY}` }),
  ]);
  const application = await world.graph(
    `/servicePrincipals(appId='${DEMO.appId}')?$select=accountEnabled`,
    result.accessToken,
  );
  expect(application.json()).toMatchObject({ accountEnabled: true });
});

test('where application permissions prove the grant, signing in alone is enough', async () => {
  const adele = await acceptedBy(ADELE);
  const pkce = makePkce();
  await adele.open(lookUrl(pkce, { scope: 'openid profile' }));
  expect(adele.landedAt.searchParams.get('code')).not.toBeNull();
});

// learn.microsoft.com/entra/architecture/architecture, "Consistency"; MSAL.NET#2612 tells of the other case.
test('the browser that wrote the consent is let through before it has spread; Graph still knows the old state', async () => {
  world.entra.directory.setPropagationDelay(20_000);
  const adele = await acceptedBy(ADELE);
  const pkce = makePkce();
  await adele.open(lookUrl(pkce));
  const { accessToken } = await redeem(adele.landedAt.searchParams.get('code') ?? '', pkce);
  expect((await world.graph(GRANTS, accessToken)).json()['value']).toEqual([]);
  world.clock.advance(20_000);
  expect((await world.graph(GRANTS, accessToken)).json()['value']).toHaveLength(1);
});

test('with a sign-in that knows of the consent late, the look has to ask again', async () => {
  world.entra.directory.setPropagationDelay(20_000);
  world.entra.directory.setQuirk('consent-known-late', true);
  const adele = await acceptedBy(ADELE);
  await adele.open(lookUrl(makePkce()));
  expect(adele.landedAt.searchParams.get('error')).toBe('consent_required');
  expect(adele.landedAt.searchParams.get('error_description')).toContain('AADSTS65001');
});

test.each([
  ['a global reader may look', RITA, 200],
  // graph/api/oauth2permissiongrant-list names no AI Administrator among the roles.
  ['an AI administrator may grant and may not look', IRA, 403],
  ['a user may not, though the application holds the permission for everybody', MIA, 403],
])('%s', async (_what, account, status) => {
  const window = await acceptedBy(ADELE);
  await window.open(lookUrl(makePkce(), { prompt: 'select_account' }));
  const pkce = makePkce();
  await window.open(lookUrl(pkce, { prompt: 'select_account' }));
  await window.press(account);
  const { accessToken } = await redeem(window.landedAt.searchParams.get('code') ?? '', pkce);
  for (const path of [GRANTS, `/servicePrincipals(appId='${DEMO.appId}')`, '/servicePrincipals'])
    expect([path, (await world.graph(path, accessToken)).status]).toEqual([path, status]);
});

test('an administrator without the scope may not read: the role alone is not enough', async () => {
  world.entra.directory.setTenantGrant(contoso, [{ scope: 'User.Read', kind: 'delegated' }]);
  const token = String((await world.broker(DEMO.users.adele, 'User.Read')).json()['access_token']);
  for (const path of [GRANTS, `/servicePrincipals(appId='${DEMO.appId}')`])
    expect((await world.graph(path, token)).status).toBe(403);
});

describe('without a click it is refused', () => {
  const refused = (browser: Browser) => {
    const { searchParams } = browser.landedAt;
    return [searchParams.get('error'), /AADSTS\d+/.exec(searchParams.get('error_description') ?? '')?.[0]];
  };

  test('where nobody is signed in', async () => {
    const browser = world.browser();
    await browser.open(lookUrl(makePkce()));
    expect(refused(browser)).toEqual(['login_required', 'AADSTS50058']);
  });

  test('where two are signed in and nobody says which', async () => {
    const browser = await acceptedBy(ADELE);
    await browser.open(lookUrl(makePkce(), { prompt: 'select_account' }));
    await browser.press(RITA);
    await browser.open(lookUrl(makePkce()));
    expect(refused(browser)).toEqual(['interaction_required', 'AADSTS16000']);
    await browser.open(lookUrl(makePkce(), { login_hint: 'adele@contoso.example' }));
    expect(browser.landedAt.searchParams.get('code')).not.toBeNull();
  });

  // OpenID Connect Core 1.0, 3.1.2.6: some servers name it so.
  test('also under the name that OpenID Connect has for it', async () => {
    const browser = await acceptedBy(ADELE);
    world.entra.directory.injectFault({
      families: ['authorize'],
      trouble: { kind: 'aadsts', number: 16000, error: 'account_selection_required' },
    });
    await browser.open(lookUrl(makePkce()));
    expect(refused(browser)).toEqual(['account_selection_required', 'AADSTS16000']);
  });

  test('where a policy wants a second factor', async () => {
    const browser = await acceptedBy(ADELE);
    world.clock.advance(1000);
    world.entra.directory.setConditionalAccess(contoso, 'require-mfa');
    world.entra.directory.injectFault({
      families: ['authorize'],
      trouble: { kind: 'aadsts', number: 50076, error: 'interaction_required' },
      times: 1,
    });
    await browser.open(lookUrl(makePkce()));
    expect(refused(browser)).toEqual(['interaction_required', 'AADSTS50076']);
  });

  test('where the one who is signed in belongs to another organisation', async () => {
    const browser = world.browser();
    await browser.open(world.authorizeUrl(fabrikam, makePkce()));
    await browser.press('Bo Admin bo@fabrikam.example');
    await browser.open(lookUrl(makePkce()));
    expect(refused(browser)).toEqual(['interaction_required', 'AADSTS50020']);
  });

  test('for a user who would have to consent: only an administrator can, and the page says so', async () => {
    world.entra.directory.setTenantGrant(contoso, [{ scope: 'User.Read', kind: 'delegated' }]);
    const browser = world.browser();
    await browser.open(lookUrl(makePkce(), { prompt: 'select_account' }));
    await browser.press(MIA);
    expect(browser.text).toContain('AADSTS90094');
    await browser.press('Back');
    expect(refused(browser)).toEqual(['access_denied', 'AADSTS90094']);
    await browser.open(lookUrl(makePkce()));
    expect(refused(browser)).toEqual(['consent_required', 'AADSTS65001']);
  });
});

describe('a code belongs to whom it was made for', () => {
  const redeemForm = (code: string, pkce: Pkce, more: Readonly<Record<string, string>>, origin?: string) =>
    world.token(
      contoso,
      { grant_type: 'authorization_code', code, code_verifier: pkce.verifier, ...more },
      origin,
    );

  async function codeFor(pkce: Pkce, redirect: string): Promise<string> {
    const adele = await acceptedBy(ADELE);
    await adele.open(lookUrl(pkce, { redirect_uri: redirect }));
    return adele.landedAt.searchParams.get('code') ?? '';
  }

  const secret = { client_secret: DEMO.clientSecret };

  test('a server may not redeem the code of a page', async () => {
    const pkce = makePkce();
    const answer = await redeemForm(await codeFor(pkce, SPA_REDIRECT), pkce, {
      ...secret,
      redirect_uri: SPA_REDIRECT,
    });
    expect(answer.json()['error_codes']).toEqual([9002327]);
  });

  test('a page may not redeem the code of a server', async () => {
    const pkce = makePkce();
    const answer = await redeemForm(
      await codeFor(pkce, LOOK_REDIRECT),
      pkce,
      { redirect_uri: LOOK_REDIRECT },
      'https://pane.example',
    );
    expect(answer.json()['error_codes']).toEqual([9002326]);
  });

  test('the secret, the verifier and the address must all be right, once', async () => {
    const pkce = makePkce();
    const text = await codeFor(pkce, LOOK_REDIRECT);
    const to = { redirect_uri: LOOK_REDIRECT };
    const codes = async (form: Readonly<Record<string, string>>, proof = pkce) =>
      (await redeemForm(text, proof, form)).json()['error_codes'];
    expect(await codes(to)).toEqual([7000218]);
    expect(await codes({ ...to, client_secret: 'guessed' })).toEqual([7000215]);
    expect(await codes({ ...to, ...secret }, makePkce())).toEqual([501481]);
    expect(await codes({ ...secret, redirect_uri: SPA_REDIRECT })).toEqual([500112]);
    const answer = await redeemForm(text, pkce, { ...to, ...secret });
    expect(claimsOf(answer.json()['id_token'])).toMatchObject({ nonce: 'the-nonce', tid: contoso });
    expect(await codes({ ...to, ...secret })).toEqual([54005]);
  });

  test('without PKCE an address of a page gets no code at all', async () => {
    const browser = await acceptedBy(ADELE);
    await browser.open(lookUrl(makePkce(), { redirect_uri: SPA_REDIRECT, code_challenge: '' }));
    expect(browser.landedAt.searchParams.get('error_description')).toContain('AADSTS9002325');
  });
});
