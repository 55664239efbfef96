import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import { createAdministratorLook, type LookSeen } from '../../../src/service/tenant/administrator-look';
import { createCodeRedemption } from '../../../src/service/tenant/administrator-token';
import { DEMO } from '../../simulator/entra/demo-seed';
import {
  LOOK_REDIRECT,
  makePkce,
  PERMISSIONS,
  startWorld,
  WEB_REDIRECT,
  type EntraWorld,
} from '../../simulator/entra/testing/world';
import { ManualClock } from '../../support/manual-clock';
import { fetchTrusting } from '../testing/fetch-trusting';

/*
 * The look with DelegatedPermissionGrant.Read.All in the place of Directory.Read.All (9.1): less to ask for, and
 * documented for no call. What Microsoft documents does not let it prove anything; what a real tenant may do does.
 */

const SMALLER = 'DelegatedPermissionGrant.Read.All';
const CONTOSO = parseTenantId(DEMO.tenants.contoso) as TenantId;
const ADELE = 'Adele Admin adele@contoso.example';
const ASKED = ['User.Read', 'Mail.ReadWrite', SMALLER] as const;

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld({ permissions: [...PERMISSIONS, { scope: SMALLER, kind: 'delegated' }] });
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.entra.reset());

/** Adele approves what is asked, and looks with the smaller permission, as the service has it. */
async function approvesAndLooks(
  over: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch = (fetch) => fetch,
): Promise<LookSeen> {
  const browser = world.browser();
  const graph = (scope: string): string => `https://graph.microsoft.com/${scope}`;
  await browser.open(
    world.adminConsentUrl(CONTOSO, { scope: ASKED.map(graph).join(' '), redirect_uri: WEB_REDIRECT }),
  );
  await browser.press(ADELE);
  await browser.press('Accept');
  const pkce = makePkce();
  const scopes = ['openid', 'profile', graph(SMALLER)];
  await browser.open(
    world.authorizeUrl(CONTOSO, pkce, {
      redirect_uri: LOOK_REDIRECT,
      scope: scopes.join(' '),
      prompt: 'none',
    }),
  );
  const code = browser.landedAt.searchParams.get('code');
  if (code === null) throw new Error(`No code: ${browser.landedAt.search}`);

  const fetch = over(fetchTrusting(world.ca));
  const clock = new ManualClock(Date.now());
  const cloud = {
    name: 'custom' as const,
    loginOrigin: world.entra.origin,
    graphOrigin: world.entra.origin,
    officeJsUrl: '',
  };
  const credential = { kind: 'secret', secret: DEMO.clientSecret } as const;
  const takeLook = createAdministratorLook({
    clientId: DEMO.appId,
    graphOrigin: world.entra.origin,
    wantedScopes: ASKED,
    redeem: createCodeRedemption({ clientId: DEMO.appId, credential, cloud }, fetch, clock),
    fetch,
    clock,
  });
  return takeLook({
    tenant: CONTOSO,
    code,
    codeVerifier: pkce.verifier,
    nonce: 'the-nonce',
    redirectUri: LOOK_REDIRECT,
    scopes,
    readsGrants: true,
    asksRoles: true,
  });
}

test('9.1: by what Microsoft documents it shows nothing: the administrator is told so, and nothing is proved', async () => {
  expect(await approvesAndLooks()).toEqual({ kind: 'may-not-read', tenant: CONTOSO, isAdministrator: true });
});

test('9.1: where Microsoft shows the grants and whom they name, the very same look proves them', async () => {
  world.entra.directory.setQuirk('smaller-permission-shows-grants', true);
  const seen = await approvesAndLooks();
  expect(seen).toMatchObject({
    kind: 'read',
    tenant: CONTOSO,
    facts: { tenantName: 'Contoso', enabled: true },
  });
  const scopes = seen.kind === 'read' ? seen.facts.tenantScopes : [];
  expect(scopes).toEqual(expect.arrayContaining([...ASKED]));
  expect(scopes).not.toContain('Directory.Read.All');
});

test.each([
  ['once: it is asked again', 1, true],
  ['at all: what was read is the proof, and no more', 2, false],
])('a token names no roles, and Graph does not tell them %s', async (_what, failures, isAdministrator) => {
  world.entra.directory.setQuirk('smaller-permission-shows-grants', true);
  world.entra.directory.setQuirk('roles-not-in-tokens', true);
  let left = failures;
  const seen = await approvesAndLooks((fetch) => (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (!url.includes('/me/transitiveMemberOf/')) return fetch(input, init);
    left -= 1;
    const GLOBAL_ADMINISTRATOR = '62E90394-69F5-4237-9190-012177145E10';
    return Promise.resolve(
      left < 0
        ? Response.json({ value: [{ id: 'x', roleTemplateId: GLOBAL_ADMINISTRATOR }] })
        : new Response('', { status: 503 }),
    );
  });
  expect(seen).toMatchObject({ kind: 'read', isAdministrator });
});
