import { createPrivateKey } from 'node:crypto';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import { createAppTokens, type AskAppToken } from '../../../src/service/tenant/app-token';
import { createTenantReader } from '../../../src/service/tenant/reader';
import type { Credential } from '../../../src/service/tenant/entra-questions';
import { DEMO, demoSeed } from '../../simulator/entra/demo-seed';
import { startEntra, type SimulatedEntra } from '../../simulator/entra/entra';
import { makeCertificate, makeClientCertificate, PERMISSIONS } from '../../simulator/entra/testing/world';
import { ManualClock } from '../../support/manual-clock';
import { fetchTrusting } from '../testing/fetch-trusting';

const CONTOSO = parseTenantId(DEMO.tenants.contoso) as TenantId;

describe('a certificate in place of the secret', () => {
  let entra: SimulatedEntra;
  let tls: { key: string; cert: string };
  let application: { key: string; cert: string };
  const clock = new ManualClock(Date.now());

  beforeAll(async () => {
    [tls, application] = await Promise.all([makeCertificate(), makeClientCertificate()]);
    entra = await startEntra({
      tls,
      clock,
      seed: demoSeed({ permissions: PERMISSIONS, certificate: application.cert }),
    });
  }, 60_000);
  afterAll(() => entra.stop());

  const readerWith = (credential: Credential, fetch = fetchTrusting(tls.cert)) => {
    const cloud = {
      name: 'custom' as const,
      loginOrigin: entra.origin,
      graphOrigin: entra.origin,
      officeJsUrl: '',
    };
    const askToken = createAppTokens({ clientId: DEMO.appId, credential, cloud }, fetch, clock);
    return createTenantReader({
      clientId: DEMO.appId,
      graphOrigin: entra.origin,
      wantedScopes: [],
      wantedRoles: [],
      askToken,
      fetch,
      clock,
    });
  };

  test('proves the application to Entra', async () => {
    entra.directory.grantForTenant('contoso.example');
    const privateKey = createPrivateKey(application.key).export({ type: 'pkcs8', format: 'pem' }).toString();
    const reader = readerWith({ kind: 'certificate', certificate: application.cert, privateKey });
    expect(await reader.read(CONTOSO)).toMatchObject({ kind: 'token', directory: { kind: 'read' } });
  });

  test('a wrong secret is a refusal with its code, and no word on the tenant', async () => {
    entra.directory.grantForTenant('contoso.example');
    const reader = readerWith({ kind: 'secret', secret: 'wrong' });
    expect(await reader.read(CONTOSO)).toMatchObject({
      kind: 'no-answer',
      because: 'refused',
      code: 'AADSTS7000215',
    });
  });

  test.each([
    ['OAuth’s word without Microsoft’s number', 400, { error: 'invalid_client' }, 'refused'],
    ['a proxy’s word for a missing consent', 400, { error: 'consent_required' }, 'refused'],
    ['a refusal that calls itself none', 200, { error: 'invalid_client' }, 'unexpected'],
    ['an answer without a token', 200, {}, 'unexpected'],
  ])('%s proves nothing about the tenant', async (_what, status, body, because) => {
    const fetch = () => Promise.resolve(Response.json(body, { status }));
    const reader = readerWith({ kind: 'secret', secret: DEMO.clientSecret }, fetch);
    const { kind, ...rest } = await reader.read(CONTOSO);
    expect([kind, rest]).toEqual(['no-answer', expect.objectContaining({ because })]);
    expect(rest).not.toHaveProperty('code');
  });

  test.each([
    [
      500011,
      'The resource principal named https://graph.microsoft.us was not found in the tenant named Contoso.',
    ],
    [500014, "The service principal for resource 'https://graph.microsoft.com' is disabled."],
  ])(
    'AADSTS%i is about Graph, for which the service asks, and no word on our application',
    async (number, text) => {
      const body = { error: 'invalid_resource', error_description: `AADSTS${number}: ${text}` };
      const fetch = () => Promise.resolve(Response.json(body, { status: 400 }));
      const reader = readerWith({ kind: 'secret', secret: DEMO.clientSecret }, fetch);
      expect(await reader.read(CONTOSO)).toMatchObject({
        kind: 'no-answer',
        because: 'refused',
        code: `AADSTS${number}`,
      });
    },
  );

  test('one check is one question for a token: nothing is asked around it', async () => {
    entra.directory.removeApplication('contoso.example');
    entra.log.clear();
    const reader = readerWith({ kind: 'secret', secret: DEMO.clientSecret });
    expect(await reader.read(CONTOSO)).toMatchObject({ kind: 'nothing-granted' });
    expect(entra.log.list().map(({ path }) => path)).toEqual([`/${CONTOSO}/oauth2/v2.0/token`]);
  });

  test('a tenant that does not exist', async () => {
    const reader = readerWith({ kind: 'secret', secret: DEMO.clientSecret });
    const nobody = parseTenantId('dead0000-0000-4000-8000-000000000009') as TenantId;
    expect(await reader.read(nobody)).toMatchObject({
      kind: 'no-answer',
      because: 'refused',
      code: 'AADSTS90002',
    });
  });
});

describe("Graph's answers that the simulated tenant does not give", () => {
  const GRAPH = 'https://graph.example';
  const OWN = '5f05f940-e5d4-4d19-a5c6-ed9713782642';
  const RESOURCE = '3a51c329-e942-4d73-a231-e034e6a426ab';
  const OTHER_RESOURCE = '99999999-e942-4d73-a231-e034e6a426ab';
  const MIA = DEMO.users.mia;
  const token = (claims: object): string =>
    `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
  const readable: AskAppToken = () =>
    Promise.resolve({
      ok: true,
      accessToken: token({ aud: GRAPH, roles: ['Directory.Read.All'] }),
      expiresAtMs: Number.MAX_SAFE_INTEGER,
      correlationId: 'c',
    });
  const grant = (changed: object = {}) => ({
    clientId: OWN,
    resourceId: RESOURCE,
    consentType: 'AllPrincipals',
    principalId: null,
    scope: ' User.Read  Mail.ReadWrite',
    ...changed,
  });

  const refused = (status: number) => Response.json({ error: { code: 'No', message: 'No.' } }, { status });
  const readerOver = (lists: Readonly<Record<string, readonly unknown[] | number>>, askToken = readable) =>
    createTenantReader({
      clientId: DEMO.appId,
      graphOrigin: GRAPH,
      wantedScopes: ['User.Read', 'Mail.ReadWrite'],
      wantedRoles: ['AuditLog.Read.All'],
      askToken,
      clock: new ManualClock(),
      fetch: (input, init) => {
        const { pathname, searchParams } = new URL(String(input));
        const about = searchParams.get('$filter') ?? pathname;
        const who = about.includes(DEMO.appId) ? 'own' : 'graph';
        // https://learn.microsoft.com/en-us/graph/aad-advanced-queries: the header and $count belong together.
        const eventual =
          new Headers(init?.headers).get('consistencylevel') === 'eventual' &&
          searchParams.get('$count') === 'true';
        if (pathname.includes('(appId=')) {
          const answer = lists[`${who}, by its address`] ?? 404;
          return Promise.resolve(typeof answer === 'number' ? refused(answer) : Response.json(answer[0]));
        }
        const name = pathname.endsWith('/servicePrincipals')
          ? who
          : `${pathname.split('/').at(-1) ?? ''}${eventual ? ', eventual' : ''}`;
        const answer = lists[name] ?? [];
        return Promise.resolve(
          typeof answer === 'number' ? refused(answer) : Response.json({ value: answer }),
        );
      },
    });
  const principals = {
    own: [{ id: OWN, appId: DEMO.appId, accountEnabled: true, appRoleAssignmentRequired: true }],
    graph: [{ id: RESOURCE, appId: '00000003-0000-0000-c000-000000000000' }],
  };
  const directory = {
    kind: 'read' as const,
    applicationId: OWN,
    graphId: RESOURCE,
    enabled: true,
    assignmentRequired: true,
    tenantScopes: [],
  };

  test('only grants of ours, for Microsoft Graph, for everybody, count for the tenant', async () => {
    const reader = readerOver({
      ...principals,
      oauth2PermissionGrants: [
        grant(),
        grant({ resourceId: OTHER_RESOURCE, scope: 'Mail.ReadWrite.Shared' }),
        grant({ clientId: OTHER_RESOURCE, scope: 'MailboxSettings.ReadWrite' }),
        grant({ consentType: 'Principal', principalId: MIA, scope: 'offline_access' }),
      ],
    });
    expect(await reader.read(CONTOSO)).toMatchObject({
      kind: 'token',
      directory: { kind: 'read', assignmentRequired: true, tenantScopes: ['User.Read', 'Mail.ReadWrite'] },
    });
  });

  test.each([
    ['ids in capitals', { clientId: OWN.toUpperCase(), resourceId: RESOURCE.toUpperCase() }],
    ['line breaks and tabs between the scopes', { scope: '\r\nUser.Read\t\n Mail.ReadWrite\r\n' }],
    ['a kind of consent in other letters', { consentType: 'allprincipals' }],
    ['no principal instead of null', { principalId: undefined }],
    ['scopes in other letters', { scope: 'user.read MAIL.READWRITE' }],
  ])('F16: a grant with %s is the same grant, and Graph is not asked another way', async (_what, changed) => {
    const facts = await readerOver({
      ...principals,
      oauth2PermissionGrants: [grant(changed)],
      'oauth2PermissionGrants, eventual': 503,
    }).read(CONTOSO);
    const scopes =
      facts.kind === 'token' && facts.directory.kind === 'read' ? facts.directory.tenantScopes : [];
    expect(scopes.map((scope) => scope.toLowerCase())).toEqual(['user.read', 'mail.readwrite']);
  });

  test.each([
    ['nothing', []],
    ['a grant without scopes', [grant({ scope: null })]],
    ['one of two grants', [grant({ scope: 'User.Read' })]],
    ['a grant for nobody', [grant({ consentType: null })]],
  ])(
    'F16: where Graph first shows %s, the index is asked before anything is missing',
    async (_what, shown) => {
      const facts = await readerOver({
        ...principals,
        oauth2PermissionGrants: shown,
        'oauth2PermissionGrants, eventual': [grant()],
      }).read(CONTOSO);
      if (facts.kind !== 'token' || facts.directory.kind !== 'read') throw new Error('not read');
      expect([...facts.directory.tenantScopes].toSorted()).toEqual(['Mail.ReadWrite', 'User.Read']);
    },
  );

  test.each([429, 503])(
    'F16: the index is asked and answers %d: that is no answer, and nothing is called missing',
    async (status) => {
      const facts = await readerOver({
        ...principals,
        oauth2PermissionGrants: [],
        'oauth2PermissionGrants, eventual': status,
      }).read(CONTOSO);
      expect(facts.kind).toBe('no-answer');
    },
  );

  const id = 'b0afded3-3588-46d8-8b3d-9842eff778da';
  const unreadable: AskAppToken = () =>
    Promise.resolve({ ok: true, accessToken: 'opaque', expiresAtMs: 0, correlationId: 'c' });

  test('F16: permissions of the application are known by their ids, in whatever letters', async () => {
    const facts = await readerOver(
      {
        ...principals,
        graph: [{ ...principals.graph[0], appRoles: [{ id: id.toUpperCase(), value: 'AuditLog.Read.All' }] }],
        oauth2PermissionGrants: [grant()],
        appRoleAssignments: [{ appRoleId: id, resourceId: RESOURCE.toUpperCase() }],
      },
      unreadable,
    ).read(CONTOSO);
    expect(facts).toMatchObject({ kind: 'token', roles: ['AuditLog.Read.All'] });
  });

  /** What is known of the application's own permissions, where no token names them and Graph answers so. */
  const rolesOver = async (answers: Readonly<Record<string, readonly unknown[] | number>>) => {
    const facts = await readerOver(
      {
        ...principals,
        graph: [{ ...principals.graph[0], appRoles: [{ id, value: 'AuditLog.Read.All' }] }],
        oauth2PermissionGrants: [grant()],
        ...answers,
      },
      unreadable,
    ).read(CONTOSO);
    return facts.kind === 'token' ? facts.roles : facts.kind;
  };
  const assignment = { appRoleId: id, resourceId: RESOURCE };

  test.each([
    ['nothing', []],
    ['another application’s', [{ appRoleId: id, resourceId: OTHER_RESOURCE }]],
    ['a refusal', 403],
    ['a question that it does not take', 400],
  ])(
    'F16: where Graph first answers %s about the application’s own permissions, it is asked another way',
    async (_what, first) => {
      expect(
        await rolesOver({ appRoleAssignments: first, 'appRoleAssignments, eventual': [assignment] }),
      ).toEqual(['AuditLog.Read.All']);
    },
  );

  test.each([
    ['nothing either way', [], [], []],
    ['nothing, and then that it is busy', [], 429, undefined],
    ['nothing, and then that it is ill', [], 503, undefined],
    ['a refusal, and then nothing', 403, [], undefined],
    ['a refusal both ways', 403, 403, undefined],
  ])('F16: of the application’s own permissions Graph tells %s', async (_what, first, second, roles) => {
    expect(await rolesOver({ appRoleAssignments: first, 'appRoleAssignments, eventual': second })).toEqual(
      roles,
    );
  });

  test.each([400, 403, 404])(
    'F16: grants that Graph refuses by %d are asked for another way; an empty answer to that proves nothing',
    async (status) => {
      const found = await readerOver({
        ...principals,
        oauth2PermissionGrants: status,
        'oauth2PermissionGrants, eventual': [grant()],
      }).read(CONTOSO);
      expect(found).toMatchObject({ directory: { tenantScopes: ['User.Read', 'Mail.ReadWrite'] } });
      const nothing = await readerOver({
        ...principals,
        oauth2PermissionGrants: status,
        'oauth2PermissionGrants, eventual': [],
      }).read(CONTOSO);
      expect(nothing.kind === 'token' ? nothing.directory.kind : nothing.kind).toMatch(
        /^(?:not-permitted|no-answer)$/,
      );
    },
  );

  test('the token proves what Graph does not show yet: nothing is called missing', async () => {
    for (const missing of ['own', 'graph']) {
      const reader = readerOver({ ...principals, [missing]: [], organization: [{ displayName: 'Contoso' }] });
      expect(await reader.read(CONTOSO)).toMatchObject({
        directory: { kind: 'not-shown', tenantName: 'Contoso' },
      });
    }
  });

  test.each(['own', 'graph'] as const)(
    'one list leaves %s out for a moment: by its address it is there, and nothing is less than before',
    async (left) => {
      const reader = readerOver({
        ...principals,
        [left]: [],
        [`${left}, by its address`]: principals[left],
        oauth2PermissionGrants: [grant()],
      });
      expect(await reader.read(CONTOSO)).toMatchObject({
        directory: { kind: 'read', tenantScopes: ['User.Read', 'Mail.ReadWrite'] },
      });
    },
  );

  test('nor does the list that leaves it out count where Graph gives no answer to that', async () => {
    const reader = readerOver({ ...principals, own: [], 'own, by its address': 503 });
    expect(await reader.read(CONTOSO)).toMatchObject({ kind: 'no-answer', because: 'unreachable' });
  });

  test('Graph denies what the role in a fresh token promises: that is no answer, and no fact', async () => {
    for (const denied of ['own', 'graph', 'oauth2PermissionGrants']) {
      const reader = readerOver({ ...principals, [denied]: 403 });
      expect(await reader.read(CONTOSO)).toMatchObject({ kind: 'no-answer', because: 'unexpected' });
    }
  });

  test('Graph denies, and no readable token promises anything: not known', async () => {
    const reader = readerOver({ ...principals, oauth2PermissionGrants: 403 }, unreadable);
    expect(await reader.read(CONTOSO)).toMatchObject({ kind: 'token', directory: { kind: 'not-permitted' } });
  });

  test('an organisation without a name, or one that Graph does not tell, costs nothing but the name', async () => {
    for (const organization of [[{ id: 'x' }], 403, 500]) {
      const facts = await readerOver({ ...principals, organization, oauth2PermissionGrants: [grant()] }).read(
        CONTOSO,
      );
      expect(facts).toMatchObject({ kind: 'token', directory: { kind: 'read' } });
      expect(facts).toMatchObject({ directory: { tenantName: undefined } });
    }
  });

  test("a user's own grants and assignment, and nobody else's", async () => {
    const reader = readerOver({
      oauth2PermissionGrants: [
        grant({ consentType: 'Principal', principalId: MIA, scope: 'User.Read' }),
        grant({ consentType: 'Principal', principalId: DEMO.users.alex, scope: 'Mail.ReadWrite' }),
        grant({ scope: 'openid' }),
      ],
      appRoleAssignments: [{ appRoleId: '00000000-0000-0000-0000-000000000000', resourceId: OTHER_RESOURCE }],
    });
    expect(await reader.readPersonal(CONTOSO, directory, MIA, { assignment: true })).toEqual({
      scopes: ['User.Read'],
      assigned: false,
    });
    expect(await reader.readPersonal(CONTOSO, directory, MIA, { assignment: false })).toEqual({
      scopes: ['User.Read'],
    });
  });

  test('assigned, directly or by a group', async () => {
    const reader = readerOver({ appRoleAssignments: [{ appRoleId: 'x', resourceId: OWN.toUpperCase() }] });
    expect(await reader.readPersonal(CONTOSO, directory, MIA, { assignment: true })).toMatchObject({
      assigned: true,
    });
  });

  test('assigned by one group of many, which only the complete answer lists', async () => {
    const reader = readerOver({
      appRoleAssignments: [],
      'appRoleAssignments, eventual': [{ appRoleId: 'x', resourceId: OWN }],
    });
    expect(await reader.readPersonal(CONTOSO, directory, MIA, { assignment: true })).toMatchObject({
      assigned: true,
    });
  });

  test('without the complete answer, nobody is called unassigned', async () => {
    const reader = readerOver({ appRoleAssignments: [], 'appRoleAssignments, eventual': 503 });
    expect(await reader.readPersonal(CONTOSO, directory, MIA, { assignment: true })).toEqual({ scopes: [] });
  });

  test('a user about whom Graph is silent is neither unassigned nor without grants', async () => {
    const reader = readerOver({ oauth2PermissionGrants: 503, appRoleAssignments: 404 });
    expect(await reader.readPersonal(CONTOSO, directory, MIA, { assignment: true })).toEqual({
      scopes: undefined,
    });
  });

  test('a readable token without roles holds none; one without an audience is not readable', async () => {
    const withClaims =
      (claims: object): AskAppToken =>
      () =>
        Promise.resolve({ ok: true, accessToken: token(claims), expiresAtMs: 0, correlationId: 'c' });
    expect(await readerOver(principals, withClaims({ aud: GRAPH })).read(CONTOSO)).toMatchObject({
      roles: [],
      directory: { kind: 'not-permitted' },
    });
    const unread = await readerOver(
      { own: 403, graph: 403 },
      withClaims({ roles: ['Directory.Read.All'] }),
    ).read(CONTOSO);
    expect(unread).toMatchObject({ roles: undefined });
  });
});
