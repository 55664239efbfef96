import type { Cause } from '../../../src/core/consent/cause';
import type { Verdict } from '../../../src/core/consent/verdict';
import type { Action, ScreenModel } from '../../../src/core/pane/screens/model';
import type { State } from '../../../src/core/pane/state';

type Told = Pick<ScreenModel, 'primary' | 'choices' | 'others' | 'notice' | 'lead' | 'checks' | 'name'>;

/** Every action of a screen, the one of its notice included. */
const actionsOf = ({ primary, choices = [], others, notice }: Told): readonly Action[] =>
  [primary, ...choices.map(({ action }) => action), ...others, notice?.action].filter(
    (action) => action !== undefined,
  );

/** What a sentence advises, and what one of the buttons must do then. */
const ADVICE: Readonly<Record<string, readonly Action['name'][]>> = {
  'next.approve': ['approve'],
  'next.ask-admin': ['share'],
  'next.sign-in': ['sign-in'],
  'next.sign-in-with-other-account': ['sign-in'],
  'next.ask-admin-to-assign': ['letter'],
  'next.ask-admin-to-enable': ['letter'],
  'next.ask-admin-to-enable-account': ['letter'],
  'next.ask-admin-about-policy': ['letter'],
  'next.ask-admin-about-refusal': ['letter'],
  'next.contact-support': ['help'],
  'next.confirm-as-admin': ['confirm'],
  'mailbox.not-placed': ['sign-in'],
  'arriving.lead.host-remembers': ['sign-in'],
  'waiting.lead.role-too-small': ['share'],
  'waiting.lead.denied': ['share'],
};

/** Who can do something about it, by what Microsoft, the host or the browser said. Waiting is the rest. */
function curesOf(verdict: Verdict): readonly Action['name'][] {
  switch (verdict.kind) {
    case 'checking':
      return [];
    case 'granted':
      if (verdict.breadth === 'tenant') return ['manage'];
      return verdict.next === 'confirm-as-admin' ? ['confirm', 'share'] : ['share'];
    case 'partial':
    case 'required':
      return ['approve', 'share'];
    case 'sign-in-needed':
      return ['sign-in', 'share'];
    case 'blocked':
      return known(CURES_OF_BLOCKED[verdict.cause], verdict);
    case 'unknown':
      return known(CURES_OF_UNKNOWN[verdict.cause], verdict);
    default:
      return verdict satisfies never;
  }
}
type Cures = readonly Action['name'][];
/** For a cause that no such verdict has: whoever makes one says here what cures it. */
type Never = 'never';

const CURES_OF_BLOCKED = {
  'not-consented': 'never',
  'consent-declined': ['approve', 'share'],
  'admin-approval-needed': 'never',
  'consent-failed': 'never',
  'application-not-in-tenant': 'never',
  'application-disabled': ['letter'],
  'application-misconfigured': 'never',
  'user-not-assigned': ['letter'],
  // They may have been asked for by another's name (F7).
  'account-disabled': ['letter', 'sign-in'],
  'account-locked': ['letter', 'sign-in'],
  'account-restricted': ['letter', 'sign-in'],
  'account-not-in-tenant': 'never',
  'account-unknown': 'never',
  'wrong-credentials': 'never',
  'tenant-unknown': 'never',
  'tenant-blocked': ['letter'],
  'tenant-not-named': 'never',
  'several-accounts': 'never',
  'not-signed-in': 'never',
  'session-expired': 'never',
  'multi-factor-needed': 'never',
  'conditional-access': ['letter'],
  'device-not-compliant': ['letter'],
  'other-cloud': 'never',
  'loop-detected': 'never',
  throttled: 'never',
  'microsoft-unavailable': 'never',
  'network-unreachable': 'never',
  'service-unavailable': 'never',
  'newer-version': 'never',
  'host-unavailable': 'never',
  'consent-or-sign-in': 'never',
  'other-tenant': 'never',
  'mailbox-not-placed': 'never',
  'personal-mailbox': 'never',
  cancelled: 'never',
  'popup-blocked': 'never',
  'request-malformed': 'never',
  'page-failed': 'never',
  unrecognised: 'never',
} as const satisfies Readonly<Record<Cause, Cures | Never>>;

const CURES_OF_UNKNOWN = {
  'not-consented': 'never',
  'consent-declined': 'never',
  'admin-approval-needed': 'never',
  'consent-failed': ['check-now'],
  // A partner's delegated administration: somebody of the organisation has to approve it.
  'application-not-in-tenant': ['help', 'share'],
  'application-disabled': 'never',
  'application-misconfigured': ['help'],
  'user-not-assigned': 'never',
  'account-disabled': 'never',
  'account-locked': 'never',
  'account-restricted': 'never',
  'account-not-in-tenant': 'never',
  'account-unknown': 'never',
  'wrong-credentials': 'never',
  'tenant-unknown': ['help'],
  'tenant-blocked': 'never',
  'tenant-not-named': ['help'],
  'several-accounts': 'never',
  'not-signed-in': 'never',
  'session-expired': 'never',
  'multi-factor-needed': 'never',
  'conditional-access': 'never',
  'device-not-compliant': 'never',
  'other-cloud': ['help'],
  'loop-detected': ['check-now'],
  throttled: ['check-now'],
  'microsoft-unavailable': ['check-now'],
  'network-unreachable': ['check-now'],
  'service-unavailable': ['check-now'],
  'newer-version': ['check-now'],
  'host-unavailable': ['check-now', 'sign-in'],
  'consent-or-sign-in': 'never',
  'other-tenant': ['sign-in', 'share'],
  'mailbox-not-placed': ['check-now', 'sign-in'],
  'personal-mailbox': ['help', 'sign-in'],
  cancelled: 'never',
  'popup-blocked': 'never',
  'request-malformed': ['help'],
  'page-failed': ['check-now', 'sign-in'],
  unrecognised: ['check-now', 'sign-in'],
} as const satisfies Readonly<Record<Cause, Cures | Never>>;

/** Where only help is named, asking once more brings the same answer until somebody has mended it. */
const stays = (cause: Cause): boolean => {
  const cures: Cures | Never = CURES_OF_UNKNOWN[cause];
  return cures !== 'never' && !cures.includes('check-now') && cures.includes('help');
};

function known(cures: Cures | Never, { kind, cause }: Verdict): Cures {
  if (cures === 'never') throw new Error(`Nobody has said what cures ${kind}, ${cause ?? ''}`);
  return cures;
}

/** What says "the code below" must have one below. */
const NAMES_CODE: ReadonlySet<string> = new Set([
  'next.contact-support',
  'next.ask-admin-about-policy',
  'next.ask-admin-about-refusal',
]);
const SAYS_APPROVED = /^granted\.|^unknown\.last-granted/;

const TAKES_BACK: ReadonlySet<Action['name']> = new Set<Action['name']>(['withdraw', 'forget']);
/** These stand beside the times of the checks and over the title. */
const STANDS_ELSEWHERE: ReadonlySet<Action['name']> = new Set<Action['name']>(['check-now', 'back']);

/** Nobody comes for what cannot be undone: whatever else can be pressed stands before it. */
function isUndoingLast({ primary, choices = [], others }: Told): boolean {
  const below = others.filter(({ name }) => !STANDS_ELSEWHERE.has(name)).slice(0, -1);
  const before = [primary, ...choices.map(({ action }) => action), ...below];
  return before.every((action) => action === undefined || !TAKES_BACK.has(action.name));
}

/**
 * Why a screen keeps from somebody what they can do, or says what is not so (issue 10, 3); undefined where it does
 * neither.
 */
export function wayOnMissing(state: State, model: Told): string | undefined {
  const { verdict, dialog, view } = state;
  if (view !== 'verdict' || dialog.phase === 'open' || dialog.phase === 'opening') return undefined;
  const actions = actionsOf(model);
  const offers = (name: Action['name']): boolean => actions.some((action) => action.name === name);
  const said = model.lead.map(({ key }): string => key);

  // An approval that is on its way is waited for, and nobody is sent to approve once more.
  if (model.name === 'arriving') {
    if (offers('approve') || offers('share')) return 'approves twice';
    if (!offers(state.hostKeepsRefusal ? 'sign-in' : 'check-now')) return 'arriving with no way on';
  } else {
    const kept = curesOf(verdict).find((name) => !offers(name));
    if (kept !== undefined) return `${verdict.kind}, ${verdict.cause ?? ''}: keeps back ${kept}`;
  }
  // Consent that is missing by a refusal alone may be a broker's memory: a sign-in makes it ask anew.
  const byRefusal =
    verdict.kind === 'required' &&
    (verdict.because === 'refusal-explained' ||
      verdict.because === 'refusal-without-a-number' ||
      verdict.isOwnRefusal === true);
  if (byRefusal && model.name !== 'arriving' && !offers('sign-in')) return 'a refusal without a sign-in';
  const renewal = state.notRenewed?.verdict;
  if (renewal?.cause === 'host-unavailable' && !state.handedOver && state.online && !offers('sign-in')) {
    // What the person has just done is told first, until the next answer comes.
    const isCovered = state.sharing.phase === 'done' || state.sharing.phase === 'failed';
    if (!isCovered) return 'a host that is stuck, and no sign-in';
  }

  if (!isUndoingLast(model)) return 'taking the request back stands before something else';

  const unheeded = said.find((key) => ADVICE[key]?.some((name) => !offers(name)) === true);
  if (unheeded !== undefined) return `says ${unheeded} without a button for it`;

  if (said.some((key) => NAMES_CODE.has(key)) && verdict.code === undefined)
    return 'names a code that is not there';

  if (verdict.kind === 'unknown') {
    if (stays(verdict.cause) && model.primary?.name === 'check-now') return 'waits where waiting cannot help';
    const asksAgain =
      model.checks?.busy === true ||
      model.checks?.nextAtMs !== undefined ||
      model.checks?.paused !== undefined;
    if (said.includes('next.wait-and-retry') && !asksAgain) return 'promises to ask again, and does not';
  }
  const isGreen = verdict.kind === 'granted' && verdict.breadth === 'tenant';
  if (isGreen && (offers('approve') || offers('share') || offers('sign-in')) && !state.notRenewed)
    return 'green, and asks for more';
  if (said.some((key) => SAYS_APPROVED.test(key)) && !isGreen && verdict.kind !== 'unknown')
    return 'says approved where it is not';
  if (verdict.kind === 'granted' && (verdict.mailbox === 'not-known') !== said.includes('mailbox.not-known'))
    return 'does not say that the mailbox is not known (F15)';
  if (
    verdict.kind !== 'checking' &&
    state.host?.isShared === true &&
    !said.some((key) => key.startsWith('mailbox.'))
  )
    return 'does not say whose mailbox it is (10.4)';
  return undefined;
}
