import type { PermissionState } from '../../../src/core/api/consent-answer';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { parseTenantId, type TenantId } from '../../../src/core/tenant';
import type { AskAppToken } from '../../../src/service/tenant/app-token';
import type { LookFacts, PersonalFacts, TenantFacts } from '../../../src/service/tenant/facts';
import { judgeConsent, provesSituation, type Known } from '../../../src/service/tenant/judgement';
import { createTenantReader } from '../../../src/service/tenant/reader';
import { DEMO } from '../../simulator/entra/demo-seed';
import { ManualClock } from '../../support/manual-clock';

/*
 * Where nobody may read the grants, the application still reads its own service principal, for which it needs no
 * permission (https://learn.microsoft.com/en-us/graph/api/serviceprincipal-get): that it is disabled, and that users
 * must be assigned (9.9).
 */

const CONTOSO = parseTenantId(DEMO.tenants.contoso) as TenantId;
const OWN = '5f05f940-e5d4-4d19-a5c6-ed9713782642';
const GRAPH = 'https://graph.example';

const DENIED = { error: { code: 'Authorization_RequestDenied', message: 'No.' } };
const tokenWithout = (roles: readonly string[]): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ aud: GRAPH, roles })}.x`;
};

/** What a check finds where Graph answers so for the application's own service principal; and what it was asked. */
async function reads(
  answer: () => Response | Promise<Response>,
  roles: readonly string[] | 'opaque' = [],
): Promise<{ facts: TenantFacts; asked: readonly string[] }> {
  const asked: string[] = [];
  const askToken: AskAppToken = () =>
    Promise.resolve({
      ok: true,
      accessToken: roles === 'opaque' ? roles : tokenWithout(roles),
      expiresAtMs: 0,
      correlationId: 'c',
    });
  const reader = createTenantReader({
    clientId: DEMO.appId,
    graphOrigin: GRAPH,
    wantedScopes: ['User.Read'],
    wantedRoles: [],
    askToken,
    clock: new ManualClock(),
    fetch: async (input) => {
      const { pathname } = new URL(String(input));
      asked.push(pathname);
      // A list takes a permission, and so does everybody else's service principal.
      return pathname.includes(`(appId='${DEMO.appId}')`) ? answer() : Response.json(DENIED, { status: 403 });
    },
  });
  return { facts: await reader.read(CONTOSO), asked };
}

const principal = (flags: object) => (): Response => Response.json({ id: OWN, appId: DEMO.appId, ...flags });

const FROM_LOOK: LookFacts = {
  tenantName: 'Contoso',
  enabled: true,
  assignmentRequired: false,
  tenantScopes: PERMISSION_SET.filter(({ kind }) => kind === 'delegated').map(({ scope }) => scope),
};
const knownWith = (facts: TenantFacts, look: LookFacts | undefined = FROM_LOOK): Known => ({
  facts,
  checkedAtMs: 60_000,
  look: look && { facts: look, seenAtMs: 0 },
});
const obstacleOf = (facts: TenantFacts, personal?: PersonalFacts, look?: LookFacts): string | undefined => {
  const answer = judgeConsent(CONTOSO, knownWith(facts, look), PERMISSION_SET, personal);
  return answer.outcome === 'checked' ? answer.obstacle : 'no answer';
};
const delegatedStates = (facts: TenantFacts): ReadonlySet<PermissionState> => {
  const answer = judgeConsent(CONTOSO, knownWith(facts), PERMISSION_SET);
  if (answer.outcome !== 'checked') throw new Error('no answer');
  return new Set(answer.permissions.filter(({ kind }) => kind === 'delegated').map(({ state }) => state));
};

test('9.9: only the own service principal is asked for, and nobody tries to read grants', async () => {
  const { facts, asked } = await reads(principal({ accountEnabled: true, appRoleAssignmentRequired: false }));
  expect(asked).toEqual([`/v1.0/servicePrincipals(appId='${DEMO.appId}')`]);
  expect(facts).toMatchObject({
    kind: 'token',
    directory: { kind: 'not-permitted', enabled: true, assignmentRequired: false },
  });
  expect(obstacleOf(facts)).toBeUndefined();
  expect(delegatedStates(facts)).toEqual(new Set(['tenant']));
  expect(provesSituation(knownWith(facts), 'no-autopilot', PERMISSION_SET)).toBe(true);
});

test('9.9: an application permission that shows no grants changes nothing of it', async () => {
  const disabled = principal({ accountEnabled: false, appRoleAssignmentRequired: false });
  const { facts, asked } = await reads(disabled, ['Mail.ReadWrite', 'User.Read.All']);
  expect(asked).toHaveLength(1);
  expect(facts).toMatchObject({ roles: ['Mail.ReadWrite', 'User.Read.All'] });
  expect(obstacleOf(facts)).toBe('application-disabled');
});

test.each([
  ['a token that nobody can read', 'opaque'],
  ['a permission that Microsoft documents for no call', ['DelegatedPermissionGrant.Read.All']],
  ['a permission for grants, and none to find whose they are', ['DelegatedPermissionGrant.ReadWrite.All']],
] as const)(
  '9.9: with %s Graph is asked for the grants, denies, and still tells of our own',
  async (_, roles) => {
    const { facts, asked } = await reads(
      principal({ accountEnabled: false, appRoleAssignmentRequired: true }),
      roles,
    );
    expect(asked.at(-1)).toBe(`/v1.0/servicePrincipals(appId='${DEMO.appId}')`);
    expect(facts).toMatchObject({
      kind: 'token',
      directory: { kind: 'not-permitted', enabled: false, assignmentRequired: true },
    });
    expect(obstacleOf(facts)).toBe('application-disabled');
  },
);

test('9.9: disabled since an administrator looked: told, and proved for nobody, until it is enabled again', async () => {
  const { facts } = await reads(principal({ accountEnabled: false, appRoleAssignmentRequired: false }));
  expect(obstacleOf(facts)).toBe('application-disabled');
  expect(provesSituation(knownWith(facts), 'no-autopilot', PERMISSION_SET)).toBe(false);
  const again = await reads(principal({ accountEnabled: true, appRoleAssignmentRequired: false }));
  expect(provesSituation(knownWith(again.facts), 'no-autopilot', PERMISSION_SET)).toBe(true);
});

test('9.9: users must be assigned since the look: only who is known not to be is stopped', async () => {
  const { facts } = await reads(principal({ accountEnabled: true, appRoleAssignmentRequired: true }));
  expect(facts).toMatchObject({ directory: { assignmentRequired: true } });
  expect(obstacleOf(facts, { scopes: undefined, assigned: false })).toBe('user-not-assigned');
  expect(obstacleOf(facts, { scopes: undefined, assigned: true })).toBeUndefined();
  // Nobody may read who is assigned: Entra itself refuses their token (AADSTS50105), and nothing is made up here.
  expect(obstacleOf(facts)).toBeUndefined();
});

test('9.9: required when somebody looked, and no longer: what Microsoft says now counts', async () => {
  const then: LookFacts = { ...FROM_LOOK, assignmentRequired: true };
  const { facts } = await reads(principal({ accountEnabled: true, appRoleAssignmentRequired: false }));
  expect(obstacleOf(facts, { scopes: undefined, assigned: false }, then)).toBeUndefined();
});

test.each<[string, () => Response | Promise<Response>]>([
  ['denies it', () => new Response('{}', { status: 403 })],
  ['does not show it yet', () => new Response('{}', { status: 404 })],
  ['is throttled', () => new Response('{}', { status: 429, headers: { 'retry-after': '30' } })],
  ['is unavailable', () => new Response('oops', { status: 503 })],
  ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
  ['answers with a page', () => new Response('<html></html>')],
  ['answers with a list', () => Response.json([principal({})])],
  ['leaves the two out', principal({})],
  ['says it in words', principal({ accountEnabled: 'false', appRoleAssignmentRequired: 'true' })],
])('9.9: Graph %s: that is less knowledge, and no obstacle', async (_what, answer) => {
  const { facts } = await reads(answer);
  expect(facts).toMatchObject({ kind: 'token', roles: [], directory: { kind: 'not-permitted' } });
  expect(facts).toMatchObject({ directory: { enabled: undefined, assignmentRequired: undefined } });
  expect(obstacleOf(facts, { scopes: undefined, assigned: false })).toBeUndefined();
  // The look still stands: it was seen in full.
  expect(delegatedStates(facts)).toEqual(new Set(['tenant']));
  // Where it was the look that saw the assignment required, that stands as well.
  const then: LookFacts = { ...FROM_LOOK, assignmentRequired: true };
  expect(obstacleOf(facts, { scopes: undefined, assigned: false }, then)).toBe('user-not-assigned');
});
