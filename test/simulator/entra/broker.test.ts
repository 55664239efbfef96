import { DEMO } from './demo-seed';
import { API_SCOPE, claimsOf, startWorld, type EntraWorld } from './testing/world';

const { contoso, northwind } = DEMO.tenants;
const { carl, carlInContoso, mia } = DEMO.users;

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.entra.reset());
afterAll(() => world.stop());

test('a signed-in person gets a token with ID token and account', async () => {
  world.entra.directory.grantForTenant(contoso);
  const body = (await world.broker(mia, `openid ${API_SCOPE}`)).json();
  expect(body).toMatchObject({
    ok: true,
    expires_in: 3599,
    scope: API_SCOPE,
    account: {
      homeAccountId: `${mia}.${contoso}`,
      environment: new URL(world.entra.origin).host,
      tenantId: contoso,
      username: 'mia@contoso.example',
      localAccountId: mia,
      name: 'Mia Moreno',
    },
  });
  expect(claimsOf(body['access_token'])['scp']).toBe('access_as_user');
  expect(claimsOf(body['id_token'])['preferred_username']).toBe('mia@contoso.example');
});

test('without consent it is refused as the token endpoint would', async () => {
  const body = (await world.broker(mia, API_SCOPE)).json();
  expect(body).toMatchObject({
    ok: false,
    error: {
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
      error_description: expect.stringMatching(/^AADSTS65001: The user or administrator has not consented/),
    },
  });
});

test('a partial grant: what is granted comes, what is missing is refused', async () => {
  world.entra.directory.setQuirk('own-api-needs-consent', true);
  world.entra.directory.setTenantGrant(contoso, [{ scope: 'User.Read', kind: 'delegated' }]);
  const graph = (await world.broker(mia, 'https://graph.microsoft.com/.default')).json();
  expect(claimsOf(graph['access_token'])['scp']).toBe('User.Read');
  expect((await world.broker(mia, 'User.Read Mail.ReadWrite')).json()).toMatchObject({
    error: { error_codes: [65001] },
  });
  expect((await world.broker(mia, API_SCOPE)).json()['ok']).toBe(true);
  world.entra.directory.setApiGrant(contoso, false);
  expect((await world.broker(mia, API_SCOPE)).json()['ok']).toBe(false);
});

test('Carl is asked about at home, or as a guest where the authority says so', async () => {
  world.entra.directory.grantForTenant(contoso);
  world.entra.directory.grantForTenant(northwind);
  const home = (
    await world.broker(carl, API_SCOPE, { authority: `${world.entra.origin}/organizations` })
  ).json();
  expect(claimsOf(home['access_token'])).toMatchObject({ tid: northwind, oid: carl });
  const guest = (
    await world.broker(carl, API_SCOPE, { authority: `${world.entra.origin}/contoso.example` })
  ).json();
  expect(claimsOf(guest['access_token'])).toMatchObject({ tid: contoso, oid: carlInContoso });
  expect(guest['account']).toMatchObject({ homeAccountId: `${carl}.${northwind}`, tenantId: contoso });
});

test.each([
  ['a stranger', { userId: '00000000-0000-4000-8000-000000000000' }, 50034],
  ['an unknown client', { clientId: 'nobody' }, 700016],
  ['an unknown tenant', { authority: 'https://localhost/nowhere.example' }, 90002],
  ['no scope', { scope: ' ' }, 900144],
])('%s is refused', async (_what, change, number) => {
  world.entra.directory.grantForTenant(contoso);
  const answer = await world.broker(mia, API_SCOPE, change);
  expect(answer.json()).toMatchObject({ ok: false, error: { error_codes: [number] } });
});

test.each(['', 'no json', '[]', 'null', '{"userId": 7}'])('%j is no request', async (body) => {
  expect((await world.ask('/simulated/broker/token', { body, method: 'POST' })).status).toBe(400);
});

test('only pages of the host may ask', async () => {
  world.entra.directory.grantForTenant(contoso);
  world.entra.setHostOrigin('https://outlook.example');
  const body = JSON.stringify({ userId: mia, clientId: DEMO.appId, scope: API_SCOPE });
  const from = (origin: string, method = 'POST') =>
    world.ask('/simulated/broker/token', {
      method,
      headers: { origin },
      ...(method === 'POST' ? { body } : {}),
    });
  const host = await from('https://outlook.example');
  expect(host.json()['ok']).toBe(true);
  expect(host.headers['access-control-allow-origin']).toBe('https://outlook.example');
  const stranger = await from('https://thief.example');
  expect(stranger.status).toBe(403);
  expect(stranger.text).not.toContain('access_token');
  expect(
    (await from('https://thief.example', 'OPTIONS')).headers['access-control-allow-origin'],
  ).toBeUndefined();
  expect((await from('https://outlook.example', 'OPTIONS')).headers['access-control-allow-origin']).toBe(
    'https://outlook.example',
  );
});
