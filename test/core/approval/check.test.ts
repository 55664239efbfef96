import fc from 'fast-check';
import { judgeFor } from '../../../src/core/approval/check';
import { organisationNamed } from '../../../src/core/approval/state';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { isGreen } from '../../../src/core/consent/verdict';
import {
  ALL_DELEGATED,
  answer,
  CONTOSO,
  CONTOSO_DOMAIN,
  domain,
  declined,
  FABRIKAM,
  grantedForTenant,
  heard,
  noAccount,
  notConsented,
  nothingGranted,
  onlyMia,
  ownToken,
  partlyGranted,
  unreachable,
} from '../../support/evidence';

const contoso = { kind: 'tenant', tenant: CONTOSO } as const;

test('green needs the organisation that is meant, named by id or by domain', () => {
  expect(judgeFor(contoso, grantedForTenant, PERMISSION_SET)).toMatchObject({
    kind: 'granted',
    because: 'all-granted-for-tenant',
  });
  const placed = {
    kind: 'domain',
    domain: domain('fabrikam.example'),
    lookup: 'over',
    tenant: FABRIKAM,
  } as const;
  for (const meant of [organisationNamed(FABRIKAM), placed]) {
    expect(judgeFor(meant, grantedForTenant, PERMISSION_SET)).toMatchObject({
      kind: 'unknown',
      because: 'account-of-another-tenant',
      cause: 'other-tenant',
    });
  }
});

test('F13: a domain that Microsoft did not place is neither this organisation nor another', () => {
  expect(judgeFor(organisationNamed('fabrikam.example'), grantedForTenant, PERMISSION_SET)).toMatchObject({
    kind: 'unknown',
    because: 'mailbox-of-unknown-tenant',
    cause: 'mailbox-not-placed',
  });
});

test('two domains of one tenant are one organisation where Microsoft says so', () => {
  const alias = { kind: 'domain', domain: CONTOSO_DOMAIN, lookup: 'over', tenant: CONTOSO } as const;
  const { account, ...rest } = grantedForTenant;
  if (!account) throw new Error('The evidence has no account');
  const { domain: _, ...elsewhere } = account;
  expect(isGreen(judgeFor(alias, { ...rest, account: elsewhere }, PERMISSION_SET))).toBe(true);
  const { tenant: __, ...unknown } = alias;
  expect(isGreen(judgeFor(unknown, { ...rest, account: elsewhere }, PERMISSION_SET))).toBe(false);
});

test('nothing but a full proof about the very organisation is green', () => {
  const report = fc.oneof(
    fc.constantFrom(
      notConsented,
      declined,
      noAccount,
      unreachable,
      nothingGranted,
      partlyGranted,
      onlyMia,
      ownToken(ALL_DELEGATED),
      ownToken(undefined),
    ),
    fc
      .array(fc.constantFrom('tenant', 'this-user', 'missing', 'not-known'), {
        minLength: PERMISSION_SET.length,
        maxLength: PERMISSION_SET.length,
      })
      .map((states) =>
        heard(answer((permission) => states[PERMISSION_SET.indexOf(permission)] ?? 'not-known')),
      ),
    fc.constantFrom(CONTOSO, FABRIKAM).map((tenant) => heard(answer(() => 'tenant', tenant))),
  );
  const organisations = fc.constantFrom(
    undefined,
    contoso,
    organisationNamed(FABRIKAM),
    organisationNamed('contoso.example'),
    organisationNamed('fabrikam.example'),
  );
  fc.assert(
    fc.property(organisations, report, (organisation, seen) => {
      if (!isGreen(judgeFor(organisation, seen, PERMISSION_SET))) return;
      if (seen.seen.kind !== 'service' || seen.seen.answer.outcome !== 'checked') throw new Error('no proof');
      const { permissions, tenantId } = seen.seen.answer;
      // The sign-in permissions come along with any other, and the application reads the grants by itself.
      const needed = PERMISSION_SET.filter(
        ({ required, kind, impliedByAnyGrant, provesGrants }) =>
          required && impliedByAnyGrant !== true && !(kind === 'delegated' && provesGrants === true),
      );
      const isAnyForAutopilot = permissions.some(
        ({ kind, state }) => kind === 'application' && state === 'tenant',
      );
      for (const { scope, kind } of needed) {
        if (kind === 'application' && !isAnyForAutopilot) continue;
        const told = permissions.find((one) => one.scope === scope && one.kind === kind);
        expect(told?.state).toBe('tenant');
      }
      expect(tenantId).toBe(seen.account?.tenant);
      if (organisation?.kind === 'tenant') expect(tenantId).toBe(organisation.tenant);
      if (organisation?.kind === 'domain') expect(organisation.domain).toBe('contoso.example');
    }),
    { numRuns: 1000 },
  );
});
