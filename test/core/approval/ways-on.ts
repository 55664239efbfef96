import type { ApprovalScreenModel } from '../../../src/core/approval/screens/model';
import type { ApprovalState } from '../../../src/core/approval/state';
import type { Cause } from '../../../src/core/consent/cause';
import { isDefinite } from '../../../src/core/consent/verdict';

type Name = NonNullable<ApprovalScreenModel['primary']>['name'];

/** What a sentence of the page advises, and what one of the buttons must do then. */
const ADVICE: Readonly<Record<string, readonly Name[]>> = {
  'next.approve': ['continue'],
  'next.sign-in': ['sign-in'],
  'next.sign-in-with-other-account': ['sign-in'],
  'next.confirm-as-admin': ['confirm'],
  'approval.unasked.next': ['sign-in'],
  'approval.sign-in.lead': ['sign-in'],
  'approval.confirm.how': ['confirm'],
  'approval.pass-on': ['pass-on'],
  'approval.not-arrived.next': ['continue', 'pass-on'],
};
/** What only an approval cures: a button begins it, or a sentence says where the link for it comes from. */
const WANTS_APPROVAL: ReadonlySet<string> = new Set([
  'approval.partial.lead',
  'approval.unproven.lead.this-user',
  'approval.unproven.lead.unproven',
  'approval.unasked.lead.agreed',
]);
/** Sentences that promise another question, and those that name a code which must stand on the screen then. */
const PROMISES_TO_ASK: ReadonlySet<string> = new Set(['next.wait-and-retry', 'approval.unknown.next']);
const NAMES_CODE: ReadonlySet<string> = new Set([
  'next.contact-support',
  'next.ask-admin-about-policy',
  'next.ask-admin-about-refusal',
]);

/**
 * What helps where Microsoft could not be asked, or stops it: waiting, signing in, approving, what only an administrator
 * can do in Entra, or what only we can mend. `never`: no such verdict has the cause, and whoever makes one says it here.
 */
type Help = 'waiting' | 'sign-in' | 'approve' | 'entra' | 'ours' | 'never';
const HELP = {
  'not-consented': 'never',
  'consent-declined': 'approve',
  'admin-approval-needed': 'never',
  'consent-failed': 'waiting',
  'application-not-in-tenant': 'ours',
  'application-disabled': 'entra',
  'application-misconfigured': 'ours',
  'user-not-assigned': 'entra',
  'account-disabled': 'sign-in',
  'account-locked': 'sign-in',
  'account-restricted': 'sign-in',
  'account-not-in-tenant': 'sign-in',
  'account-unknown': 'never',
  'wrong-credentials': 'never',
  'tenant-unknown': 'ours',
  'tenant-blocked': 'entra',
  'tenant-not-named': 'ours',
  'several-accounts': 'never',
  'not-signed-in': 'never',
  'session-expired': 'never',
  'multi-factor-needed': 'never',
  'conditional-access': 'entra',
  'device-not-compliant': 'entra',
  'other-cloud': 'ours',
  'loop-detected': 'waiting',
  throttled: 'waiting',
  'microsoft-unavailable': 'waiting',
  'network-unreachable': 'waiting',
  'service-unavailable': 'waiting',
  'newer-version': 'waiting',
  'host-unavailable': 'sign-in',
  'consent-or-sign-in': 'never',
  'other-tenant': 'sign-in',
  'mailbox-not-placed': 'never',
  'personal-mailbox': 'never',
  cancelled: 'never',
  'popup-blocked': 'never',
  'request-malformed': 'ours',
  'page-failed': 'sign-in',
  unrecognised: 'sign-in',
} as const satisfies Readonly<Record<Cause, Help>>;

/**
 * Why the page keeps from somebody what they can do, or says what is not so (issue 10, 3); undefined where it does
 * neither.
 */
export function wayOnMissing(
  { check, memory, place }: ApprovalState,
  model: ApprovalScreenModel,
): string | undefined {
  const { name, primary, others, lead, checks, checkNow, details } = model;
  const offered = [primary, ...others, checkNow].flatMap((action) =>
    action === undefined ? [] : [action.name],
  );
  const said = lead.map(({ key }): string => key);
  const unheeded = said.find((key) => ADVICE[key]?.some((action) => !offered.includes(action)) === true);
  // The dialog takes people there by itself.
  const isTaken = name === 'starting' && model.busy;
  if (unheeded !== undefined && !isTaken) return `says ${unheeded} without a button for it`;
  const canApprove =
    offered.includes('continue') || offered.includes('confirm') || said.includes('approval.ask-for-new-link');
  if (said.some((key) => WANTS_APPROVAL.has(key)) && !canApprove)
    return 'wants an approval, and does not say how to begin one';
  if (said.some((key) => NAMES_CODE.has(key)) && details?.code === undefined)
    return 'names a code that is not there';
  const asksAgain =
    checks !== undefined && (checks.busy || checks.nextAtMs !== undefined || checks.paused !== undefined);
  const promises = said.some((key) => PROMISES_TO_ASK.has(key));
  if (promises && !asksAgain) return 'promises to ask again, and does not';

  const { cause, next } = check.verdict;
  const confirms = offered.includes('confirm');
  if (name === 'unproven' && confirms !== (next === 'confirm-as-admin'))
    return 'confirms what no look can show, or does not confirm what one can';
  // Where nobody has granted the right to read, Microsoft's page would ask for it.
  const wasThere = (place.at === 'returned' && !isDefinite(check.verdict)) || place.at === 'dialog';
  if (confirms && next !== 'confirm-as-admin' && !wasThere) return 'confirms what nobody has seen';

  if (memory.dialog || (name !== 'unknown' && name !== 'blocked' && name !== 'other-account'))
    return undefined;
  if (cause === undefined) return 'no cause';
  const help: Help = HELP[cause];
  switch (help) {
    case 'never':
      return `nobody has said what helps: ${cause}`;
    case 'ours':
      return promises ? 'waits where waiting cannot help' : undefined;
    case 'sign-in':
      return offered.includes('sign-in') ? undefined : `${cause} without a sign-in`;
    case 'approve':
      return canApprove ? undefined : `${cause} without a way to approve`;
    case 'waiting':
    case 'entra':
      return asksAgain ? undefined : `${cause}, and nobody asks again`;
    default:
      return help satisfies never;
  }
}
