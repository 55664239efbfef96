import { DEMO } from './demo-seed';
import { API_SCOPE, PERMISSIONS, startWorld, type EntraWorld } from './testing/world';

const { contoso } = DEMO.tenants;
const { adele, mia } = DEMO.users;

let world: EntraWorld;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.entra.reset());
afterAll(() => world.stop());

type Entries = readonly Record<string, unknown>[];

async function list(path: string, token: string): Promise<Entries> {
  const answer = await world.graph(path, token);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json()['value'] as Entries;
}

async function delegated(user: string, scope: string): Promise<string> {
  return String((await world.broker(user, scope)).json()['access_token']);
}

test('the service reads the whole grant with an app-only token', async () => {
  world.entra.directory.grantForTenant(contoso);
  world.entra.directory.grantForUser(mia, [{ scope: 'Calendars.ReadWrite', kind: 'delegated' }]);
  const token = await world.appToken(contoso);

  const [application] = await list(`/servicePrincipals?$filter=appId eq '${DEMO.appId}'`, token);
  expect(application).toMatchObject({
    appId: DEMO.appId,
    accountEnabled: true,
    appRoleAssignmentRequired: false,
  });
  const grants = await list(
    `/oauth2PermissionGrants?$filter=clientId eq '${String(application?.['id'])}'`,
    token,
  );
  const graph = await world.graph("/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')", token);
  const graphId = graph.json()['id'];
  expect(grants).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        consentType: 'AllPrincipals',
        principalId: null,
        resourceId: graphId,
        scope: 'openid profile email offline_access User.Read Mail.ReadWrite MailboxSettings.ReadWrite',
      }),
      expect.objectContaining({ consentType: 'Principal', principalId: mia, scope: 'Calendars.ReadWrite' }),
    ]),
  );
  expect(
    await list(`/servicePrincipals/${String(application?.['id'])}/oauth2PermissionGrants`, token),
  ).toEqual(grants);

  const assignments = await list(
    `/servicePrincipals/${String(application?.['id'])}/appRoleAssignments`,
    token,
  );
  const roles = graph.json()['appRoles'] as Entries;
  const names = assignments.map(
    (entry) => roles.find((role) => role['id'] === entry['appRoleId'])?.['value'],
  );
  expect(names).toEqual(['Mail.ReadWrite', 'User.Read.All', 'Directory.Read.All']);
  // The real id, as Microsoft publishes it.
  expect(assignments[2]?.['appRoleId']).toBe('7ab1d382-f21e-4acd-a863-ba3e13f7da61');
});

test('whom the administrator has let in is read by the person, with a right to the directory', async () => {
  const { directory } = world.entra;
  directory.grantForTenant(contoso);
  const token = await world.appToken(contoso);
  const [application] = await list(`/servicePrincipals?$filter=appId eq '${DEMO.appId}'`, token);
  const resourceId = String(application?.['id']);
  const path = (user: string) => `/users/${user}/appRoleAssignments?$filter=resourceId eq ${resourceId}`;
  expect(await list(path(mia), token)).toEqual([]);
  directory.assignUser(mia);
  directory.assignUser(DEMO.users.carl, contoso);
  expect(await list(path(mia), token)).toEqual([
    expect.objectContaining({ principalId: mia, principalType: 'User', resourceId }),
  ]);
  // A guest is known by the object id that they have there.
  expect(await list(path(DEMO.users.carlInContoso), token)).toEqual([
    expect.objectContaining({ principalId: DEMO.users.carlInContoso }),
  ]);
  const other = '11111111-2222-4333-8444-555555555555';
  expect(await list(`/users/${mia}/appRoleAssignments?$filter=resourceId eq ${other}`, token)).toEqual([]);
  for (const [request, status] of [
    [`/users/${other}/appRoleAssignments`, 404],
    [`/users/${DEMO.users.bo}/appRoleAssignments`, 404],
    [`/users/${mia}/appRoleAssignments?$filter=resourceId eq '${resourceId}'`, 400],
    [`/users/${mia}/appRoleAssignments?$filter=principalId eq ${mia}`, 400],
  ] as const)
    expect((await world.graph(request, token)).status).toBe(status);
  const weak = await delegated(mia, 'User.Read');
  expect((await world.graph(path(mia), weak)).status).toBe(403);
});

test('policies of the administrator show on the service principal', async () => {
  world.entra.directory.grantForTenant(contoso);
  const token = await world.appToken(contoso);
  world.entra.directory.setApplicationEnabled(contoso, false);
  world.entra.directory.setAssignmentRequired(contoso, true);
  const answer = await world.graph(
    `/servicePrincipals(appId='${DEMO.appId}')?$select=accountEnabled,appRoleAssignmentRequired`,
    token,
  );
  expect(answer.json()).toEqual({
    '@odata.context': expect.any(String),
    accountEnabled: false,
    appRoleAssignmentRequired: true,
  });
});

test('Graph sees a grant only when it has spread', async () => {
  world.entra.directory.setTenantGrant(contoso, [{ scope: 'Directory.Read.All', kind: 'application' }]);
  const token = await world.appToken(contoso);
  world.entra.directory.setPropagationDelay(5_000, contoso);
  world.entra.directory.grantForTenant(contoso, [{ scope: 'User.Read', kind: 'delegated' }]);
  const scopes = async () => (await list('/oauth2PermissionGrants', token)).map((grant) => grant['scope']);
  expect(await scopes()).toEqual(['access_as_user']);
  world.clock.advance(5_000);
  expect(await scopes()).toEqual(['User.Read', 'access_as_user']);
});

test('a token without Directory.Read.All may not read grants', async () => {
  world.entra.directory.setTenantGrant(contoso, [{ scope: 'Mail.ReadWrite', kind: 'application' }]);
  const answer = await world.graph('/oauth2PermissionGrants', await world.appToken(contoso));
  expect(answer.status).toBe(403);
  expect(answer.json()).toMatchObject({
    error: {
      code: 'Authorization_RequestDenied',
      message: 'Insufficient privileges to complete the operation.',
      innerError: { 'request-id': answer.headers['request-id'], 'client-request-id': expect.any(String) },
    },
  });
});

test('Mia’s own token cannot read grants, not even with the scope; Adele’s can', async () => {
  world.entra.directory.setTenantGrant(contoso, [{ scope: 'Directory.Read.All', kind: 'delegated' }]);
  expect(
    (await world.graph('/oauth2PermissionGrants', await delegated(mia, 'Directory.Read.All'))).status,
  ).toBe(403);
  expect(
    (await world.graph('/oauth2PermissionGrants', await delegated(adele, 'Directory.Read.All'))).status,
  ).toBe(200);
});

test('Mia reads what is Mia’s own, each thing with its permission', async () => {
  world.entra.directory.setTenantGrant(contoso, [{ scope: 'User.Read', kind: 'delegated' }]);
  const little = await delegated(mia, 'User.Read');
  expect((await world.graph('/me', little)).json()).toMatchObject({
    id: mia,
    userPrincipalName: 'mia@contoso.example',
  });
  expect(await list('/organization', little)).toMatchObject([
    { id: contoso, verifiedDomains: [{ name: 'contoso.example' }, { name: 'contoso-mail.example' }] },
  ]);
  for (const path of ['/me/mailboxSettings', '/me/messages?$top=1']) {
    const refused = await world.graph(path, little);
    expect([refused.status, refused.json()]).toMatchObject([403, { error: { code: 'ErrorAccessDenied' } }]);
  }
  world.entra.directory.grantForTenant(contoso);
  const all = await delegated(mia, 'https://graph.microsoft.com/.default');
  expect((await world.graph('/me/mailboxSettings', all)).json()).toMatchObject({ timeZone: 'UTC' });
  const messages = await world.graph('/me/messages?$top=1', all);
  expect(messages.json()['value']).toHaveLength(1);
  expect(messages.json()['@odata.nextLink']).toContain('skiptoken');
});

test('the pages of a list are all of it', async () => {
  world.entra.directory.grantForTenant(contoso);
  const token = await delegated(mia, 'Mail.ReadWrite');
  const subjects: unknown[] = [];
  let next: string | undefined = '/me/messages?$top=2';
  while (next !== undefined) {
    const answer: Record<string, unknown> = (await world.graph(next, token)).json();
    subjects.push(...(answer['value'] as Entries).map((entry) => entry['subject']));
    const link: unknown = answer['@odata.nextLink'];
    next = typeof link === 'string' ? link.slice(`${world.entra.origin}/v1.0`.length) : undefined;
  }
  expect(new Set(subjects).size).toBe(3);
});

test('opaque tokens cannot be read by anybody, and Graph takes them', async () => {
  world.entra.directory.grantForTenant(contoso);
  world.entra.directory.setOpaqueGraphTokens(true);
  const token = await world.appToken(contoso);
  expect(token).not.toContain('.');
  expect(await list('/oauth2PermissionGrants', token)).not.toHaveLength(0);
  const api = await delegated(mia, API_SCOPE);
  expect(api.split('.')).toHaveLength(3);
});

test.each([
  ['no token', ''],
  ['garbage', 'garbage'],
  [
    'an unsigned token',
    'eyJhbGciOiJub25lIn0.eyJhdWQiOiIwMDAwMDAwMy0wMDAwLTAwMDAtYzAwMC0wMDAwMDAwMDAwMDAifQ.',
  ],
])('%s is refused', async (_what, token) => {
  const answer = await world.graph('/me', token);
  expect([answer.status, answer.json()]).toMatchObject([
    401,
    { error: { code: 'InvalidAuthenticationToken' } },
  ]);
});

test('a token for our own API, an expired one and a changed one are refused', async () => {
  world.entra.directory.grantForTenant(contoso);
  expect((await world.graph('/me', await delegated(mia, API_SCOPE))).status).toBe(401);
  const good = await delegated(mia, 'User.Read');
  expect((await world.graph('/me', good)).status).toBe(200);
  const [head, body, signature] = good.split('.');
  const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as object;
  const changed = Buffer.from(JSON.stringify({ ...claims, scp: 'Directory.Read.All' })).toString('base64url');
  expect((await world.graph('/me', `${head}.${changed}.${signature}`)).status).toBe(401);
  world.clock.advance(3_600_000);
  expect((await world.graph('/me', good)).status).toBe(401);
});

test.each([
  ["/servicePrincipals?$filter=startswith(appId,'e')", 400],
  ["/servicePrincipals?$filter=secret eq 'x'", 400],
  ['/servicePrincipals?$top=lots', 400],
  ['/servicePrincipals/00000000-0000-4000-8000-000000000000', 404],
  ['/unheard-of', 400],
  ['/me', 400],
])('%s answers %i to the service', async (path, status) => {
  world.entra.directory.grantForTenant(contoso, PERMISSIONS);
  const answer = await world.graph(path, await world.appToken(contoso));
  expect(answer.status).toBe(status);
  expect(answer.json()).toHaveProperty('error.code');
});
