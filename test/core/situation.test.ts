import fc from 'fast-check';
import { PERMISSION_SET } from '../../src/core/permission-set';
import { approverRolesFor, permissionId, proofOf, requiredOf, scopesOf } from '../../src/core/permissions';
import { asksSituation } from '../../src/core/consent/asks-situation';
import {
  SITUATIONS,
  consentScopeParameter,
  consentScopesFor,
  coversSituation,
  largerSituation,
  parseSituation,
  permissionSetFor,
  provedByApplication,
  stepsFor,
  type Situation,
} from '../../src/core/situation';
import { parseTenantId } from '../../src/core/tenant';
import type { Finding, Verdict } from '../../src/core/consent/verdict';

const TENANT = parseTenantId('11111111-aaaa-4bbb-8ccc-111111111111')!;
const GRAPH = 'https://graph.microsoft.com';

/** Findings of the whole set: everything granted for the tenant but what is named. */
const findings = (missing: readonly string[], otherwise: Finding['state'] = 'tenant'): readonly Finding[] =>
  PERMISSION_SET.map((permission) => {
    const id = permissionId(permission);
    return { id, permission, state: missing.includes(id) ? 'missing' : otherwise };
  });
const ALL = PERMISSION_SET.map(permissionId);

const required: Verdict = { kind: 'required', because: 'nothing-granted', findings: findings(ALL) };
const partial = (...missing: readonly string[]): Verdict => ({
  kind: 'partial',
  because: 'some-missing',
  breadth: 'tenant',
  tenant: TENANT,
  findings: findings(missing),
});

describe('a situation that was kept', () => {
  test.each(SITUATIONS)('%s is read again', (situation) => {
    expect(parseSituation(situation)).toBe(situation);
  });

  test('anything else is none', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(!SITUATIONS.some((one) => one === value));
        expect(parseSituation(value)).toBeUndefined();
      }),
    );
    for (const name of ['Autopilot-on', 'constructor', 'toString', ''])
      expect(parseSituation(name)).toBeUndefined();
  });
});

describe('the permissions of a situation', () => {
  test('while it is not known, the whole set is asked: nothing turns green by a guess', () => {
    expect(permissionSetFor(undefined, PERMISSION_SET)).toEqual(provedByApplication(PERMISSION_SET));
    expect(permissionSetFor('not-sure', PERMISSION_SET).map(permissionId)).toEqual(ALL);
  });

  test.each(['autopilot-on', 'autopilot-everyone'] as const)(
    '%s needs the whole set, in which the application proves the grant',
    (situation) => {
      const set = permissionSetFor(situation, PERMISSION_SET);
      expect(set.map(permissionId)).toEqual(ALL);
      const notRequired = set.filter((permission) => !permission.required).map(permissionId);
      expect(notRequired).toEqual([
        'delegated:Mail.ReadWrite.Shared',
        'delegated:Directory.Read.All',
        'application:Calendars.ReadWrite',
      ]);
    },
  );

  test.each([...SITUATIONS, 'not-sure', undefined] as const)('the set of %s can be proved', (situation) => {
    expect(proofOf(permissionSetFor(situation, PERMISSION_SET))).toBeDefined();
  });

  test('with application permissions the application proves it, without them an administrator’s look', () => {
    expect(SITUATIONS.map((one) => proofOf(permissionSetFor(one, PERMISSION_SET)))).toEqual([
      'application',
      'application',
      'application',
      'look',
      'look',
    ]);
    expect(proofOf([])).toBeUndefined();
    const blind = PERMISSION_SET.filter(({ provesGrants }) => provesGrants !== true);
    expect(proofOf(blind)).toBeUndefined();
  });

  test.each([...SITUATIONS, 'not-sure', undefined] as const)(
    'DelegatedPermissionGrant.Read.All takes the place of the delegated proof by its name alone: %s (9.2)',
    (situation) => {
      const smaller = PERMISSION_SET.map((permission) =>
        permission.kind === 'delegated' && permission.provesGrants === true
          ? { ...permission, scope: 'DelegatedPermissionGrant.Read.All' }
          : permission,
      );
      expect(scopesOf(smaller, 'delegated')).not.toContain('Directory.Read.All');
      const set = permissionSetFor(situation, smaller);
      expect(proofOf(set)).toBe(proofOf(permissionSetFor(situation, PERMISSION_SET)));
      expect(proofOf(set)).toBeDefined();
      const byLook = set.find(({ kind, provesGrants }) => kind === 'delegated' && provesGrants === true);
      expect(byLook).toMatchObject({
        scope: 'DelegatedPermissionGrant.Read.All',
        required: proofOf(set) === 'look',
      });
    },
  );

  test.each(['no-autopilot', 'group-edition'] as const)('%s needs no application permission', (situation) => {
    const set = permissionSetFor(situation, PERMISSION_SET);
    expect(set.length).toBeGreaterThan(0);
    expect(set.every(({ kind }) => kind === 'delegated')).toBe(true);
    expect(approverRolesFor(set)).toContain('application-administrator');
  });

  test('Group Edition requires shared mailboxes, which are optional elsewhere', () => {
    const shared = (situation: Situation) =>
      permissionSetFor(situation, PERMISSION_SET).find(({ feature }) => feature === 'shared-mailboxes')
        ?.required;
    expect(SITUATIONS.map((situation) => [situation, shared(situation)])).toEqual([
      ['autopilot-on', false],
      ['autopilot-everyone', false],
      ['autopilot-groups', false],
      ['no-autopilot', false],
      ['group-edition', true],
    ]);
  });

  test('limited to groups, Entra need not hold what Exchange grants, but still the rest', () => {
    const ids = requiredOf(permissionSetFor('autopilot-groups', PERMISSION_SET)).map(permissionId);
    expect(ids).not.toContain('application:Mail.ReadWrite');
    expect(ids).toContain('application:User.Read.All');
    expect(ids).toContain('application:Directory.Read.All');
    expect(ids).toContain('delegated:Mail.ReadWrite');
  });

  test('no situation needs more than the set has, or frees a delegated permission that is required', () => {
    for (const situation of SITUATIONS) {
      const ids = permissionSetFor(situation, PERMISSION_SET).map(permissionId);
      expect(ALL).toEqual(expect.arrayContaining(ids));
      // All but what proves the grant, where the application proves it.
      const delegated = requiredOf(PERMISSION_SET).filter(
        ({ kind, provesGrants }) => kind === 'delegated' && provesGrants !== true,
      );
      expect(requiredOf(permissionSetFor(situation, PERMISSION_SET))).toEqual(
        expect.arrayContaining(delegated),
      );
    }
  });

  test('an empty set stays empty', () => {
    for (const situation of SITUATIONS) expect(permissionSetFor(situation, [])).toEqual([]);
  });
});

describe('a smaller consent can take a larger one away', () => {
  const AUTOPILOT = ['autopilot-on', 'autopilot-everyone', 'autopilot-groups'] as const;
  const DELEGATED = ['no-autopilot', 'group-edition'] as const;

  test('a consent with Autopilot covers every situation, one without only those without', () => {
    for (const situation of SITUATIONS) {
      for (const autopilot of AUTOPILOT) expect(coversSituation(autopilot, situation)).toBe(true);
      for (const delegated of DELEGATED) {
        expect(coversSituation(delegated, situation)).toBe(DELEGATED.some((one) => one === situation));
      }
      expect(coversSituation(undefined, situation)).toBe(true);
      expect(coversSituation('not-sure', situation)).toBe(true);
    }
    for (const delegated of DELEGATED) expect(coversSituation(delegated, 'not-sure')).toBe(false);
  });

  test('what was answered counts, unless it is smaller than what the organisation has', () => {
    expect(largerSituation('no-autopilot', undefined)).toBe('no-autopilot');
    expect(largerSituation('no-autopilot', 'autopilot-everyone')).toBe('autopilot-everyone');
    expect(largerSituation('autopilot-groups', 'no-autopilot')).toBe('autopilot-groups');
    expect(largerSituation('autopilot-groups', 'autopilot-everyone')).toBe('autopilot-groups');
    for (const one of SITUATIONS)
      for (const other of SITUATIONS) {
        const larger = largerSituation(one, other);
        expect(coversSituation(larger, one)).toBe(true);
        expect(coversSituation(larger, other)).toBe(true);
      }
  });
});

describe('the steps of a situation', () => {
  test.each(SITUATIONS)('%s verifies with Microsoft, and nothing twice', (situation) => {
    const steps = stepsFor(situation);
    expect(steps).toContain('verify-consent');
    expect(new Set(steps).size).toBe(steps.length);
  });

  test('what is on already begins with verifying', () => {
    expect(stepsFor('autopilot-on')[0]).toBe('verify-consent');
  });

  test('for groups, the limit stands before the unlimited grant goes, and is tested after', () => {
    const steps = stepsFor('autopilot-groups');
    const places = (
      ['choose-group', 'limit-in-exchange', 'revoke-unlimited-in-entra', 'test-limit'] as const
    ).map((step) => steps.indexOf(step));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('only situations with Autopilot speak of it', () => {
    const speak = SITUATIONS.filter((situation) =>
      stepsFor(situation).some((step) => step.includes('autopilot')),
    );
    expect(speak).toEqual(['autopilot-on', 'autopilot-everyone', 'autopilot-groups']);
  });
});

describe('asking for the situation', () => {
  test('when nobody has consented: the answer decides what is to be granted', () => {
    expect(asksSituation(required, undefined)).toBe(true);
  });

  test('never twice', () => {
    for (const situation of SITUATIONS) expect(asksSituation(required, situation)).toBe(false);
  });

  test('when only application permissions are missing: without Autopilot nothing is', () => {
    expect(asksSituation(partial('application:Mail.ReadWrite'), undefined)).toBe(true);
  });

  test('not when the same is missing in every situation', () => {
    expect(asksSituation(partial('delegated:Mail.ReadWrite'), undefined)).toBe(false);
  });

  test('not for what is optional everywhere, but for what Group Edition requires', () => {
    expect(asksSituation(partial('application:Calendars.ReadWrite'), undefined)).toBe(false);
    expect(asksSituation(partial('delegated:Mail.ReadWrite.Shared'), undefined)).toBe(true);
  });

  test('never when everything is granted for the tenant, and never while something else stands in the way', () => {
    const others: readonly Verdict[] = [
      { kind: 'checking', because: 'nobody-asked-yet' },
      {
        kind: 'granted',
        because: 'all-granted-for-tenant',
        breadth: 'tenant',
        tenant: TENANT,
        findings: findings(['delegated:Mail.ReadWrite.Shared']),
      },
      {
        kind: 'granted',
        because: 'token-holds-all',
        breadth: 'unproven',
        tenant: TENANT,
        findings: findings([], 'not-known'),
      },
      { kind: 'sign-in-needed', because: 'no-account', maybeConsent: true },
      { kind: 'blocked', because: 'user-not-assigned', cause: 'user-not-assigned' },
      { kind: 'unknown', because: 'no-answer', cause: 'network-unreachable' },
    ];
    expect(others.map((verdict) => asksSituation(verdict, undefined))).toEqual(others.map(() => false));
  });

  test('a grant for this user alone: asked where application permissions are missing beside it', () => {
    const personal = (missing: readonly string[]): Verdict => ({
      kind: 'granted',
      because: 'held-by-this-user',
      breadth: 'this-user',
      tenant: TENANT,
      findings: findings(missing, 'this-user'),
    });
    expect(asksSituation(personal(['application:Mail.ReadWrite']), undefined)).toBe(true);
    expect(asksSituation(personal([]), undefined)).toBe(false);
  });

  test('no findings are no reason to ask', () => {
    expect(asksSituation({ kind: 'required', because: 'nothing-granted', findings: [] }, undefined)).toBe(
      false,
    );
  });
});

describe('what the admin consent link names', () => {
  test('everything that is registered, where application permissions are in the set', () => {
    expect(consentScopesFor(PERMISSION_SET)).toBe('.default');
    expect(consentScopeParameter(PERMISSION_SET, GRAPH)).toBe('https://graph.microsoft.com/.default');
  });

  test('else each delegated scope, with Graph before it where it is Graph’s, and no other resource', () => {
    const set = permissionSetFor('no-autopilot', PERMISSION_SET);
    expect(consentScopesFor(set)).toEqual(set.map(({ scope }) => scope));
    expect(consentScopeParameter(set, 'https://graph.microsoft.us').split(' ')).toEqual([
      'openid',
      'profile',
      'email',
      'offline_access',
      'https://graph.microsoft.us/User.Read',
      'https://graph.microsoft.us/Mail.ReadWrite',
      'https://graph.microsoft.us/MailboxSettings.ReadWrite',
      'https://graph.microsoft.us/Mail.ReadWrite.Shared',
      'https://graph.microsoft.us/Directory.Read.All',
    ]);
  });
});
