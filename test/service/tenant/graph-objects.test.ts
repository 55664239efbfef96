import { holdsScope } from '../../../src/core/permissions';
import {
  parseAssignment,
  parseGrant,
  parseServicePrincipal,
} from '../../../src/service/tenant/graph-objects';

// The shape of https://learn.microsoft.com/en-us/graph/api/oauth2permissiongrant-get; for everybody `principalId` is null.
const grant = (changes: Readonly<Record<string, unknown>>): unknown => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#oauth2PermissionGrants/$entity',
  id: 'l5eW7x0ga0-WDOntXzHateQDNpSH5-lPk9HjD3Sarjk',
  clientId: 'ef969797-201d-4f6b-960c-e9ed5f31dab5',
  consentType: 'AllPrincipals',
  principalId: null,
  resourceId: '943603e4-e787-4fe9-93d1-e30f749aae39',
  scope: 'User.Read Mail.ReadWrite',
  ...changes,
});

test.each([
  ['as Entra writes it', 'User.Read Mail.ReadWrite'],
  ['a blank before and after', ' User.Read Mail.ReadWrite '],
  ['two blanks', 'User.Read  Mail.ReadWrite'],
  ['a tab', 'User.Read\tMail.ReadWrite'],
  ['a line break of Unix', 'User.Read\nMail.ReadWrite\n'],
  ['a line break of Windows, indented', '\r\n  User.Read\r\n  Mail.ReadWrite'],
  ['a blank that does not break, out of a web page', 'User.Read\u00a0Mail.ReadWrite'],
])('between the scopes of a grant stands %s: both are read (9)', (_between, scope) => {
  expect(parseGrant(grant({ scope }))?.scopes).toEqual(['User.Read', 'Mail.ReadWrite']);
});

test('a script wrote the scopes in small letters: they are held, and a part of a name is not (9)', () => {
  const scopes = parseGrant(grant({ scope: 'user.read mail.readwrite' }))?.scopes ?? [];
  expect(holdsScope(scopes, 'Mail.ReadWrite')).toBe(true);
  expect(holdsScope(scopes, 'Mail.Read')).toBe(false);
});

test.each([[null], [''], [' \r\n\t '], [undefined], [7], [['User.Read']]])(
  'a grant whose scopes are %j names none (9)',
  (scope) => {
    expect(parseGrant(grant({ scope }))?.scopes).toEqual([]);
  },
);

test('a grant for everybody has no principal, and ids that are null are nobody’s (9)', () => {
  expect(parseGrant(grant({}))).toMatchObject({ reach: 'everybody', principalId: undefined });
  expect(parseGrant(grant({ clientId: null, resourceId: null, consentType: null }))).toMatchObject({
    clientId: undefined,
    resourceId: undefined,
    reach: undefined,
  });
});

test.each([
  ['a service principal without an id', parseServicePrincipal({ id: null, appId: 'a' })],
  [
    'a service principal without an app',
    parseServicePrincipal({ id: 'ef969797-201d-4f6b-960c-e9ed5f31dab5', appId: null }),
  ],
  ['an assignment without a role', parseAssignment({ appRoleId: null, resourceId: 'r' })],
  ['an assignment without a resource', parseAssignment({ appRoleId: 'r', resourceId: null })],
])('%s is not one (9)', (_title, parsed) => {
  expect(parsed).toBeUndefined();
});
