import { PERMISSION_SET } from '../../../src/core/permission-set';
import { registeredPermissions } from '../../simulator/app-registration';

test('the simulated app registration asks for exactly what the product needs', () => {
  const names = (list: readonly { readonly kind: string; readonly scope: string }[]): readonly string[] =>
    list.map(({ kind, scope }) => `${kind} ${scope}`).toSorted();
  expect(names(registeredPermissions)).toEqual(names(PERMISSION_SET));
});
