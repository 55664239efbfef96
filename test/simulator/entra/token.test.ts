import { createPrivateKey, createHash, X509Certificate } from 'node:crypto';
import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node';
import { createLocalJWKSet, jwtVerify, SignJWT, type JSONWebKeySet } from 'jose';
import { DEMO } from './demo-seed';
import { ask as askHttps } from './testing/https-client';
import {
  API_SCOPE,
  claimsOf,
  makeClientCertificate,
  makePkce,
  SPA_REDIRECT,
  startWorld,
  WEB_REDIRECT,
  type EntraWorld,
  type Pkce,
  type TestCertificate,
} from './testing/world';

const { contoso, fabrikam } = DEMO.tenants;
const { adele, mia } = DEMO.users;
const GRAPH_DEFAULT = 'https://graph.microsoft.com/.default';
const PANE = 'https://pane.example';

let world: EntraWorld;
let clientCertificate: TestCertificate;
beforeAll(async () => {
  clientCertificate = await makeClientCertificate();
  world = await startWorld({ certificate: clientCertificate.cert });
});
beforeEach(() => world.entra.reset());
afterAll(() => world.stop());

/** msal-node's own network port, over a client that trusts the test's certificate. */
function trustingNetwork(ca: string): INetworkModule {
  const send = async (url: string, options: NetworkRequestOptions | undefined, method: string) => {
    const answer = await askHttps(url, ca, {
      method,
      headers: options?.headers ?? {},
      ...(options?.body === undefined ? {} : { body: options.body }),
    });
    return { status: answer.status, headers: {}, body: JSON.parse(answer.text) };
  };
  return {
    sendGetRequestAsync: (url, options) => send(url, options, 'GET'),
    sendPostRequestAsync: (url, options) => send(url, options, 'POST'),
  };
}

function msal(tenant: string, proof: 'secret' | 'wrong-secret' | 'certificate' | TestCertificate) {
  const certificate = typeof proof === 'object' ? proof : clientCertificate;
  return new ConfidentialClientApplication({
    auth: {
      clientId: DEMO.appId,
      authority: `${world.entra.origin}/${tenant}`,
      knownAuthorities: [new URL(world.entra.origin).host],
      ...(proof === 'secret' || proof === 'wrong-secret'
        ? { clientSecret: proof === 'secret' ? DEMO.clientSecret : 'guessed' }
        : {
            clientCertificate: {
              privateKey: createPrivateKey(certificate.key)
                .export({ type: 'pkcs8', format: 'pem' })
                .toString(),
              thumbprintSha256: new X509Certificate(certificate.cert).fingerprint256.replaceAll(':', ''),
            },
          }),
    },
    system: { networkClient: trustingNetwork(world.ca) },
  });
}

async function verified(token: string, audience: string) {
  const keys = (await world.ask('/common/discovery/v2.0/keys')).json() as unknown as JSONWebKeySet;
  return jwtVerify(token, createLocalJWKSet(keys), {
    audience,
    algorithms: ['RS256'],
    currentDate: new Date(world.clock.now()),
  });
}

/** Walks the sign-in of somebody and answers the code. */
async function codeFor(
  account: string,
  pkce: Pkce,
  more: Readonly<Record<string, string>> = {},
  tenant = contoso,
) {
  const browser = world.browser();
  await browser.open(world.authorizeUrl(tenant, pkce, more));
  await browser.press(account);
  const code = browser.landedAt.searchParams.get('code');
  if (code === null) throw new Error(`No code: ${browser.landedAt.href}`);
  return code;
}

const MIA = 'Mia Moreno mia@contoso.example';

function redeem(code: string, pkce: Pkce, more: Readonly<Record<string, string>> = {}) {
  return world.token(
    contoso,
    {
      grant_type: 'authorization_code',
      code,
      redirect_uri: SPA_REDIRECT,
      code_verifier: pkce.verifier,
      ...more,
    },
    PANE,
  );
}

describe('an app-only token with the real msal-node', () => {
  test.each(['secret', 'certificate'] as const)(
    'by %s names the granted application permissions',
    async (proof) => {
      world.entra.directory.grantForTenant(contoso);
      const result = await msal(contoso, proof).acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT] });
      expect(claimsOf(result?.accessToken)).toMatchObject({
        tid: contoso,
        idtyp: 'app',
        roles: ['Mail.ReadWrite', 'User.Read.All', 'Directory.Read.All'],
      });
      expect(claimsOf(result?.accessToken)['scp']).toBeUndefined();
    },
  );

  test('a partial grant shows in the roles, whatever else was asked for', async () => {
    world.entra.directory.setTenantGrant(contoso, [{ scope: 'Directory.Read.All', kind: 'application' }]);
    const result = await msal(contoso, 'secret').acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT] });
    expect(claimsOf(result?.accessToken)['roles']).toEqual(['Directory.Read.All']);
  });

  test('with delegated consent alone there is a token without roles', async () => {
    world.entra.directory.grantForUser(mia);
    const result = await msal(contoso, 'secret').acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT] });
    expect(claimsOf(result?.accessToken)['roles']).toBeUndefined();
  });

  test('without consent the application is not in the tenant', async () => {
    const asked = msal(contoso, 'secret').acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT] });
    await expect(asked).rejects.toMatchObject({
      errorCode: 'unauthorized_client',
      errorMessage: expect.stringContaining('AADSTS700016'),
    });
  });

  test('a wrong secret, a certificate that nobody registered, a disabled application', async () => {
    world.entra.directory.grantForTenant(contoso);
    const ask = (proof: Parameters<typeof msal>[1]) =>
      msal(contoso, proof).acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT] });
    await expect(ask('wrong-secret')).rejects.toThrow('AADSTS7000215');
    await expect(ask(await makeClientCertificate())).rejects.toThrow('AADSTS700027');
    world.entra.directory.setApplicationEnabled(contoso, false);
    await expect(ask('secret')).rejects.toThrow('AADSTS7000112');
  });

  test('propagation: the old answer stays until the grant has spread', async () => {
    world.entra.directory.setPropagationDelay(40_000);
    world.entra.directory.grantForTenant(contoso);
    const ask = () => msal(contoso, 'secret').acquireTokenByClientCredential({ scopes: [GRAPH_DEFAULT] });
    await expect(ask()).rejects.toThrow('AADSTS700016');
    world.clock.advance(39_999);
    await expect(ask()).rejects.toThrow('AADSTS700016');
    world.clock.advance(1);
    expect(claimsOf((await ask())?.accessToken)['roles']).toContain('Directory.Read.All');
  });
});

describe('client credentials by hand', () => {
  const base = { grant_type: 'client_credentials', scope: GRAPH_DEFAULT };

  test.each([
    ['no secret', {}, '7000218', 401],
    [
      'a single scope instead of .default',
      { client_secret: DEMO.clientSecret, scope: 'User.Read' },
      '1002012',
      400,
    ],
    [
      'an assertion that is no JWT',
      {
        client_assertion: 'x',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      },
      '50027',
      401,
    ],
    ['an unknown grant type', { grant_type: 'password' }, '70003', 400],
    ['no grant type', { grant_type: '' }, '900144', 400],
    ['another client', { client_id: '00000000-0000-4000-8000-000000000000' }, '700016', 400],
  ])('%s is refused with AADSTS number, class and ids', async (_what, more, number, status) => {
    world.entra.directory.grantForTenant(contoso);
    const answer = await world.token(contoso, { ...base, ...(more as Record<string, string>) });
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({
      error: expect.any(String),
      error_description: expect.stringMatching(
        new RegExp(
          `^AADSTS${number}: .+ Trace ID: \\S+ Correlation ID: \\S+ Timestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$`,
        ),
      ),
      error_codes: [Number(number)],
      error_uri: expect.stringContaining(number),
    });
  });

  test('a forged assertion under a registered thumbprint is refused', async () => {
    world.entra.directory.grantForTenant(contoso);
    const thief = await makeClientCertificate();
    const thumbprint = createHash('sha256')
      .update(new X509Certificate(clientCertificate.cert).raw)
      .digest('base64url');
    const forged = await new SignJWT({})
      .setProtectedHeader({ alg: 'PS256', 'x5t#S256': thumbprint })
      .setIssuer(DEMO.appId)
      .setSubject(DEMO.appId)
      .setAudience(`${world.entra.origin}/${contoso}/oauth2/v2.0/token`)
      .setExpirationTime('5m')
      .sign(createPrivateKey(thief.key));
    const answer = await world.token(contoso, {
      ...base,
      client_assertion: forged,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
    expect(answer.json()).toMatchObject({ error: 'invalid_client', error_codes: [700027] });
  });

  test('organizations names no tenant, nowhere.example is unknown', async () => {
    const form = { ...base, client_secret: DEMO.clientSecret };
    expect((await world.token('organizations', form)).json()['error_codes']).toEqual([50059]);
    expect((await world.token('nowhere.example', form)).json()['error_codes']).toEqual([90002]);
  });
});

describe('an authorization code with PKCE', () => {
  beforeEach(() => world.entra.directory.grantForTenant(contoso));

  test('gives our own API’s token, verifiable with the published keys', async () => {
    world.entra.directory.setAppRoles(mia, ['Consent.Operator']);
    const pkce = makePkce();
    const answer = await redeem(await codeFor(MIA, pkce), pkce);
    expect(answer.status).toBe(200);
    const body = answer.json();
    expect(body).toMatchObject({ token_type: 'Bearer', scope: API_SCOPE, refresh_token: expect.any(String) });
    const { payload } = await verified(String(body['access_token']), DEMO.appId);
    expect(payload).toMatchObject({
      iss: `${world.entra.origin}/${contoso}/v2.0`,
      ver: '2.0',
      tid: contoso,
      oid: mia,
      azp: DEMO.appId,
      scp: 'access_as_user',
      preferred_username: 'mia@contoso.example',
      roles: ['Consent.Operator'],
    });
    const idToken = await verified(String(body['id_token']), DEMO.appId);
    expect(idToken.payload).toMatchObject({ nonce: 'the-nonce', name: 'Mia Moreno' });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  test('a Graph token carries what was granted, not what was asked for', async () => {
    world.entra.directory.setTenantGrant(contoso, [
      { scope: 'openid', kind: 'delegated' },
      { scope: 'User.Read', kind: 'delegated' },
      { scope: 'MailboxSettings.ReadWrite', kind: 'delegated' },
    ]);
    const pkce = makePkce();
    const answer = await redeem(await codeFor(MIA, pkce, { scope: 'openid User.Read' }), pkce);
    expect(claimsOf(answer.json()['access_token'])['scp']).toBe('openid User.Read MailboxSettings.ReadWrite');
    expect(answer.json()['scope']).toBe('openid User.Read MailboxSettings.ReadWrite');
  });

  test('is good once', async () => {
    const pkce = makePkce();
    const code = await codeFor(MIA, pkce);
    expect((await redeem(code, pkce)).status).toBe(200);
    expect((await redeem(code, pkce)).json()).toMatchObject({ error: 'invalid_grant', error_codes: [54005] });
  });

  test('is good for ten minutes', async () => {
    const pkce = makePkce();
    const late = await codeFor(MIA, pkce);
    const inTime = await codeFor(MIA, pkce);
    world.clock.advance(600_000);
    expect((await redeem(inTime, pkce)).status).toBe(200);
    world.clock.advance(1);
    expect((await redeem(late, pkce)).json()['error_codes']).toEqual([70008]);
  });

  test('a wrong or absent verifier does not open it, and does not spend it', async () => {
    const pkce = makePkce();
    const code = await codeFor(MIA, pkce);
    expect((await redeem(code, makePkce())).json()['error_codes']).toEqual([501481]);
    expect((await redeem(code, { ...pkce, verifier: '' })).json()['error_codes']).toEqual([501481]);
    expect((await redeem(code, pkce)).status).toBe(200);
  });

  test('of a page is redeemed by a page; of a server, by a server that proves itself', async () => {
    const pkce = makePkce();
    const spa = {
      grant_type: 'authorization_code',
      redirect_uri: SPA_REDIRECT,
      code_verifier: pkce.verifier,
    };
    const fromServer = await world.token(contoso, { ...spa, code: await codeFor(MIA, pkce) });
    expect(fromServer.json()['error_codes']).toEqual([9002327]);

    const code = await codeFor(MIA, pkce, { redirect_uri: WEB_REDIRECT });
    const web = { ...spa, code, redirect_uri: WEB_REDIRECT };
    expect((await world.token(contoso, web, PANE)).json()['error_codes']).toEqual([9002326]);
    expect((await world.token(contoso, web)).json()['error_codes']).toEqual([7000218]);
    expect((await world.token(contoso, { ...web, client_secret: DEMO.clientSecret })).status).toBe(200);
  });

  test('made up, of another tenant, or for another address, it is refused', async () => {
    const pkce = makePkce();
    const code = await codeFor(MIA, pkce);
    expect((await redeem('made-up', pkce)).json()['error_codes']).toEqual([70000]);
    expect((await redeem(code, pkce, { redirect_uri: WEB_REDIRECT })).json()['error_codes']).toEqual([
      500112,
    ]);
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: SPA_REDIRECT,
      code_verifier: pkce.verifier,
    };
    expect((await world.token(fabrikam, form, PANE)).json()['error_codes']).toEqual([700005]);
  });

  test('when consent is taken back between code and token, the token is refused', async () => {
    world.entra.directory.setQuirk('own-api-needs-consent', true);
    const pkce = makePkce();
    const code = await codeFor(MIA, pkce);
    world.entra.directory.revokeForTenant(contoso);
    expect((await redeem(code, pkce)).json()).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    });
  });

  test('two resources at once are refused', async () => {
    const pkce = makePkce();
    const code = await codeFor(MIA, pkce);
    expect((await redeem(code, pkce, { scope: `${API_SCOPE} User.Read` })).json()['error_codes']).toEqual([
      28000,
    ]);
  });
});

describe('a refresh token', () => {
  async function signedIn() {
    world.entra.directory.grantForTenant(contoso);
    const pkce = makePkce();
    return String((await redeem(await codeFor(MIA, pkce), pkce)).json()['refresh_token']);
  }
  const refresh = (token: string, scope = `${API_SCOPE} offline_access`) =>
    world.token('organizations', { grant_type: 'refresh_token', refresh_token: token, scope }, PANE);

  test('gives a token for another resource', async () => {
    const answer = await refresh(await signedIn(), 'https://graph.microsoft.com/Mail.ReadWrite');
    expect(claimsOf(answer.json()['access_token'])['aud']).toBe('00000003-0000-0000-c000-000000000000');
    expect(answer.json()['scope']).toContain('https://graph.microsoft.com/Mail.ReadWrite');
  });

  test('of a page ends 24 hours after the sign-in, renewed or not', async () => {
    const first = await signedIn();
    world.clock.advance(23 * 3_600_000);
    const second = String((await refresh(first)).json()['refresh_token']);
    expect(second).not.toBe(first);
    world.clock.advance(3_600_000);
    expect((await refresh(second)).json()).toMatchObject({ error: 'invalid_grant', error_codes: [700084] });
  });

  test('of a server ends after 90 days without use', async () => {
    world.entra.directory.grantForTenant(contoso);
    const pkce = makePkce();
    const web = { redirect_uri: WEB_REDIRECT };
    const proof = { client_secret: DEMO.clientSecret };
    const first = await world.token(contoso, {
      grant_type: 'authorization_code',
      code: await codeFor(MIA, pkce, web),
      code_verifier: pkce.verifier,
      ...web,
      ...proof,
    });
    const renew = (token: unknown) =>
      world.token(contoso, {
        grant_type: 'refresh_token',
        refresh_token: String(token),
        scope: `${API_SCOPE} offline_access`,
        ...proof,
      });
    world.clock.advance(89 * 24 * 3_600_000);
    const second = await renew(first.json()['refresh_token']);
    world.clock.advance(89 * 24 * 3_600_000);
    expect((await renew(second.json()['refresh_token'])).status).toBe(200);
    expect((await renew(first.json()['refresh_token'])).json()['error_codes']).toEqual([700082]);
  });

  test('is void after the administrator revoked the sessions', async () => {
    const token = await signedIn();
    world.clock.advance(1000);
    world.entra.directory.revokeSessions(mia);
    expect((await refresh(token)).json()['error_codes']).toEqual([50173]);
  });

  test('made up is refused', async () => {
    expect((await refresh('made-up')).json()['error_codes']).toEqual([70000]);
  });

  test.each([
    ['consent is revoked', (w: EntraWorld) => w.entra.directory.revokeForTenant(contoso), 65001],
    [
      'the application is disabled',
      (w: EntraWorld) => w.entra.directory.setApplicationEnabled(contoso, false),
      7000112,
    ],
    [
      'the user must be assigned',
      (w: EntraWorld) => w.entra.directory.setAssignmentRequired(contoso, true),
      50105,
    ],
    [
      'conditional access blocks',
      (w: EntraWorld) => w.entra.directory.setConditionalAccess(contoso, 'block'),
      53003,
    ],
    ['the user is disabled', (w: EntraWorld) => w.entra.directory.setUserEnabled(mia, false), 50057],
    ['the registration is deleted', (w: EntraWorld) => w.entra.directory.setApplicationDeleted(true), 700016],
  ])('meets the change when %s', async (_what, change, number) => {
    world.entra.directory.setQuirk('own-api-needs-consent', true);
    const token = await signedIn();
    change(world);
    expect((await refresh(token)).json()['error_codes']).toEqual([number]);
  });
});

test('Adele’s own consent is for Adele alone', async () => {
  world.entra.directory.setQuirk('own-api-needs-consent', true);
  world.entra.directory.grantForUser(adele);
  expect((await world.broker(adele, API_SCOPE)).json()['ok']).toBe(true);
  expect((await world.broker(mia, API_SCOPE)).json()['ok']).toBe(false);
});
