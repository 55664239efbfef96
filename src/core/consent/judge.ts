import type { ConsentAnswer } from '../api';
import type { Cause } from './cause';
import { entraError, explain } from './entra-errors';
import type { Evidence, OwnToken, ProbeReport, ServiceTrouble } from './evidence';
import { holdsScope, permissionId, type Permission, type PermissionSet } from '../permissions';
import type { Refusal } from './refusal';
import type { TenantId } from '../tenant';
import { missingIn, type Finding, type Verdict } from './verdict';

/**
 * Judges what a probe saw. The checks stand in order; the first that applies gives the verdict and its name.
 *
 * Only one of them gives green: the service's answer, about the tenant of this account and this mailbox, with every
 * required permission of `set` granted for the whole tenant by Microsoft's own word. What the answer leaves out counts
 * as not known.
 */
export function judge(report: ProbeReport, set: PermissionSet): Verdict {
  const { seen } = report;
  switch (seen.kind) {
    case 'no-account':
      return { kind: 'sign-in-needed', because: 'no-account', cause: 'not-signed-in', maybeConsent: false };
    case 'unreachable':
      return {
        kind: 'unknown',
        because: 'no-answer',
        cause: UNREACHABLE[seen.what],
        ...(seen.retryAfterMs === undefined ? {} : { retryAfterMs: seen.retryAfterMs }),
      };
    case 'refused':
      return (
        judgeOtherTenant(report) ??
        judgeRefusal(seen.refusal, set, report.account?.tenant ?? report.mailbox?.tenant)
      );
    case 'service':
      return judgeOtherTenant(report) ?? judgeAnswer(seen.answer, seen.own, report.account?.tenant, set);
    case 'graph-token':
      return judgeOtherTenant(report) ?? judgeToken(seen, report.account?.tenant, set);
    default:
      return seen satisfies never;
  }
}

const UNREACHABLE: Readonly<Record<'network' | 'microsoft' | 'host', Cause>> = {
  network: 'network-unreachable',
  microsoft: 'microsoft-unavailable',
  host: 'host-unavailable',
};

/**
 * The account must belong to the mailbox's tenant. Two domains of one tenant are aliases, so tenants are compared
 * where both are known; where Microsoft did not name the mailbox's tenant, only the very same domain will do.
 */
function judgeOtherTenant({ mailbox, account }: ProbeReport): Verdict | undefined {
  if (!mailbox || !account) return undefined;
  const same =
    mailbox.tenant === undefined ? mailbox.domain === account.domain : mailbox.tenant === account.tenant;
  return same
    ? undefined
    : {
        kind: 'unknown',
        because: 'account-of-another-tenant',
        cause: 'other-tenant',
        tenant: account.tenant,
      };
}

function judgeRefusal(refusal: Refusal, set: PermissionSet, tenant: TenantId | undefined): Verdict {
  const { verdict, cause, next, code, foreseen } = explain(refusal);
  const basis = {
    because:
      code === undefined && foreseen
        ? 'refusal-without-a-number'
        : foreseen
          ? 'refusal-explained'
          : 'unforeseen-refusal',
    cause,
    next,
    ...(code === undefined ? {} : { code }),
    ...(refusal.correlationId === undefined ? {} : { correlationId: refusal.correlationId }),
    ...(tenant === undefined ? {} : { tenant }),
  } as const;
  switch (verdict) {
    case 'required':
      return {
        ...basis,
        kind: 'required',
        findings: set.map((permission) => finding(permission, 'missing')),
      };
    case 'sign-in-needed':
      return { ...basis, kind: 'sign-in-needed', maybeConsent: cause === 'consent-or-sign-in' };
    case 'blocked':
      return { ...basis, kind: 'blocked' };
    case 'unknown':
      return {
        ...basis,
        kind: 'unknown',
        ...(refusal.retryAfterMs === undefined ? {} : { retryAfterMs: refusal.retryAfterMs }),
      };
    default:
      return verdict satisfies never;
  }
}

function judgeAnswer(
  answer: ConsentAnswer,
  own: OwnToken | undefined,
  accountTenant: TenantId | undefined,
  set: PermissionSet,
): Verdict {
  const tenant = answer.tenantId;
  const basis = {
    tenant,
    checkedAtMs: Date.parse(answer.checkedAt),
    ...(answer.tenantName === undefined ? {} : { tenantName: answer.tenantName }),
    ...(answer.correlationId === undefined ? {} : { correlationId: answer.correlationId }),
  };
  if (accountTenant !== tenant) {
    return { ...basis, kind: 'unknown', because: 'answer-about-another-tenant', cause: 'other-tenant' };
  }
  if (answer.outcome === 'no-answer') return { ...basis, ...judgeNoAnswer(answer) };
  if (answer.obstacle === 'application-disabled') {
    return { ...basis, kind: 'blocked', because: 'application-disabled', cause: 'application-disabled' };
  }
  if (answer.obstacle === 'user-not-assigned') {
    return { ...basis, kind: 'blocked', because: 'user-not-assigned', cause: 'user-not-assigned' };
  }
  const findings = set.map((permission) => {
    const told = answer.permissions.find(
      (one) => one.scope === permission.scope && one.kind === permission.kind,
    );
    const state = told?.state ?? 'not-known';
    return finding(permission, state === 'not-known' ? ownWord(permission, own) : state);
  });
  const required = findings.filter(({ permission }) => permission.required);
  // An empty set would make "every required permission" true of nothing.
  if (required.length > 0 && required.every(({ state }) => state === 'tenant')) {
    return { ...basis, kind: 'granted', breadth: 'tenant', because: 'all-granted-for-tenant', findings };
  }
  const delegated = required.filter(({ permission }) => permission.kind === 'delegated');
  const application = required.filter(({ permission }) => permission.kind === 'application');
  const userHoldsAll = delegated.length > 0 && delegated.every(({ state }) => isHeld(state));
  const onlyPersonalLacks =
    application.every(({ state }) => state === 'missing') ||
    application.every(({ state }) => state === 'tenant');
  if (userHoldsAll && onlyPersonalLacks && delegated.some(({ state }) => state !== 'tenant')) {
    const breadth = delegated.some(({ state }) => state === 'this-user') ? 'this-user' : 'unproven';
    return {
      ...basis,
      kind: 'granted',
      breadth,
      because: breadth === 'this-user' ? 'held-by-this-user' : 'held-nobody-knows-for-whom',
      findings,
    };
  }
  if (findings.every(({ state }) => state === 'missing')) {
    return { ...basis, kind: 'required', because: 'nothing-granted', cause: 'not-consented', findings };
  }
  if (missingIn(findings).length > 0) {
    return { ...basis, kind: 'partial', breadth: 'tenant', because: 'some-missing', findings };
  }
  return { ...basis, kind: 'unknown', because: 'some-not-known', cause: 'service-unavailable' };
}

function judgeNoAnswer(answer: Extract<ConsentAnswer, { outcome: 'no-answer' }>): Verdict {
  const cause: Cause =
    answer.because === 'throttled'
      ? 'throttled'
      : answer.because === 'unreachable'
        ? 'microsoft-unavailable'
        : ((answer.code === undefined ? undefined : entraError(answer.code)?.cause) ?? 'unrecognised');
  return {
    kind: 'unknown',
    because: 'service-could-not-tell',
    cause,
    ...(answer.code === undefined ? {} : { code: answer.code }),
    ...(answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }),
  };
}

const TROUBLE: Readonly<Record<ServiceTrouble['why'], Cause>> = {
  unreachable: 'service-unavailable',
  timeout: 'service-unavailable',
  throttled: 'throttled',
  'refused-token': 'service-unavailable',
  failed: 'service-unavailable',
  'not-the-contract': 'service-unavailable',
  'no-token': 'request-malformed',
};

/** The pane alone, without the service: a token shows what the user holds, and says nothing of the organisation. */
function judgeToken(
  seen: Extract<Evidence, { kind: 'graph-token' }>,
  tenant: TenantId | undefined,
  set: PermissionSet,
): Verdict {
  const { scopes, service } = seen;
  const cause = TROUBLE[service.why];
  const wait = service.retryAfterMs === undefined ? {} : { retryAfterMs: service.retryAfterMs };
  if (scopes === undefined || tenant === undefined) {
    return { kind: 'unknown', because: 'token-unreadable', cause, ...wait };
  }
  const findings = set.map((permission) =>
    finding(permission, ownWord(permission, { kind: 'token', scopes })),
  );
  return missingIn(findings).length > 0
    ? { kind: 'partial', breadth: 'unproven', because: 'token-lacks-some', cause, tenant, findings }
    : { kind: 'granted', breadth: 'unproven', because: 'token-holds-all', cause, tenant, findings };
}

/** What the user's own Graph token says of one permission. Of application permissions it says nothing. */
function ownWord(permission: Permission, own: OwnToken | undefined): Finding['state'] {
  if (own === undefined || permission.kind === 'application') return 'not-known';
  if (own.kind === 'refused') return explain(own.refusal).verdict === 'required' ? 'missing' : 'not-known';
  if (own.scopes === undefined) return 'not-known';
  if (!permission.namedInTokens) return 'held';
  return holdsScope(own.scopes, permission.scope) ? 'held' : 'missing';
}

const isHeld = (state: Finding['state']): boolean =>
  state === 'tenant' || state === 'this-user' || state === 'held';

const finding = (permission: Permission, state: Finding['state']): Finding => ({
  id: permissionId(permission),
  permission,
  state,
});
