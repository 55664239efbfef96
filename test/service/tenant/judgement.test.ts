import fc from 'fast-check';
import { judgeTenant } from '../../../src/core/ledger/state';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import type { Permission } from '../../../src/core/permissions';
import { permissionSetFor, SITUATIONS } from '../../../src/core/situation';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import {
  isProved,
  judgeConsent,
  needsPersonalFacts,
  provesSituation,
  type Known,
} from '../../../src/service/tenant/judgement';
import type { PersonalFacts, TenantFacts } from '../../../src/service/tenant/facts';

const TENANT = parseTenantId('c0450000-0000-4000-8000-000000000001') as TenantId;
const scopes = [...new Set(PERMISSION_SET.map(({ scope }) => scope)), 'Sites.Read.All'];
// All, nearly all, or any: at random hardly anything is ever granted whole.
const someScopes = fc.oneof(
  fc.constant(scopes),
  fc.constantFrom(...scopes).map((one) => scopes.filter((scope) => scope !== one)),
  fc.subarray(scopes),
);

const readDirectory = fc.record({
  kind: fc.constant('read' as const),
  applicationId: fc.constant('a'),
  graphId: fc.constant('g'),
  enabled: fc.boolean(),
  assignmentRequired: fc.boolean(),
  tenantScopes: someScopes,
});
const anyDirectory = fc.oneof(
  fc.constant({ kind: 'not-permitted' as const }),
  fc.constant({ kind: 'not-shown' as const }),
  readDirectory,
);
const anyFacts: fc.Arbitrary<TenantFacts> = fc.oneof(
  fc.record(
    { kind: fc.constant('token' as const), roles: someScopes, directory: anyDirectory },
    { requiredKeys: ['kind', 'directory'] },
  ),
  fc.constant({ kind: 'nothing-granted' as const, code: 'AADSTS700016' }),
  fc.constant({ kind: 'application-disabled' as const, code: 'AADSTS7000112' }),
  fc.record({
    kind: fc.constant('no-answer' as const),
    because: fc.constantFrom('refused', 'throttled', 'unreachable', 'unexpected'),
  }) as fc.Arbitrary<TenantFacts>,
);
const anyPersonal: fc.Arbitrary<PersonalFacts | undefined> = fc.option(
  fc.record(
    { scopes: fc.option(someScopes, { nil: undefined }), assigned: fc.boolean() },
    { requiredKeys: ['scopes'] },
  ),
  { nil: undefined },
);
const told = (facts: TenantFacts): Known => ({ facts, checkedAtMs: 0 });
const judged = (facts: TenantFacts, personal: PersonalFacts | undefined) =>
  judgeConsent(TENANT, told(facts), PERMISSION_SET, personal);

test('a tenant is done where the ledger calls it granted, also while nobody knows the situation', () => {
  const some = fc.subarray(PERMISSION_SET as Permission[], { minLength: PERMISSION_SET.length - 3 });
  fc.assert(
    fc.property(some, fc.option(fc.constantFrom(...SITUATIONS), { nil: undefined }), (held, situation) => {
      const of = (kind: Permission['kind']): string[] =>
        held.filter((one) => one.kind === kind).map(({ scope }) => scope);
      const directory = {
        kind: 'read' as const,
        applicationId: 'a',
        graphId: 'g',
        enabled: true,
        assignmentRequired: false,
        tenantScopes: of('delegated'),
      };
      const known: Known = { ...told({ kind: 'token', roles: of('application'), directory }), situation };
      const entry = judgeTenant(
        judgeConsent(TENANT, known, PERMISSION_SET),
        { wasGranted: false, somePeople: false },
        PERMISSION_SET,
      );
      expect(isProved(known, PERMISSION_SET)).toBe(entry?.state === 'granted');
    }),
    { numRuns: 2_000 },
  );
});

test('"tenant" is said only where Microsoft named the permission for the tenant', () => {
  fc.assert(
    fc.property(anyFacts, anyPersonal, (facts, personal) => {
      const answer = judged(facts, personal);
      if (answer.outcome !== 'checked') return;
      for (const [index, { scope, kind, state }] of answer.permissions.entries()) {
        if (state !== 'tenant') continue;
        if (facts.kind !== 'token') throw new Error('granted without a token');
        const named =
          kind === 'application'
            ? facts.roles
            : facts.directory.kind === 'read'
              ? facts.directory.tenantScopes
              : undefined;
        // The sign-in's own words come with any other scope, and Entra need not write them down.
        if (PERMISSION_SET[index]?.impliedByAnyGrant === true && named?.length) continue;
        expect(named).toContain(scope);
      }
    }),
  );
});

test('"missing" is said only where Microsoft showed the whole list and the permission was not on it', () => {
  fc.assert(
    fc.property(anyFacts, anyPersonal, (facts, personal) => {
      const answer = judged(facts, personal);
      if (answer.outcome !== 'checked') return;
      for (const { scope, kind, state } of answer.permissions) {
        if (state !== 'missing' || facts.kind === 'nothing-granted') continue;
        if (facts.kind !== 'token') throw new Error('missing without a token');
        if (kind === 'application') {
          expect(facts.roles).toBeDefined();
          expect(facts.roles).not.toContain(scope);
        } else {
          if (facts.directory.kind !== 'read') throw new Error('missing without the directory');
          expect(facts.directory.tenantScopes).not.toContain(scope);
          expect(personal?.scopes).toBeDefined();
          expect(personal?.scopes).not.toContain(scope);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('every permission of the set is answered, once, in order', () => {
  fc.assert(
    fc.property(anyFacts, anyPersonal, (facts, personal) => {
      const answer = judged(facts, personal);
      if (answer.outcome !== 'checked') return;
      expect(answer.permissions.map(({ kind, scope }) => `${kind}:${scope}`)).toEqual(
        PERMISSION_SET.map(({ kind, scope }) => `${kind}:${scope}`),
      );
    }),
  );
});

test("what may be told for a minute is a grant that nobody else's facts can change", () => {
  // A token with roles and a list that was read: of anything at all hardly one in a hundred is proved.
  const readFacts: fc.Arbitrary<TenantFacts> = fc.record({
    kind: fc.constant('token' as const),
    roles: someScopes,
    directory: readDirectory,
  });
  let proved = 0;
  fc.assert(
    fc.property(fc.oneof(anyFacts, readFacts), anyPersonal, (facts, personal) => {
      if (!provesSituation(told(facts), undefined, PERMISSION_SET)) return;
      proved += 1;
      const answer = judged(facts, personal);
      if (answer.outcome !== 'checked') throw new Error('no answer is no grant');
      // Where the application reads the grants by itself, the delegated permission for it may be missing.
      const required = permissionSetFor(undefined, PERMISSION_SET).filter(
        (permission) => permission.required,
      );
      for (const { kind, scope } of required) {
        expect(answer.permissions).toContainEqual({ kind, scope, state: 'tenant' });
      }
      expect(answer.obstacle).not.toBe('application-disabled');
    }),
    { numRuns: 1000 },
  );
  expect(proved).toBeGreaterThan(20);
});

test('the asking user matters where something is not granted for all, or users are assigned', () => {
  const all = PERMISSION_SET.filter(({ kind }) => kind === 'delegated').map(({ scope }) => scope);
  const facts = (tenantScopes: readonly string[], assignmentRequired = false): TenantFacts => ({
    kind: 'token',
    roles: [],
    directory: {
      kind: 'read',
      applicationId: 'a',
      graphId: 'g',
      enabled: true,
      assignmentRequired,
      tenantScopes,
    },
  });
  const needed = PERMISSION_SET.filter(
    ({ kind, required, impliedByAnyGrant }) => kind === 'delegated' && required && !impliedByAnyGrant,
  ).map(({ scope }) => scope);
  expect(needed.length).toBeLessThan(all.length);
  expect(needsPersonalFacts(told(facts(all)), PERMISSION_SET, false)).toBe(false);
  expect(needsPersonalFacts(told(facts(needed)), PERMISSION_SET, false)).toBe(false);
  expect(needsPersonalFacts(told(facts(needed.slice(1))), PERMISSION_SET, true)).toBe(true);
  expect(needsPersonalFacts(told(facts(all, true)), PERMISSION_SET, false)).toBe(true);
  expect(needsPersonalFacts(told(facts(all, true)), PERMISSION_SET, true)).toBe(false);
  expect(judged(facts(all, true), { scopes: [], assigned: false })).toMatchObject({
    obstacle: 'user-not-assigned',
  });
  expect(judged(facts(all, true), { scopes: [] })).not.toHaveProperty('obstacle');
});

test('names are compared without case: a script may have stored them as it liked', () => {
  const shouted = (kind: 'application' | 'delegated'): readonly string[] =>
    PERMISSION_SET.filter((permission) => permission.kind === kind).map(({ scope }) => scope.toUpperCase());
  const facts = (tenantScopes: readonly string[]): TenantFacts => ({
    kind: 'token',
    roles: shouted('application').map((role) => role.toLowerCase()),
    directory: {
      kind: 'read',
      applicationId: 'a',
      graphId: 'g',
      enabled: true,
      assignmentRequired: false,
      tenantScopes,
    },
  });
  expect(isProved(told(facts(shouted('delegated'))), PERMISSION_SET)).toBe(true);
  const personal = judged(facts([]), { scopes: shouted('delegated') });
  expect(personal).toMatchObject({ outcome: 'checked' });
  const states = personal.outcome === 'checked' ? personal.permissions.map(({ state }) => state) : [];
  expect(new Set(states)).toEqual(new Set(['tenant', 'this-user']));
});
