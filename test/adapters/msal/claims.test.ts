import { accountOf, claimsOf, scopesNamedIn } from '../../../src/adapters/msal/claims';
import { CONTOSO, tokenOf } from './host-bridge';

describe('the claims of a token', () => {
  test('are read whatever their alphabet', () => {
    expect(claimsOf(tokenOf({ name: 'Zoë 山田 🙂' }))).toEqual({ name: 'Zoë 山田 🙂' });
  });

  test.each([
    '',
    'opaque',
    'a.b',
    'a..c',
    'a.%%%.c',
    `a.${Buffer.from('"text"').toString('base64url')}.c`,
    `a.${Buffer.from('[1]').toString('base64url')}.c`,
    `a.${Buffer.from('null').toString('base64url')}.c`,
    `a.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.c`,
    // An encrypted token has five parts.
    'a.b.c.d.e',
  ])('%j is no readable token', (token) => {
    expect(claimsOf(token)).toBeUndefined();
    expect(scopesNamedIn(token)).toBeUndefined();
  });

  test('a token without a word on scopes names none', () => {
    expect(scopesNamedIn(tokenOf({ scp: ' ' }))).toBeUndefined();
    expect(scopesNamedIn(tokenOf({ scp: ['User.Read'] }))).toBeUndefined();
    expect(scopesNamedIn(tokenOf({ roles: ['User.Read.All'] }))).toBeUndefined();
  });
});

describe('the account', () => {
  test('the id token’s tenant goes before what the host says', () => {
    expect(
      accountOf({
        idTokenClaims: { tid: CONTOSO.toUpperCase() },
        account: { tenantId: 'aaaaaaaa-0000-4000-8000-000000000001', username: 'Mia@Contoso.Example' },
      }),
    ).toEqual({ tenant: CONTOSO, domain: 'contoso.example', adminHint: 'not-known' });
  });

  test.each([
    [{}],
    [{ idTokenClaims: { tid: 'common' }, account: { tenantId: 'not-a-guid' } }],
    [{ account: null }],
    [{ idTokenClaims: { tid: 7 } }],
  ])('%j names no tenant', (result) => {
    expect(accountOf(result)).toBeUndefined();
  });

  test('a guest’s home is told, and nothing more of the home account', () => {
    const home = 'aaaaaaaa-0000-4000-8000-000000000001';
    const withHome = (homeAccountId: string) => accountOf({ tenantId: CONTOSO, account: { homeAccountId } });
    expect(withHome(`ca210000-0000-4000-8000-000000000031.${home.toUpperCase()}`)).toEqual({
      tenant: CONTOSO,
      home,
      adminHint: 'not-known',
    });
    for (const own of [`ca210000-0000-4000-8000-000000000031.${CONTOSO}`, '', 'a.b', 'a.b.c', '.'])
      expect(withHome(own)?.home).toBeUndefined();
  });

  test('nothing of the address but its domain is kept, and no domain where there is none', () => {
    const account = accountOf({ tenantId: CONTOSO, account: { username: 'mia' } });
    expect(account).toEqual({ tenant: CONTOSO, adminHint: 'not-known' });
    const guest = accountOf({
      tenantId: CONTOSO,
      account: { username: 'carl_northwind.example#EXT#@contoso.example' },
    });
    expect(JSON.stringify(guest)).not.toContain('carl');
    expect(guest?.domain).toBe('contoso.example');
  });
});
