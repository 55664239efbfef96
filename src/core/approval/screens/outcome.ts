import type { ReturnOutcome } from '../../api/requests';
import { hasTwoMeanings } from '../../consent/entra-error-table';
import { entraError } from '../../consent/entra-errors';
import type { Cause } from '../../consent/cause';
import { approverRolesFor, proofOf } from '../../permissions';
import { causeMessage } from '../../shown/cause-message';
import type { Tone } from '../../shown/model';
import { isUnconfirmed, type Returned } from '../memory';
import { tell, type ApprovalMessage, type UnconfirmedLook } from '../message';
import type { ApprovalScreenModel } from './model';
import { askedSet, type ApprovalState } from '../state';
import { beginAgain, confirmAction, continueAction, listed, passOn, signIn } from './actions';
import { checksOf, detailsOf } from './checks';
import { mayLeave, screen } from './every-screen';
import { knownName } from './organisation';
import { revokeSections } from './sections';

export type Unaccepted = Exclude<ReturnOutcome, 'accepted'>;

const TONES: Readonly<Record<Unaccepted, Tone>> = {
  denied: 'plain',
  left: 'plain',
  'role-too-small': 'attention',
  expired: 'attention',
  repeated: 'plain',
  forged: 'attention',
  'other-tenant': 'attention',
  failed: 'attention',
};

/** Of an answer its code alone is left: of one with two meanings nothing can be said. */
const causeOf = (code: string | undefined): Cause | undefined =>
  code === undefined || hasTwoMeanings(code) ? undefined : entraError(code)?.cause;

/** Every other outcome has its words and its next step. */
export function outcomeScreen(
  state: ApprovalState,
  outcome: Unaccepted,
  { code, consentedIn }: Pick<Returned, 'code' | 'consentedIn'>,
): ApprovalScreenModel {
  const cause = causeOf(code);
  if (outcome === 'role-too-small' || (outcome === 'failed' && cause === 'admin-approval-needed')) {
    return roleScreen(state, code);
  }
  const { verdict } = state.check;
  const named = outcome === 'other-tenant' ? knownName(state) : undefined;
  const again =
    outcome === 'left' ? continueAction(state, tell('approval.action.continue')) : beginAgain(state);
  const toSee = signIn(state, tell('approval.action.sign-in-to-see'));
  const canSee = verdict.kind === 'sign-in-needed';
  return screen(state, {
    ...checksOf(state),
    ...detailsOf(verdict, code),
    name: outcome,
    tone: TONES[outcome],
    title: tell(`approval.returned.${outcome}.title`),
    lead: [
      tell(`approval.returned.${outcome}.lead`),
      ...(outcome === 'failed' && cause !== undefined ? [causeMessage(cause)] : []),
      ...(named === undefined ? [] : [tell('approval.organisation', { organisation: named })]),
      ...(again === undefined ? [tell('approval.ask-for-new-link')] : []),
    ],
    primary: again ?? (canSee ? toSee : undefined),
    others: again !== undefined && canSee ? [toSee] : [],
    // It was approved, where nobody wanted it: whoever did so can take it back.
    sections: consentedIn === undefined ? undefined : revokeSections(askedSet(state)),
  });
}

/** Microsoft lets only other roles approve what is asked: somebody else has to go on. */
function roleScreen(state: ApprovalState, code: string | undefined): ApprovalScreenModel {
  const pass = passOn(state);
  const other = continueAction(state, tell('approval.action.other-account'));
  return screen(state, {
    ...detailsOf(state.check.verdict, code),
    name: 'role-too-small',
    tone: TONES['role-too-small'],
    title: tell('approval.returned.role-too-small.title'),
    lead: [
      tell('approval.returned.role-too-small.lead'),
      tell('approval.roles-needed', { roles: approverRolesFor(askedSet(state)) }),
      ...(pass === undefined ? [] : [tell('approval.pass-on')]),
      ...(pass === undefined && other === undefined ? [tell('approval.ask-for-new-link')] : []),
    ],
    primary: pass ?? other,
    others: pass === undefined ? [] : listed(other),
  });
}

/**
 * A look that did not show what is granted, after an approval or without one: the same way once more, with a sign-in. An
 * approval that our service can see by itself counts without: then nobody has to.
 */
export function unconfirmedScreen(
  state: ApprovalState,
  looked: UnconfirmedLook,
  { outcome, code }: Pick<Returned, 'outcome' | 'code'>,
): ApprovalScreenModel {
  const isAccepted = outcome === 'accepted';
  const counts = isAccepted && proofOf(askedSet(state)) === 'application';
  return screen(state, {
    ...checksOf(state),
    // That somebody has to sign in needs no support.
    ...detailsOf(state.check.verdict, looked === 'sign-in-needed' ? undefined : code),
    name: 'confirm',
    tone: counts ? 'plain' : 'attention',
    title: counts
      ? tell('approval.sign-in.title')
      : isAccepted
        ? tell('approval.confirm.accepted-title')
        : tell('approval.confirm.not-done-title'),
    lead: [
      ...(counts ? mayLeave(state) : []),
      ...whyUnconfirmed(looked, code),
      // Whoever is kept out signs in once more in vain, until they have removed what keeps them out.
      ...(looked === 'blocked' ? [] : [tell('approval.confirm.how')]),
    ],
    primary: confirmAction(state),
  });
}

/** What the look came to; where Microsoft keeps the person out, also why, and what an administrator does about it. */
function whyUnconfirmed(looked: UnconfirmedLook, code: string | undefined): readonly ApprovalMessage[] {
  const what = tell(`approval.looked.${looked}`);
  if (looked !== 'blocked') return [what];
  const cause = causeOf(code);
  return [
    what,
    ...(cause === undefined ? [] : [causeMessage(cause)]),
    mendOf(cause),
    tell('approval.mend.then-confirm'),
  ];
}

/** What an administrator does about what keeps an account out. */
export function mendOf(cause: Cause | undefined): ApprovalMessage {
  if (cause === 'user-not-assigned') return tell('approval.mend.assign');
  return cause === 'application-disabled' ? tell('approval.mend.enable') : tell('approval.mend.other');
}

interface OutcomeWords {
  readonly title: ApprovalMessage;
  readonly lead: readonly ApprovalMessage[];
  /** Something may have been granted or seen: the pane asks Microsoft. */
  readonly isDone: boolean;
}

/** The title and the sentences of a return in a dialog. */
export function wordsOf({ outcome, isBelieved, looked, code }: Returned): OutcomeWords {
  if (!isBelieved) {
    return {
      title: tell('approval.unasked.title'),
      lead: [tell('approval.unasked.lead.other')],
      isDone: false,
    };
  }
  if (outcome === 'looked' && isUnconfirmed(looked)) {
    return {
      title: tell('approval.confirm.not-done-title'),
      lead: whyUnconfirmed(looked, code),
      isDone: false,
    };
  }
  if (outcome === 'accepted' || outcome === 'looked') {
    return {
      title: tell('approval.confirming.title'),
      lead: [tell('approval.confirming.lead')],
      isDone: true,
    };
  }
  return {
    title: tell(`approval.returned.${outcome}.title`),
    lead: [tell(`approval.returned.${outcome}.lead`)],
    isDone: false,
  };
}
