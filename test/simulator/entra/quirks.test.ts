import { DEMO } from './demo-seed';
import { QUIRKS } from './quirks';
import { API_SCOPE, claimsOf, startWorld, type EntraWorld } from './testing/world';

const { contoso } = DEMO.tenants;
const { adele, cleo, mia } = DEMO.users;

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.entra.reset());
afterAll(() => world.stop());

const refusalOf = async (scope: string, more: Readonly<Record<string, string>> = {}) => {
  const body = (await world.broker(mia, scope, more)).json() as { error?: { error_codes: number[] } };
  return body.error?.error_codes[0];
};

async function grants(headers: Readonly<Record<string, string>> = {}) {
  const answer = await world.ask('/v1.0/oauth2PermissionGrants', {
    headers: { authorization: `Bearer ${await world.appToken(contoso)}`, ...headers },
  });
  return answer.json()['value'] as readonly Record<string, unknown>[];
}

test('each quirk says where it was told', () => {
  for (const { title, source } of Object.values(QUIRKS))
    expect([title.length, source.length].every((length) => length > 10)).toBe(true);
});

describe('our own API (Office-Add-in-samples, Outlook-Add-in-SSO-NAA-Identity/README.md)', () => {
  test('pre-authorised, it needs the application in the tenant and nobody’s consent to it', async () => {
    expect(await refusalOf(API_SCOPE)).toBe(65001);
    world.entra.directory.grantForTenant(contoso, [{ scope: 'User.Read', kind: 'delegated' }], false);
    expect(await refusalOf(API_SCOPE)).toBeUndefined();
  });

  test('not pre-authorised, a grant that names Graph alone does not cover it', async () => {
    world.entra.directory.setQuirk('own-api-needs-consent', true);
    world.entra.directory.grantForTenant(contoso, undefined, false);
    expect(await refusalOf(API_SCOPE)).toBe(65001);
    world.entra.directory.setApiGrant(contoso, true);
    expect(await refusalOf(API_SCOPE)).toBeUndefined();
  });

  // AzureAD/microsoft-authentication-library-for-dotnet#4467.
  test('Windows’ broker takes it by its bare id alone', async () => {
    world.entra.directory.grantForTenant(contoso);
    const windows = (scope: string) =>
      world.ask('/simulated/broker/token', {
        body: JSON.stringify({ userId: mia, clientId: DEMO.appId, scope, bareIdsOnly: true }),
      });
    expect((await windows(API_SCOPE)).json()).toMatchObject({ ok: false, error: { error_codes: [90009] } });
    expect((await windows(`${DEMO.appId}/access_as_user`)).json()).toMatchObject({ ok: true });
    expect((await windows('User.Read')).json()).toMatchObject({ ok: true });
  });

  test('F19 its tokens may be of version 1', async () => {
    world.entra.directory.grantForTenant(contoso);
    const claims = async () => claimsOf((await world.broker(mia, API_SCOPE)).json()['access_token']);
    expect(await claims()).toMatchObject({ ver: '2.0', aud: DEMO.appId });
    world.entra.directory.setQuirk('version-1-tokens', true);
    expect(await claims()).toMatchObject({
      ver: '1.0',
      aud: `api://${DEMO.appId}`,
      iss: `https://sts.windows.net/${contoso}/`,
    });
  });
});

test('F8 tokens are dated five minutes back and live as long as before', async () => {
  world.entra.directory.grantForTenant(contoso);
  const now = Math.floor(world.clock.now() / 1000);
  for (const scope of [API_SCOPE, 'User.Read']) {
    const { iat, nbf, exp } = claimsOf((await world.broker(mia, scope)).json()['access_token']);
    expect([iat, nbf, exp]).toEqual([now - 300, now - 300, now + 3599]);
  }
});

// learn.microsoft.com/entra/identity-platform/optional-claims, groupMembershipClaims.
test('tokens name directory roles where the registration asks for them', async () => {
  world.entra.directory.grantForTenant(contoso);
  const wids = async (user: string) =>
    claimsOf((await world.broker(user, API_SCOPE)).json()['id_token'])['wids'];
  expect(await wids(cleo)).toEqual([
    '158c047a-c907-4556-b7ef-446551a6b5f7',
    'b79fbf4d-3ef9-4689-8143-76b194e85509',
  ]);
  expect(await wids(mia)).toEqual(['b79fbf4d-3ef9-4689-8143-76b194e85509']);
  world.entra.directory.setRole(mia, 'global-administrator');
  expect(await wids(mia)).toContain('62e90394-69f5-4237-9190-012177145e10');
  world.entra.directory.setQuirk('roles-not-in-tokens', true);
  expect(await wids(adele)).toBeUndefined();
});

// MicrosoftDocs/azure-docs#101648.
test('a grant may list the sign-in words or leave them out', async () => {
  world.entra.directory.grantForTenant(contoso, undefined, false);
  expect((await grants())[0]?.['scope']).toContain('openid profile email offline_access');
  world.entra.directory.setQuirk('sign-in-words-absent', true);
  expect((await grants())[0]?.['scope']).toBe('User.Read Mail.ReadWrite MailboxSettings.ReadWrite');
});

test('F16 grants may be listed only with the header ConsistencyLevel', async () => {
  world.entra.directory.grantForTenant(contoso, undefined, false);
  world.entra.directory.setQuirk('grants-need-consistency-level', true);
  expect(await grants()).toEqual([]);
  expect(await grants({ consistencylevel: 'eventual' })).toHaveLength(1);
});

// graph/api/oauth2permissiongrant-post: an administrator may write a grant for one person, of any scope.
test('a script grants one person what only an administrator can consent to', async () => {
  world.entra.directory.grantForTenant(
    contoso,
    [{ scope: 'Directory.Read.All', kind: 'application' }],
    false,
  );
  world.entra.directory.grantForUser(
    mia,
    [{ scope: 'Directory.Read.All', kind: 'delegated' }],
    undefined,
    false,
  );
  const token = (await world.broker(mia, 'Directory.Read.All')).json()['access_token'];
  expect(claimsOf(token)['scp']).toBe('Directory.Read.All');
  expect(await grants()).toEqual([expect.objectContaining({ consentType: 'Principal', principalId: mia })]);
  expect((await world.broker(cleo, 'Directory.Read.All')).json()['ok']).toBe(false);
});

// graph/api/serviceprincipal-get: its own details need no permission.
test('an application without any permission reads its own service principal, and nothing else', async () => {
  world.entra.directory.grantForTenant(contoso, [{ scope: 'User.Read', kind: 'delegated' }]);
  world.entra.directory.setAssignmentRequired(contoso, true);
  const token = await world.appToken(contoso);
  expect((await world.graph(`/servicePrincipals(appId='${DEMO.appId}')`, token)).json()).toMatchObject({
    accountEnabled: true,
    appRoleAssignmentRequired: true,
  });
  for (const path of [
    "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')",
    `/servicePrincipals(appId='${DEMO.appId}')/appRoleAssignments`,
    '/oauth2PermissionGrants',
    '/servicePrincipals',
  ])
    expect([path, (await world.graph(path, token)).status]).toEqual([path, 403]);
});

// learn.microsoft.com/entra/msal/javascript/browser/v4-migration; msal-browser 5.30, src/utils/PopupOriginCheck.ts.
test('a window loses its opener at every screen, unless MSAL vouches for it or it is switched off', async () => {
  const policies = async (address: string) => {
    const browser = world.browser();
    await browser.open(address);
    const first = browser.page.headers['cross-origin-opener-policy'];
    await browser.press('Cleo Cloud cleo@contoso.example');
    return [first, browser.page.headers['cross-origin-opener-policy']];
  };
  const address = world.adminConsentUrl(contoso);
  expect(await policies(address)).toEqual(['same-origin', 'same-origin']);
  expect(await policies(`${address}&pocd=1`)).toEqual([undefined, undefined]);
  world.entra.directory.setQuirk('opener-kept', true);
  expect(await policies(address)).toEqual([undefined, undefined]);
});
