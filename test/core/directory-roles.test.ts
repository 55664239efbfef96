import { approverRolesIn } from '../../src/core/directory-roles';

test('the roles that may approve are known by their template ids, in any case of letters', () => {
  expect(
    approverRolesIn([
      'B79FBF4D-3EF9-4689-8143-76B194E85509',
      'D2562EDE-74DB-457E-A7B6-544E236EBB61',
      '62e90394-69f5-4237-9190-012177145e10',
      7,
    ]),
  ).toEqual(['global-administrator', 'ai-administrator']);
});

test('a member and a global reader hold none', () => {
  expect(
    approverRolesIn(['b79fbf4d-3ef9-4689-8143-76b194e85509', 'f2ef992c-3afb-46b9-b7cf-a126ee74c451']),
  ).toEqual([]);
  expect(approverRolesIn([])).toEqual([]);
});

test.each([undefined, null, '62e90394-69f5-4237-9190-012177145e10', {}])(
  'where no list is given (%p), nobody has told',
  (given) => {
    expect(approverRolesIn(given)).toBeUndefined();
  },
);
