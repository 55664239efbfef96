import { DEMO } from './demo-seed';
import { startWorld, type EntraWorld } from './testing/world';

const { contoso } = DEMO.tenants;

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test.each([contoso, contoso.toUpperCase(), 'contoso.example', 'Contoso-Mail.example'])(
  'the configuration of %s names Contoso’s id, so that two domains can be known for one tenant',
  async (tenant) => {
    const answer = await world.ask(`/${tenant}/v2.0/.well-known/openid-configuration`);
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.json()).toMatchObject({
      issuer: `${world.entra.origin}/${contoso}/v2.0`,
      token_endpoint: `${world.entra.origin}/${contoso}/oauth2/v2.0/token`,
      authorization_endpoint: `${world.entra.origin}/${contoso}/oauth2/v2.0/authorize`,
      jwks_uri: `${world.entra.origin}/${contoso}/discovery/v2.0/keys`,
    });
  },
);

test('each key names whose tokens it signs', async () => {
  const issuersAt = async (tenant: string) => {
    const { keys } = (await world.ask(`/${tenant}/discovery/v2.0/keys`)).json() as {
      readonly keys: readonly { readonly issuer: string }[];
    };
    return keys.map(({ issuer }) => issuer.replace(world.entra.origin, ''));
  };
  expect(await issuersAt(contoso)).toEqual([`/${contoso}/v2.0`]);
  expect(await issuersAt('common')).toEqual(['/{tenantid}/v2.0']);
});

test.each(['organizations', 'common'])('%s answers the template of an issuer', async (tenant) => {
  const answer = await world.ask(`/${tenant}/v2.0/.well-known/openid-configuration`);
  expect(answer.json()['issuer']).toBe(`${world.entra.origin}/{tenantid}/v2.0`);
});

test.each(['nowhere.example', '00000000-0000-4000-8000-000000000000', '%E0%A4%A'])(
  'there is no tenant %s',
  async (tenant) => {
    const answer = await world.ask(`/${tenant}/v2.0/.well-known/openid-configuration`);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({
      error: 'invalid_tenant',
      error_codes: [90002],
      error_description: expect.stringContaining(`AADSTS90002: Tenant '${tenant}' not found.`),
    });
  },
);

test('13.4: for whoever’s mailbox it is, every domain belongs to Contoso where the world says so', async () => {
  const welcoming = await startWorld({ anyDomainIsContoso: true });
  try {
    const issuerOf = async (tenant: string) =>
      (await welcoming.ask(`/${tenant}/v2.0/.well-known/openid-configuration`)).json()['issuer'];
    expect(await issuerOf('somebodys.company')).toBe(`${welcoming.entra.origin}/${contoso}/v2.0`);
    expect(await issuerOf('fabrikam.example')).toBe(
      `${welcoming.entra.origin}/${DEMO.tenants.fabrikam}/v2.0`,
    );
    expect(await issuerOf('00000000-0000-4000-8000-000000000000')).toBeUndefined();
  } finally {
    await welcoming.stop();
  }
});

test('instance discovery names this host alone', async () => {
  const { host } = new URL(world.entra.origin);
  const answer = await world.ask('/common/discovery/instance?api-version=1.1');
  expect(answer.json()).toMatchObject({ metadata: [{ preferred_network: host, aliases: [host] }] });
});

test('the key set has public keys only', async () => {
  const keys = (await world.ask(`/${contoso}/discovery/v2.0/keys`)).json()['keys'] as Record<
    string,
    unknown
  >[];
  expect(keys).toHaveLength(1);
  expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'issuer', 'kid', 'kty', 'n', 'use']);
});
