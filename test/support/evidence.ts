import type { ConsentAnswer, PermissionState } from '../../src/core/api/consent-answer';
import type { ProbeReport } from '../../src/core/consent/evidence';
import type { Setup } from '../../src/core/setup';
import { PERMISSION_SET } from '../../src/core/permission-set';
import type { Permission } from '../../src/core/permissions';
import type { CheckedAnswer } from '../../src/core/consent/findings';
import type { Situation } from '../../src/core/situation';
import type { Refusal } from '../../src/core/consent/refusal';
import { parseDomain, parseTenantId, type DomainName, type TenantId } from '../../src/core/tenant';

/** A small world of tenants, and what probes in it see. */

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The test names something that is not valid');
  return value;
};

export const tenantId = (text: string): TenantId => known(parseTenantId(text));
export const domain = (text: string): DomainName => known(parseDomain(text));

export const CONTOSO = tenantId('c0000000-0000-4000-8000-000000000001');
export const FABRIKAM = tenantId('f0000000-0000-4000-8000-000000000002');
export const CONTOSO_DOMAIN = domain('contoso.example');

export const SETUP: Setup = {
  set: PERMISSION_SET,
  clientId: '11111111-2222-4333-8444-555555555555',
  cloudName: 'custom',
  loginOrigin: 'https://login.example',
  graphOrigin: 'https://graph.example',
  origin: 'https://pane.example',
};

const CHECKED_AT = '2026-01-15T09:00:00.000Z';

/** What the service answers when every permission stands as `stateOf` says. */
export const answer = (
  stateOf: (permission: Permission) => PermissionState,
  tenant = CONTOSO,
): ConsentAnswer => ({
  tenantId: tenant,
  tenantName: 'Contoso',
  checkedAt: CHECKED_AT,
  outcome: 'checked',
  permissions: PERMISSION_SET.map((permission) => ({
    scope: permission.scope,
    kind: permission.kind,
    state: stateOf(permission),
  })),
  proof: { by: 'application' },
});

/** The same, where an administrator's look has told of the delegated permissions. */
export const answerByLook = (
  stateOf: (permission: Permission) => PermissionState,
  situation?: Situation,
): ConsentAnswer =>
  ({
    ...answer(stateOf),
    proof: { by: 'look', seenAt: CHECKED_AT },
    ...(situation === undefined ? {} : { situation }),
  }) as ConsentAnswer;

/** The same, where nobody could read the grants. */
export const answerUnproved = (stateOf: (permission: Permission) => PermissionState): ConsentAnswer => {
  const { proof: _, ...rest } = answer(stateOf) as CheckedAnswer;
  return rest;
};

export const MIA = {
  mailbox: { domain: CONTOSO_DOMAIN, tenant: CONTOSO },
  account: { tenant: CONTOSO, domain: CONTOSO_DOMAIN, adminHint: 'not-known' },
  silentTokenRequests: 1,
} as const;

/** Mia's pane hears the service. */
export const heard = (consent: ConsentAnswer): ProbeReport => ({
  ...MIA,
  seen: { kind: 'service', answer: consent },
});
export const grantedForTenant = heard(answer(() => 'tenant'));
export const nothingGranted = heard(answer(() => 'missing'));
export const partlyGranted = heard(answer(({ scope }) => (scope === 'User.Read.All' ? 'missing' : 'tenant')));
export const onlyMia = heard(answer(({ kind }) => (kind === 'delegated' ? 'this-user' : 'missing')));

export const refusal = (text: string, more: Partial<Refusal> = {}): Refusal => ({
  errorClass: 'interaction-required',
  errorCode: 'invalid_grant',
  text,
  ...more,
});

/** Microsoft refuses Mia's pane a token. */
export const refused = (text: string, more: Partial<Refusal> = {}): ProbeReport => ({
  ...MIA,
  seen: { kind: 'refused', refusal: refusal(text, more) },
});
export const notConsented = refused(
  'AADSTS65001: The user or administrator has not consented to use the application.',
);
export const declined = refused('AADSTS65004: User declined to consent to access the app.');

export const unreachable: ProbeReport = {
  mailbox: MIA.mailbox,
  silentTokenRequests: 0,
  seen: { kind: 'unreachable', what: 'network' },
};
export const noAccount: ProbeReport = {
  mailbox: MIA.mailbox,
  silentTokenRequests: 0,
  seen: { kind: 'no-account' },
};

/** Mia's own Graph token, while the service is away. */
export const ownToken = (scopes: readonly string[] | undefined): ProbeReport => ({
  ...MIA,
  silentTokenRequests: 2,
  seen: { kind: 'graph-token', scopes, service: { why: 'unreachable' } },
});
export const ALL_DELEGATED = PERMISSION_SET.filter(
  ({ kind, namedInTokens }) => kind === 'delegated' && namedInTokens,
).map(({ scope }) => scope);

/** What a user can consent to alone: everything but what proves the grant. */
export const ALL_BUT_PROOF = ALL_DELEGATED.filter((scope) => scope !== 'Directory.Read.All');

/** The service may not read what is granted; Mia's own token holds every delegated permission. */
export const unproven: ProbeReport = {
  ...MIA,
  seen: {
    kind: 'service',
    answer: answerUnproved(({ kind }) => (kind === 'delegated' ? 'not-known' : 'missing')),
    own: { kind: 'token', scopes: ALL_BUT_PROOF },
  },
};

/** The same, and Mia's token holds what only an administrator can grant. */
export const approvedNotConfirmed: ProbeReport = {
  ...MIA,
  seen: {
    kind: 'service',
    answer: answerUnproved(({ kind }) => (kind === 'delegated' ? 'not-known' : 'missing')),
    own: { kind: 'token', scopes: ALL_DELEGATED },
  },
};

/** An administrator's look found every delegated permission, and Mia's own token holds what `scopes` say. */
export const seenByLook = (
  scopes: readonly string[] | undefined = ALL_DELEGATED,
  situation?: Situation,
): ProbeReport => ({
  ...MIA,
  seen: {
    kind: 'service',
    answer: answerByLook(({ kind }) => (kind === 'delegated' ? 'tenant' : 'missing'), situation),
    own: { kind: 'token', scopes },
  },
});

/** An answer as both pages hear it. */
export const answeredAs = (number: number, report: ProbeReport) =>
  ({ type: 'probe-answered', number, report }) as const;
