import type { PermissionSet } from '../permissions';
import { permissionSetFor, type SituationChoice } from '../situation';
import { isSameDomain, type TenantId } from '../tenant';
import type { Cause } from './cause';
import type { Evidence, ProbeReport, ServiceTrouble } from './evidence';
import { heldFindings } from './findings';
import { judgeAnswer } from './judge-answer';
import { judgeRefusal } from './judge-refusal';
import { missingIn, type Verdict } from './verdict';

/**
 * Judges what a probe saw. The checks stand in order; the first that applies gives the verdict and its name.
 *
 * Only one of them gives green: the service's answer, about the tenant of this account and this mailbox, with every
 * required permission granted for the whole tenant by Microsoft's own word, and by the user's own token where that word
 * was an administrator's look. What the answer leaves out counts as not known.
 *
 * @param set everything that ExtendSync can ask for.
 * @param said what a person has told us of the organisation; what the service knows of it counts more.
 * @param wanted what somebody is about to add to what the service knows: where it needs more, all of it is asked about.
 */
export function judge(
  report: ProbeReport,
  set: PermissionSet,
  said?: SituationChoice,
  wanted?: SituationChoice,
): Verdict {
  const { seen, account, mailbox } = report;
  if (seen.kind !== 'unreachable' && isPersonal(report)) return judgePersonal(seen, set);
  switch (seen.kind) {
    case 'no-account':
      return { kind: 'sign-in-needed', because: 'no-account', cause: 'not-signed-in', maybeConsent: false };
    case 'unreachable':
      return {
        kind: 'unknown',
        because: 'no-answer',
        cause: UNREACHABLE[seen.what],
        retryAfterMs: seen.retryAfterMs,
      };
    case 'refused':
      return (
        judgeOtherTenant(report) ??
        judgeRefusal(seen.refusal, permissionSetFor(said, set), account?.tenant ?? mailbox?.tenant)
      );
    case 'service':
      return (
        judgeOtherTenant(report) ??
        judgeUnplacedMailbox(report) ??
        withMailbox(report, judgeAnswer(seen.answer, seen.own, account?.tenant, set, { said, wanted }))
      );
    case 'graph-token':
      return (
        judgeOtherTenant(report) ??
        judgeUnplacedMailbox(report) ??
        withMailbox(report, judgeToken(seen, account?.tenant, permissionSetFor(said, set)))
      );
    default:
      return seen satisfies never;
  }
}

const UNREACHABLE: Readonly<Record<'network' | 'microsoft' | 'host' | 'page', Cause>> = {
  network: 'network-unreachable',
  microsoft: 'microsoft-unavailable',
  host: 'host-unavailable',
  page: 'newer-version',
};

/**
 * No organisation can approve for a personal mailbox. The host's word for it counts until an account is of the mailbox's tenant,
 * by Microsoft's word or by their domain: an organisation may keep its mail elsewhere.
 */
const isPersonal = ({ mailbox, account }: ProbeReport): boolean =>
  mailbox?.kind === 'personal' &&
  !(
    account &&
    (mailbox.tenant === undefined ? isSameDomain(mailbox, account) : mailbox.tenant === account.tenant)
  );

function judgePersonal(seen: Evidence, set: PermissionSet): Verdict {
  const { refusal } = seen.kind === 'refused' ? seen : {};
  const ofRefusal = refusal && judgeRefusal(refusal, set, undefined);
  // What became of a window says nothing of the mailbox, and has to be told.
  if (ofRefusal?.cause === 'cancelled' || ofRefusal?.cause === 'popup-blocked') return ofRefusal;
  return {
    kind: 'unknown',
    because: 'mailbox-is-personal',
    cause: 'personal-mailbox',
    retryAfterMs: refusal?.retryAfterMs,
  };
}

/** The account must belong to the mailbox's tenant. Two domains of one tenant are aliases, so tenants are compared. */
function judgeOtherTenant({ mailbox, account }: ProbeReport): Verdict | undefined {
  if (mailbox?.tenant === undefined || !account || mailbox.tenant === account.tenant) return undefined;
  return {
    kind: 'unknown',
    because: 'account-of-another-tenant',
    cause: 'other-tenant',
    tenant: account.tenant,
  };
}

/**
 * Microsoft did not name the tenant of the mailbox's domain (the question was blocked or throttled, or the domain is not
 * in Entra). The very domain of the account is the same tenant; of any other nobody can tell, neither that it is another
 * nor that it is the same.
 */
function judgeUnplacedMailbox({ mailbox, account }: ProbeReport): Verdict | undefined {
  if (!mailbox || mailbox.tenant !== undefined || !account || isSameDomain(mailbox, account)) {
    return undefined;
  }
  return {
    kind: 'unknown',
    because: 'mailbox-of-unknown-tenant',
    cause: 'mailbox-not-placed',
    next: 'wait-and-retry',
    tenant: account.tenant,
  };
}

/** Outlook has not told whose mailbox stands open: the verdict is about the account's organisation, and says so. */
const withMailbox = ({ mailbox }: ProbeReport, verdict: Verdict): Verdict =>
  mailbox === undefined && verdict.kind === 'granted' ? { ...verdict, mailbox: 'not-known' } : verdict;

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
  if (scopes === undefined || tenant === undefined) {
    return { kind: 'unknown', because: 'token-unreadable', cause, retryAfterMs: service.retryAfterMs };
  }
  const findings = heldFindings({ kind: 'token', scopes }, set);
  return missingIn(findings).length > 0
    ? { kind: 'partial', breadth: 'unproven', because: 'token-lacks-some', cause, tenant, findings }
    : { kind: 'granted', breadth: 'unproven', because: 'token-holds-all', cause, tenant, findings };
}
