import { type Application, parseApplication } from '../../../src/core/registration/application';
import { bicepOf } from '../../../src/core/registration/bicep';
import { compareRegistration } from '../../../src/core/registration/compare';
import { GRAPH_APP_ID, GRAPH_PERMISSION_IDS } from '../../../src/core/registration/graph-permission-ids';
import { wantedRegistration } from '../../../src/core/registration/wanted';
import { permissionId } from '../../simulator/entra/graph-permissions';
import { registeredPermissions } from '../../simulator/app-registration';

const CLIENT_ID = '8f1c7e55-0000-4000-8000-00000000c11e';
const wanted = wantedRegistration({
  publicOrigin: 'https://consent.example',
  paneOrigin: 'https://consent.example',
});

/** What Graph answers for the registration that the product needs, changed by a test. */
function registration(change: Readonly<Record<string, unknown>> = {}): Application {
  const [scope] = wanted.api.oauth2PermissionScopes;
  const application = parseApplication({
    ...wanted,
    id: 'the-object',
    appId: CLIENT_ID,
    identifierUris: [`api://${CLIENT_ID}`],
    api: {
      ...wanted.api,
      preAuthorizedApplications: [{ appId: CLIENT_ID, delegatedPermissionIds: [scope.id] }],
    },
    ...change,
  });
  if (!application) throw new Error('not an application');
  return application;
}

const compared = (change: Readonly<Record<string, unknown>>) =>
  compareRegistration(wanted, registration(change));
const said = (change: Readonly<Record<string, unknown>>): readonly string[] =>
  compared(change).differences.map(({ where, says }) => `${where}: ${says}`);

describe('the registration that the product needs', () => {
  test('names the addresses to which Microsoft sends people back, the pane and the service apart', () => {
    const apart = wantedRegistration({
      publicOrigin: 'https://consent.example',
      paneOrigin: 'https://pane.example:8443',
    });
    expect(apart.spa.redirectUris).toEqual([
      'brk-multihub://pane.example:8443',
      'brk-multihub://consent.example',
      'https://pane.example:8443/redirect.html',
      'https://consent.example/redirect.html',
    ]);
    expect(apart.web.redirectUris).toEqual([
      'https://consent.example/consent/return',
      'https://consent.example/consent/look',
      'https://consent.example/grant.html',
    ]);
  });

  test('asks for the permissions of the set, by the ids that Graph gives them', () => {
    const asked = wanted.requiredResourceAccess[0].resourceAccess.map(({ id, type }) => `${type} ${id}`);
    expect(asked).toEqual(
      registeredPermissions.map(
        (permission) => `${permission.kind === 'application' ? 'Role' : 'Scope'} ${permissionId(permission)}`,
      ),
    );
  });

  test('stands in the Bicep file as it is, and texts cannot break out of it', () => {
    const file = bicepOf({ ...wanted, displayName: "O'Neil ${x} \\" });
    expect(file).toContain(String.raw`displayName: 'O\'Neil \${x} \\'`);
    for (const id of Object.values(GRAPH_PERMISSION_IDS)) expect(file).toContain(`id: '${id}'`);
    for (const uri of [...wanted.spa.redirectUris, ...wanted.web.redirectUris])
      expect(file).toContain(`'${uri}'`);
    expect(file).toContain('requestedAccessTokenVersion: 2');
  });
});

describe('what must change in a registration', () => {
  test('nothing, where it is as the product needs it', () => {
    expect(compared({})).toEqual({ differences: [], patches: [] });
  });

  test('an empty registration needs everything, and the pre-authorisation comes in a request of its own', () => {
    const { differences, patches } = compareRegistration(
      wanted,
      parseApplication({ id: 'the-object', appId: CLIENT_ID })!,
    );
    expect(new Set(differences.map(({ where }) => where))).toEqual(
      new Set([
        'signInAudience',
        'groupMembershipClaims',
        'spa.redirectUris',
        'web.redirectUris',
        'identifierUris',
        'requiredResourceAccess',
        'appRoles',
        'api.requestedAccessTokenVersion',
        'api.oauth2PermissionScopes',
        'api.preAuthorizedApplications',
      ]),
    );
    expect(patches.map((patch) => Object.keys(patch.api ?? {}))).toEqual([
      ['requestedAccessTokenVersion', 'oauth2PermissionScopes'],
      ['preAuthorizedApplications'],
    ]);
  });

  test.each([
    ['a single organisation', { signInAudience: 'AzureADMyOrg' }, 'AADSTS650059'],
    ['no roles in tokens', { groupMembershipClaims: 'SecurityGroup' }, 'nobody is recognised'],
    ['old tokens', { api: { ...registration().api, requestedAccessTokenVersion: null } }, 'old form'],
    ['no application ID URI', { identifierUris: ['https://other.example'] }, 'AADSTS500011'],
    [
      'no pre-authorisation',
      { api: { ...registration().api, preAuthorizedApplications: [] } },
      'AADSTS65001',
    ],
    ['no operators', { appRoles: [] }, 'Consent.Operator'],
    ['no way back from the look', { web: { redirectUris: [] } }, '/consent/look is not registered'],
  ])('%s is told with what it does to people', (_what, change, text) => {
    expect(said(change).join('\n')).toContain(text);
  });

  test('an address under the wrong platform is moved, and those that the organisation added stay', () => {
    const page = 'https://consent.example/redirect.html';
    const { differences, patches } = compared({
      spa: {
        redirectUris: [...wanted.spa.redirectUris.filter((uri) => uri !== page), 'https://own.example/a'],
      },
      web: { redirectUris: [...wanted.web.redirectUris, page, 'https://own.example/b'] },
    });
    expect(differences.map(({ where, change }) => [where, change])).toEqual([
      ['web.redirectUris', 'moved to single-page application'],
    ]);
    expect(patches).toEqual([
      {
        spa: {
          redirectUris: [
            ...wanted.spa.redirectUris.filter((uri) => uri !== page),
            'https://own.example/a',
            page,
          ],
        },
        web: { redirectUris: [...wanted.web.redirectUris, 'https://own.example/b'] },
      },
    ]);
  });

  test('the product’s addresses on a name that it has left are told, a line for each name, and stay', () => {
    const old = ['brk-multihub://old.example:8443', 'https://old.example:8443/redirect.html'];
    const { differences, patches } = compared({
      spa: { redirectUris: [...wanted.spa.redirectUris, ...old, 'https://own.example/a'] },
      web: { redirectUris: [...wanted.web.redirectUris, 'https://older.example/consent/look', 'urn:own'] },
    });
    expect(differences.map(({ says, change }) => [says, change])).toEqual([
      [expect.stringContaining(`old.example:8443 too (${old.join(', ')})`), undefined],
      [expect.stringContaining('older.example too (https://older.example/consent/look)'), undefined],
    ]);
    expect(patches).toEqual([]);
  });

  test('a permission that nobody needs is told, and left to whoever added it', () => {
    const [graph] = wanted.requiredResourceAccess;
    const other = { resourceAppId: '00000002-0000-0ff1-ce00-000000000000', resourceAccess: [] };
    const access = [...graph.resourceAccess, { id: '570282fd-fa5c-430d-a7fd-fc8dc98a9dca', type: 'Scope' }];
    const extra = compared({ requiredResourceAccess: [{ ...graph, resourceAccess: access }, other] });
    expect(extra.differences).toHaveLength(1);
    expect(extra.differences[0]?.change).toBeUndefined();
    expect(extra.patches).toEqual([]);

    const lacking = compared({
      requiredResourceAccess: [{ ...graph, resourceAccess: access.slice(1) }, other],
    });
    expect(lacking.patches[0]?.requiredResourceAccess).toEqual([
      other,
      { resourceAppId: GRAPH_APP_ID, resourceAccess: [...access.slice(1), access[0]] },
    ]);
  });

  test('a permission of another API is told as well: administrators are asked for it with the others', () => {
    const exchange = {
      resourceAppId: '00000002-0000-0ff1-ce00-000000000000',
      resourceAccess: [{ id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40', type: 'Role' }],
    };
    const { differences, patches } = compared({
      requiredResourceAccess: [...wanted.requiredResourceAccess, exchange],
    });
    expect(differences.map(({ says, change }) => [says, change])).toEqual([
      [expect.stringContaining('dc890d15-9560-4a4c-9b7f-a736ec74ec40 (application) of the API'), undefined],
    ]);
    expect(patches).toEqual([]);
  });

  test('a scope and a role that are there keep their ids, switched on again', () => {
    const { api } = registration();
    const { patches } = compared({
      api: {
        ...api,
        oauth2PermissionScopes: [{ id: 'their-scope', value: 'access_as_user', isEnabled: false }],
        preAuthorizedApplications: [{ appId: 'a-tool', delegatedPermissionIds: ['their-scope'] }],
      },
      appRoles: [
        { id: 'their-role', value: 'Consent.Operator', isEnabled: true, allowedMemberTypes: ['Application'] },
      ],
    });
    // What is in use is switched off by a request of its own before it is changed.
    expect(patches[0]).toMatchObject({ appRoles: [{ id: 'their-role', isEnabled: false }] });
    expect(patches[1]?.api?.oauth2PermissionScopes).toEqual([
      { id: 'their-scope', value: 'access_as_user', isEnabled: true },
    ]);
    expect(patches[1]?.appRoles).toMatchObject([
      { id: 'their-role', isEnabled: true, allowedMemberTypes: ['Application', 'User'] },
    ]);
    expect(patches[2]?.api?.preAuthorizedApplications).toEqual([
      { appId: 'a-tool', delegatedPermissionIds: ['their-scope'] },
      { appId: CLIENT_ID, delegatedPermissionIds: ['their-scope'] },
    ]);
  });

  test('a scope of theirs with our name is taken, and a renamed one of ours left alone beside it', () => {
    const { api } = registration();
    const renamed = { ...api.oauth2PermissionScopes[0]!, value: 'old' };
    const theirs = { id: 'their-scope', value: 'access_as_user', isEnabled: true };
    const { differences } = compared({ api: { ...api, oauth2PermissionScopes: [renamed, theirs] } });
    expect(differences.map(({ where }) => where)).toEqual(['api.preAuthorizedApplications']);
  });

  test('what the organisation has authorised its own client for besides stays', () => {
    const { api } = registration();
    const { patches } = compared({
      api: {
        ...api,
        preAuthorizedApplications: [{ appId: CLIENT_ID, delegatedPermissionIds: ['of-their-own'] }],
      },
    });
    const { id } = api.oauth2PermissionScopes[0]!;
    expect(patches.flatMap((patch) => patch.api?.preAuthorizedApplications ?? [])).toEqual([
      { appId: CLIENT_ID, delegatedPermissionIds: ['of-their-own', id] },
    ]);
  });

  test('other claims about groups stay beside the roles', () => {
    expect(compared({ groupMembershipClaims: 'SecurityGroup' }).patches).toEqual([
      { groupMembershipClaims: 'SecurityGroup,DirectoryRole' },
    ]);
    expect(compared({ groupMembershipClaims: 'All' }).patches).toEqual([]);
  });
});
