import { PERMISSION_SET } from '../../src/core/permission-set';
import {
  approverRolesFor,
  holdsScope,
  permissionId,
  requiredOf,
  scopesIn,
  scopesOf,
  type Permission,
  type PermissionSet,
} from '../../src/core/permissions';

const read: Permission = {
  scope: 'User.Read',
  kind: 'delegated',
  required: true,
  feature: 'profile',
  namedInTokens: true,
};
const shared: Permission = {
  ...read,
  scope: 'Mail.ReadWrite.Shared',
  required: false,
  feature: 'shared-mailboxes',
};
const readAll: Permission = {
  scope: 'User.Read.All',
  kind: 'application',
  required: true,
  feature: 'autopilot',
  namedInTokens: false,
};
const SET: PermissionSet = [read, shared, readAll];

test('the same scope as delegated and as application permission are two permissions', () => {
  const names = { scope: 'Mail.ReadWrite' };
  expect(permissionId({ ...names, kind: 'delegated' })).toBe('delegated:Mail.ReadWrite');
  expect(permissionId({ ...names, kind: 'application' })).toBe('application:Mail.ReadWrite');
});

test('required ones and the scopes of a kind come in the order of the set', () => {
  expect(requiredOf(SET)).toEqual([read, readAll]);
  expect(scopesOf(SET, 'delegated')).toEqual(['User.Read', 'Mail.ReadWrite.Shared']);
  expect(scopesOf(SET, 'application')).toEqual(['User.Read.All']);
  expect(requiredOf([])).toEqual([]);
});

describe('who may approve', () => {
  test('application permissions of Graph take a Global or Privileged Role Administrator, even where they are optional', () => {
    const roles = ['global-administrator', 'privileged-role-administrator'];
    expect(approverRolesFor(SET)).toEqual(roles);
    expect(approverRolesFor([read, { ...readAll, required: false }])).toEqual(roles);
  });

  test('for delegated permissions the application administrators will do', () => {
    expect(approverRolesFor([read, shared])).toEqual([
      'global-administrator',
      'privileged-role-administrator',
      'cloud-application-administrator',
      'application-administrator',
      'ai-administrator',
    ]);
  });
});

describe('the set of ExtendSync', () => {
  test('names no permission twice', () => {
    const ids = PERMISSION_SET.map(permissionId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('asks for what the design says, and for nothing else', () => {
    const names = (required: boolean, kind: Permission['kind']) =>
      scopesOf(
        PERMISSION_SET.filter((permission) => permission.required === required),
        kind,
      ).toSorted();
    expect(names(true, 'delegated')).toEqual([
      'Directory.Read.All',
      'Mail.ReadWrite',
      'MailboxSettings.ReadWrite',
      'User.Read',
      'email',
      'offline_access',
      'openid',
      'profile',
    ]);
    expect(names(false, 'delegated')).toEqual(['Mail.ReadWrite.Shared']);
    expect(names(true, 'application')).toEqual(['Directory.Read.All', 'Mail.ReadWrite', 'User.Read.All']);
    expect(names(false, 'application')).toEqual(['Calendars.ReadWrite']);
  });

  test('expects in a delegated token only what stands there: no application permission, and never offline_access', () => {
    for (const { kind, scope, namedInTokens } of PERMISSION_SET) {
      expect(namedInTokens).toBe(kind === 'delegated' && scope !== 'offline_access');
    }
  });
});

test.each([
  [['User.Read', 'Mail.ReadWrite'], true],
  [['mail.readwrite'], true],
  [['MAIL.READWRITE'], true],
  [['Mail.ReadWrite.Shared', 'Mail.Read'], false],
  [[], false],
])('Mail.ReadWrite in %j: %s', (held, holds) => {
  expect(holdsScope(held, 'Mail.ReadWrite')).toBe(holds);
});

test.each([
  ['User.Read Mail.ReadWrite', ['User.Read', 'Mail.ReadWrite']],
  // A blank too many is no name.
  [' User.Read  Mail.ReadWrite ', ['User.Read', 'Mail.ReadWrite']],
  ['', []],
])('the names in %j', (list, names) => {
  expect(scopesIn(list)).toEqual(names);
});
