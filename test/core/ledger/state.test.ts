import fc from 'fast-check';
import type { ConsentAnswer, PermissionState, Proof } from '../../../src/core/api/consent-answer';
import type { CheckedAnswer } from '../../../src/core/consent/findings';
import { judgeAnswer } from '../../../src/core/consent/judge-answer';
import { isGreen } from '../../../src/core/consent/verdict';
import { judgeTenant, type Before } from '../../../src/core/ledger/state';
import { PERMISSION_SET, PERMISSION_SET_VERSION } from '../../../src/core/permission-set';
import { permissionId, requiredOf, type Permission } from '../../../src/core/permissions';
import { SITUATIONS, type Situation } from '../../../src/core/situation';
import { parseTenantId } from '../../../src/core/tenant';
import { ALL_DELEGATED } from '../../support/evidence';

const CONTOSO = parseTenantId('11111111-1111-4111-8111-111111111111')!;
const NEW: Before = { wasGranted: false, somePeople: false };

const answer = (
  stateOf: (permission: Permission) => PermissionState,
  more: {
    readonly situation?: Situation;
    readonly obstacle?: 'application-disabled' | 'user-not-assigned';
  } = {},
): ConsentAnswer => ({
  tenantId: CONTOSO,
  checkedAt: '2026-11-28T10:00:00Z',
  outcome: 'checked',
  permissions: PERMISSION_SET.map((permission) => ({
    scope: permission.scope,
    kind: permission.kind,
    state: stateOf(permission),
  })),
  proof: { by: 'application' },
  ...more,
});
const WIDEST_FIRST: readonly PermissionState[] = ['tenant', 'not-known'];
const all = (state: PermissionState) => (): PermissionState => state;
const judge = (given: ConsentAnswer, before = NEW) => judgeTenant(given, before, PERMISSION_SET);
const delegatedOnly = ({ kind }: Permission): PermissionState =>
  kind === 'delegated' ? 'tenant' : 'missing';

test('everything is granted for everybody', () => {
  expect(judge(answer(all('tenant')))).toEqual({
    state: 'granted',
    missing: [],
    situation: undefined,
    proof: 'application',
  });
});

test.each(SITUATIONS)('everything is granted, and the situation is known: %s', (situation) => {
  expect(judge(answer(all('tenant'), { situation }))).toMatchObject({ state: 'granted', situation });
});

test('nobody has told the situation: the largest set that is proved counts', () => {
  expect(judge(answer(delegatedOnly))).toMatchObject({ state: 'granted', situation: 'group-edition' });
  expect(judge(answer(delegatedOnly, { situation: 'autopilot-on' }))).toMatchObject({
    state: 'partial',
    situation: 'autopilot-on',
    missing: requiredOf(PERMISSION_SET)
      .filter(({ kind }) => kind === 'application')
      .map(permissionId),
  });
});

test('one permission lacks, and it is named', () => {
  const lacking = ({ scope, kind }: Permission): PermissionState =>
    scope === 'User.Read.All' && kind === 'application' ? 'missing' : 'tenant';
  expect(judge(answer(lacking, { situation: 'autopilot-everyone' }))).toEqual({
    state: 'partial',
    missing: ['application:User.Read.All'],
    situation: 'autopilot-everyone',
    proof: 'application',
  });
});

test('an organisation that has a part of Autopilot is granted in part, as its pane says', () => {
  const lacking = ({ scope, kind }: Permission): PermissionState =>
    scope === 'User.Read.All' && kind === 'application' ? 'missing' : 'tenant';
  expect(judge(answer(lacking))).toMatchObject({
    state: 'partial',
    situation: undefined,
    missing: ['application:User.Read.All'],
  });
});

test('while nobody knows the situation, granted is what the pane calls granted for everybody', () => {
  const state = fc.constantFrom<PermissionState>('tenant', 'tenant', 'tenant', 'missing', 'not-known');
  const proof = fc.constantFrom<Proof | undefined>(
    { by: 'application' },
    { by: 'look', seenAt: '2026-11-28T10:00:00Z' },
    undefined,
  );
  let granted = 0;
  fc.assert(
    fc.property(fc.array(state, { minLength: 13, maxLength: 13 }), proof, (states, by) => {
      // The sign-in's own words come with any other, so the service tells them like the widest.
      const others = PERMISSION_SET.map(({ kind, impliedByAnyGrant }, index) =>
        kind === 'delegated' && impliedByAnyGrant !== true ? states[index] : undefined,
      );
      const along = WIDEST_FIRST.find((one) => others.includes(one)) ?? 'missing';
      const { proof: _, ...unproved } = answer((permission) =>
        permission.impliedByAnyGrant ? along : states[PERMISSION_SET.indexOf(permission)]!,
      ) as CheckedAnswer;
      const told: ConsentAnswer = by === undefined ? unproved : { ...unproved, proof: by };
      const verdict = judgeAnswer(told, { kind: 'token', scopes: ALL_DELEGATED }, CONTOSO, PERMISSION_SET, {
        said: undefined,
        wanted: undefined,
      });
      const judged = judge(told);
      expect(judged?.state === 'granted').toBe(isGreen(verdict));
      if (!isGreen(verdict)) return;
      granted += 1;
      expect(judged?.situation).toBe(verdict.kind === 'granted' ? verdict.covers : 'not granted');
    }),
    { numRuns: 5_000 },
  );
  expect(granted).toBeGreaterThan(100);
});

test('nothing is there: never asked, or withdrawn where it was granted once', () => {
  expect(judge(answer(all('missing')))).toMatchObject({ state: 'never-asked' });
  expect(judge(answer(all('missing')), { ...NEW, wasGranted: true })).toMatchObject({ state: 'withdrawn' });
});

test('somebody consented alone: only some people, also when the next question is nobody’s in particular', () => {
  const alone = ({ kind }: Permission): PermissionState => (kind === 'delegated' ? 'this-user' : 'missing');
  expect(judge(answer(alone))?.state).toBe('only-some-people');
  // The application can only see it with a permission of its own.
  const seen = (permission: Permission): PermissionState =>
    permission.kind === 'application' && permission.provesGrants ? 'tenant' : alone(permission);
  expect(judge(answer(seen))?.state).toBe('only-some-people');
  expect(judge(answer(all('missing')), { ...NEW, somePeople: true })?.state).toBe('only-some-people');
  expect(judge(answer(all('tenant')), { ...NEW, somePeople: true })?.state).toBe('granted');
});

test('the delegated grant cannot be read: unproven, never granted and never missing', () => {
  const unread = ({ kind }: Permission): PermissionState => (kind === 'delegated' ? 'not-known' : 'tenant');
  expect(judge(answer(unread))).toMatchObject({ state: 'unproven', missing: [] });
  const installed = ({ kind }: Permission): PermissionState =>
    kind === 'delegated' ? 'not-known' : 'missing';
  expect(judge(answer(installed))).toMatchObject({ state: 'unproven', situation: 'no-autopilot' });
});

test('the application stands disabled, whatever is granted', () => {
  expect(judge(answer(all('tenant'), { obstacle: 'application-disabled' }))?.state).toBe('disabled');
});

test('that one user is not assigned says nothing about the organisation', () => {
  expect(judge(answer(all('tenant'), { obstacle: 'user-not-assigned' }))?.state).toBe('granted');
});

test.each(['refused', 'throttled', 'unreachable', 'unexpected'] as const)(
  'Microsoft gave no answer (%s): nothing is judged',
  (because) => {
    expect(
      judge({ tenantId: CONTOSO, checkedAt: '2026-11-28T10:00:00Z', outcome: 'no-answer', because }),
    ).toBeUndefined();
  },
);

test('an answer that leaves a permission out does not prove it', () => {
  const whole = answer(all('tenant'));
  const short = { ...whole, permissions: whole.outcome === 'checked' ? whole.permissions.slice(1) : [] };
  expect(judge(short as ConsentAnswer)?.state).toBe('unproven');
});

test.each([true, false])(
  'one permission is missing and of the rest nobody knows: unproven, and no withdrawal (granted before: %s)',
  (wasGranted) => {
    const [first] = requiredOf(PERMISSION_SET);
    const seen = answer((permission) => (permission === first ? 'missing' : 'not-known'));
    expect(judge(seen, { wasGranted, somePeople: false })?.state).toBe('unproven');
  },
);

test('every mixture of states has one meaning, and granted only where all of what is required is proved', () => {
  const states: readonly PermissionState[] = ['tenant', 'this-user', 'missing', 'not-known'];
  const required = requiredOf(PERMISSION_SET);
  for (let seed = 0; seed < 4_000; seed += 1) {
    const mixed = new Map(
      PERMISSION_SET.map((permission, index) => [permission, states[(seed >> (index % 6)) % 4]!]),
    );
    const given = answer((permission) => mixed.get(permission)!, { situation: 'autopilot-on' });
    const judged = judge(given, { wasGranted: seed % 2 === 0, somePeople: seed % 3 === 0 });
    const proved = required
      .filter(({ kind, provesGrants }) => kind !== 'delegated' || provesGrants !== true)
      .every((permission) => mixed.get(permission) === 'tenant');
    expect(judged?.state === 'granted').toBe(proved);
  }
});

test('a change of what is required is a new version of the permission set', () => {
  const required = requiredOf(PERMISSION_SET).map(permissionId).sort();
  const byVersion: Readonly<Record<number, readonly string[]>> = {
    1: [
      'application:Directory.Read.All',
      'application:Mail.ReadWrite',
      'application:User.Read.All',
      'delegated:Directory.Read.All',
      'delegated:Mail.ReadWrite',
      'delegated:MailboxSettings.ReadWrite',
      'delegated:User.Read',
      'delegated:email',
      'delegated:offline_access',
      'delegated:openid',
      'delegated:profile',
    ],
  };
  expect(required).toEqual(byVersion[PERMISSION_SET_VERSION]);
});
